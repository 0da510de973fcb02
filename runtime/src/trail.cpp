// SPDX-License-Identifier: Apache-2.0
#include "trail.hpp"

#include <algorithm>

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

}  // namespace

std::pair<KeywordStep, KeywordStep> Trail::last_steps() const {
  const auto leads_on = [](const Step& one) { return !stays_in_place(one.keyword); };
  const auto last = std::find_if(steps.rbegin(), steps.rend(), leads_on);
  if (last == steps.rend()) return {};
  const auto before = std::find_if(last + 1, steps.rend(), leads_on);
  return {last->keyword, before == steps.rend() ? KeywordStep() : before->keyword};
}

std::string Trail::instance_location() const {
  std::string pointer;
  for (const InstanceToken& token : instance) token.append_to(pointer);
  return pointer;
}

std::string Trail::keyword_location() const {
  std::string pointer;
  for (const Step& one : steps) {
    one.keyword.append_to(pointer);
    if (!one.target.empty() && !is_reference(one.keyword)) pointer += "/$ref";
  }
  return pointer;
}

std::string Trail::absolute_location() const {
  std::string location = root;
  for (const Step& one : steps) {
    if (one.target.empty()) {
      one.keyword.append_to(location);
    } else {
      location = one.target;
    }
  }
  return location;
}

}  // namespace eventc
