// SPDX-License-Identifier: Apache-2.0
#include "view/pattern_view.hpp"

#include <fmt/format.h>

#include "cpp_literal.hpp"

namespace eventc::compiler {

View view_pattern(const Pattern& pattern, const std::string& suffix) {
  const std::string function = "matches_" + suffix;
  return {{"source", cpp_comment_text(pattern.source)},
          {"needs_pcre2", pattern.pcre2.has_value()},
          {"returns", pattern.pcre2 ? "s::Match" : "bool"},
          {"function", function},
          {"value", fmt::format("{{{}, &{}}}", cpp_string_view(pattern.source), function)},
          {"name", "pattern_of_" + suffix},
          {"lines", cpp_expression_lines(pattern)}};
}

}  // namespace eventc::compiler
