// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/quote.hpp"
#include "eventc/utf8.hpp"

namespace eventc::message {
namespace {

constexpr std::size_t kListedValues = 8;
constexpr std::size_t kShownPlace = 80;

/// Most messages are no longer than this, what is found included.
constexpr std::size_t kUsualMessage = 80;

/// A message's begin, with room for the rest.
std::string begin_with(std::string_view words) {
  std::string text;
  text.reserve(kUsualMessage);
  text += words;
  return text;
}

/// "1 item", "2 items".
void append_counted(std::size_t count, std::string_view what, std::string& text) {
  std::array<char, 24> digits;
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
  text.append(digits.data(), end).append(" ").append(what);
  if (count != 1) text += 's';
}

/// "a", "a or b", "a, b or c": each of `count` parts is appended by `append`.
template <class Append>
void join(std::size_t count, std::string& text, const Append& append) {
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) text += i + 1 == count ? " or " : ", ";
    append(i);
  }
}

/// A few of them, and how many others there are.
template <class Append>
void list_some(std::size_t count, std::string_view others, std::string& text,
               const Append& append) {
  if (count <= kListedValues) return join(count, text, append);
  join(kListedValues + 1, text, [&](std::size_t i) {
    if (i != kListedValues) return append(i);
    append_counted(count - kListedValues, others, text);
  });
}

void append_types(schema::Types types, std::string& text) {
  static constexpr std::array<std::pair<schema::Types, std::string_view>, 5> kNames{{
      {schema::kString, "a string"},
      {schema::kBoolean, "true or false"},
      {schema::kArray, "an array"},
      {schema::kObject, "an object"},
      {schema::kNull, "null"},
  }};
  std::array<std::string_view, kNames.size() + 1> names;
  std::size_t count = 0;
  if (types.has(schema::kFraction)) {
    names[count++] = "a number";
  } else if (types.has(schema::kInteger)) {
    names[count++] = "an integer";
  }
  for (const auto& [type, name] : kNames) {
    if (types.has(type)) names[count++] = name;
  }
  join(count, text, [&](std::size_t i) { text += names[i]; });
}

}  // namespace

std::string pattern_in_words(std::string_view pattern) {
  const bool plain =
      std::all_of(pattern.begin(), pattern.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return plain ? std::string(pattern) : quote_excerpt(pattern, 80);
}

std::string expected_types(schema::Types types) {
  std::string text = begin_with("expected ");
  append_types(types, text);
  return text;
}

std::string found_type(schema::Types type) {
  if (type == schema::kFraction) return "a number with a fraction";
  if (type == schema::kBoolean) return "a boolean";
  std::string text;
  append_types(type, text);
  return text;
}

std::string value(const schema::Value& value) {
  switch (value.kind()) {
    case schema::Value::Kind::None:
      break;
    case schema::Value::Kind::Null:
      return "null";
    case schema::Value::Kind::Boolean:
      return value.boolean() ? "true" : "false";
    case schema::Value::Kind::Integer:
      return std::to_string(value.integer());
    case schema::Value::Kind::String:
      return quoted(value.text());
    case schema::Value::Kind::Raw:
      return quote_excerpt(value.text());
  }
  return {};
}

std::string expected_one_of(const schema::List<schema::Value>& values) {
  std::string text = begin_with("expected ");
  list_some(values.size(), "other value", text, [&](std::size_t i) { text += value(values[i]); });
  return text;
}

std::string expected_tag(const schema::Selector& selector) {
  std::vector<const schema::Value*> values;
  for (const schema::Case& one : selector.by_property) {
    if (one.value.present()) values.push_back(&one.value);
  }
  const std::string name = member(selector.property);
  if (values.empty()) return "no alternative has a member " + name + " like this";
  std::string text = begin_with("expected the member ");
  text.append(name).append(" to be ");
  list_some(values.size(), "other value", text, [&](std::size_t i) { text += value(*values[i]); });
  return text;
}

std::string expected_own_member(const schema::Selector& selector) {
  std::string text = begin_with("expected one of the members ");
  list_some(selector.by_member.size(), "other", text,
            [&](std::size_t i) { text += member(selector.by_member[i].name); });
  return text;
}

std::string fits_none(std::size_t branches, std::size_t closest) {
  return "fits none of the " + std::to_string(branches) + " alternatives; number " +
         std::to_string(closest + 1) + " comes closest";
}

std::string place_below(std::string_view pointer) { return quote_excerpt(pointer, kShownPlace); }

std::string refused_name(std::string_view quoted_name, bool quote_payload) {
  if (!quote_payload) return "a member's name is refused: ";
  return "the member's name " + std::string(quoted_name) + " is refused: ";
}

std::string expected_match(std::string_view pattern) {
  std::string text = begin_with("expected text that matches ");
  text += pattern_in_words(pattern);
  return text;
}

std::string no_verdict_of(std::string_view pattern) {
  return "not decided: this text takes too many steps to match with " + pattern_in_words(pattern);
}

std::string expected_format(std::string_view format) {
  std::string text = begin_with("expected text of the format \"");
  text.append(format).append("\"");
  return text;
}

std::string number(const schema::Number& number) {
  return number.is_integer() ? std::to_string(number.integer()) : std::string(number.literal());
}

std::string at_least(std::size_t count, std::string_view what) {
  std::string text = begin_with("expected at least ");
  append_counted(count, what, text);
  return text;
}
std::string at_most(std::size_t count, std::string_view what) {
  std::string text = begin_with("expected at most ");
  append_counted(count, what, text);
  return text;
}
std::string member(std::string_view name) { return quoted(name); }

std::string found_value(std::string_view json) {
  const schema::Types type = Cursor(json, 1).peek_type();
  if (type == schema::kArray || type == schema::kObject) return found_type(type);
  if (type != schema::kString) return quote_excerpt(json);
  const std::string_view raw = json.substr(1, json.size() - 2);
  if (raw.find('\\') == std::string_view::npos) return quoted(raw);
  return quoted(text_of({raw, true}));
}

std::string quoted(std::string_view characters) {
  std::string text = "\"";
  append_excerpt(characters, text);
  text += '"';
  return text;
}
std::string characters(std::string_view text) { return std::to_string(count_code_points(text)); }

}  // namespace eventc::message
