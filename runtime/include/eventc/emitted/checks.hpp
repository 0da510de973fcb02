// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/same_text.hpp"
#include "eventc/schema.hpp"
#include "eventc/utf8.hpp"

/// The checks of values without parts. allows<S>() is what a codec asks of the value it has read,
/// folded at compile time to the comparisons that S needs; the predicates under it are what the
/// cold path reports one by one.
namespace eventc {

// ---- Numbers

/// The literal's value, refused when it is not an integer and not representable when it is one of
/// more than 64 bits.
bool read_integer(Reader& in, NumberToken token, std::int64_t& out);
bool read_integer(Reader& in, NumberToken token, std::uint64_t& out);
/// The nearest double; not representable when the literal is past the largest.
bool read_double(Reader& in, NumberToken token, double& out);

/// Whether a number's literal has a fraction: 1.0 and 1e2 have none.
[[nodiscard]] bool has_fraction(NumberToken token);

/// Each compares a number's literal exactly with a keyword's number; true where the keyword is
/// absent.
[[nodiscard]] bool satisfies_minimum(std::string_view literal, const schema::Number& limit);
[[nodiscard]] bool satisfies_exclusive_minimum(std::string_view literal,
                                               const schema::Number& limit);
[[nodiscard]] bool satisfies_maximum(std::string_view literal, const schema::Number& limit);
[[nodiscard]] bool satisfies_exclusive_maximum(std::string_view literal,
                                               const schema::Number& limit);
[[nodiscard]] bool satisfies_multiple_of(std::string_view literal, const schema::Number& divisor);

/// Whether JSON text and a keyword's value are equal as JSON Schema Core 4.2.2 has it: 1.0 equals
/// 1, and the order of members does not count.
[[nodiscard]] bool equals(std::string_view json, const schema::Value& value);
[[nodiscard]] bool is_one_of(std::string_view json, const schema::List<schema::Value>& values);

/// Whether JSON text is what "const" and a closed "enum" list, where the schema has them.
[[nodiscard]] bool is_listed(const schema::Schema& schema, std::string_view json);

/// Whether a number's literal satisfies all of these.
[[nodiscard]] bool allows_limits(const schema::Schema& schema, std::string_view literal);

/// Every check of a number, on its literal.
[[nodiscard]] bool allows_number(const schema::Schema& schema, std::string_view literal);

[[nodiscard]] constexpr bool has_literal_number(const schema::Schema& s) {
  const auto is_literal = [](const schema::Number& n) { return n.present() && !n.is_integer(); };
  return is_literal(s.multiple_of) || is_literal(s.minimum) || is_literal(s.exclusive_minimum) ||
         is_literal(s.maximum) || is_literal(s.exclusive_maximum);
}

template <const schema::Schema& S, class Integer>
[[nodiscard]] bool allows_fixed_values(Integer value) {
  const auto equal = [value](const schema::Value& v) {
    if (v.is_integer()) return std::cmp_equal(v.integer(), value);
    return v.kind() == schema::Value::Kind::Raw && equals(std::to_string(value), v);
  };
  if constexpr (S.constant.present()) {
    if (!equal(S.constant)) return false;
  }
  if constexpr (!S.enumeration.empty() && !S.open) {
    for (const schema::Value& allowed : S.enumeration) {
      if (equal(allowed)) return true;
    }
    return false;
  }
  return true;
}

template <const schema::Schema& S, class Integer>
[[nodiscard]] bool allows(Integer value) {
  if constexpr (has_literal_number(S)) return allows_number(S, std::to_string(value));
  if constexpr (S.minimum.present()) {
    if (std::cmp_less(value, S.minimum.integer())) return false;
  }
  if constexpr (S.exclusive_minimum.present()) {
    if (std::cmp_less_equal(value, S.exclusive_minimum.integer())) return false;
  }
  if constexpr (S.maximum.present()) {
    if (std::cmp_greater(value, S.maximum.integer())) return false;
  }
  if constexpr (S.exclusive_maximum.present()) {
    if (std::cmp_greater_equal(value, S.exclusive_maximum.integer())) return false;
  }
  if constexpr (S.multiple_of.is_integer()) {
    if (value % static_cast<Integer>(S.multiple_of.integer()) != 0) return false;
  }
  return allows_fixed_values<S>(value);
}

template <const schema::Schema& S>
[[nodiscard]] bool allows(bool value) {
  const auto equal = [value](const schema::Value& v) {
    return v.kind() == schema::Value::Kind::Boolean && v.boolean() == value;
  };
  if constexpr (S.constant.present()) {
    if (!equal(S.constant)) return false;
  }
  bool allowed = S.enumeration.empty() || S.open;
  for (const schema::Value& one : S.enumeration) allowed = allowed || equal(one);
  return allowed;
}

// ---- Strings

/// Lengths count code points; a text of N bytes has N of them at the most and N / 4 at the least.
[[nodiscard]] inline bool satisfies_min_length(std::string_view text, std::size_t limit) {
  return text.size() / 4 >= limit || count_code_points(text) >= limit;
}
[[nodiscard]] inline bool satisfies_max_length(std::string_view text, std::size_t limit) {
  return text.size() <= limit || count_code_points(text) <= limit;
}

/// Whether the text, a part of what `in` has read up to `at`, matches. A pattern that gives up
/// fails `in`, and is no match.
[[nodiscard, gnu::always_inline]] inline bool matches(Reader& in, const char* at,
                                                      const schema::Pattern& pattern,
                                                      std::string_view text) {
  const schema::Match match = pattern.match(text);
  if (match == schema::Match::GaveUp) [[unlikely]]
    in.fail(Failure::MatchLimit, at, pattern.source());
  return match == schema::Match::Yes;
}

/// Every check of a string but "enum".
template <const schema::Schema& S>
[[nodiscard]] bool allows_outside_of_enum(Reader& in, const char* at, std::string_view text) {
  if constexpr (S.min_length != 0) {
    if (!satisfies_min_length(text, S.min_length)) return false;
  }
  if constexpr (S.max_length != schema::kUnlimited) {
    if (!satisfies_max_length(text, S.max_length)) return false;
  }
  if constexpr (S.pattern.present()) {
    if (!matches(in, at, *S.pattern, text)) return false;
  }
  if constexpr (S.format.present()) {
    if (!S.format->matches(text)) return false;
  }
  if constexpr (S.constant.present()) {
    if (!S.constant.is_string() || S.constant.text() != text) return false;
  }
  return true;
}

template <const schema::Schema& S>
[[nodiscard]] bool allows(Reader& in, const char* at, std::string_view text) {
  if (!allows_outside_of_enum<S>(in, at, text)) return false;
  if constexpr (!S.enumeration.empty() && !S.open) {
    for (const schema::Value& allowed : S.enumeration) {
      if (allowed.is_string() && allowed.text() == text) return true;
    }
    return false;
  }
  return true;
}

/// The same where `before`, a text much like it, is known to be allowed: checks that take longer
/// than to compare the two are not made again of an equal one.
template <const schema::Schema& S>
[[nodiscard, gnu::always_inline]] inline bool allows_like(Reader& in, const char* at,
                                                          std::string_view text,
                                                          std::string_view before) {
  constexpr bool kIsCostly = S.pattern.present() || S.format.present() || !S.enumeration.empty();
  if (kIsCostly && is_same_text(text, before)) return true;
  return allows<S>(in, at, text);
}

/// A token's characters: as they stand in the payload, or in `unescaped` where they are escaped.
[[nodiscard]] inline std::string_view characters_of(StringToken token, std::string& unescaped) {
  if (!token.escaped()) return token.raw();
  unescaped.clear();
  unescape(token, unescaped);
  return unescaped;
}

/// Whether a string whose content is decoded has checks of its own.
template <const schema::Schema& S>
[[nodiscard]] constexpr bool limits_encoded() {
  return S.min_length != 0 || S.max_length != schema::kUnlimited || S.pattern.present() ||
         S.format.present() || S.constant.present() || !S.enumeration.empty();
}

/// These: they concern the text as it stands in the payload.
template <const schema::Schema& S>
[[nodiscard]] bool allows_encoded(Reader& in, const char* at, StringToken token) {
  if constexpr (limits_encoded<S>()) {
    std::string unescaped;
    return allows<S>(in, at, characters_of(token, unescaped));
  }
  return true;
}

/// What "contentEncoding": "base64" encodes. False when the text is not that.
[[nodiscard]] bool decode_content(StringToken token, std::string& out);
/// The same, kept in the arena.
[[nodiscard]] bool decode_content(StringToken token, Arena& arena, std::string_view& out);

}  // namespace eventc
