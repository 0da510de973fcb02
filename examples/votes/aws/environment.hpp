// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace aws {

/// The value of a variable; nothing where it is not set, or is empty: so AWS's own SDKs take it.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// That of this process.
[[nodiscard]] Environment process_environment();

}  // namespace aws
