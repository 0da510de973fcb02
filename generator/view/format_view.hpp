// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace eventc::compiler {

/// How emitted tables write a format that is checked: "&s::date_time_format". Empty for a name that
/// the specification does not define (Validation 2020-12, section 7.3): such formats say nothing.
[[nodiscard]] std::string format_expression(std::string_view format);
/// Whether its check needs the library for internationalized host names.
[[nodiscard]] bool needs_idn(std::string_view format);

}  // namespace eventc::compiler
