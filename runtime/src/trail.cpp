// SPDX-License-Identifier: Apache-2.0
#include "trail.hpp"

namespace eventc {
namespace {

/// Most locations are no longer than this.
constexpr std::size_t kUsualLocation = 80;

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

// Each of these three appends a way from its begin, and is given its last step.

void append_parts(const InstanceStep* last, std::string& pointer) {
  if (last == nullptr) return;
  append_parts(last->before(), pointer);
  last->token().append_to(pointer);
}

void append_steps(const Descent* last, std::string& pointer) {
  if (last == nullptr) return;
  append_steps(last->before(), pointer);
  last->keyword().append_to(pointer);
  if (!last->target().empty() && !is_reference(last->keyword())) pointer += "/$ref";
}

/// What is before a reference does not matter.
void append_absolute(std::string_view root, const Descent* last, std::string& location) {
  if (last == nullptr) {
    location += root;
  } else if (!last->target().empty()) {
    location += last->target();
  } else {
    append_absolute(root, last->before(), location);
    last->keyword().append_to(location);
  }
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

std::string Trail::instance_location() const {
  std::string pointer;
  append_parts(last_part, pointer);
  return pointer;
}

std::string Trail::keyword_location() const {
  std::string pointer;
  pointer.reserve(kUsualLocation);
  append_steps(last_step, pointer);
  return pointer;
}

std::string Trail::absolute_location() const {
  std::string location;
  location.reserve(kUsualLocation);
  append_absolute(root, last_step, location);
  return location;
}

}  // namespace eventc
