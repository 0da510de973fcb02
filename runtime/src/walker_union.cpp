// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/conforms.hpp"
#include "messages.hpp"
#include "walker.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;
using schema::Types;

namespace {

const schema::List<Child>& branches_of(const Schema& schema, bool exactly_one) {
  return exactly_one ? schema.one_of : schema.any_of;
}

std::string_view keyword_of(bool exactly_one) { return exactly_one ? "oneOf" : "anyOf"; }

}  // namespace

std::size_t Walker::try_all(const Schema& schema, const Branches& tried) {
  const bool exactly_one = !schema.one_of.empty();
  const Trials trials =
      try_branches(branches_of(schema, exactly_one), tried, in_.position(), exactly_one, nullptr);
  return trials.fitting == 1 ? trials.first_fitting : schema::kNoBranch;
}

bool Walker::check_choices(const Schema& schema, const char* value, Evaluated* evaluated) {
  bool ok = true;
  if (!schema.any_of.empty()) ok = check_union(schema, value, false, evaluated);
  if (stopped()) return false;
  if (!schema.one_of.empty()) ok = check_union(schema, value, true, evaluated) && ok;
  return ok;
}

/// Whether a branch alone decides on an array or object. (Another value costs nothing to read.)
bool Walker::is_only_union(const Schema& schema, Types found) {
  const bool is_union = !schema.any_of.empty() || !schema.one_of.empty();
  return is_union && (found == schema::kArray || found == schema::kObject) &&
         schema.types.has(found) && !has_parts(schema) && !has_checks_beside_union(schema) &&
         schema.enumeration.empty() && !schema.keep_unknown;
}

/// Reads the value once, as its branch: nested unions take no longer than their text.
bool Walker::check_only_union(const Schema& schema) {
  const bool exactly_one = !schema.one_of.empty();
  const char* const value = in_.position();
  const Choice choice = look(schema, value, exactly_one);
  if (choice.branch != schema::kNoBranch) {
    return check_child(branches_of(schema, exactly_one)[choice.branch],
                       {keyword_of(exactly_one), choice.branch});
  }
  pass();
  return !stopped() && check_undecided(schema, choice, value, exactly_one, nullptr);
}

bool Walker::check_union(const Schema& schema, const char* value, bool exactly_one,
                         Evaluated* evaluated) {
  const Choice choice = look(schema, value, exactly_one);
  if (choice.branch == schema::kNoBranch)
    return check_undecided(schema, choice, value, exactly_one, evaluated);
  return check_beside(branches_of(schema, exactly_one)[choice.branch],
                      {keyword_of(exactly_one), choice.branch}, value, evaluated);
}

bool Walker::check_undecided(const Schema& schema, const Choice& choice, const char* value,
                             bool exactly_one, Evaluated* evaluated) {
  const std::string_view keyword = keyword_of(exactly_one);
  if (choice.left.empty()) return refuse_union(schema, value, keyword);
  const schema::List<Child>& branches = branches_of(schema, exactly_one);
  const Trials trials = try_branches(branches, choice.left, value, exactly_one, evaluated);
  if (stopped()) return false;
  if (trials.fitting == 1 || (trials.fitting > 1 && !exactly_one)) return true;
  if (trials.fitting > 1) {
    return refuse(value, keyword, [&](Words& words) {
      words.say("expected exactly one alternative to fit");
      words.found(std::to_string(trials.fitting) + " that do");
    });
  }
  return refuse_all(branches, choice.left, value, keyword);
}

bool Walker::refuse_union(const Schema& schema, const char* value, std::string_view keyword) {
  const schema::Selector& select = *schema.select;
  const Types found = Cursor(in_, value).peek_type();
  const bool takes_objects = !select.by_property.empty() || !select.by_member.empty();
  if (takes_objects && found == schema::kObject) {
    return refuse(value, keyword, [&](Words& words) {
      if (select.by_member.empty()) {
        words.expect_tag(select);
      } else {
        words.expect_own_member(select);
      }
    });
  }
  Types expected = takes_objects ? schema::kObject : Types{};
  for (const schema::Case& one : select.by_type) expected = expected | one.types;
  return refuse(value, keyword,
                [&](Words& words) { words.expect_types(expected).found_type(found); });
}

Walker::Trials Walker::try_branches(const schema::List<Child>& branches, const Branches& tried,
                                    const char* value, bool exactly_one, Evaluated* evaluated) {
  Trials trials;
  static_cast<void>(look_again(value, nullptr).outline_ahead());  // trials stand on it
  for (std::size_t i = 0; i < tried.size(); ++i) {
    const std::size_t index = tried[i];
    const bool is_fitting = fits(branches[index], value, evaluated);
    if (stopped()) return trials;
    if (!is_fitting) continue;
    if (trials.fitting++ == 0) trials.first_fitting = index;
    if (!exactly_one && evaluated == nullptr) return trials;
  }
  return trials;
}

bool conforms(Reader& in, const char* value, const schema::Schema& schema, Parts parts) {
  Memory own;
  const bool has_parts = *value == '{' || *value == '[';
  Memory* const shared = has_parts ? remember(in) : nullptr;
  Walker walker = shared != nullptr ? Walker::on_text(in, value, shared)
                                    : Walker(in, value, value, &own, nullptr);
  const bool ok = walker.check(schema, parts);
  in.share_limit(walker.reader());
  return ok && in.ok();
}

}  // namespace eventc
