// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/checks.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <optional>

#include "eventc/base64.hpp"
#include "eventc/decimal.hpp"
#include "eventc/equality.hpp"

namespace eventc {
namespace {

std::optional<std::int64_t> to_integer(const Decimal& decimal, std::int64_t) {
  return to_int64(decimal);
}
std::optional<std::uint64_t> to_integer(const Decimal& decimal, std::uint64_t) {
  return to_uint64(decimal);
}

template <class Integer>
bool read_exact(Reader& in, NumberToken token, Integer& out) {
  const Decimal decimal(token.text);
  if (!is_integer(decimal)) {
    in.refuse(token.text.data());
    return false;
  }
  const auto value = to_integer(decimal, Integer{});
  if (!value) {
    in.fail(Failure::NotRepresentable, token.text.data(), "an integer does not fit into 64 bits");
    return false;
  }
  out = *value;
  return true;
}

/// The value of a literal that is no more than an optional minus and a few digits.
std::optional<std::int64_t> to_short_integer(std::string_view literal) {
  std::int64_t value = 0;
  const char* const end = literal.data() + literal.size();
  if (read_short_integer(literal.data(), end, value) != end) return std::nullopt;
  return value;
}

/// JSON text beside the values that it may equal: what it is, is found out once.
class Comparison {
 public:
  explicit Comparison(std::string_view json)
      : json_(json),
        is_string_(json.front() == '"'),
        integer_(is_string_ ? std::nullopt : to_short_integer(json)) {
    if (!is_string_) return;
    const std::string_view raw = json.substr(1, json.size() - 2);
    token_ = {raw, raw.find('\\') != std::string_view::npos};
  }

  [[nodiscard]] bool with(const schema::Value& value) const {
    switch (value.kind()) {
      case schema::Value::Kind::None:
        return false;
      case schema::Value::Kind::Null:
        return json_ == "null";
      case schema::Value::Kind::Boolean:
        return json_ == (value.boolean() ? "true" : "false");
      case schema::Value::Kind::Integer:
        if (integer_) return *integer_ == value.integer();
        return equal_json(json_, std::to_string(value.integer()));
      case schema::Value::Kind::String:
        return is_string_ && has_characters(value.text());
      case schema::Value::Kind::Raw:
        return equal_json(json_, value.text());
    }
    return false;
  }

  /// Most are one of several strings, without escapes.
  [[nodiscard]] bool with_one_of(const schema::List<schema::Value>& values) const {
    if (!is_string_)
      return std::any_of(values.begin(), values.end(),
                         [this](const schema::Value& value) { return with(value); });
    return std::any_of(values.begin(), values.end(), [this](const schema::Value& value) {
      return value.is_string() && has_characters(value.text());
    });
  }

 private:
  [[nodiscard]] bool has_characters(std::string_view text) const {
    return token_.escaped() ? equals(token_, text) : is_same_text(token_.raw(), text);
  }

  std::string_view json_;
  bool is_string_;
  std::optional<std::int64_t> integer_;
  StringToken token_ = {};
};

std::strong_ordering compare_with(std::string_view literal, const schema::Number& limit) {
  if (limit.is_integer()) {
    if (const auto value = to_short_integer(literal)) return *value <=> limit.integer();
  }
  if (!limit.is_integer()) return compare(Decimal(literal), Decimal(limit.literal()));
  const std::string text = std::to_string(limit.integer());
  return compare(Decimal(literal), Decimal(text));
}

}  // namespace

bool read_integer(Reader& in, NumberToken token, std::int64_t& out) {
  return read_exact(in, token, out);
}
bool read_integer(Reader& in, NumberToken token, std::uint64_t& out) {
  return read_exact(in, token, out);
}

bool read_double(Reader& in, NumberToken token, double& out) {
  const char* const begin = token.text.data();
  const char* const end = begin + token.text.size();
  if (read_short_decimal(begin, end, out) == end) return true;
  const std::errc error = std::from_chars(begin, end, out).ec;
  if (error == std::errc()) return true;
  // Past the largest double, or closer to zero than the smallest: the second rounds to zero.
  const Decimal decimal(token.text);
  if (decimal.exponent() + static_cast<std::int64_t>(decimal.digit_count()) <= 0) {
    out = decimal.is_negative() ? -0.0 : 0.0;
    return true;
  }
  in.fail(Failure::NotRepresentable, token.text.data(), "a number does not fit into a double");
  return false;
}

bool has_fraction(NumberToken token) { return !token.plain && !is_integer(Decimal(token.text)); }

bool satisfies_minimum(std::string_view literal, const schema::Number& limit) {
  return !limit.present() || compare_with(literal, limit) >= 0;
}
bool satisfies_exclusive_minimum(std::string_view literal, const schema::Number& limit) {
  return !limit.present() || compare_with(literal, limit) > 0;
}
bool satisfies_maximum(std::string_view literal, const schema::Number& limit) {
  return !limit.present() || compare_with(literal, limit) <= 0;
}
bool satisfies_exclusive_maximum(std::string_view literal, const schema::Number& limit) {
  return !limit.present() || compare_with(literal, limit) < 0;
}
bool satisfies_multiple_of(std::string_view literal, const schema::Number& divisor) {
  if (!divisor.present()) return true;
  if (divisor.is_integer()) {
    if (const auto value = to_short_integer(literal)) return *value % divisor.integer() == 0;
  }
  if (!divisor.is_integer()) return is_multiple_of(Decimal(literal), Decimal(divisor.literal()));
  const std::string text = std::to_string(divisor.integer());
  return is_multiple_of(Decimal(literal), Decimal(text));
}

bool equals(std::string_view json, const schema::Value& value) {
  return Comparison(json).with(value);
}

bool is_one_of(std::string_view json, const schema::List<schema::Value>& values) {
  return Comparison(json).with_one_of(values);
}

bool allows_limits(const schema::Schema& schema, std::string_view literal) {
  return satisfies_minimum(literal, schema.minimum) &&
         satisfies_exclusive_minimum(literal, schema.exclusive_minimum) &&
         satisfies_maximum(literal, schema.maximum) &&
         satisfies_exclusive_maximum(literal, schema.exclusive_maximum) &&
         satisfies_multiple_of(literal, schema.multiple_of);
}

bool is_listed(const schema::Schema& schema, std::string_view json) {
  return (!schema.constant.present() || equals(json, schema.constant)) &&
         (schema.enumeration.empty() || schema.open || is_one_of(json, schema.enumeration));
}

bool allows_number(const schema::Schema& schema, std::string_view literal) {
  return (!schema.limits_numbers || allows_limits(schema, literal)) && is_listed(schema, literal);
}

bool decode_content(StringToken token, std::string& out) {
  std::size_t bad = 0;
  std::string unescaped;
  return decode_base64(characters_of(token, unescaped), out, bad);
}

bool decode_content(StringToken token, Arena& arena, std::string_view& out) {
  std::size_t bad = 0;
  const std::string_view text = token.escaped() ? unescape(token, arena) : token.raw();
  char* const begin = arena.room(decoded_room(text.size()));
  char* const end = decode_base64(text, begin, bad);
  if (end == nullptr) return false;
  arena.take(end);
  out = {begin, static_cast<std::size_t>(end - begin)};
  return true;
}

}  // namespace eventc
