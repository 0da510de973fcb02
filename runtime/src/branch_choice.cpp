// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/conforms.hpp"
#include "memory.hpp"
#include "walker.hpp"

namespace eventc {
namespace {

/// The branch of the first own member in the object ahead.
std::size_t branch_of_first_own_member(Reader in, const schema::Selector& selector) {
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

std::size_t choose_branch(Reader& in, const schema::Schema& schema) {
  in.peek();
  const bool exactly_one = !schema.one_of.empty();
  const bool has_memory = in.memory() != nullptr && *in.memory() != nullptr;
  const bool looks_again = has_memory || in.guesses() == Guesses::Forbidden;
  Walker ahead(in, in.position(), looks_again ? remember(in) : nullptr, nullptr);
  const Walker::Choice choice = ahead.look(schema, in.position(), exactly_one);
  if (choice.left.empty()) return choice.branch;
  Memory own;
  Memory* const shared = remember(in);
  Walker walker(in, in.position(), shared != nullptr ? shared : &own, nullptr);
  const std::size_t branch = walker.try_all(schema, choice.left);
  in.share_limit(walker.reader());
  return branch;
}

BranchChoice::BranchChoice(Reader& in, const schema::Schema& schema)
    : scope_(in), in_(in), schema_(schema) {
  const schema::Types type = in.peek_type();
  value_ = in.position();
  if (schema.select != nullptr) branch_ = branch_of_type(*schema.select, type);
  if (branch_ != schema::kNoBranch) return;
  const bool is_object = type == schema::kObject;
  const bool is_by_member = schema.select != nullptr && !schema.select->by_member.empty();
  is_guess_ = is_object && is_by_member && in.guesses() != Guesses::Forbidden;
  if (!is_guess_) {
    branch_ = choose_branch(in, schema);
    return;
  }
  branch_ = branch_of_first_own_member(in, *schema.select);
  in.set_guesses(Guesses::Made);
  outer_ = in.watch({schema.select, branch_, in.depth_left() - 1});
}

void BranchChoice::confirm() {
  if (!is_guess_) return;
  const bool met_another = in_.watch(outer_).met_another;
  if (!in_.ok() || !met_another) return;
  Reader again = in_.reread(value_);
  const std::size_t branch = choose_branch(again, schema_);
  in_.share_limit(again);
  if (branch != branch_) in_.refuse();
}

}  // namespace eventc
