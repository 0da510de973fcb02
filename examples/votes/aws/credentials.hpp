// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "votes/aws/environment.hpp"
#include "votes/aws/result.hpp"

namespace aws {

/// Who signs. (AWS SDKs and Tools Reference Guide, "AWS access keys".)
struct Credentials {
  std::string access_key_id;
  std::string secret_access_key;
  /// Of temporary credentials, which a function's role gives; empty for lasting ones.
  std::string session_token = {};
};

/// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, which Lambda sets for a function
/// ("Defined runtime environment variables" in its Developer Guide). An error (BadRequest) where
/// one of the first two is missing, and for characters that a header cannot carry.
[[nodiscard]] Result<Credentials> credentials_from(const Environment& environment);

}  // namespace aws
