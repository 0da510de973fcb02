// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

const Json* RuleInput::find(std::string_view keyword) const {
  const auto member = schema.find(keyword);
  return member == schema.end() ? nullptr : &*member;
}

std::optional<std::string> RuleInput::find_number(const std::string& keyword) const {
  const Json* const value = find(keyword);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer()) return value->dump();
  return exact_number(document, location.child(keyword).pointer);
}

std::optional<std::uint64_t> RuleInput::find_count(std::string_view keyword) const {
  const Json* const value = find(keyword);
  if (value == nullptr) return std::nullopt;
  return value->get<std::uint64_t>();
}

}  // namespace eventc::compiler
