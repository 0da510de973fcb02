// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/environment.hpp"

#include <cstdlib>

namespace aws {

Environment process_environment() {
  return [](const char* name) -> std::optional<std::string> {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
  };
}

}  // namespace aws
