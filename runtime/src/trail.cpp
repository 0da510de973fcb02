// SPDX-License-Identifier: Apache-2.0
#include "trail.hpp"

namespace eventc {
namespace {

bool is_reference(const KeywordStep& step) {
  return step.keyword == "$ref" || step.keyword == "$dynamicRef" || step.keyword == "$recursiveRef";
}

}  // namespace

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
