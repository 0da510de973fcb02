// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace eventc::lambda {

/// A JSON string with its quotes, in ASCII, as it may stand in a header, too. Bytes that are not
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace eventc::lambda
