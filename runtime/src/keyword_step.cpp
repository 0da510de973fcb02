// SPDX-License-Identifier: Apache-2.0
#include "keyword_step.hpp"

#include "eventc/locate.hpp"

namespace eventc {

void KeywordStep::append_to(std::string& pointer) const {
  if (keyword.empty()) return;
  pointer += '/';
  pointer += keyword;
  if (name.data() != nullptr) append_pointer_token(name, pointer);
  if (index != kNoIndex) pointer += "/" + std::to_string(index);
}

std::string KeywordStep::text() const {
  std::string text;
  append_to(text);
  return text;
}

void InstanceToken::append_to(std::string& pointer) const {
  if (index == KeywordStep::kNoIndex) return append_pointer_token(name, pointer);
  pointer += "/" + std::to_string(index);
}

}  // namespace eventc
