// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/reader.hpp"

#include <bitset>

#include "eventc/emitted/scan.hpp"

namespace eventc {
namespace {

/// Whether a text may go on behind what has failed so.
bool is_of_schema(Failure failure) {
  return failure == Failure::Refused || failure == Failure::NotRepresentable;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

const char* Reader::window_of_declared() const {
  return is_watched() && watch_.is_of_declared ? nullptr : window_end_;
}

const char* Reader::window_inside(const char* object) const {
  const bool is_close = static_cast<unsigned char>(byte(object)) > ' ';
  return is_close ? window_of_declared() : nullptr;
}

const char* Reader::behind_indented_key(const KeyText& key, const char* at, char separator) {
  const char* const name = find_name(at, separator);
  return name != nullptr && key.begins(name) ? behind_colon(name + key.size) : nullptr;
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

const char* Reader::read_any_key(const char* at, StringToken& key) {
  key = read_key(at);
  return at;
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
