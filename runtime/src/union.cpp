// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/conforms.hpp"
#include "walker.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::Schema;

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
