// SPDX-License-Identifier: Apache-2.0
#include "pattern/pattern.hpp"

#include <algorithm>
#include <utility>

#include "pattern/exact.hpp"
#include "pattern/syntax.hpp"
#include "pattern/to_pcre2.hpp"
#include "pattern/unfold.hpp"

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

using Branches = std::vector<Pattern::Branch>;

/// Nothing but loops, or why they can't decide it.
std::variant<Branches, Refusal> loops_of(const pattern_syntax::Regex& regex,
                                         std::string_view source) {
  auto sequences = pattern_syntax::unfold(regex, source);
  if (auto* refusal = std::get_if<Refusal>(&sequences)) return std::move(*refusal);
  return pattern_syntax::exact_branches(std::get<pattern_syntax::Sequences>(sequences), source);
}

}  // namespace

std::variant<Pattern, Refusal> parse_pattern(std::string_view ecma) {
  namespace syntax = pattern_syntax;
  auto read = syntax::read_regex(ecma);
  if (auto* refusal = std::get_if<Refusal>(&read)) return std::move(*refusal);
  const auto& regex = std::get<syntax::Regex>(read);
  Pattern pattern{.source = std::string(ecma), .branches = {}, .doubt = regex.doubt};
  auto branches = loops_of(regex, ecma);
  if (auto* loops = std::get_if<Branches>(&branches)) {
    pattern.branches = std::move(*loops);
    return pattern;
  }
  auto translated = syntax::to_pcre2(regex, ecma);
  if (auto* refusal = std::get_if<Refusal>(&translated)) return std::move(*refusal);
  pattern.pcre2 = {std::get<std::string>(std::move(translated)), std::get<Refusal>(branches)};
  return pattern;
}

bool has_fixed_begin(const Pattern& pattern) {
  if (pattern.pcre2) return false;
  const auto is_fixed_branch = [](const Pattern::Branch& branch) {
    return branch.anchored_begin && !branch.steps.empty() &&
           std::visit([](const auto& step) { return is_fixed(step); }, branch.steps.front());
  };
  return !pattern.branches.empty() &&
         std::all_of(pattern.branches.begin(), pattern.branches.end(), is_fixed_branch);
}

}  // namespace eventc::compiler
