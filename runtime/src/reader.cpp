// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/reader.hpp"

#include <array>
#include <bitset>

#include "eventc/emitted/scan.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The value of each hexadecimal digit, -1 for another character.
constexpr std::array<int, 256> kHexDigit = [] {
  std::array<int, 256> values{};
  values.fill(-1);
  for (unsigned char i = 0; i < 10; ++i) values['0' + i] = i;
  for (unsigned char i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = 10 + i;
  return values;
}();

/// The value of the four digits of a \u escape; negative where one of them is none.
int hex4(const char* digits) {
  const auto digit = [digits](int i) { return kHexDigit[static_cast<unsigned char>(digits[i])]; };
  return digit(0) * 0x1000 | digit(1) * 0x100 | digit(2) * 0x10 | digit(3);
}
/// The same near the end of the text.
int hex4(const char* digits, const char* end) { return end - digits < 4 ? -1 : hex4(digits); }

constexpr bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Whether a backslash and this character are an escape.
constexpr std::array<bool, 256> kIsEscape = [] {
  std::array<bool, 256> is_escape{};
  for (const unsigned char c : {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'}) is_escape[c] = true;
  return is_escape;
}();

/// Checks one escape that is not as short. Gives what follows it, or nothing with the reason.
const char* check_escape(const char* backslash, const char* end, std::string_view& why) {
  why = "an escape must be one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX";
  if (end - backslash < 2 || backslash[1] != 'u') return nullptr;
  const int unit = hex4(backslash + 2, end);
  if (unit < 0) return nullptr;
  why = "a surrogate stands alone: it must be one of a pair, high then low";
  if (is_low_surrogate(unit)) return nullptr;
  if (!is_high_surrogate(unit)) return backslash + 6;
  const char* second = backslash + 6;
  if (end - second < 6 || second[0] != '\\' || second[1] != 'u') return nullptr;
  return is_low_surrogate(hex4(second + 2, end)) ? second + 6 : nullptr;
}

/// Moves `p` behind the escapes that begin there; to one that is broken, with the reason.
bool skip_escapes(const char*& p, const char* end, std::string_view& why) {
  while (p != end && *p == '\\') {
    if (end - p >= 2 && kIsEscape[static_cast<unsigned char>(p[1])]) {
      p += 2;
      continue;
    }
    const char* const behind = check_escape(p, end, why);
    if (behind == nullptr) return false;
    p = behind;
  }
  return true;
}

char32_t unescape_unicode(const char*& p) {
  const int unit = hex4(p);
  p += 4;
  if (!is_high_surrogate(unit)) return static_cast<char32_t>(unit);
  const int low = hex4(p + 2);
  p += 6;
  return static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
}

/// Moves `p` to the next backslash or to the end, and copies what it passes; gives where that ends.
/// There is as much room at `to` as there are bytes left.
char* copy_to_backslash(const char*& p, const char* end, char* to) {
  constexpr std::ptrdiff_t kBlock = 16;
  for (; end - p >= kBlock; p += kBlock, to += kBlock) {
    const Bytes16 bytes = Bytes16::load(p);
    bytes.store(to);
    const auto backslash = bytes.equal('\\');
    if (!backslash.any()) continue;
    p += backslash.first();
    return to + backslash.first();
  }
  while (p != end && *p != '\\') *to++ = *p++;
  return to;
}

}  // namespace

void Reader::fail(Failure failure, const char* at, std::string_view message) {
  if (failure_ == Failure::None) {
    failure_ = failure;
    failed_at_ = at;
    message_ = message;
  }
  position_ = end_;
}

char Reader::peek_behind_white_space() {
  const bool is_one_space =
      left() > 1 && *position_ == ' ' && static_cast<unsigned char>(position_[1]) > ' ';
  if (is_one_space) return *++position_;
  position_ = skip_white_space(begin_, position_, end_);
  return position_ == end_ ? '\0' : *position_;
}

void Reader::fail_too_deep() { fail(Failure::TooDeep, position_, "nested deeper than the limit"); }

/// An array or an object, whose next byte is no comma.
bool Reader::leave(char close) {
  if (position_ == end_) {
    fail(Failure::NotJson, position_,
         close == ']' ? "the text ends inside an array" : "the text ends inside an object");
  } else if (*position_ == close) {
    ++position_;
    ++depth_left_;
  } else {
    fail(Failure::NotJson, position_, close == ']' ? "expected ',' or ']'" : "expected ',' or '}'");
  }
  return false;
}

bool Reader::fail_without_name() {
  fail(Failure::NotJson, position_, "expected a member's name in quotes");
  return false;
}

bool Reader::ends_with(const KeyText& key) const {
  return key.size != 0 && left() >= key.size &&
         std::memcmp(position_, key.text.data(), key.size) == 0;
}

void Reader::watch_key(StringToken key) {
  for (const schema::OwnMember& own : watch_.selector->by_member) {
    if (own.branch != watch_.branch && equals(key, own.name)) watch_.met_another = true;
  }
}

void Reader::expect_colon_behind_white_space() {
  if (peek() != ':')
    return fail(Failure::NotJson, position_, "expected ':' behind a member's name");
  ++position_;
}

bool Reader::literal(std::string_view word) {
  if (static_cast<std::size_t>(end_ - position_) < word.size() ||
      std::memcmp(position_, word.data(), word.size()) != 0) {
    fail(Failure::NotJson, position_, "expected a value");
    return false;
  }
  position_ += word.size();
  return true;
}

/// A value of the wrong type is the schema's affair; what begins no value at all is not JSON.
void Reader::refuse_or_not_json() {
  if (peek_type().empty()) {
    fail(Failure::NotJson, position_,
         position_ == end_ ? "the text ends where a value is expected" : "expected a value");
  } else {
    refuse();
  }
}

void Reader::read_null() {
  if (peek() != 'n') return refuse_or_not_json();
  literal("null");
}

bool Reader::read_boolean() {
  const char first = peek();
  if (first == 't') return literal("true");
  if (first == 'f') {
    literal("false");
    return false;
  }
  refuse_or_not_json();
  return false;
}

NumberToken Reader::read_number() {
  const char first = peek();
  if (first != '-' && !is_digit(first)) {
    refuse_or_not_json();
    return {};
  }
  return number_token();
}

StringToken Reader::long_string_token(const char* p) {
  const char* const begin = position_ + 1;
  bool escaped = false;
  while (true) {
    // Where there is one escape, the next is near.
    p = escaped ? find_special(begin_, p, end_) : find_special_far(begin_, p, end_);
    if (p == end_) break;
    if (*p == '"') {
      position_ = p + 1;
      return {std::string_view(begin, static_cast<std::size_t>(p - begin)), escaped};
    }
    if (*p == '\\') {
      escaped = true;
      std::string_view why;
      if (!skip_escapes(p, end_, why)) {
        fail(Failure::NotJson, p, why);
        return {};
      }
    } else if (static_cast<unsigned char>(*p) < 0x20) {
      fail(Failure::NotJson, p, "a control character in a string must be escaped");
      return {};
    } else {
      const char* const behind = skip_past_ascii(p, end_);
      if (behind == p) {
        fail(Failure::NotJson, p, "a string is not UTF-8");
        return {};
      }
      p = behind;
    }
  }
  fail(Failure::NotJson, position_, "a string is not closed");
  return {};
}

/// Behind the digits at `p`, which are one at least; null where there is none.
const char* Reader::behind_digits(const char* p) {
  if (p == end_ || !is_digit(*p)) {
    fail(Failure::NotJson, p, "expected a digit");
    return nullptr;
  }
  while (p != end_ && is_digit(*p)) ++p;
  return p;
}

NumberToken Reader::number_token() {
  const char* const begin = position_;
  const char* p = begin;
  if (*p == '-') ++p;
  const bool begins_with_0 = p != end_ && *p == '0';
  p = behind_digits(p);
  if (p == nullptr) return {};
  if (begins_with_0 && p - begin > (*begin == '-' ? 2 : 1)) {
    fail(Failure::NotJson, begin, "a number must not begin with 0");
    return {};
  }
  bool plain = true;
  if (p != end_ && *p == '.') {
    plain = false;
    p = behind_digits(p + 1);
    if (p == nullptr) return {};
  }
  if (p != end_ && (*p == 'e' || *p == 'E')) {
    plain = false;
    ++p;
    if (p != end_ && (*p == '+' || *p == '-')) ++p;
    p = behind_digits(p);
    if (p == nullptr) return {};
  }
  position_ = p;
  return {std::string_view(begin, static_cast<std::size_t>(p - begin)), plain};
}

std::string_view Reader::skip() {
  const char first = peek();
  const char* const begin = position_;
  if (first == '{' || first == '[') {
    skip_parts(first);
  } else {
    skip_scalar(first);
  }
  if (!ok()) return {};
  return {begin, static_cast<std::size_t>(position_ - begin)};
}

/// An array or an object to its end. The levels are kept here, not on the stack.
void Reader::skip_parts(char bracket) {
  std::bitset<kDeepest> is_object;  // of the levels around the innermost
  std::size_t level = 0;
  const auto closing = [](char opening) { return opening == '{' ? '}' : ']'; };
  char close = closing(bracket);
  open(bracket);
  for (bool first = true;;) {
    if (!step(close, first)) {
      if (!ok() || level == 0) return;
      close = is_object[--level] ? '}' : ']';
      continue;
    }
    if (close == '}') read_key();
    const char next = peek();
    if (next == '{' || next == '[') {
      open(next);
      if (!ok()) return;
      is_object[level++] = close == '}';
      close = closing(next);
      first = true;
    } else {
      skip_scalar(next);
    }
  }
}

void Reader::skip_scalar(char first) {
  switch (first) {
    case '"':
      string_token();
      break;
    case 't':
      literal("true");
      break;
    case 'f':
      literal("false");
      break;
    case 'n':
      literal("null");
      break;
    default:
      if (first == '-' || is_digit(first)) {
        number_token();
      } else {
        refuse_or_not_json();
      }
  }
}

void Reader::finish() {
  if (!ok()) return;
  peek();
  if (position_ != end_) fail(Failure::NotJson, position_, "expected nothing behind the document");
}

char* unescape(StringToken token, char* to) {
  const char* p = token.raw().data();
  const char* const end = p + token.raw().size();
  while (p != end) {
    to = copy_to_backslash(p, end, to);
    if (p == end) break;
    const char escape = p[1];
    p += 2;
    switch (escape) {
      case 'b':
        *to++ = '\b';
        break;
      case 'f':
        *to++ = '\f';
        break;
      case 'n':
        *to++ = '\n';
        break;
      case 'r':
        *to++ = '\r';
        break;
      case 't':
        *to++ = '\t';
        break;
      case 'u':
        to = encode_utf8(unescape_unicode(p), to);
        break;
      default:  // a quote, a backslash or a solidus stands for itself
        *to++ = escape;
    }
  }
  return to;
}

void unescape(StringToken token, std::string& out) {
  const std::size_t size = out.size();
  out.resize(size + token.raw().size());  // escapes are no shorter than what they stand for
  const char* const end = unescape(token, out.data() + size);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string_view unescape(StringToken token, Arena& arena) {
  char* const begin = arena.room(token.raw().size());
  char* const end = unescape(token, begin);
  arena.take(end);
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool equals(StringToken token, std::string_view characters) {
  if (!token.escaped()) return token.raw() == characters;
  std::array<char, 256> some;
  if (token.raw().size() > some.size()) return text_of(token) == characters;
  const char* const end = unescape(token, some.data());
  return std::string_view(some.data(), static_cast<std::size_t>(end - some.data())) == characters;
}

}  // namespace eventc
