// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "eventc/emitted/codec.hpp"

/// The codec of "oneOf" and "anyOf": the alternatives of a variant are the branches in their order,
/// null left out.
namespace eventc {

[[nodiscard]] constexpr bool one_may_declare(const schema::List<schema::Child>& list,
                                             std::string_view name, std::size_t depth);
[[nodiscard]] constexpr bool may_declare_beside_unions(const schema::Schema& s,
                                                       std::string_view name, std::size_t depth);

/// Whether an object's schema, or one that applies in its place, declares the member.
[[nodiscard]] constexpr bool may_declare(const schema::Child& child, std::string_view name,
                                         std::size_t depth = 0) {
  constexpr std::size_t kDeepest = 16;  // of schemas that apply in one another's place
  if (!child.present()) return false;
  if (depth == kDeepest) return true;
  const schema::Schema& s = *child.schema;
  return may_declare_beside_unions(s, name, depth) || one_may_declare(s.any_of, name, depth) ||
         one_may_declare(s.one_of, name, depth);
}
[[nodiscard]] constexpr bool one_may_declare(const schema::List<schema::Child>& list,
                                             std::string_view name, std::size_t depth) {
  return std::any_of(list.begin(), list.end(),
                     [&](const schema::Child& one) { return may_declare(one, name, depth + 1); });
}
/// The same for what applies to all branches of its unions.
[[nodiscard]] constexpr bool may_declare_beside_unions(const schema::Schema& s,
                                                       std::string_view name, std::size_t depth) {
  const bool declares =
      std::any_of(s.properties.begin(), s.properties.end(),
                  [&](const schema::Property& property) { return property.name == name; });
  return declares || s.conditions.present() || may_declare(s.ref, name, depth + 1) ||
         one_may_declare(s.all_of, name, depth);
}

inline constexpr std::array<schema::Types, 6> kTypesOfFirstBytes = {
    schema::kNull,   schema::kBoolean, schema::kNumber,
    schema::kString, schema::kArray,   schema::kObject};

template <class... T>
struct Codec<std::variant<T...>> {
  static constexpr bool kChecksAll = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, std::variant<T...>& out) {
    at = in.skip_space(at);
    const schema::Types type = in.type(at);
    if (!S->types.has(type)) {
      in.skip(at);
      return in.refuse(at);
    }
    if constexpr (kIsToldByType<S>) {
      const char* const behind = read_type<S>(in, at, out, type, std::index_sequence_for<T...>());
      if constexpr (has_checks_beside_union(*S)) return confirm<S>(in, at, behind);
      return behind;
    } else {
      return decode_chosen<S>(in, at, out);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::variant<T...>& value) {
    write_branch<S>(out, value, std::index_sequence_for<T...>());
  }

 private:
  template <const schema::Schema* S>
  static const char* decode_chosen(Reader& in, const char* at, std::variant<T...>& out) {
    BranchChoice choice(in, at, *S, kSharesOwn<S>);
    if (!in.ok()) return in.end();
    const std::size_t branch = choice.branch();
    if (branch == schema::kNoBranch || branch == S->null_branch) return in.refuse(at);
    const char* behind = read_branch<S>(in, at, out, branch, std::index_sequence_for<T...>());
    behind = choice.confirm(behind);
    if constexpr (has_checks_beside_union(*S)) return confirm<S>(in, at, behind);
    return behind;
  }
  template <const schema::Schema* S>
  static constexpr const schema::List<schema::Child>& branches() {
    if constexpr (S->one_of.empty()) {
      return S->any_of;
    } else {
      return S->one_of;
    }
  }
  /// Whether a branch, or what applies beside all of them, declares what is another's own member:
  /// then a reader has to look at the names that it expects, too.
  template <const schema::Schema* S>
  static constexpr bool kSharesOwn = [] {
    if (!S->select.present()) return false;
    for (const schema::OwnMember& own : S->select->by_member) {
      if (may_declare_beside_unions(*S, own.name, 0)) return true;
      for (std::size_t i = 0; i < branches<S>().size(); ++i) {
        if (i != own.branch && may_declare(branches<S>()[i], own.name)) return true;
      }
    }
    return false;
  }();
  /// The branch of each alternative.
  template <const schema::Schema* S>
  static constexpr std::array<std::size_t, sizeof...(T)> kBranchOf = [] {
    std::array<std::size_t, sizeof...(T)> branch_of{};
    std::size_t alternative = 0;
    for (std::size_t i = 0; i < branches<S>().size(); ++i) {
      if (i != S->null_branch) branch_of[alternative++] = i;
    }
    return branch_of;
  }();

  /// Whether nothing else tells the branches apart.
  template <const schema::Schema* S>
  static constexpr bool kIsToldByType =
      S->select.present() && S->select->by_property.empty() && S->select->by_member.empty();

  /// The types of a branch, of those that first bytes tell apart.
  template <const schema::Schema* S>
  static constexpr schema::Types types_of_branch(std::size_t branch) {
    schema::Types types;
    for (const schema::Types type : kTypesOfFirstBytes) {
      if (branch_of_type(*S->select, type) == branch) types = types | type;
    }
    return types;
  }
  template <const schema::Schema* S, std::size_t... I>
  static const char* read_type(Reader& in, const char* at, std::variant<T...>& out,
                               schema::Types type, std::index_sequence<I...>) {
    const bool is_of_one = ((types_of_branch<S>(kBranchOf<S>[I]).has(type) &&
                             (at = read_alternative<S, I>(in, at, out), true)) ||
                            ...);
    return is_of_one ? at : in.refuse(at);
  }
  template <const schema::Schema* S, std::size_t... I>
  static const char* read_branch(Reader& in, const char* at, std::variant<T...>& out,
                                 std::size_t branch, std::index_sequence<I...>) {
    static_cast<void>(
        ((branch == kBranchOf<S>[I] && (at = read_alternative<S, I>(in, at, out), true)) || ...));
    return at;
  }
  template <const schema::Schema* S, std::size_t I>
  static const char* read_alternative(Reader& in, const char* at, std::variant<T...>& out) {
    return read_value<branches<S>()[kBranchOf<S>[I]].schema>(in, at, out.template emplace<I>());
  }
  template <const schema::Schema* S, std::size_t... I>
  static void write_branch(Writer& out, const std::variant<T...>& value,
                           std::index_sequence<I...>) {
    static_cast<void>(((value.index() == I && (write_alternative<S, I>(out, value), true)) || ...));
  }
  template <const schema::Schema* S, std::size_t I>
  static void write_alternative(Writer& out, const std::variant<T...>& value) {
    write_value<branches<S>()[kBranchOf<S>[I]].schema>(out, *std::get_if<I>(&value));
  }
};

}  // namespace eventc
