// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include <algorithm>

#include "eventc/emitted/checks.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;

namespace {

/// How many schemas are asked, where one is made of others.
constexpr int kLooks = 64;

/// Whether a scalar is none of the values that the schema lists. Of arrays and objects nothing is
/// said.
bool is_unlisted(const Schema& schema, std::string_view value) {
  return value.front() != '{' && value.front() != '[' && !is_listed(schema, value);
}

}  // namespace

void Outline::add(StringToken name, std::string_view value) {
  if (size_ == kMost) {
    is_complete_ = false;
    return;
  }
  members_[size_++] = {name.escaped() ? unescaped_.emplace_front(text_of(name)) : name.raw(),
                       value};
}

bool Outline::rules_out(const Schema& schema) const {
  int looks = kLooks;
  return rules_out(schema, looks);
}

bool Outline::rules_out(const Schema& schema, int& looks) const {
  if (--looks < 0) return false;
  if (!schema.types.has(type_)) return true;
  if (type_ == schema::kObject && is_complete_ && rules_out_members(schema)) return true;
  const auto is_out = [&](const Child& child) { return rules_out(*child.schema, looks); };
  if (schema.ref.present() && is_out(schema.ref)) return true;
  if (std::any_of(schema.all_of.begin(), schema.all_of.end(), is_out)) return true;
  for (const auto* const branches : {&schema.any_of, &schema.one_of}) {
    if (!branches->empty() && std::all_of(branches->begin(), branches->end(), is_out)) return true;
  }
  return false;
}

bool Outline::rules_out_members(const Schema& schema) const {
  for (const std::string_view name : schema.required) {
    if (find(name) == nullptr) return true;
  }
  return std::any_of(schema.properties.begin(), schema.properties.end(),
                     [&](const schema::Property& property) {
                       const Schema& wanted = *property.schema.schema;
                       if (!property.required && !wanted.lists_values) return false;
                       const Member* const member = find(property.name);
                       if (member == nullptr) return property.required;
                       return wanted.lists_values && is_unlisted(wanted, member->value);
                     });
}

const Outline::Member* Outline::find(std::string_view name) const {
  const Member* const end = members_.data() + size_;
  const Member* const found =
      std::find_if(members_.data(), end, [&](const Member& member) { return member.name == name; });
  return found == end ? nullptr : found;
}

}  // namespace eventc
