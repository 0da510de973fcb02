// SPDX-License-Identifier: Apache-2.0
#include "keyword_hint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/suggest.hpp"

namespace eventc::compiler {
namespace {

struct Word {
  std::string_view theirs;
  std::string_view ours;
};

/// Types of other languages, by JSON Schema's.
constexpr auto kTypeWords = std::to_array<Word>({
    {"int", "integer"},
    {"int32", "integer"},
    {"int64", "integer"},
    {"long", "integer"},
    {"float", "number"},
    {"double", "number"},
    {"decimal", "number"},
    {"bool", "boolean"},
    {"str", "string"},
    {"list", "array"},
    {"tuple", "array"},
    {"dict", "object"},
    {"map", "object"},
    {"struct", "object"},
    {"nil", "null"},
    {"None", "null"},
});

/// Strings that have a "format" (Validation 2020-12, section 7.3), under the names they are given.
constexpr auto kFormatWords = std::to_array<Word>({
    {"date", "date"},
    {"datetime", "date-time"},
    {"date-time", "date-time"},
    {"timestamp", "date-time"},
    {"uuid", "uuid"},
    {"email", "email"},
    {"uri", "uri"},
    {"url", "uri"},
});

template <std::size_t kCount>
std::string_view find_word(const std::array<Word, kCount>& words, std::string_view theirs) {
  const auto* const found = std::find_if(words.begin(), words.end(),
                                         [theirs](Word word) { return word.theirs == theirs; });
  return found == words.end() ? std::string_view() : found->ours;
}

std::string did_you_mean(std::string_view word) {
  return word.empty() ? std::string() : fmt::format("did you mean \"{}\"?", word);
}

/// Of one name in a "type".
std::string type_hint(const std::string& name) {
  if (name == "any") return "leave \"type\" out where any value will do";
  if (const std::string_view format = find_word(kFormatWords, name); !format.empty())
    return fmt::format(R"(it is a string: "type": "string", "format": "{}")", format);
  if (const std::string_view type = find_word(kTypeWords, name); !type.empty())
    return did_you_mean(type);
  return did_you_mean(
      suggest(name, {"null", "boolean", "integer", "number", "string", "array", "object"}));
}

std::string types_hint(const Json& names) {
  if (names.is_string()) return type_hint(names.get_ref<const std::string&>());
  std::string unused;
  for (const Json& name : names) {
    if (name.is_string() && !has_shape(name, ValueShape::TypeNames, unused))
      return type_hint(name.get_ref<const std::string&>());
  }
  return {};
}

/// Whether a member is a keyword of any draft, or nearly one, with a value that it takes.
/// Draft-04's "id" and what is near "$id" and its like are left out: "id" is what payloads have.
bool serves_as_keyword(const std::string& name, const Json& value, Dialect dialect) {
  const Keyword* keyword = find_keyword(dialect, name);
  if (keyword == nullptr) {
    if (name != "id" && drafts_with(name)) return true;
    const std::string_view close = suggest_keyword(dialect, name);
    if (close.empty() || close.starts_with('$')) return false;
    keyword = find_keyword(dialect, close);
  }
  std::string unused;
  return has_shape(value, keyword->shape, unused);
}

}  // namespace

std::string value_hint(const Keyword& keyword, const Json& value) {
  if (keyword.name == "type" && (value.is_string() || value.is_array())) return types_hint(value);
  if (keyword.name == "items" && keyword.shape == ValueShape::Schema && value.is_array())
    return "a list of schemas is draft-07's; in draft 2020-12 it is \"prefixItems\"";
  if (keyword.name.starts_with("exclusiveM") && value.is_boolean())
    return "true and false are draft-04's; write the limit itself here";
  if (keyword.name == "required" && value.is_boolean())
    return "true and false are draft-03's; the object around it lists the members that it requires";
  if (keyword.name == "required" && value.is_string()) return "put the name into a list";
  if (keyword.name == "enum" && value.is_string())
    return "put the value into a list, or use \"const\"";
  return {};
}

std::string foreign_keyword_hint(std::string_view name, const Json& schema) {
  if (name == "nullable") {
    const auto type = schema.find("type");
    std::string unused;
    const bool has_type = type != schema.end() && type->is_string() &&
                          has_shape(*type, ValueShape::TypeNames, unused);
    return fmt::format(
        R"(it is OpenAPI's; in JSON Schema null is one of the types: "type": ["{}", "null"])",
        has_type ? type->get_ref<const std::string&>() : "string");
  }
  if (name == "discriminator")
    return "it is OpenAPI's; the branches of a \"oneOf\" are told apart by a \"const\" in each";
  return {};
}

bool is_like_payload(const Json& root, Dialect dialect) {
  if (!root.is_object()) return false;
  bool has_others = false;
  for (const auto& [name, value] : root.items()) {
    if (name.starts_with("x-") || serves_as_keyword(name, value, dialect) ||
        !foreign_keyword_hint(name, root).empty())
      return false;
    has_others = has_others || find_keyword(dialect, name) == nullptr;
  }
  return has_others;
}

}  // namespace eventc::compiler
