// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/quote.hpp"
#include "eventc/utf8.hpp"

namespace eventc::message {
namespace {

constexpr std::size_t kListedValues = 8;
constexpr std::size_t kShownPlace = 80;

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

/// "a", "a or b", "a, b or c".
std::string join(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) text += i + 1 == parts.size() ? " or " : ", ";
    text += parts[i];
  }
  return text;
}

/// A few of them, and how many others there are.
std::string list_some(const std::vector<std::string>& values, std::string_view others) {
  if (values.size() <= kListedValues) return join(values);
  std::vector<std::string> some(values.begin(), values.begin() + kListedValues);
  some.push_back(counted(values.size() - kListedValues, others));
  return join(some);
}

}  // namespace

std::string pattern_in_words(std::string_view pattern) {
  const bool plain =
      std::all_of(pattern.begin(), pattern.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return plain ? std::string(pattern) : quote_excerpt(pattern, 80);
}

std::string expected_types(schema::Types types) {
  static constexpr std::array<std::pair<schema::Types, std::string_view>, 5> kNames{{
      {schema::kString, "a string"},
      {schema::kBoolean, "true or false"},
      {schema::kArray, "an array"},
      {schema::kObject, "an object"},
      {schema::kNull, "null"},
  }};
  std::vector<std::string> names;
  if (types.has(schema::kFraction)) {
    names.emplace_back("a number");
  } else if (types.has(schema::kInteger)) {
    names.emplace_back("an integer");
  }
  for (const auto& [type, name] : kNames) {
    if (types.has(type)) names.emplace_back(name);
  }
  return "expected " + join(names);
}

std::string found_type(schema::Types type) {
  if (type == schema::kFraction) return "a number with a fraction";
  if (type == schema::kBoolean) return "a boolean";
  return expected_types(type).substr(std::string_view("expected ").size());
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
  std::vector<std::string> texts;
  for (const schema::Value& one : values) texts.push_back(value(one));
  return "expected " + list_some(texts, "other value");
}

std::string expected_tag(const schema::Selector& selector) {
  std::vector<std::string> texts;
  for (const schema::Case& one : selector.by_property) {
    if (one.value.present()) texts.push_back(value(one.value));
  }
  const std::string name = member(selector.property);
  if (texts.empty()) return "no alternative has a member " + name + " like this";
  return "expected the member " + name + " to be " + list_some(texts, "other value");
}

std::string expected_own_member(const schema::Selector& selector) {
  std::vector<std::string> names;
  for (const schema::OwnMember& own : selector.by_member) names.push_back(member(own.name));
  return "expected one of the members " + list_some(names, "other");
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
  return "expected text that matches " + pattern_in_words(pattern);
}

std::string no_verdict_of(std::string_view pattern) {
  return "not decided: this text takes too many steps to match with " + pattern_in_words(pattern);
}

std::string expected_format(std::string_view format) {
  return "expected text of the format \"" + std::string(format) + "\"";
}

std::string number(const schema::Number& number) {
  return number.is_integer() ? std::to_string(number.integer()) : std::string(number.literal());
}

std::string at_least(std::size_t count, std::string_view what) {
  return "expected at least " + counted(count, what);
}
std::string at_most(std::size_t count, std::string_view what) {
  return "expected at most " + counted(count, what);
}
std::string member(std::string_view name) { return quoted(name); }

std::string found_value(std::string_view json) {
  const schema::Types type = Cursor(json, 1).peek_type();
  if (type == schema::kArray || type == schema::kObject) return found_type(type);
  if (type != schema::kString) return quote_excerpt(json);
  std::string text;
  unescape({json.substr(1, json.size() - 2), true}, text);
  return quoted(text);
}

std::string quoted(std::string_view characters) { return "\"" + quote_excerpt(characters) + "\""; }
std::string characters(std::string_view text) { return std::to_string(count_code_points(text)); }

}  // namespace eventc::message
