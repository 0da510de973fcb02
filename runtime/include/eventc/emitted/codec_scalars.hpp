// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "eventc/base64.hpp"
#include "eventc/bytes.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/quoted_text.hpp"
#include "eventc/json.hpp"
#include "eventc/open_enum.hpp"

/// Codecs of the types without parts: null, booleans, numbers, strings, enumerations, bytes and any
/// JSON.
namespace eventc {

/// "type": "null".
template <>
struct Codec<std::monostate> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, std::monostate&) {
    return in.read_null(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::monostate&) {
    out.write_null();
  }
};

template <>
struct Codec<bool> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, bool& out) {
    out = in.read_boolean(at);
    return allows<*S>(out) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, bool value) {
    out.write_boolean(value);
  }
};

template <class Integer>
struct IntegerCodec {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, Integer& out) {
    if (!in.take_short_integer(at, out)) {
      const NumberToken token = in.read_number(at);
      if (!in.ok() || !read_integer(in, token, out)) return in.end();
    }
    return allows<*S>(out) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, Integer value) {
    out.write_integer(value);
  }
};
template <>
struct Codec<std::int64_t> : IntegerCodec<std::int64_t> {};
template <>
struct Codec<std::uint64_t> : IntegerCodec<std::uint64_t> {};

template <>
struct Codec<double> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, double& out) {
    constexpr bool kIsAnyNumber =
        S->types.has(schema::kFraction) && !S->limits_numbers && !S->lists_values;
    if (kIsAnyNumber && in.take_short_decimal(at, out)) return at;
    const NumberToken token = in.read_number(at);
    if (!in.ok() || !read_double(in, token, out)) return in.end();
    const bool is_of_type = S->types.has(schema::kFraction) || !has_fraction(token);
    return is_of_type && allows_number(*S, token.text) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, double value) {
    out.write_number(value);
  }
};

template <>
struct Codec<std::string> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, std::string& out) {
    std::string_view text;
    if (in.take_short_string(at, text)) {
      out.assign(text);
    } else if (!in.read_any_text(at, out)) {
      return at;
    }
    return allows<*S>(in, at, std::string_view(out)) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static const char* take_like(Reader& in, const char* at, std::string& out,
                               const std::string& before) {
    std::string_view text;
    if (!in.take_string_of(before.size(), at, text)) return nullptr;
    out.assign(text);
    return allows_like<*S>(in, at, text, before) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::string& value) {
    out.write_string(value);
  }
};

/// A string of a view. One that the schema fixes is written, never read.
template <>
struct Codec<std::string_view> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  [[gnu::always_inline]] static const char* decode(Reader& in, const char* at,
                                                   std::string_view& out) {
    if (!in.take_short_string(at, out)) return decode_any<S>(in, at, out);
    return allows<*S>(in, at, out) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  [[gnu::always_inline]] static const char* take_like(Reader& in, const char* at,
                                                      std::string_view& out,
                                                      std::string_view before) {
    if (!in.take_string_of(before.size(), at, out)) return nullptr;
    return allows_like<*S>(in, at, out, before) ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, std::string_view value) {
    out.write_string(value);
  }

 private:
  template <const schema::Schema* S>
  [[gnu::noinline]] static const char* decode_any(Reader& in, const char* at,
                                                  std::string_view& out) {
    out = in.read_any_text(at);
    if (out.data() == nullptr) return at;
    return allows<*S>(in, at, out) ? at : in.refuse(at);
  }
};

/// How many values an enumeration's schema lists, in "enum" or as its "const".
template <const schema::Schema& S>
[[nodiscard]] constexpr std::size_t enumerator_count() {
  return S.enumeration.empty() && S.constant.present() ? 1 : S.enumeration.size();
}
template <const schema::Schema& S>
[[nodiscard]] constexpr const schema::Value& enumerator(std::size_t index) {
  return S.enumeration.empty() ? S.constant : S.enumeration[index];
}

/// The place of a string among these values, which is the enumerator's value too; their number for
/// another.
template <const schema::Schema& S>
[[nodiscard]] std::size_t find_enumerator(std::string_view text) {
  constexpr std::size_t kCount = enumerator_count<S>();
  constexpr std::size_t kFew = 16;
  if constexpr (kCount <= kFew) {  // each compared as words of a size that is known
    std::size_t found = kCount;
    const auto is_at = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
      if constexpr (enumerator<S>(I).is_string()) {
        constexpr std::string_view kText = enumerator<S>(I).text();
        if (text.size() != kText.size() ||
            std::memcmp(text.data(), kText.data(), kText.size()) != 0)
          return false;
        found = I;
        return true;
      }
      return false;
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      static_cast<void>((is_at(std::integral_constant<std::size_t, I>()) || ...));
    }
    (std::make_index_sequence<kCount>());
    return found;
  } else {
    for (std::size_t i = 0; i < kCount; ++i) {
      if (enumerator<S>(i).is_string() && enumerator<S>(i).text() == text) return i;
    }
    return kCount;
  }
}

/// The enumerators as JSON text usually has them.
template <const schema::Schema* S>
inline constexpr auto kQuotedEnumerators = [] {
  std::array<QuotedText, enumerator_count<*S>()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const schema::Value& value = enumerator<*S>(i);
    if (value.is_string()) all[i] = QuotedText(value.text());
  }
  return all;
}();
/// Behind this one, where it is there; otherwise null.
template <const schema::Schema* S, class E>
[[nodiscard, gnu::always_inline]] inline const char* take_enumerator(const Reader& in,
                                                                     const char* at, E value) {
  const QuotedText& text = kQuotedEnumerators<S>[static_cast<std::size_t>(value)];
  return in.take_constant(text, at) ? at : nullptr;
}

template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, E& out) {
    const StringToken token = in.read_string(at);
    if (!token) return at;
    std::string unescaped;
    const std::string_view text = characters_of(token, unescaped);
    const std::size_t index = find_enumerator<*S>(text);
    if (index == enumerator_count<*S>() || !allows_outside_of_enum<*S>(in, at, text))
      return in.refuse(at);
    out = static_cast<E>(index);
    return at;
  }
  template <const schema::Schema* S>
  static const char* take_like(Reader& in, const char* at, E& out, E before) {
    out = before;
    return take_enumerator<S>(in, at, before);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, E value) {
    const auto index = static_cast<std::size_t>(value);
    const bool exists = index < enumerator_count<*S>() && enumerator<*S>(index).is_string();
    if (!exists) return out.fail("an enumeration has no such value");
    out.write_string(enumerator<*S>(index).text());
  }
};

template <class E, class Text>
struct Codec<OpenEnum<E, Text>> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, OpenEnum<E, Text>& out) {
    const StringToken token = in.read_string(at);
    if (!token) return at;
    std::string unescaped;
    const std::string_view text = characters_of(token, unescaped);
    if (!allows_outside_of_enum<*S>(in, at, text)) return in.refuse(at);
    const std::size_t index = find_enumerator<*S>(text);
    if (index != enumerator_count<*S>()) {
      out = static_cast<E>(index);
    } else {
      out = OpenEnum<E, Text>(kept_text<Text>(in, token));
    }
    return at;
  }
  template <const schema::Schema* S>
  static const char* take_like(Reader& in, const char* at, OpenEnum<E, Text>& out,
                               const OpenEnum<E, Text>& before) {
    const std::optional<E> known = before.known();
    if (!known) return nullptr;
    out = *known;
    return take_enumerator<S>(in, at, *known);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const OpenEnum<E, Text>& value) {
    if (value.is_known()) {
      Codec<E>::template encode<S>(out, *value.known());
    } else {
      out.write_string(value.text());
    }
  }
};

/// "contentEncoding": "base64": RFC 4648 section 4.
template <class Text>
struct Codec<BasicBytes<Text>> {
  static constexpr bool kChecksAll = false;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, BasicBytes<Text>& out) {
    Text bytes;
    if constexpr (!limits_encoded<*S>()) {  // what is not of base64's alphabet, no decoder takes
      const char* behind = at;
      std::string_view text;
      if (in.take_unchecked_string(behind, text) && decode(in, {text, false}, bytes)) {
        out = BasicBytes<Text>(std::move(bytes));
        return behind;
      }
    }
    const StringToken token = in.read_string(at);
    if (!token) return at;
    if (!allows_encoded<*S>(in, at, token) || !decode(in, token, bytes)) return in.refuse(at);
    out = BasicBytes<Text>(std::move(bytes));
    return at;
  }
  template <const schema::Schema* S>
  requires(!limits_encoded<*S>()) static const
      char* take_like(Reader& in, const char* at, BasicBytes<Text>& out,
                      const BasicBytes<Text>& before) {
    const std::size_t size = base64_size(before.size());
    Text bytes;
    if (!in.is_quoted(size, at) || !decode(in, {{at + 1, size}, false}, bytes)) return nullptr;
    out = BasicBytes<Text>(std::move(bytes));
    return at + size + 2;
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const BasicBytes<Text>& value) {
    out.write_base64(value.text());
  }

 private:
  static bool decode(const Reader&, StringToken token, std::string& bytes) {
    return decode_content(token, bytes);
  }
  static bool decode(const Reader& in, StringToken token, std::string_view& bytes) {
    return decode_content(token, *in.arena(), bytes);
  }
};

/// A location that no type describes: its text, checked as a whole.
template <class Text>
struct Codec<BasicJson<Text>> {
  static constexpr bool kChecksAll = true;
  static constexpr bool kIsScalar = true;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, BasicJson<Text>& out) {
    const std::string_view text = in.skip(at);
    if (!in.ok()) return at;
    if constexpr (!kSameSchema<S, &schema::any>) {
      if (!conforms(in, text.data(), *S)) return in.refuse(at);
    }
    out = BasicJson<Text>(Text(text));
    return at;
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const BasicJson<Text>& value) {
    out.write_raw(value.text());
  }
};

}  // namespace eventc
