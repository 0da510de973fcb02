// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "eventc/emitted/checks.hpp"
#include "walker.hpp"

// Looking ahead into a union's value for what tells its branch.

namespace eventc {

using schema::Types;

namespace {

/// Arrays and objects that are no longer are read again sooner than found.
constexpr std::ptrdiff_t kShort = 64;

/// `value` is empty for a member that is not there.
std::size_t branch_of(const schema::List<schema::Case>& cases, std::string_view value) {
  const schema::Types type = value.empty() ? schema::kAbsent : Cursor(value, 1).peek_type();
  for (const schema::Case& one : cases) {
    const bool fits =
        one.value.present() ? !value.empty() && equals(value, one.value) : one.types.has(type);
    if (fits) return one.branch;
  }
  return schema::kNoBranch;
}

}  // namespace

Walker::Choice Walker::look(const schema::Schema& schema, const char* value, bool exactly_one) {
  if (!schema.select.present() || (!exactly_one && !schema.one_of.empty())) {
    return {.left = Branches::all(exactly_one ? schema.one_of.size() : schema.any_of.size())};
  }
  const schema::Selector& select = *schema.select;
  const schema::Types type = in_.type(value);
  const std::size_t by_type = branch_of_type(select, type);
  if (by_type != schema::kNoBranch) return {.branch = by_type};
  if (type != schema::kObject) return {};
  Walker ahead(in_, value, begin_, memory_, nullptr);
  if (!select.by_member.empty()) return ahead.find_own_members(select.by_member);
  if (select.by_property.empty()) return {};
  return {.branch = branch_of(select.by_property, ahead.find_member(select.property))};
}

Outline Walker::known_outline(const char* value) const {
  const Types type = in_.type(value);
  const bool may_be_known =
      type == schema::kObject && memory_ != nullptr && memory_->outlines.have_members();
  return may_be_known ? memory_->outlines.of(value) : Outline(type);
}

Outline Walker::outline_ahead() {
  const bool is_object = in_.peek_type() == schema::kObject;
  const char* const value = in_.position();
  Outline known = known_outline(value);
  if (!is_object || known.has_members() || memory_ == nullptr) return known;
  Outlines::Recording recording(&memory_->outlines);
  pass_members([&](const Outline::Member& member) {
    recording.add(member);
    return true;
  });
  if (!in_.ok()) return known;
  recording.keep(value, in_.position());
  return known_outline(value);
}

/// The text of a member's value; empty when the object has none of that name.
std::string_view Walker::find_member(std::string_view wanted) {
  std::string_view found;
  pass_members([&](const Outline::Member& member) {
    if (member.has_name(wanted)) found = member.text();
    return found.empty();
  });
  return found;
}

Walker::Choice Walker::find_own_members(const schema::List<schema::OwnMember>& own_members) {
  std::size_t first = schema::kNoBranch;
  std::vector<std::size_t> others;  // as a rule there are none
  pass_members([&](const Outline::Member& member) {
    for (const schema::OwnMember& own : own_members) {
      if (own.branch == first || !member.has_name(own.name)) continue;
      if (first == schema::kNoBranch) {
        first = own.branch;
      } else if (std::find(others.begin(), others.end(), own.branch) == others.end()) {
        others.push_back(own.branch);
      }
    }
    return true;
  });
  if (!in_.ok()) return {};
  if (others.empty()) return {.branch = first};
  others.push_back(first);
  std::sort(others.begin(), others.end());
  return {.left = Branches(std::move(others))};
}

void Walker::pass() {
  const char first = in_.peek();
  if (memory_ == nullptr || (first != '{' && first != '[')) {
    in_.skip();
    return;
  }
  if (jump()) return;
  const char* const value = in_.position();
  const char close = first == '{' ? '}' : ']';
  in_.open(first);
  for (bool at_first = true; in_.step(close, at_first); pass()) {
    if (close == '}') in_.read_key();
  }
  if (in_.ok() && in_.position() - value > kShort) memory_->outlines.set_end(value, in_.position());
}

bool Walker::jump() {
  in_.peek();
  const char* const end = memory_ == nullptr ? nullptr : memory_->outlines.end_of(in_.position());
  if (end == nullptr) return false;
  in_ = Cursor(in_, end);
  return true;
}

}  // namespace eventc
