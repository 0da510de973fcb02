// SPDX-License-Identifier: Apache-2.0
#include "pattern/pattern.hpp"

#include <algorithm>
#include <utility>

#include "pattern/exact.hpp"
#include "pattern/syntax.hpp"

namespace eventc::compiler {

namespace {

/// Of a repeated character, no more than this goes into a prefix.
constexpr std::size_t kLongestRun = 64;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Whole characters only.
std::string common_prefix(std::string_view left, std::string_view right) {
  const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  auto size = static_cast<std::size_t>(ends.first - left.begin());
  while (size != 0 && size != left.size() && is_continuation(left[size])) --size;
  return std::string(left.substr(0, size));
}

/// What a step adds to a prefix, and whether the step behind it can add more.
struct Contribution {
  std::string text;
  bool goes_on = false;
};

Contribution contribution(const Pattern::Literal& literal) { return {literal.text, true}; }

Contribution contribution(const Pattern::Repeat& repeat) {
  const std::optional<char32_t> character = repeat.set.single();
  if (!character) return {};
  Contribution run;
  const std::size_t count = std::min(repeat.min, kLongestRun);
  for (std::size_t i = 0; i != count; ++i) run.text += encode_utf8(*character);
  run.goes_on = repeat.max == count;
  return run;
}

Contribution contribution(const Pattern::Alternatives& alternatives) {
  std::string shared = alternatives.texts.front();
  for (const std::string& text : alternatives.texts) shared = common_prefix(shared, text);
  return {shared, false};
}

std::string prefix_of(const Pattern::Branch& branch) {
  std::string prefix;
  for (const Pattern::Step& step : branch.steps) {
    const Contribution added = std::visit([](const auto& s) { return contribution(s); }, step);
    prefix += added.text;
    if (!added.goes_on) break;
  }
  return prefix;
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

std::optional<std::string> fixed_prefix(const Pattern& pattern) {
  std::optional<std::string> shared;
  for (const Pattern::Branch& branch : pattern.branches) {
    if (!branch.anchored_begin) return std::nullopt;
    const std::string prefix = prefix_of(branch);
    shared = shared ? common_prefix(*shared, prefix) : prefix;
  }
  if (!shared || shared->empty()) return std::nullopt;
  return shared;
}

}  // namespace eventc::compiler
