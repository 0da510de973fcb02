// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/conforms.hpp"
#include "messages.hpp"
#include "walker.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;
using schema::Types;

namespace {

/// `value` is empty for a member that is not there.
std::size_t branch_of(const schema::List<schema::Case>& cases, std::string_view value) {
  const schema::Types type = value.empty() ? schema::kAbsent : Reader(value, 1).peek_type();
  for (const schema::Case& one : cases) {
    const bool fits =
        one.value.present() ? !value.empty() && equals(value, one.value) : one.types.has(type);
    if (fits) return one.branch;
  }
  return schema::kNoBranch;
}

/// The text of a member's value; empty when the object has none of that name, or the value ahead is
/// no object.
std::string_view find_member(Reader in, std::string_view wanted) {
  if (in.peek() != '{') return {};
  in.open('{');
  std::string name;
  for (bool first = true; in.step('}', first);) {
    name.clear();
    unescape(in.read_key(), name);
    const std::string_view value = in.skip();
    if (in.ok() && name == wanted) return value;
  }
  return {};
}

}  // namespace

std::size_t Walker::choose(const Schema& schema) {
  const bool exactly_one = !schema.one_of.empty();
  const schema::List<Child>& branches = exactly_one ? schema.one_of : schema.any_of;
  if (schema.select != nullptr) {
    const schema::Types type = in_.peek_type();
    for (const schema::Case& one : schema.select->by_type) {
      if (one.types.has(type)) return one.branch;
    }
    if (type != schema::kObject) return schema::kNoBranch;
    return branch_of(schema.select->by_property, find_member(in_, schema.select->property));
  }
  in_.peek();
  std::size_t fitting = schema::kNoBranch;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    if (!try_branch(branches[i], in_.position()).ok) continue;
    if (!exactly_one) return i;
    if (fitting != schema::kNoBranch) return schema::kNoBranch;
    fitting = i;
  }
  return fitting;
}

bool Walker::check_choices(const Schema& schema, const char* value) {
  bool ok = true;
  if (!schema.any_of.empty()) ok = check_union(schema, value, false);
  if (stopped()) return false;
  if (!schema.one_of.empty()) ok = check_union(schema, value, true) && ok;
  return ok;
}

bool Walker::check_union(const Schema& schema, const char* value, bool exactly_one) {
  const schema::List<Child>& branches = exactly_one ? schema.one_of : schema.any_of;
  const std::string_view keyword = exactly_one ? "oneOf" : "anyOf";
  const bool selects = schema.select != nullptr && (exactly_one || schema.one_of.empty());
  if (selects) {
    Walker ahead(in_.reread(value), begin_, tried_, nullptr);
    const std::size_t branch = ahead.choose(schema);
    if (branch == schema::kNoBranch) return refuse_union(schema, value, keyword);
    return check_again(branches[branch], trail_ == nullptr ? "" : indexed(keyword, branch), value);
  }
  std::size_t fitting = 0;
  std::size_t closest = 0;
  const char* furthest = nullptr;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const Verdict verdict = try_branch(branches[i], value);
    if (verdict.ok) ++fitting;
    if (verdict.ok && !exactly_one) return true;
    if (!verdict.ok && (furthest == nullptr || verdict.stopped_at > furthest)) {
      furthest = verdict.stopped_at;
      closest = i;
    }
  }
  if (fitting == 1) return true;
  if (fitting > 1) {
    return refuse(value, keyword, "expected exactly one alternative to fit",
                  std::to_string(fitting) + " that do");
  }
  refuse(value, keyword,
         "fits none of the " + std::to_string(branches.size()) + " alternatives; number " +
             std::to_string(closest + 1) + " comes closest");
  if (trail_ == nullptr) return false;
  check_again(branches[closest], indexed(keyword, closest), value);
  return false;
}

bool Walker::refuse_union(const Schema& schema, const char* value, std::string_view keyword) {
  const Types found = in_.reread(value).peek_type();
  const bool by_property = !schema.select->by_property.empty();
  if (by_property && found == schema::kObject)
    return refuse(value, keyword, message::expected_tag(*schema.select));
  Types expected = by_property ? schema::kObject : Types{};
  for (const schema::Case& one : schema.select->by_type) expected = expected | one.types;
  return refuse(value, keyword, message::expected_types(expected), message::found_type(found));
}

Walker::Verdict Walker::try_branch(const Child& child, const char* value) {
  const auto key = std::make_pair(child.schema, value);
  if (const auto known = tried_.find(key); known != tried_.end()) return known->second;
  Walker trial(in_.reread(value), begin_, tried_, nullptr);
  const bool ok = trial.check(*child.schema);
  const char* stopped_at = trial.in_.ok() ? trial.stopped_at_ : trial.in_.failed_at();
  const Verdict verdict{ok, stopped_at};
  tried_.emplace(key, verdict);
  return verdict;
}

std::size_t choose_branch(Reader& in, const schema::Schema& schema) {
  in.peek();
  Walker::Tried tried;
  Walker walker(in, in.position(), tried, nullptr);
  return walker.choose(schema);
}

bool conforms(const Reader& in, const char* value, const schema::Schema& schema, Parts parts) {
  Walker::Tried tried;
  Walker walker(in.reread(value), value, tried, nullptr);
  return walker.check(schema, parts);
}

}  // namespace eventc
