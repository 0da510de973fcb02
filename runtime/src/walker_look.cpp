// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <string>

#include "eventc/emitted/checks.hpp"
#include "walker.hpp"

// Looking ahead into a union's value for what tells its branch.

namespace eventc {
namespace {

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

std::size_t branch_of_type(const schema::Selector& select, schema::Types type) {
  for (const schema::Case& one : select.by_type) {
    if (one.types.has(type)) return one.branch;
  }
  return schema::kNoBranch;
}

Walker::Choice Walker::look(const schema::Schema& schema, const char* value, bool exactly_one) {
  const schema::Selector* const select = schema.select;
  if (select == nullptr || (!exactly_one && !schema.one_of.empty())) {
    Choice all{.left = std::vector<std::size_t>(exactly_one ? schema.one_of.size()
                                                            : schema.any_of.size())};
    std::iota(all.left.begin(), all.left.end(), std::size_t{0});
    return all;
  }
  Walker ahead(Cursor(in_, value), begin_, memory_, nullptr);
  const schema::Types type = ahead.in_.peek_type();
  const std::size_t by_type = branch_of_type(*select, type);
  if (by_type != schema::kNoBranch) return {.branch = by_type};
  if (type != schema::kObject) return {};
  if (!select->by_member.empty()) return ahead.find_own_members(select->by_member);
  if (select->by_property.empty()) return {};
  return {.branch = branch_of(select->by_property, ahead.find_member(select->property))};
}

Outline Walker::outline_ahead() {
  Outline outline(in_.peek_type());
  if (in_.peek() != '{') return outline;
  pass_members([&](StringToken name, std::string_view value) {
    outline.add(name, value);
    return true;
  });
  return outline;
}

/// The text of a member's value; empty when the object has none of that name.
std::string_view Walker::find_member(std::string_view wanted) {
  std::string_view found;
  pass_members([&](StringToken name, std::string_view value) {
    if (equals(name, wanted)) found = value;
    return found.empty();
  });
  return found;
}

Walker::Choice Walker::find_own_members(const schema::List<schema::OwnMember>& own_members) {
  std::vector<std::size_t> found;
  in_.open('{');
  for (bool first = true; in_.step('}', first); pass()) {
    const StringToken key = in_.read_key();
    for (const schema::OwnMember& own : own_members) {
      if (!in_.ok() || !equals(key, own.name)) continue;
      if (std::find(found.begin(), found.end(), own.branch) == found.end())
        found.push_back(own.branch);
    }
  }
  if (!in_.ok() || found.empty()) return {};
  if (found.size() == 1) return {.branch = found.front()};
  std::sort(found.begin(), found.end());
  return {.left = std::move(found)};
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
  if (in_.ok()) memory_->ends.emplace(value, in_.position());
}

bool Walker::jump() {
  in_.peek();
  if (memory_ == nullptr || memory_->ends.empty()) return false;
  const auto known = memory_->ends.find(in_.position());
  if (known == memory_->ends.end()) return false;
  in_ = Cursor(in_, known->second);
  return true;
}

}  // namespace eventc
