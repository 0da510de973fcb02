// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "eventc/emitted/conforms.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/writer.hpp"
#include "eventc/schema.hpp"

/// How a C++ type is read from JSON and written to it, under a schema known at compile time.
namespace eventc {

template <class Text>
class BasicJson;

/// Behind a value that has been read; refused where the rest of its checks, on its text, fails.
template <const schema::Schema* S>
[[nodiscard]] const char* confirm(Reader& in, const char* value, const char* behind,
                                  Parts parts = Parts::All) {
  return in.ok() && conforms(in, value, *S, parts) ? behind : in.refuse(behind);
}

/// The primary template is for the structs that eventc emits: they have functions of their own,
/// found by argument-dependent lookup, which check everything that their schemas ask for.
///     const char* read(Reader& in, const char* at, T& out);
///     void write(Writer& out, const T& value);
/// A specialisation for another type says in kChecksAll whether it checks the "in place" keywords
/// too; those of the others are checked on the value's text.
template <class T>
struct Codec {
  static constexpr bool kChecksAll = true;
  static constexpr bool kIsEmitted = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, T& out) {
    if constexpr (S->adds_checks) {
      const MemoryScope scope(in);
      at = in.skip_space(at);
      const char* const behind = read(in, at, out);
      return confirm<S>(in, at, behind, Parts::InPlace);
    } else {
      return read(in, at, out);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const T& value) {
    write(out, value);
  }
};

template <class T>
inline constexpr bool kIsEmitted = requires {
  Codec<T>::kIsEmitted;
};
/// Whether a part of a T may be refused, and reading go on inside of it.
template <class T>
inline constexpr bool kHasParts = !requires {
  Codec<T>::kIsScalar;
};

/// Whether two schemas are one, told without comparing addresses (see schema::Child).
template <const schema::Schema* A, const schema::Schema* B>
inline constexpr bool kSameSchema = false;
template <const schema::Schema* S>
inline constexpr bool kSameSchema<S, S> = true;

/// Whether keywords beside a union check the same value, beyond the type that its first byte shows.
/// Those of the parts of arrays and objects do not count: the branches' types have them too.
[[nodiscard]] constexpr bool has_checks_beside_union(const schema::Schema& s) {
  const bool half_of_numbers = s.types.has(schema::kInteger) != s.types.has(schema::kFraction);
  const bool of_counts = s.min_items != 0 || s.max_items != schema::kUnlimited ||
                         s.min_properties != 0 || s.max_properties != schema::kUnlimited;
  const bool in_place = s.ref.present() || !s.all_of.empty() ||
                        (!s.any_of.empty() && !s.one_of.empty()) || s.conditions.present();
  return half_of_numbers || s.lists_values || s.limits_numbers || s.limits_strings || of_counts ||
         in_place;
}

template <const schema::Schema* S, class T>
const char* read_content(Reader& in, const char* at, T& out);
template <const schema::Schema* S, class T>
void write_content(Writer& out, const T& value);

/// Whether T stands for the JSON inside of a string, and is no wrapper that has to look for null or
/// absence first.
template <class T>
inline constexpr bool kHoldsContent = true;

template <class T>
inline constexpr bool kIsJson = false;
template <class Text>
inline constexpr bool kIsJson<BasicJson<Text>> = true;

/// Whether what a string of the schema contains becomes the value. Where others than strings are
/// allowed too, a BasicJson is the whole value, whatever it is.
template <const schema::Schema* S, class T>
inline constexpr bool kReadsContent = S->content_schema.present() && kHoldsContent<T> &&
                                      (!kIsJson<T> || S->types == schema::kString ||
                                       S->types == (schema::kString | schema::kNull));

/// Reads the value at `at` into `out`, checking everything that S asks for. Gives where it ends.
template <const schema::Schema* S, class T>
[[nodiscard, gnu::always_inline]] inline const char* read_value(Reader& in, const char* at,
                                                                T& out) {
  if constexpr (kReadsContent<S, T>) {
    return read_content<S>(in, at, out);
  } else if constexpr (Codec<T>::kChecksAll || !S->applies_others) {
    return Codec<T>::template decode<S>(in, at, out);
  } else {
    const MemoryScope scope(in);
    at = in.skip_space(at);
    const char* const behind = Codec<T>::template decode<S>(in, at, out);
    return confirm<S>(in, at, behind, Parts::InPlace);
  }
}

/// Whether a T is read faster where a like one was read before it: its codec has
///     template <const schema::Schema* S>
///     static const char* take_like(Reader& in, const char* at, T& out, const T& before);
/// which gives where the value ends, or null where it does not recognise it: decode() reads it
/// then. It may take for granted that `before` was read under S, and allowed.
template <const schema::Schema* S, class T>
inline constexpr bool kReadsLike =
    !kReadsContent<S, T> && (Codec<T>::kChecksAll || !S->applies_others) &&
    requires(Reader & in, const char* at, T& out) {
  Codec<T>::template take_like<S>(in, at, out, out);
};

template <const schema::Schema* S, class T>
void write_value(Writer& out, const T& value) {
  if constexpr (kReadsContent<S, T>) {
    write_content<S>(out, value);
  } else {
    Codec<T>::template encode<S>(out, value);
  }
}

}  // namespace eventc
