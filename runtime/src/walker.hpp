// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "branches.hpp"
#include "evaluated.hpp"
#include "eventc/emitted/conforms.hpp"
#include "eventc/emitted/cursor.hpp"
#include "eventc/error.hpp"
#include "eventc/schema.hpp"
#include "memory.hpp"
#include "outline.hpp"
#include "trail.hpp"
#include "words.hpp"

namespace eventc {

/// Reads one value and checks it against a schema, walking the schema as data.
///
/// Without a trail it stops at the first violation: only the verdict is wanted. With one it goes on
/// to the value's end and notes each.
///
/// A schema is checked in three steps: what it says itself, while the value passes; what other
/// schemas say that it applies to the same value, on the value's text; what is left to
/// "unevaluatedItems" and "unevaluatedProperties". Only where these ask for it is kept which parts
/// of the value have been evaluated.
class Walker {
 public:
  /// Of the value at `at`. `begin` is where offsets count from. `memory` is null where nobody looks
  /// at the text again, `trail` where only the verdict is wanted.
  Walker(const Reader& in, const char* at, const char* begin, Memory* memory, Trail* trail)
      : in_(in, at), begin_(begin), memory_(memory), trail_(trail) {}
  /// On the text of a value that a reader reads, which may hold others of the kind: those were
  /// looked at before.
  [[nodiscard]] static Walker on_text(const Reader& in, const char* value, Memory* memory) {
    Walker walker(in, value, value, memory, nullptr);
    walker.looks_ = 1;
    return walker;
  }

  /// The value ahead. The reader is behind it then, unless the walk stopped.
  bool check(const schema::Schema& schema, Parts parts = Parts::All,
             Evaluated* evaluated = nullptr);
  /// The branch of a union, or those that are left to be tried.
  struct Choice {
    std::size_t branch = schema::kNoBranch;
    Branches left = {};
  };
  /// What can be said of the value that begins at `value` without trying branches.
  [[nodiscard]] Choice look(const schema::Schema& schema, const char* value, bool exactly_one);
  /// The only one of these branches that fits; for "anyOf" the first.
  [[nodiscard]] std::size_t try_all(const schema::Schema& schema, const Branches& tried);
  [[nodiscard]] Cursor& reader() { return in_; }
  [[nodiscard]] const char* stopped_at() const { return stopped_at_; }

 private:
  struct Members;
  struct Few;
  struct Items;
  /// What came of trying them.
  struct Trials {
    std::size_t fitting = 0;
    std::size_t first_fitting = schema::kNoBranch;
  };
  /// Of the branches that do not fit.
  struct Closest {
    std::size_t branch = schema::kNoBranch;
    Count count = {};
  };

  /// To remember a verdict costs as much as to read a scalar a few times.
  static constexpr std::size_t kLooksAtScalars = 6;
  /// A subschema that stands in another for the same value is looked at as often as that, whose
  /// verdict is remembered. Only many in one another, and equal ones that share a table, are worth
  /// more.
  static constexpr std::size_t kLooksAtParts = 4;

  [[nodiscard]] bool stopped() const {
    if (!in_.ok()) return true;
    return trail_ == nullptr ? stopped_at_ != nullptr : trail_->only_counts && trail_->is_full();
  }
  /// What says what is wrong (`void(Words&)`), without its type.
  struct InWords {
    template <class Say>
    explicit InWords(const Say& with)
        : say(&with),
          call([](const void* any, Words& words) { (*static_cast<const Say*>(any))(words); }) {}

    const void* say;
    void (*call)(const void* say, Words& words);
  };
  /// Notes a violation of a keyword, of none where the schema is `false`; false, always. `say` is
  /// called where somebody is told.
  template <class Say>
  bool refuse(const char* at, const KeywordStep& keyword, const Say& say) {
    if (stopped_at_ == nullptr) stopped_at_ = at;
    if (trail_ != nullptr) note(at, keyword, InWords(say));
    return false;
  }
  void note(const char* at, const KeywordStep& keyword, const InWords& in_words);
  void tell(const char* at, const KeywordStep& keyword, const InWords& in_words);
  bool refuse_type(const schema::Schema& schema, schema::Types found, const char* at);

  /// The same where a schema allows no value.
  bool refuse_nothing(const char* at, std::string_view keyword = {});

  // ---- What a schema says itself (walker.cpp, walker_array.cpp, walker_object.cpp)

  bool check_own(const schema::Schema& schema, Evaluated* evaluated);
  bool check_fixed(const schema::Schema& schema, const char* value);
  /// A pattern that gives up fails the reader: there is no verdict then, and nothing to refuse.
  [[nodiscard]] bool matches(const schema::Pattern& pattern, std::string_view text, const char* at);
  bool check_number(const schema::Schema& schema);
  bool check_string(const schema::Schema& schema);
  bool check_content(const schema::Schema& schema, StringToken token, const char* at);
  bool check_json_inside(const schema::Schema& schema, const std::string& content, const char* at);

  bool check_array(const schema::Schema& schema, Evaluated* evaluated);
  bool check_item(const schema::Schema& schema, Items& items, Evaluated* evaluated);
  bool check_items_as_whole(const schema::Schema& schema, const Items& items);
  bool check_contains(const schema::Conditions& conditions, const Items& items);

  bool check_object(const schema::Schema& schema, Evaluated* evaluated);
  bool check_passing_members(const schema::Schema& schema, Members& members, Evaluated* evaluated);
  bool check_known(const schema::Schema& schema, Members& members, const Outline& known,
                   Evaluated* evaluated);
  bool check_known_members(const schema::Schema& schema, Members& members, const Outline& known,
                           Evaluated* evaluated);
  static std::optional<Few> find_few(const schema::Schema& schema, const Outline& known);
  bool check_few_members(const schema::Schema& schema, Members& members, const Outline& known,
                         const Few& few, Evaluated* evaluated);
  bool check_member(const schema::Schema& schema, Members& members, StringToken key,
                    Evaluated* evaluated);
  bool check_declared(const schema::Schema& schema, Members& members, const char* value);
  bool check_by_pattern(const schema::Schema& schema, Members& members, const char* value);
  bool check_additional(const schema::Schema& schema, const Members& members, const char* key_at);
  bool check_name(const schema::Schema& schema, StringToken key, const char* key_at);
  bool check_members_as_whole(const schema::Schema& schema, Members& members, Evaluated* evaluated);
  bool check_dependents(const schema::Schema& schema, Members& members, Evaluated* evaluated);
  bool refuse_missing(const schema::Schema& schema, const Members& members);
  void leave(const Outline& object);

  /// Whether a reader has read the text, which failed.
  [[nodiscard]] bool has_headways() const {
    return memory_ != nullptr && memory_->headways != nullptr;
  }
  /// Of that reader, in the array or object whose bracket was passed. Nothing where all of its
  /// parts are needed.
  [[nodiscard]] const Headway* find_headway(const schema::Schema& schema,
                                            const Evaluated* evaluated) const;
  /// To where it leads, which becomes the next; gives it.
  const Headway* jump(const Headway*& headway, bool& first);

  // ---- What others say of the same value (walker_in_place.cpp, walker_union.cpp)

  bool check_in_place(const schema::Schema& schema, const char* value, Evaluated* evaluated);
  [[nodiscard]] static bool is_idle(const schema::Schema& schema, const Outline& value);
  bool check_not(const schema::Child& child, const char* value);
  bool check_conditions(const schema::Conditions& conditions, const char* value,
                        Evaluated* evaluated);
  bool check_if(const schema::Conditions& conditions, const char* value, Evaluated* evaluated);
  bool check_unevaluated(const schema::Conditions& conditions, const char* value,
                         Evaluated& evaluated);
  bool check_unevaluated_items(const schema::Child& child, Evaluated& evaluated);
  bool check_unevaluated_properties(const schema::Child& child, Evaluated& evaluated);

  bool check_choices(const schema::Schema& schema, const char* value, Evaluated* evaluated);
  [[nodiscard]] static bool is_only_union(const schema::Schema& schema, schema::Types found);
  bool check_only_union(const schema::Schema& schema);
  bool check_union(const schema::Schema& schema, const char* value, bool exactly_one,
                   Evaluated* evaluated);
  bool check_undecided(const schema::Schema& schema, const Choice& choice, const char* value,
                       bool exactly_one, Evaluated* evaluated);
  bool refuse_union(const schema::Schema& schema, const char* value, std::string_view keyword);

  // ---- Which branch of a union comes closest, where none fits (walker_closest.cpp)

  bool refuse_all(const schema::List<schema::Child>& branches, const Branches& tried,
                  const char* value, std::string_view keyword);
  [[nodiscard]] Closest find_closest(const schema::List<schema::Child>& branches,
                                     const Branches& tried, const char* value);
  [[nodiscard]] std::vector<std::size_t> find_alike(const schema::List<schema::Child>& branches,
                                                    const Branches& tried, const char* value);
  [[nodiscard]] Count count_violations(const schema::Child& child, const char* value);
  /// Of the value ahead.
  [[nodiscard]] schema::Types exact_type() const;

  // ---- Other schemas

  /// A subschema on the value ahead, or (in place) on one that was passed. `step` is its place
  /// below the schema.
  bool check_child(const schema::Child& child, const KeywordStep& step);
  bool check_again(const schema::Child& child, const KeywordStep& step, const char* value,
                   Evaluated* evaluated = nullptr);
  /// The same of a subschema for the value that its own schema is for.
  bool check_beside(const schema::Child& child, const KeywordStep& step, const char* value,
                    Evaluated* evaluated = nullptr);
  bool check_part(const schema::Child& child, Evaluated* evaluated);
  /// Whether it fits, without a word if it does not.
  [[nodiscard]] bool fits(const schema::Child& child, const char* value,
                          Evaluated* evaluated = nullptr);
  [[nodiscard]] Trials try_branches(const schema::List<schema::Child>& branches,
                                    const Branches& tried, const char* value, bool exactly_one,
                                    Evaluated* evaluated);
  /// Looks again at a value that was passed, and comes back.
  template <class Check>
  bool on_text_at(const char* value, const Check& check_value) {
    const char* const behind = in_.position();
    in_.move_to(value);
    ++looks_;
    const bool ok = check_value();
    --looks_;
    if (in_.ok()) in_.move_to(behind);
    return ok;
  }
  /// A walker of a value that was passed, or is ahead; and what its verdict means for this one.
  [[nodiscard]] Walker look_again(const char* value, Trail* trail) const;
  bool conclude(const Walker& again, bool ok, const char* value);
  [[nodiscard]] bool remembers(const schema::Schema& schema);
  [[nodiscard]] bool is_enough(const Finding& found, bool is_asked_for_evaluated) const;
  bool check_once(const schema::Schema& schema, Evaluated* evaluated, bool is_kept);
  bool check_anew(const schema::Schema& schema, Parts parts, Evaluated* evaluated);

  /// Of the value there: its members where it is an object that has been passed.
  [[nodiscard]] Outline known_outline(const char* value) const;
  /// These three on the value ahead.
  [[nodiscard]] Outline outline_ahead();
  [[nodiscard]] std::string_view find_member(std::string_view wanted);
  [[nodiscard]] Choice find_own_members(const schema::List<schema::OwnMember>& own_members);
  /// Passes the value ahead, and remembers where it and its parts end.
  void pass();
  /// Passes the object ahead. `visit` gets each Outline::Member, and says whether to go on.
  template <class Visit>
  void pass_members(const Visit& visit) {
    in_.peek();
    const Outline known = known_outline(in_.position());
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (!visit(known[i])) return;
    }
    if (known.has_members()) return in_.move_to(known.end());
    in_.open('{');
    for (bool first = true; in_.step('}', first);) {
      const StringToken name = in_.read_key();
      in_.peek();
      const char* const value = in_.position();
      pass();
      if (!in_.ok() || !visit({name, value, in_.position()})) return;
    }
  }
  /// The same without reading, where its end is known.
  bool jump();

  Cursor in_;
  const char* begin_;
  Memory* memory_;
  Trail* trail_;
  const char* stopped_at_ = nullptr;
  /// How often the value, or one around it, is being looked at again.
  std::size_t looks_ = 0;
};

/// The branch of a union that a value's type alone decides, or schema::kNoBranch.

/// Whether a schema says something of an array's items or an object's members.
[[nodiscard]] bool has_parts(const schema::Schema& schema);

}  // namespace eventc
