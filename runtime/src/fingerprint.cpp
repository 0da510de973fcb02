// SPDX-License-Identifier: Apache-2.0
#include "fingerprint.hpp"

#include <cstring>
#include <limits>

#include "eventc/decimal.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/cursor.hpp"
#include "eventc/emitted/word.hpp"

namespace eventc {
namespace {

/// One for each kind of value, so that [] and {} differ.
enum class Kind : std::uint64_t { Literal = 1, Number, String, Array, Object };

std::uint64_t mix(std::uint64_t state, std::uint64_t next) {
  state = (state ^ next) * 0x9E3779B97F4A7C15U;
  return state ^ state >> 32;
}

std::uint64_t begin(Kind kind) { return mix(0, static_cast<std::uint64_t>(kind)); }

std::uint64_t of_characters(std::string_view text) {
  std::uint64_t state = mix(begin(Kind::String), text.size());
  for (; text.size() >= 8; text.remove_prefix(8))
    state = mix(state, load_word<std::uint64_t>(text.data()));
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  return mix(state, rest);
}

std::uint64_t of_string(StringToken token) {
  std::string unescaped;
  return of_characters(characters_of(token, unescaped));
}

std::uint64_t of_number(std::string_view literal) {
  const Decimal number(literal);
  std::uint64_t state = mix(begin(Kind::Number), number.is_negative() ? 1 : 0);
  for (const char digit : number.digits()) {
    if (digit != '.') state = mix(state, static_cast<unsigned char>(digit));
  }
  return mix(state, static_cast<std::uint64_t>(number.exponent()));
}

std::uint64_t of_value(Cursor& in);

std::uint64_t of_array(Cursor& in) {
  std::uint64_t state = begin(Kind::Array);
  in.open('[');
  for (bool first = true; in.step(']', first);) state = mix(state, of_value(in));
  return state;
}

/// The order of members does not count.
std::uint64_t of_object(Cursor& in) {
  std::uint64_t sum = begin(Kind::Object);
  in.open('{');
  for (bool first = true; in.step('}', first);) {
    const std::uint64_t name = of_string(in.read_key());
    sum += mix(name, of_value(in));
  }
  return sum;
}

std::uint64_t of_value(Cursor& in) {
  const schema::Types type = in.peek_type();
  if (type == schema::kString) return of_string(in.read_string());
  if (type == schema::kNumber) return of_number(in.read_number().text);
  if (type == schema::kArray) return of_array(in);
  if (type == schema::kObject) return of_object(in);
  return mix(begin(Kind::Literal), static_cast<unsigned char>(in.skip().front()));
}

}  // namespace

std::uint64_t fingerprint(std::string_view json) {
  Cursor in(json, std::numeric_limits<std::size_t>::max());
  return of_value(in);
}

}  // namespace eventc
