// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/optional_text.hpp"
#include "eventc/json.hpp"
#include "eventc/nullable.hpp"

/// Codecs of what may be null or absent.
namespace eventc {

/// Whether null satisfies the schema.
[[nodiscard]] constexpr bool allows_null(const schema::Schema& s) {
  const auto is_null = [](const schema::Value& v) { return v.kind() == schema::Value::Kind::Null; };
  const auto allowed_by = [](const schema::Child& child) { return allows_null(*child.schema); };
  if (!s.types.has(schema::kNull)) return false;
  if (s.constant.present() && !is_null(s.constant)) return false;
  const bool is_closed = !s.enumeration.empty() && !s.open;
  if (is_closed && std::none_of(s.enumeration.begin(), s.enumeration.end(), is_null)) return false;
  if (s.ref.present() && !allowed_by(s.ref)) return false;
  if (!std::all_of(s.all_of.begin(), s.all_of.end(), allowed_by)) return false;
  if (!s.any_of.empty() && std::none_of(s.any_of.begin(), s.any_of.end(), allowed_by)) return false;
  if (s.conditions.present()) {
    const schema::Conditions& c = *s.conditions;
    if (c.dynamic_ref.present() && !allowed_by(c.dynamic_ref)) return false;
    if (c.not_.present() && allowed_by(c.not_)) return false;
    const schema::Child& then = c.if_.present() && allowed_by(c.if_) ? c.then_ : c.else_;
    if (c.if_.present() && then.present() && !allowed_by(then)) return false;
  }
  return s.one_of.empty() || std::count_if(s.one_of.begin(), s.one_of.end(), allowed_by) == 1;
}

/// Of a union of null and one other branch, that branch; otherwise the schema itself.
template <const schema::Schema* S>
[[nodiscard]] constexpr const schema::Schema* without_null() {
  const schema::List<schema::Child>& branches = S->one_of.empty() ? S->any_of : S->one_of;
  if (branches.size() != 2 || S->null_branch == schema::kNoBranch) return S;
  return branches[1 - S->null_branch].schema;
}

/// Whether a string that contains null is read as null. (JSON inside of a string is null itself.)
template <const schema::Schema* S, class T>
inline constexpr bool kMayContainNull = [] {
  constexpr const schema::Schema* kInner = without_null<S>();
  if constexpr (kReadsContent<kInner, T> && !kIsJson<T>) {
    return allows_null(*kInner->content_schema.schema);
  } else {
    return false;
  }
}();

/// Reads a value that is not null, behind white space, into what may hold null, an optional or a
/// Nullable.
template <const schema::Schema* S, class T, class MaybeNull>
[[nodiscard, gnu::always_inline]] inline const char* read_value_without_null(Reader& in,
                                                                             const char* at,
                                                                             MaybeNull& out) {
  constexpr bool kIsUnion = !kSameSchema<without_null<S>(), S>;
  [[maybe_unused]] const char* const begin = at;
  if constexpr (kIsUnion) {
    const schema::Types type = in.type(at);
    if (!type.empty() && !S->types.has(type)) return in.refuse(at);
  }
  if constexpr (kMayContainNull<S, T>) {
    at = read_content<without_null<S>()>(in, at, out);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    T scalar{};  // in a register, until it goes where it stays
    at = read_value<without_null<S>()>(in, at, scalar);
    out.emplace(scalar);
  } else {
    at = read_value<without_null<S>()>(in, at, out.emplace());
  }
  if constexpr (kIsUnion && has_checks_beside_union(*S)) return confirm<S>(in, begin, at);
  return at;
}
/// Whether null is there, and the schema allows it.
template <const schema::Schema* S>
[[nodiscard]] bool is_null_at(Reader& in, const char* at) {
  if constexpr (allows_null(*S)) return in.byte(at) == 'n';
  return false;
}
/// Writes what is null: a string that contains null where the value itself can't be.
template <const schema::Schema* S, class T, class MaybeNull>
void write_null_value(Writer& out, const MaybeNull& null) {
  if constexpr (kMayContainNull<S, T>) {
    if (!allows_null(*S)) return write_content<without_null<S>()>(out, null);
  }
  out.write_null();
}

template <class T>
inline constexpr bool kHoldsContent<std::optional<T>> = false;
template <class T>
inline constexpr bool kHoldsContent<Nullable<T>> = false;

/// Whether a T says null itself, so that an optional around it is empty for an absent value alone.
/// JSON inside of a string does not: that may be null where the string is there.
template <const schema::Schema* S, class T>
inline constexpr bool kHoldsNull = std::is_same_v<T, std::monostate>;
template <const schema::Schema* S, class Text>
inline constexpr bool kHoldsNull<S, BasicJson<Text>> =
    !kReadsContent<without_null<S>(), BasicJson<Text>>;

template <class T>
inline constexpr bool kHasParts<std::optional<T>> = kHasParts<T>;
template <class T>
inline constexpr bool kHasParts<Nullable<T>> = kHasParts<T>;

/// Whether a T in an optional is read after one like it as it would be without the optional.
template <const schema::Schema* S, class T>
inline constexpr bool kReadsLikeInside =
    !kMayContainNull<S, T> && kSameSchema<without_null<S>(), S> && kReadsLike<S, T>;

template <class T>
inline constexpr bool kIsText =
    std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>;

/// A member that may be absent, null, or both: empty then, but for kHoldsNull.
template <class T>
struct Codec<std::optional<T>> {
  static constexpr bool kChecksAll = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, std::optional<T>& out) {
    if constexpr (kHoldsNull<S, T>) return read_value<S>(in, at, out.emplace());
    if constexpr (kIsPlainText<S> && kIsText<T>)
      return read_optional_text(in, at, allows_null(*S), out);
    at = in.skip_space(at);
    if (!is_null_at<S>(in, at)) return read_value_without_null<S, T>(in, at, out);
    out.reset();
    return in.read_null(at);
  }
  template <const schema::Schema* S>
  requires kReadsLikeInside<S, T>
  static const char* take_like(Reader& in, const char* at, std::optional<T>& out,
                               const std::optional<T>& before) {
    if (!before) return nullptr;
    if constexpr (std::is_trivially_copyable_v<T>) {
      T value{};  // in registers, until it goes where it stays
      at = Codec<T>::template take_like<S>(in, at, value, *before);
      if (at != nullptr) out.emplace(value);
      return at;
    } else {
      return Codec<T>::template take_like<S>(in, at, out.emplace(), *before);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::optional<T>& value) {
    if (value) {
      write_value<without_null<S>()>(out, *value);
    } else {
      write_null_value<S, T>(out, value);
    }
  }
};

/// The same where null and absence are told apart.
template <class T>
struct Codec<Nullable<T>> {
  static constexpr bool kChecksAll = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, Nullable<T>& out) {
    at = in.skip_space(at);
    if (!is_null_at<S>(in, at)) return read_value_without_null<S, T>(in, at, out);
    out = Nullable<T>::null();
    return in.read_null(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const Nullable<T>& value) {
    if (value.has_value()) {
      write_value<without_null<S>()>(out, value.value());
    } else {
      write_null_value<S, T>(out, value);
    }
  }
};

}  // namespace eventc
