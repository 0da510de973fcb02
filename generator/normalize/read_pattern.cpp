// SPDX-License-Identifier: Apache-2.0
#include "normalize/read_pattern.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace eventc::compiler {

std::optional<Pattern> read_pattern(const std::string& source, const Location& location,
                                    std::string_view what, Diagnostics& diagnostics) {
  auto parsed = parse_pattern(source);
  if (const auto* const refusal = std::get_if<Refusal>(&parsed)) {
    diagnostics.error(location, fmt::format("{} cannot be compiled: {} (at character {})", what,
                                            refusal->reason, refusal->offset));
    return std::nullopt;
  }
  auto& pattern = std::get<Pattern>(parsed);
  if (pattern.doubt) {
    diagnostics.warning(location, fmt::format("{}: {} (at character {})", what,
                                              pattern.doubt->reason, pattern.doubt->offset));
  }
  return std::move(pattern);
}

}  // namespace eventc::compiler
