// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/quote.hpp"

namespace eventc::message {
namespace {

constexpr std::size_t kListedValues = 8;
constexpr std::size_t kShownPlace = 80;

constexpr std::array<std::pair<schema::Types, std::string_view>, 7> kTypeNames{{
    {schema::kFraction, "a number"},
    {schema::kInteger, "an integer"},
    {schema::kString, "a string"},
    {schema::kBoolean, "true or false"},
    {schema::kArray, "an array"},
    {schema::kObject, "an object"},
    {schema::kNull, "null"},
}};

template <class Integer>
void append_integer(Integer value, std::string& text) {
  std::array<char, 24> digits;
  text.append(digits.data(),
              std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
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

/// Nothing where they are several. (A number may have a fraction.)
std::string_view name_of_one(schema::Types types) {
  const schema::Types wanted = types == schema::kNumber ? schema::kFraction : types;
  for (const auto& [type, name] : kTypeNames) {
    if (type == wanted) return name;
  }
  return {};
}

void append_several_types(schema::Types types, std::string& text) {
  std::string_view last;
  bool is_first = true;
  const auto append_last = [&](std::string_view separator) {
    if (!std::exchange(is_first, false)) text += separator;
    text += last;
  };
  for (const auto& [type, name] : kTypeNames) {
    const bool is_told = type == schema::kInteger && types.has(schema::kFraction);
    if (!types.has(type) || is_told) continue;
    if (!last.empty()) append_last(", ");
    last = name;
  }
  append_last(" or ");
}

}  // namespace

void append_pattern(std::string_view pattern, std::string& text) {
  const bool plain =
      std::all_of(pattern.begin(), pattern.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (plain) {
    text += pattern;
  } else {
    append_excerpt(pattern, text, 80);
  }
}

void append_types(schema::Types types, std::string& text) {
  const std::string_view only = name_of_one(types);
  if (only.empty()) return append_several_types(types, text);
  text += only;
}

void append_type(schema::Types type, std::string& text) {
  if (type == schema::kFraction) {
    text += "a number with a fraction";
  } else if (type == schema::kBoolean) {
    text += "a boolean";
  } else {
    append_types(type, text);
  }
}

void append_value(const schema::Value& value, std::string& text) {
  switch (value.kind()) {
    case schema::Value::Kind::None:
      break;
    case schema::Value::Kind::Null:
      text += "null";
      break;
    case schema::Value::Kind::Boolean:
      text += value.boolean() ? "true" : "false";
      break;
    case schema::Value::Kind::Integer:
      append_integer(value.integer(), text);
      break;
    case schema::Value::Kind::String:
      append_quoted(value.text(), text);
      break;
    case schema::Value::Kind::Raw:
      append_excerpt(value.text(), text);
      break;
  }
}

void append_one_of(const schema::List<schema::Value>& values, std::string& text) {
  list_some(values.size(), "other value", text,
            [&](std::size_t i) { append_value(values[i], text); });
}

void append_expected_tag(const schema::Selector& selector, std::string& text) {
  std::vector<const schema::Value*> values;
  for (const schema::Case& one : selector.by_property) {
    if (one.value.present()) values.push_back(&one.value);
  }
  text += values.empty() ? "no alternative has a member " : "expected the member ";
  append_quoted(selector.property, text);
  text += values.empty() ? " like this" : " to be ";
  list_some(values.size(), "other value", text,
            [&](std::size_t i) { append_value(*values[i], text); });
}

void append_expected_own_member(const schema::Selector& selector, std::string& text) {
  text += "expected one of the members ";
  list_some(selector.by_member.size(), "other", text,
            [&](std::size_t i) { append_quoted(selector.by_member[i].name, text); });
}

void append_number(const schema::Number& number, std::string& text) {
  if (number.is_integer()) {
    append_integer(number.integer(), text);
  } else {
    text += number.literal();
  }
}

void append_count(std::size_t count, std::string& text) { append_integer(count, text); }

void append_counted(std::size_t count, std::string_view what, std::string& text) {
  append_integer(count, text);
  text.append(" ").append(what);
  if (count != 1) text += 's';
}

void append_json(std::string_view json, std::string& text) {
  const schema::Types type = Cursor(json, 1).peek_type();
  if (type == schema::kArray || type == schema::kObject) return append_type(type, text);
  if (type != schema::kString) return append_excerpt(json, text);
  const std::string_view raw = json.substr(1, json.size() - 2);
  if (raw.find('\\') == std::string_view::npos) return append_quoted(raw, text);
  append_quoted(text_of({raw, true}), text);
}

void append_quoted(std::string_view characters, std::string& text) {
  text += '"';
  append_excerpt(characters, text);
  text += '"';
}

std::string quoted(std::string_view characters) {
  std::string text;
  append_quoted(characters, text);
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

std::string no_verdict_of(std::string_view pattern) {
  std::string text = "not decided: this text takes too many steps to match with ";
  append_pattern(pattern, text);
  return text;
}

}  // namespace eventc::message
