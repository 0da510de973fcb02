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

const Outline::Member& Outline::operator[](std::size_t index) const {
  return all_->members_.begin()[first_ + index];
}

const Outline::Member* Outline::find(std::string_view name) const {
  const Member* const first = all_->members_.begin() + first_;
  for (const Member* member = first; member != first + size_; ++member) {
    if (member->has_name(name)) return member;
  }
  return nullptr;
}

const Outline::Member* Outline::find(std::string_view name, bool& is_twice) const {
  const Member* found = nullptr;
  const Member* const first = all_->members_.begin() + first_;
  for (const Member* member = first; member != first + size_; ++member) {
    if (!member->has_name(name)) continue;
    is_twice = found != nullptr;
    if (is_twice) break;
    found = member;
  }
  return found;
}

bool Outline::rules_out(const Schema& schema) const {
  int looks = kLooks;
  return rules_out(schema, looks);
}

bool Outline::rules_out(const Schema& schema, int& looks) const {
  if (--looks < 0) return false;
  if (!schema.types.has(type_)) return true;
  if (has_members() && size_ <= kMost && rules_out_members(schema)) return true;
  if (!schema.applies_others) return false;
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
                       return wanted.lists_values && is_unlisted(wanted, member->text());
                     });
}

/// What is found becomes the last that was.
bool Outlines::look_up(const char* object) const {
  const Part* const part = parts_.find({object});
  if (part == nullptr || part->first == kNotKept) return false;
  last_object_ = object;
  last_ = *part;
  return true;
}

const char* Outlines::end_of(const char* value) const {
  const Part* const part = parts_.find({value});
  return part == nullptr ? nullptr : part->end;
}

void Outlines::keep(const char* object, const char* end, std::size_t first) {
  Part& part = parts_[{object}];
  part = {end, members_.size(), open_.size() - first};
  has_any_ = true;
  std::for_each(open_.begin() + first, open_.end(),
                [this](const Outline::Member& member) { members_.add(member); });
}

}  // namespace eventc
