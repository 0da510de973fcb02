// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/key_index.hpp"
#include "eventc/emitted/map_builder.hpp"
#include "eventc/emitted/member_names.hpp"
#include "eventc/emitted/member_table.hpp"

namespace eventc {

/// A schema that applies to an object.
struct Applied {
  const schema::Schema* schema = nullptr;
  /// Which of its branches ("anyOf", "oneOf", "if") applies has been decided before the object is
  /// read: it is an alternative of a variant.
  bool is_decided = false;
  /// It says nothing: what it declares is kept as it comes, the last where a member comes twice.
  bool is_kept = false;

  constexpr Applied(const schema::Schema* applied)  // NOLINT(google-explicit-constructor)
      : schema(applied) {}
  constexpr Applied(const schema::Schema* applied, bool decided, bool kept)
      : schema(applied), is_decided(decided), is_kept(kept) {}
};

[[nodiscard]] constexpr Applied decided(const schema::Schema* schema) {
  return {schema, true, false};
}
[[nodiscard]] constexpr Applied kept(const schema::Schema* schema) { return {schema, false, true}; }

template <const schema::Schema* First, const schema::Schema*...>
inline constexpr const schema::Schema* kFirstOf = First;

/// Reads an object member by member; every check of the object itself is in here, those of its
/// members in read().
///     ObjectReader<&schema::line> object(in, at);
///     while (object.next()) {
///       switch (object.member()) {
///         case kSku: object.read<kSku>(out.sku); break;
///         default: object.skip(); break;
///       }
///     }
///     return object.end();
/// Its parts are to stay in registers: nothing here that is not inlined is given `this`.
template <Applied... S>
class ObjectReader {
 public:
  static constexpr const MemberTable<S.schema...>& kMembers = kMembersOf<S.schema...>;
  static constexpr std::size_t kUnknown = kMembers.size();

  [[gnu::always_inline]] ObjectReader(Reader& in, const char* at)
      : in_(in),
        scope_(in),
        inside_(in.open('{', at)),
        window_end_(in.window_inside(inside_)),
        depth_left_(in.depth_left()),
        refusals_(in.refusals()) {
    at_ = inside_ == in.end() ? inside_ : begin();
  }

  /// Steps to the next member, whose value is then ahead. False at the object's end, all of it
  /// checked, and on failure.
  [[gnu::always_inline]] bool next() {
    if (!is_expected()) [[unlikely]]
      return find_next<false>();
    stop_ = at_;
    at_ += 1 + kKeys[expected_].size;
    if constexpr (kCounts) ++count_;
    return found(expected_);
  }
  /// Behind the object.
  [[nodiscard]] const char* end() const {
    if constexpr (kTellsHeadway) {
      if (member_ == kUnknown) in_.tell_end({kOwn, inside_, stop_, seen_[0]});
    }
    return at_;
  }

  /// The member's place in the schema's order, or kUnknown.
  [[nodiscard]] std::size_t member() const { return member_; }

  /// Reads the declared member K. `As` replaces the member's own schema where several apply.
  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema, class T>
  void read(T& out) {
    at_ = read_value<As>(in_, at_, out);
    if constexpr (kTellsHeadway && kHasParts<T>) stop_at_refused();
  }
  /// A member whose value the schema fixes: checked, not stored.
  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema>
  void check() {
    constexpr bool kIsText = As->constant.is_string() && As->types.has(schema::kString) &&
                             !As->limits_strings && As->enumeration.empty() && !As->applies_others;
    if constexpr (kIsText) {
      static constexpr QuotedText kConstant{As->constant.text()};
      if (in_.take_constant(kConstant, at_)) return;
      const StringToken token = in_.read_string(at_);
      if (token && !equals(token, As->constant.text())) refuse();
    } else {
      const std::string_view text = in_.skip(at_);
      at_ = confirm<As>(in_, text.data(), at_);
    }
  }

  /// Whether the name of the member, which is not declared, is one of these.
  [[nodiscard]] bool matches(const schema::PatternProperty& members) {
    std::string unescaped;
    return eventc::matches(in_, at_, *members.pattern, characters_of(key_, unescaped));
  }
  /// Passes a member that the schema does not declare. Where no value at all satisfies
  /// "additionalProperties", though it is not just false, none is stored: it is refused here.
  void skip() {
    const std::string_view text = in_.skip(at_);
    (check_other<S>(text), ...);
  }
  /// Stores it, as `As` has it ("additionalProperties"). finish() it when the object has ended.
  template <const schema::Schema* As, class Map>
  void read_unknown(MapBuilder<Map>& out) {
    at_ = read_value<As>(in_, at_, out.append(kept_text<typename Map::key_type>(in_, key_)));
    if constexpr (kTellsHeadway) stop_at_refused();
  }
  template <class Map>
  void finish(MapBuilder<Map>& unknown) {
    if (!unknown.finish()) at_ = in_.fail(Failure::NotJson, begin(), "a member is given twice");
  }

 protected:
  /// Steps to the next member, wherever it is declared and whatever is around its name; a reader
  /// that is likely at the object's end looks for that first.
  template <bool kIsLikelyAtEnd>
  [[gnu::always_inline]] bool find_next() {
    if constexpr (kTellsHeadway) go_on_behind_refused();
    if (in_.ok()) {
      stop_ = at_;
      member_ = kUnknown;
    }
    const bool is_first = in_.ok() && at_ == begin();
    if (kIsLikelyAtEnd && !is_first && in_.leave_object(at_)) return check_whole();
    const MemberNames::Step step = kNames.step(in_, at_, expected_, is_first ? '{' : ',');
    at_ = step.at;
    if (step.member == kNames.end()) return check_whole();
    if constexpr (kCounts) ++count_;
    if (step.member != kUnknown) return found(step.member);
    StringToken key;
    at_ = in_.read_any_key(at_, key);
    key_ = key;
    if constexpr ((false || ... || is_closed(*S.schema))) return refuse();
    return in_.ok();
  }
  /// For take_member(): whether white space stands before names.
  [[nodiscard]] bool expect_space() {
    if (window_end_ != nullptr) return false;
    window_end_ = in_.window_of_declared();
    return true;
  }
  /// Steps to the member K, if that is the next and all is as it mostly is. What is asked of the
  /// text, and what becomes of the reader, is known at compile time.
  template <std::size_t K>
  [[gnu::always_inline]] bool take_member(char separator, bool is_spaced) {
    constexpr const KeyText& kKey = kKeys[K];
    constexpr std::uint64_t kBit = std::uint64_t{1} << (K % 64);
    if constexpr (kKey.size == 0 || kMembers[K].forbidden) return false;
    if (at_ >= window_end_ || (!is_kept(K) && (seen_[K / 64] & kBit) != 0)) return false;
    const char* value = at_ + 1 + kKey.size;
    if (*at_ != separator || !kKey.begins(at_ + 1)) {
      value = is_spaced ? in_.behind_indented_key(kKey, at_, separator) : nullptr;
      if (value == nullptr) return false;
    }
    seen_[K / 64] |= kBit;
    if constexpr (kCounts) ++count_;
    stop_ = at_;
    at_ = value;
    member_ = K;
    expected_ = K + 1;
    return true;
  }

  Reader& in_;
  const char* at_;  ///< Before a member what stands between: the brace, or a comma.

 private:
  static constexpr std::size_t kWords = kMembers.size() / 64 + 1;
  static constexpr const auto& kKeys = kKeysOf<S.schema...>;
  static constexpr KeyIndex kIndex{kKeys};
  static constexpr MemberNames kNames{kMembers, kKeys.data(), kIndex.slots()};
  using Words = std::array<std::uint64_t, kWords>;  ///< A bit for each member.
  static constexpr Words kRequired = [] {
    Words words{};
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].required) words[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    return words;
  }();

  static constexpr bool kForbidsAny = [] {
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].forbidden) return true;
    }
    return false;
  }();

  static constexpr bool kCounts =
      (false || ... ||
       (S.schema->min_properties != 0 || S.schema->max_properties != schema::kUnlimited));

  static constexpr bool is_closed(const schema::Schema& schema) {
    return schema.additional_properties.present() &&
           schema.additional_properties.schema->types.empty() && schema.pattern_properties.empty();
  }
  static constexpr bool is_union(const schema::Schema& schema) {
    return !schema.any_of.empty() || !schema.one_of.empty();
  }
  static constexpr bool types_additional(const schema::Schema& schema) {
    return schema.additional_properties.present() &&
           !schema.additional_properties.schema->types.empty();
  }
  /// What members alone cannot show is checked on the object's text.
  static constexpr bool needs_all(Applied applied) {
    const schema::Schema& schema = *applied.schema;
    const bool is_if_decided = applied.is_decided && !is_union(schema);
    const bool has_conditions =
        schema.conditions.present() && !(is_if_decided && schema.conditions->are_only_if());
    return !schema.pattern_properties.empty() || has_conditions ||
           (sizeof...(S) > 1 && types_additional(schema));
  }
  static constexpr bool needs_choices(Applied applied) {
    return !applied.is_decided && is_union(*applied.schema) && !is_chosen_by_members(applied);
  }
  static constexpr const schema::List<schema::Child>& branches_of(const schema::Schema& schema) {
    return schema.one_of.empty() ? schema.any_of : schema.one_of;
  }
  /// Whether a schema asks an object for declared members, and for nothing else.
  static constexpr bool asks_for_members_alone(const schema::Child& branch) {
    const schema::Schema& s = *branch.schema;
    const bool of_members =
        !s.properties.empty() || !s.pattern_properties.empty() || s.additional_properties.present();
    const bool of_counts = s.min_properties != 0 || s.max_properties != schema::kUnlimited;
    return s.types.has(schema::kObject) && !s.lists_values && !s.applies_others && !of_members &&
           !of_counts &&
           std::all_of(s.required.begin(), s.required.end(),
                       [](std::string_view name) { return kMembers.find(name) != kUnknown; });
  }
  /// Whether the branches of its union are all of that kind.
  static constexpr bool is_chosen_by_members(Applied applied) {
    const schema::Schema& schema = *applied.schema;
    const bool is_one_union = schema.any_of.empty() || schema.one_of.empty();
    return is_one_union && std::all_of(branches_of(schema).begin(), branches_of(schema).end(),
                                       asks_for_members_alone);
  }
  /// The members that each branch of a union asks for.
  template <Applied One>
  static constexpr auto kMembersOfBranches = [] {
    std::array<Words, branches_of(*One.schema).size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const std::string_view name : branches_of(*One.schema)[i].schema->required) {
        const std::size_t member = kMembers.find(name);
        all[i][member / 64] |= std::uint64_t{1} << (member % 64);
      }
    }
    return all;
  }();
  /// Those of the last schema, where it keeps its members.
  static constexpr bool is_kept(std::size_t member) {
    constexpr std::size_t kKept = (0 + ... + (S.is_kept ? S.schema->properties.size() : 0));
    return member >= kMembers.size() - kKept;
  }
  static constexpr bool kHaveTexts =
      std::all_of(kKeys.begin(), kKeys.end(), [](const KeyText& key) { return key.size != 0; });
  /// Services write members in the schema's order, and most texts have no white space.
  [[nodiscard, gnu::always_inline]] bool is_expected() const {
    if (at_ >= window_end_ || expected_ == kUnknown) return false;
    if (!kHaveTexts && kKeys[expected_].size == 0) return false;
    return (*at_ == ',' || at_ == begin()) && kKeys[expected_].begins(at_ + 1);
  }
  /// A declared member is ahead. Whether it may be.
  [[gnu::always_inline]] bool found(std::size_t member) {
    member_ = member;
    expected_ = member + 1;
    if constexpr (kForbidsAny) {
      if (kMembers[member].forbidden) return refuse();
    }
    std::uint64_t& word = seen_[kWords == 1 ? 0 : member / 64];
    const std::uint64_t bit = std::uint64_t{1} << (member % 64);
    if ((word & bit) != 0 && !is_kept(member)) [[unlikely]]
      return fail_given_twice();
    word |= bit;
    return true;
  }
  /// So that next() does not go on before it has noted what was refused.
  [[gnu::always_inline]] void stop_at_refused() {
    if (in_.refusals() != refusals_) [[unlikely]]
      window_end_ = nullptr;
  }
  [[gnu::always_inline]] void go_on_behind_refused() {
    if (in_.refusals() == refusals_) [[likely]]
      return;
    at_ = in_.go_on(at_, {kOwn, inside_, stop_, accepted()}, '{', depth_left_);
    refusals_ = in_.refusals();
    window_end_ = in_.window_inside(inside_);
  }
  /// Of the object.
  [[nodiscard]] const char* begin() const { return inside_ - 1; }
  /// Those before the one whose value is being read.
  [[nodiscard]] std::uint64_t accepted() const {
    return member_ == kUnknown ? seen_[0] : seen_[0] & ~(std::uint64_t{1} << member_);
  }
  bool refuse() {
    at_ = in_.refuse(at_);
    return false;
  }
  bool fail_given_twice() {
    member_ = kUnknown;  // what had been accepted was another
    at_ = in_.fail(Failure::NotJson, at_, "a member is given twice");
    return false;
  }

  template <Applied One>
  void check_other(std::string_view text) {
    if constexpr (types_additional(*One.schema) && !needs_all(One)) {
      const schema::Schema& others = *One.schema->additional_properties.schema;
      if (in_.ok() && !conforms(in_, text.data(), others)) refuse();
    }
  }
  /// The object has ended, or reading has.
  bool check_whole() {
    if (!in_.ok()) return false;
    if (!has(kRequired)) return refuse();
    const bool count_allowed =
        (true && ... && (count_ >= S.schema->min_properties && count_ <= S.schema->max_properties));
    if (!count_allowed) return refuse();
    (check_text<S>(), ...);
    return false;
  }
  [[nodiscard]] bool has(const Words& members) const {
    for (std::size_t i = 0; i < kWords; ++i) {
      if ((members[i] & ~seen_[i]) != 0) return false;
    }
    return true;
  }
  template <Applied One>
  [[nodiscard]] bool fits_members() const {
    const auto fitting =
        std::count_if(kMembersOfBranches<One>.begin(), kMembersOfBranches<One>.end(),
                      [this](const Words& members) { return has(members); });
    return One.schema->one_of.empty() ? fitting != 0 : fitting == 1;
  }
  template <Applied One>
  void check_text() {
    if constexpr (!One.is_decided && is_union(*One.schema) && is_chosen_by_members(One)) {
      if (!fits_members<One>()) refuse();
    }
    if constexpr (needs_all(One)) {
      if (in_.ok() && !conforms(in_, begin(), *One.schema)) refuse();
    } else if constexpr (needs_choices(One)) {
      if (in_.ok() && !conforms(in_, begin(), *One.schema, Parts::Choices)) refuse();
    }
  }

  static constexpr const schema::Schema* kOwn = kFirstOf<S.schema...>;
  /// Whether all that it says of a member is checked as the member passes.
  static constexpr bool kTellsHeadway =
      sizeof...(S) == 1 && kWords == 1 && (true && ... && !needs_all(S));

  struct NoScope {
    explicit NoScope(Reader&) {}
  };
  static constexpr bool kChecksText = (false || ... || (needs_all(S) || needs_choices(S)));

  [[no_unique_address]] std::conditional_t<kChecksText, MemoryScope, NoScope> scope_;
  const char* inside_;  ///< Behind the brace.
  const char* window_end_;
  std::size_t depth_left_;
  std::size_t refusals_;
  std::size_t expected_ = 0;
  std::size_t member_ = kUnknown;
  const char* stop_ = nullptr;  ///< The separator before the member that is read.
  Words seen_{};
  std::size_t count_ = 0;
  StringToken key_;  ///< Of a member that is not declared.
};

}  // namespace eventc
