// SPDX-License-Identifier: Apache-2.0
#include "trail.hpp"

namespace eventc {
namespace {

bool is_reference(const KeywordStep& step) {
  return step.keyword == "$ref" || step.keyword == "$dynamicRef" || step.keyword == "$recursiveRef";
}

/// Whether a step leads to a schema for the same value. ("then" and "else" do, and are told all the
/// same.)
bool stays_in_place(const KeywordStep& step) {
  return step.keyword.starts_with("$") || step.keyword == "allOf" || step.keyword == "anyOf" ||
         step.keyword == "oneOf";
}

/// The last of these steps that leads on, and null where there is none.
const Descent* find_leading_on(const Descent* step) {
  while (step != nullptr && stays_in_place(step->keyword())) step = step->before();
  return step;
}

constexpr std::string_view kRef = "/$ref";

/// Whether a step leads to a schema that is or has a "$ref", which is a step of its own.
bool has_reference(const Descent& step) {
  return !step.target().empty() && !is_reference(step.keyword());
}

}  // namespace

bool Trail::is_at_first_item() const {
  return last_part != nullptr && last_part->token().is_first_item();
}

std::pair<KeywordStep, KeywordStep> Trail::last_steps() const {
  const Descent* const last = find_leading_on(last_step);
  if (last == nullptr) return {};
  const Descent* const before = find_leading_on(last->before());
  return {last->keyword(), before == nullptr ? KeywordStep() : before->keyword()};
}

// A way is known from its end on, and written from there.

std::string Trail::instance_location() const {
  std::size_t most = 0;
  for (const auto* part = last_part; part != nullptr; part = part->before())
    most += part->token().most();
  return written_from_end(most, [this](char* begin) {
    for (const auto* part = last_part; part != nullptr; part = part->before())
      begin = part->token().put_before(begin);
    return begin;
  });
}

/// What is before the last reference makes no difference to where that leads.
KeywordLocation Trail::keyword_location(const KeywordStep& keyword) const {
  std::size_t most = keyword.most();
  for (const Descent* step = last_step; step != nullptr; step = step->before())
    most += step->keyword().most() + kRef.size();
  std::string_view start = root;
  std::size_t below = 0;
  std::string path = written_from_end(most, [&](char* end) {
    char* begin = keyword.put_before(end);
    bool is_below = true;
    for (const Descent* step = last_step; step != nullptr; step = step->before()) {
      if (is_below && !step->target().empty()) {
        is_below = false;
        start = step->target();
        below = static_cast<std::size_t>(end - begin);
      }
      if (has_reference(*step)) begin = put_before(begin, kRef);
      begin = step->keyword().put_before(begin);
    }
    if (is_below) below = static_cast<std::size_t>(end - begin);
    return begin;
  });
  return {std::move(path), start, below, identifiers};
}

}  // namespace eventc
