// SPDX-License-Identifier: Apache-2.0
#include "pattern/pattern.hpp"

#include <algorithm>
#include <utility>

#include "pattern/exact.hpp"
#include "pattern/syntax.hpp"

namespace eventc::compiler {

namespace {

bool is_fixed(const Pattern::Literal&) { return true; }
bool is_fixed(const Pattern::Repeat& repeat) {
  return repeat.min != 0 && repeat.set.single().has_value();
}
bool is_fixed(const Pattern::Alternatives& alternatives) {
  return std::none_of(alternatives.texts.begin(), alternatives.texts.end(),
                      [](const std::string& text) { return text.empty(); });
}

}  // namespace

std::variant<Pattern, Refusal> parse_pattern(std::string_view ecma) {
  auto sequences = pattern_syntax::read_pattern(ecma);
  if (auto* refusal = std::get_if<Refusal>(&sequences)) return std::move(*refusal);
  auto branches =
      pattern_syntax::exact_branches(std::get<pattern_syntax::Sequences>(sequences), ecma);
  if (auto* refusal = std::get_if<Refusal>(&branches)) return std::move(*refusal);
  return Pattern{std::string(ecma), std::get<std::vector<Pattern::Branch>>(std::move(branches))};
}

bool has_fixed_begin(const Pattern& pattern) {
  const auto is_fixed_branch = [](const Pattern::Branch& branch) {
    return branch.anchored_begin && !branch.steps.empty() &&
           std::visit([](const auto& step) { return is_fixed(step); }, branch.steps.front());
  };
  return !pattern.branches.empty() &&
         std::all_of(pattern.branches.begin(), pattern.branches.end(), is_fixed_branch);
}

}  // namespace eventc::compiler
