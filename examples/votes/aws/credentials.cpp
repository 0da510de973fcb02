// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/credentials.hpp"

#include <algorithm>
#include <string_view>

namespace aws {

namespace {

/// A line break in a token would begin a header of its own.
bool fits_into_header(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

Error refuse(const char* variable, const char* why) {
  return {.kind = Error::Kind::BadRequest, .message = std::string(variable) + why};
}

}  // namespace

Result<Credentials> credentials_from(const Environment& environment) {
  Credentials credentials;
  struct Variable {
    const char* name;
    std::string& value;
    bool required;
  };
  for (const Variable& variable :
       {Variable{"AWS_ACCESS_KEY_ID", credentials.access_key_id, true},
        Variable{"AWS_SECRET_ACCESS_KEY", credentials.secret_access_key, true},
        Variable{"AWS_SESSION_TOKEN", credentials.session_token, false}}) {
    variable.value = environment(variable.name).value_or("");
    if (variable.required && variable.value.empty()) return refuse(variable.name, " is not set");
    if (!fits_into_header(variable.value))
      return refuse(variable.name, " has a character that no key has");
  }
  return credentials;
}

}  // namespace aws
