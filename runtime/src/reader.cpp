// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/reader.hpp"

#include <bitset>

#include "escapes.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

/// Whether a text may go on behind what has failed so.
bool is_of_schema(Failure failure) {
  return failure == Failure::Refused || failure == Failure::NotRepresentable;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_short_escape(char c) { return kShortEscape[static_cast<unsigned char>(c)] != '\0'; }

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
    if (end - p >= 2 && is_short_escape(p[1])) {
      p += 2;
      continue;
    }
    const char* const behind = check_escape(p, end, why);
    if (behind == nullptr) return false;
    p = behind;
  }
  return true;
}

/// Behind plain characters and short escapes, looked for in sixteen bytes at once: at the first
/// other byte, or where `window_end` is reached.
const char* skip_short_escapes(const char* p, const char* window_end) {
  constexpr std::size_t kBlock = 16;
  while (p < window_end) {
    auto special = Bytes16::load(p).special();
    std::size_t passed = kBlock;
    while (special.any()) {
      const std::size_t at = special.first();
      if (p[at] != '\\' || !is_short_escape(p[at + 1])) return p + at;
      if (at + 2 >= kBlock) {
        passed = at + 2;
        break;
      }
      special = special.from(at + 2);
    }
    p += passed;
  }
  return p;
}

}  // namespace

const char* Reader::fail(Failure failure, const char* at, std::string_view message) {
  if (failure_ == Failure::None) {
    failure_ = failure;
    ++refusals_;
    if (refused_ != Failure::None && is_of_schema(failure)) return end_;  // the first is told
    failed_at_ = at;
    message_ = message;
  }
  return end_;
}

const char* Reader::find_behind_space(const char* at) {
  const char* const near = at < window_end_ ? behind_indentation(at) : nullptr;
  return near != nullptr ? near : skip_white_space(begin_, at, end_);
}

const char* Reader::window_inside(const char* object) const {
  const bool watches_declared = is_watched() && watch_.is_of_declared;
  const bool is_close = static_cast<unsigned char>(byte(object)) > ' ';
  return is_close && !watches_declared ? window_end_ : nullptr;
}

const char* Reader::fail_too_deep(const char* at) {
  return fail(Failure::TooDeep, at, "nested deeper than the limit");
}

const char* Reader::open_anyhow(char bracket, const char* at) {
  at = skip_space(at);
  if (byte(at) != bracket) return refuse_or_not_json(at);
  if (depth_left_ == 0) return fail_too_deep(at);
  --depth_left_;
  return at + 1;
}

Reader::Step Reader::step_anyhow(char close, bool is_first, const char* at) {
  const bool is_comma = !is_first && byte(at) == ',';
  if (is_comma && close == ']') return {at + 1, true};
  const char* const next = at < window_end_ ? behind_indentation(at + is_comma) : nullptr;
  if (next != nullptr) [[likely]] {
    if (!is_comma && *next == close) {
      ++depth_left_;
      return {next + 1, false};
    }
    const bool is_plain = close == ']' || (*next == '"' && !is_watched());
    if ((is_comma || is_first) && is_plain) return {next, true};
  }
  at = skip_space(at);
  if (is_first ? at == end_ || *at == close : byte(at) != ',') return {leave(close, at), false};
  if (!is_first) ++at;
  if (close == ']') return {at, true};
  at = skip_space(at);
  if (byte(at) != '"') [[unlikely]]
    return {fail_without_name(at), false};
  if (is_watched()) [[unlikely]]
    watch_key(at);
  return {at, true};
}

/// An array or an object, whose next byte is no comma.
const char* Reader::leave(char close, const char* at) {
  if (at == end_) {
    return fail(Failure::NotJson, at,
                close == ']' ? "the text ends inside an array" : "the text ends inside an object");
  }
  if (*at != close)
    return fail(Failure::NotJson, at, close == ']' ? "expected ',' or ']'" : "expected ',' or '}'");
  ++depth_left_;
  return at + 1;
}

const char* Reader::fail_without_name(const char* at) {
  return fail(Failure::NotJson, at, "expected a member's name in quotes");
}

bool Reader::ends_with(const KeyText& key, const char* at) const {
  return key.size != 0 && static_cast<std::size_t>(end_ - at) >= key.size &&
         std::memcmp(at, key.text.data(), key.size) == 0;
}

void Reader::watch_key(const char* at) {
  const StringToken key = read_string(at);
  if (!key) return;
  for (Watch* watch = &watch_; watch != nullptr; watch = watch->around) {
    for (const schema::OwnMember& own : watch->selector->by_member) {
      if (own.branch != watch->branch && equals(key, own.name)) watch->met_another = true;
    }
  }
}

const char* Reader::find_behind_colon(const char* at) {
  at = skip_space(at);
  if (byte(at) == ':') return at + 1;
  return fail(Failure::NotJson, at, "expected ':' behind a member's name");
}

/// Behind the word, one of JSON's.
const char* Reader::literal(std::string_view word, const char* at) {
  const bool is_ahead = static_cast<std::size_t>(end_ - at) >= word.size() &&
                        std::memcmp(at, word.data(), word.size()) == 0;
  return is_ahead ? at + word.size() : fail(Failure::NotJson, at, "expected a value");
}

/// A value of the wrong type is the schema's affair; what begins no value at all is not JSON.
const char* Reader::refuse_or_not_json(const char* at) {
  if (!type(at).empty()) return refuse(at);
  return fail(Failure::NotJson, at,
              at == end_ ? "the text ends where a value is expected" : "expected a value");
}

const char* Reader::read_any_null(const char* at) {
  at = skip_space(at);
  return byte(at) == 'n' ? literal("null", at) : refuse_or_not_json(at);
}

const char* Reader::behind_boolean(const char* at) {
  switch (byte(at)) {
    case 't':
      return literal("true", at);
    case 'f':
      return literal("false", at);
    default:
      return refuse_or_not_json(at);
  }
}

/// Most have no escapes, and nothing past ASCII.
StringToken Reader::any_string(const char* at) {
  if (at >= window_end_ || *at != '"') [[unlikely]]
    return string_anyhow(at);
  const char* const begin = at + 1;
  const char* p = begin;
  do {
    const Bytes16 block = Bytes16::load(p);
    const auto special = block.special();
    if (special.any()) {
      const auto quote = block.equal('"');
      if (special.begins_with_one_of(quote))
        return {{begin, static_cast<std::size_t>(p + quote.first() - begin)}, false};
      return special_string(begin, p + special.first());
    }
    p += 16;
  } while (p < window_end_);
  return special_string(begin, p);
}

/// Behind white space, or near the text's end, or of another type.
StringToken Reader::string_anyhow(const char* at) {
  at = skip_space(at);
  if (byte(at) == '"') return special_string(at + 1, at + 1);
  refuse_or_not_json(at);
  return {};
}

StringToken Reader::special_string(const char* begin, const char* p) {
  bool escaped = false;
  while (true) {
    // Where there is one escape, the next is near.
    p = escaped ? find_special(begin_, skip_short_escapes(p, window_end_), end_)
                : find_special_far(begin_, p, end_);
    if (p == end_) break;
    if (*p == '"') return {std::string_view(begin, static_cast<std::size_t>(p - begin)), escaped};
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
  fail(Failure::NotJson, begin - 1, "a string is not closed");
  return {};
}

/// Behind the digits at `at`, which are one at least.
const char* Reader::behind_digits(const char* at) {
  if (!is_digit(byte(at))) return fail(Failure::NotJson, at, "expected a digit");
  while (at != end_ && is_digit(*at)) ++at;
  return at;
}

NumberToken Reader::number_token(const char* at) {
  const char* const begin = skip_space(at);
  at = begin;
  if (byte(at) == '-') {
    ++at;
  } else if (!is_digit(byte(at))) {
    refuse_or_not_json(at);
    return {};
  }
  const bool begins_with_0 = byte(at) == '0';
  at = behind_digits(at);
  if (begins_with_0 && at - begin > (*begin == '-' ? 2 : 1))
    at = fail(Failure::NotJson, begin, "a number must not begin with 0");
  bool plain = true;
  if (byte(at) == '.') {
    plain = false;
    at = behind_digits(at + 1);
  }
  if (byte(at) == 'e' || byte(at) == 'E') {
    plain = false;
    ++at;
    if (byte(at) == '+' || byte(at) == '-') ++at;
    at = behind_digits(at);
  }
  if (!ok()) return {};
  return {std::string_view(begin, static_cast<std::size_t>(at - begin)), plain};
}

const char* Reader::behind_value(const char* at) {
  const char first = byte(at);
  return first == '{' || first == '[' ? behind_parts(first, at) : behind_scalar(at);
}

/// An array or an object. The levels are kept here, not on the stack.
const char* Reader::behind_parts(char bracket, const char* at) {
  std::bitset<kDeepest> is_object;  // of the levels around the innermost
  std::size_t level = 0;
  const auto closing = [](char opening) { return opening == '{' ? '}' : ']'; };
  char close = closing(bracket);
  at = open(bracket, at);
  for (bool first = true;;) {
    if (!step(close, first, at)) {
      if (!ok() || level == 0) return at;
      close = is_object[--level] ? '}' : ']';
      continue;
    }
    if (close == '}') read_key(at);
    at = skip_space(at);
    const char next = byte(at);
    if (next == '{' || next == '[') {
      at = open(next, at);
      if (!ok()) return at;
      is_object[level++] = close == '}';
      close = closing(next);
      first = true;
    } else {
      at = behind_scalar(at);
    }
  }
}

const char* Reader::behind_scalar(const char* at) {
  switch (const char first = byte(at)) {
    case '"':
      read_string(at);
      return at;
    case 't':
    case 'f':
      return behind_boolean(at);
    case 'n':
      return literal("null", at);
    default:
      if (first != '-' && !is_digit(first)) return refuse_or_not_json(at);
      read_number(at);
      return at;
  }
}

void Reader::finish(const char* at) {
  if (!ok()) return;
  at = skip_space(at);
  if (at != end_) fail(Failure::NotJson, at, "expected nothing behind the document");
  if (ok()) failure_ = refused_;
}

const char* Reader::go_on(const char* at, const Headway& refused, char bracket,
                          std::size_t depth_left) {
  const bool is_told = headways_ != nullptr && refused.stop != nullptr && headways_->add(refused);
  if (!is_told && ok()) failure_ = refused_;
  if (!is_told) return end_;
  if (ok()) return at;
  if (!is_of_schema(failure_)) return end_;
  if (refused_ == Failure::None) refused_ = failure_;
  failure_ = Failure::None;
  depth_left_ = depth_left;
  at = skip_space(refused.stop) + 1;
  if (bracket == '{') {
    at = skip_space(at);
    read_key(at);
  }
  skip(at);
  return at;
}

void Reader::tell_end_of_refused(const Headway& headway) {
  if (headways_ == nullptr || headway.stop == nullptr) return;
  const bool has_refused = headways_->find(*headway.schema, headway.inside) != nullptr;
  if (has_refused || !ok()) headways_->add(headway);
}

}  // namespace eventc
