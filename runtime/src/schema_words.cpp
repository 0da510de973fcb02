// SPDX-License-Identifier: Apache-2.0
#include "schema_words.hpp"

#include <algorithm>

#include "eventc/emitted/codec.hpp"
#include "messages.hpp"

namespace eventc::message {
namespace {

using schema::Schema;

constexpr std::size_t kFewNames = 4;

/// Whether a schema says more than its types, its values and its members.
bool has_others(const Schema& s) {
  const bool of_arrays = s.items.present() || !s.prefix_items.empty() || s.min_items != 0 ||
                         s.max_items != schema::kUnlimited;
  const bool of_objects = !s.pattern_properties.empty() || s.additional_properties.present() ||
                          s.min_properties != 0 || s.max_properties != schema::kUnlimited;
  return s.limits_numbers || s.limits_strings || of_arrays || of_objects || s.applies_others;
}

bool has_members(const Schema& s) { return !s.properties.empty() || !s.required.empty(); }

/// "\"a\"", "\"a\" or \"b\"", "a string"; nothing where the schema is not as short as that.
std::string in_words(const Schema& s) {
  if (has_others(s) || has_members(s) || s.open) return {};
  std::string text;
  if (s.constant.present()) {
    if (s.enumeration.empty()) append_value(s.constant, text);
  } else if (!s.enumeration.empty()) {
    append_one_of(s.enumeration, text);
  } else if (s.types != schema::kAny) {
    append_types(s.types, text);
  }
  return text;
}

std::string excluded_member(std::string_view name) {
  return "the member " + quoted(name) + " must not be here";
}

std::string excluded_members(const schema::List<std::string_view>& names) {
  if (names.size() == 1) return excluded_member(names[0]);
  std::string text = "the members ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += i + 1 == names.size() ? " and " : ", ";
    text += quoted(names[i]);
  }
  return text + (names.size() == 2 ? " must not both be here" : " must not all be here");
}

/// Of an object that this schema accepts; nothing where its members are not as few as that.
std::string excluded_object(const Schema& s) {
  const bool has_values = s.constant.present() || !s.enumeration.empty() || s.open;
  if (has_others(s) || has_values || s.required.size() > kFewNames) return {};
  if (s.properties.empty()) return s.required.empty() ? "" : excluded_members(s.required);
  const schema::Property& first = s.properties[0];
  if (s.properties.size() != 1 || !first.required || !s.required.empty()) return {};
  if (accepts_everything(*first.schema.schema)) return excluded_member(first.name);
  const std::string words = in_words(*first.schema.schema);
  return words.empty() ? words : "the member " + quoted(first.name) + " must not be " + words;
}

/// A token of a JSON Pointer, as it was before it was escaped (RFC 6901, section 4).
std::string unescaped(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool is_escape = token[i] == '~' && i + 1 < token.size();
    if (is_escape) ++i;
    text += !is_escape ? token[i] : token[i] == '1' ? '/' : '~';
  }
  return text;
}

struct Step {
  std::string_view keyword;
  std::string name;  ///< behind it, if any
};

Step take_apart(std::string_view step) {
  if (step.empty()) return {};
  const std::size_t slash = step.find('/', 1);
  if (slash == std::string_view::npos) return {step.substr(1), {}};
  return {step.substr(1, slash - 1), unescaped(step.substr(slash + 1))};
}

}  // namespace

bool accepts_everything(const Schema& s) {
  return !has_others(s) && !has_members(s) && s.types == schema::kAny && s.enumeration.empty() &&
         !s.constant.present();
}

std::string excluded(const Schema& schema, bool is_object) {
  std::string words = is_object ? excluded_object(schema) : std::string();
  if (!words.empty()) return words;
  words = in_words(schema);
  return words.empty() ? "this fits the schema in \"not\", and must not"
                       : "expected anything but " + words;
}

std::string of_items(const Schema& schema, std::size_t count) {
  if (accepts_everything(schema)) return {};
  const std::string words = in_words(schema);
  if (words.empty()) return " like that in \"contains\"";
  if (count == 1) return " that is " + words;
  const bool is_type = schema.enumeration.empty() && !schema.constant.present();
  return (is_type ? " that are each " : " that are ") + words;
}

std::string nothing_allowed(std::string_view step, std::string_view outer_step, bool is_first) {
  const auto [keyword, name] = take_apart(step);
  const auto [outer_keyword, outer_name] = take_apart(outer_step);
  const auto is_dependent = [](std::string_view of) {
    return of == "dependentSchemas" || of == "dependencies";
  };
  if (keyword == "properties" && is_dependent(outer_keyword))
    return "no member " + quoted(name) + " may be here beside " + quoted(outer_name);
  if (keyword == "properties" || is_dependent(keyword))
    return "the member " + quoted(name) + " must not be here";
  if (keyword == "patternProperties") {
    std::string text = "no member whose name matches ";
    append_pattern(name, text);
    return text + " may be here";
  }
  if (keyword == "items" || keyword == "additionalItems" || keyword == "prefixItems")
    return is_first ? "no items are allowed" : "no further items are allowed";
  if (keyword == "propertyNames") return "no members are allowed";
  if (keyword == "then") return "this fits the schema in \"if\", and \"then\" allows nothing";
  if (keyword == "else")
    return "this does not fit the schema in \"if\", and \"else\" allows nothing";
  return "no value is allowed here";
}

}  // namespace eventc::message
