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

/// Reads an object member by member; every check of the object itself is in here, those of its
/// members in read().
///     ObjectReader<&schema::line> object(in);
///     while (object.next()) {
///       switch (object.member()) {
///         case kSku: object.read<kSku>(out.sku); break;
///         default: object.skip(); break;
///       }
///     }
template <Applied... S>
class ObjectReader {
 public:
  static constexpr const MemberTable<S.schema...>& kMembers = kMembersOf<S.schema...>;
  static constexpr std::size_t kUnknown = kMembers.size();

  explicit ObjectReader(Reader& in) : in_(in), scope_(in) {
    in_.peek();
    begin_ = in_.position();
    in_.open('{');
  }

  /// Steps to the next member, whose value is then ahead. False at the object's end, all of it
  /// checked, and on failure.
  [[gnu::always_inline]] bool next() {
    const bool has_text = kHaveTexts || (expected_ < kUnknown && kKeys[expected_].size != 0);
    if (expected_ < kUnknown && has_text && in_.step_to_key(kKeys[expected_], first_)) {
      first_ = false;
      if constexpr (kCounts) ++count_;
      return found(expected_);
    }
    return next_of_any();
  }

  /// The member's place in the schema's order, or kUnknown.
  [[nodiscard]] std::size_t member() const { return member_; }

  /// Reads the declared member K. `As` replaces the member's own schema where several apply.
  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema, class T>
  void read(T& out) {
    read_value<As>(in_, out);
  }
  /// A member whose value the schema fixes: checked, not stored.
  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema>
  void check() {
    constexpr bool kIsText = As->constant.is_string() && As->types.has(schema::kString) &&
                             !As->limits_strings && As->enumeration.empty() && !As->applies_others;
    if constexpr (kIsText) {
      const StringToken token = in_.read_string();
      if (token && !equals(token, As->constant.text())) in_.refuse();
    } else {
      const std::string_view text = in_.skip();
      if (in_.ok() && !conforms(in_, text.data(), *As)) in_.refuse();
    }
  }

  /// Whether the name of the member, which is not declared, is one of these.
  [[nodiscard]] bool matches(const schema::PatternProperty& members) {
    return eventc::matches(in_, *members.pattern, key());
  }
  /// Passes a member that the schema does not declare. Where no value at all satisfies
  /// "additionalProperties", though it is not just false, none is stored: it is refused here.
  void skip() {
    const std::string_view text = in_.skip();
    (check_other<S>(text), ...);
  }
  /// Stores it, as `As` has it ("additionalProperties"). finish() it when the object has ended.
  template <const schema::Schema* As, class Map>
  void read_unknown(MapBuilder<Map>& out) {
    read_value<As>(in_, out.append(kept_text<typename Map::key_type>(in_, key_)));
  }
  template <class Map>
  void finish(MapBuilder<Map>& unknown) {
    if (!unknown.finish()) in_.fail(Failure::NotJson, begin_, "a member is given twice");
  }

 private:
  static constexpr std::size_t kPredictions = 2;
  static constexpr std::size_t kWords = kMembers.size() / 64 + 1;
  static constexpr const auto& kKeys = kKeysOf<S.schema...>;
  static constexpr KeyIndex kIndex{kKeys};
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

  static constexpr bool kHaveTexts =
      std::all_of(kKeys.begin(), kKeys.end(), [](const KeyText& key) { return key.size != 0; });
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
  /// Services write members in the schema's order: the next few are tried first.
  bool predicted() {
    for (std::size_t ahead = 0; ahead < kPredictions; ++ahead) {
      const std::size_t candidate = expected_ + ahead;
      if (candidate >= kMembers.size()) return false;
      if (in_.take_key(kKeys[candidate])) {
        found(candidate);
        return true;
      }
    }
    return false;
  }
  /// The same with white space, at the object's end, and for members in another order.
  [[gnu::noinline]] bool next_of_any() {
    if (!in_.step('}', first_)) {
      if (in_.ok()) check_whole();
      return false;
    }
    ++count_;
    if (!predicted() && !indexed()) look_up();
    return in_.ok();
  }
  /// A declared member whose name stands as it is, without white space before the colon.
  bool indexed() {
    const std::string_view name = in_.plain_key_ahead();
    if (name.data() == nullptr) return false;
    const std::size_t member =
        kIndex.find(name, [&](std::size_t candidate) { return in_.take_key(kKeys[candidate]); });
    if (member == kUnknown) return false;
    found(member);
    return true;
  }
  void look_up() {
    key_ = in_.read_key();
    if (!in_.ok()) return;
    if (key_.escaped()) {
      unescaped_.clear();
      unescape(key_, unescaped_);
    }
    const std::size_t member = kMembers.find(key());
    if (member != kUnknown) {
      found(member);
    } else {
      member_ = kUnknown;
      if constexpr ((false || ... || is_closed(*S.schema))) in_.refuse();
    }
  }
  /// A declared member is ahead. Whether it may be.
  [[gnu::always_inline]] bool found(std::size_t member) {
    member_ = member;
    expected_ = member + 1;
    if constexpr (kForbidsAny) {
      if (kMembers[member].forbidden) return refuse_member();
    }
    std::uint64_t& word = seen_[kWords == 1 ? 0 : member / 64];
    const std::uint64_t bit = std::uint64_t{1} << (member % 64);
    if ((word & bit) != 0 && !is_kept(member)) return fail_given_twice();
    word |= bit;
    return true;
  }
  [[gnu::cold]] bool refuse_member() {
    in_.refuse();
    return false;
  }
  [[gnu::cold]] bool fail_given_twice() {
    in_.fail(Failure::NotJson, in_.position(), "a member is given twice");
    return false;
  }
  [[nodiscard]] std::string_view key() const {
    return key_.escaped() ? std::string_view(unescaped_) : key_.raw();
  }

  template <Applied One>
  void check_other(std::string_view text) {
    if constexpr (types_additional(*One.schema) && !needs_all(One)) {
      const schema::Schema& others = *One.schema->additional_properties.schema;
      if (in_.ok() && !conforms(in_, text.data(), others)) in_.refuse();
    }
  }
  void check_whole() {
    if (!has(kRequired)) return in_.refuse();
    const bool count_allowed =
        (true && ... && (count_ >= S.schema->min_properties && count_ <= S.schema->max_properties));
    if (!count_allowed) return in_.refuse();
    (check_text<S>(), ...);
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
      if (!fits_members<One>()) return in_.refuse();
    }
    if constexpr (needs_all(One)) {
      if (!conforms(in_, begin_, *One.schema)) in_.refuse();
    } else if constexpr (needs_choices(One)) {
      if (!conforms(in_, begin_, *One.schema, Parts::Choices)) in_.refuse();
    }
  }

  struct NoScope {
    explicit NoScope(Reader&) {}
  };
  static constexpr bool kChecksText = (false || ... || (needs_all(S) || needs_choices(S)));

  Reader& in_;
  [[no_unique_address]] std::conditional_t<kChecksText, MemoryScope, NoScope> scope_;
  const char* begin_ = nullptr;
  Words seen_{};
  std::size_t expected_ = 0;
  std::size_t member_ = kUnknown;
  std::size_t count_ = 0;
  bool first_ = true;
  StringToken key_;
  std::string unescaped_;
};

}  // namespace eventc
