// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/conforms.hpp"
#include "memory.hpp"
#include "walker.hpp"

namespace eventc {
namespace {

/// The branch of the first own member in the object there.
std::size_t branch_of_first_own_member(Cursor in, const schema::Selector& selector) {
  in.open('{');
  for (bool first = true; in.step('}', first); in.skip()) {
    const StringToken key = in.read_key();
    for (const schema::OwnMember& own : selector.by_member) {
      if (in.ok() && equals(key, own.name)) return own.branch;
    }
  }
  return schema::kNoBranch;
}

}  // namespace

std::size_t choose_branch(Reader& in, const char* value, const schema::Schema& schema) {
  const bool exactly_one = !schema.one_of.empty();
  const bool has_memory = in.memory() != nullptr && *in.memory() != nullptr;
  const bool looks_again = has_memory || in.guesses() == Guesses::Forbidden;
  Walker ahead(in, value, value, looks_again ? remember(in) : nullptr, nullptr);
  const Walker::Choice choice = ahead.look(schema, value, exactly_one);
  if (choice.left.empty()) return choice.branch;
  Memory own;
  Memory* const shared = remember(in);
  Walker walker(in, value, value, shared != nullptr ? shared : &own, nullptr);
  const std::size_t branch = walker.try_all(schema, choice.left);
  in.share_limit(walker.reader());
  return branch;
}

BranchChoice::BranchChoice(Reader& in, const char* value, const schema::Schema& schema,
                           bool shares_own)
    : scope_(in), in_(in), schema_(schema), value_(value) {
  const schema::Types type = in.type(value);
  if (schema.select.present()) branch_ = branch_of_type(*schema.select, type);
  if (branch_ != schema::kNoBranch) return;
  const bool is_object = type == schema::kObject;
  const bool is_by_member = schema.select.present() && !schema.select->by_member.empty();
  if (!is_object || !is_by_member || in.guesses() == Guesses::Forbidden) {
    branch_ = choose_branch(in, value, schema);
    return;
  }
  branch_ = branch_of_first_own_member(Cursor(in, value), *schema.select);
  is_guess_ = branch_ != schema::kNoBranch;
  if (!is_guess_) return;
  in.set_guesses(Guesses::Made);
  outer_ = in.watch({&*schema.select, branch_, in.depth_left() - 1, shares_own});
  in.watch_around(outer_);
}

const char* BranchChoice::confirm(const char* behind) {
  if (!is_guess_) return behind;
  const bool met_another = in_.watch(outer_).met_another;
  if (!in_.ok() || !met_another) return behind;
  const std::size_t branch = choose_branch(in_, value_, schema_);
  return branch == branch_ ? behind : in_.refuse(behind);
}

}  // namespace eventc
