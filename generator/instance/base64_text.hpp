// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eventc::compiler {

/// RFC 4648, section 4, with padding.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Nothing for what is not that.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace eventc::compiler
