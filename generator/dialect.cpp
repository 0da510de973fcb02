// SPDX-License-Identifier: Apache-2.0
#include "dialect.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/suggest.hpp"

namespace eventc::compiler {
namespace {

using enum ValueShape;
using enum Support;

/// JSON Schema Core and Validation, 2020-12.
constexpr auto kDraft202012 = std::to_array<Keyword>({
    {"$schema", String},
    {"$id", String},
    {"$ref", String},
    {"$anchor", String},
    {"$comment", String, Annotation},
    {"$defs", SchemaMap},
    {"definitions", SchemaMap},
    {"$dynamicRef", String, NotCompiled},
    {"$dynamicAnchor", String, NotCompiled},
    {"$vocabulary", Object, NotCompiled},
    {"type", TypeNames},
    {"enum", List},
    {"const", Anything},
    {"multipleOf", PositiveNumber},
    {"minimum", Number},
    {"exclusiveMinimum", Number},
    {"maximum", Number},
    {"exclusiveMaximum", Number},
    {"minLength", Count},
    {"maxLength", Count},
    {"pattern", String},
    {"minItems", Count},
    {"maxItems", Count},
    {"uniqueItems", Boolean, NotCompiled},
    {"minContains", Count, NotCompiled},
    {"maxContains", Count, NotCompiled},
    {"minProperties", Count},
    {"maxProperties", Count},
    {"required", StringList},
    {"dependentRequired", Object, NotCompiled},
    {"dependentSchemas", SchemaMap, NotCompiled},
    {"properties", SchemaMap},
    {"patternProperties", SchemaMap},
    {"additionalProperties", Schema},
    {"unevaluatedProperties", Schema, NotCompiled},
    {"propertyNames", Schema, NotCompiled},
    {"items", Schema},
    {"prefixItems", SchemaList},
    {"unevaluatedItems", Schema, NotCompiled},
    {"contains", Schema, NotCompiled},
    {"allOf", SchemaList},
    {"anyOf", SchemaList},
    {"oneOf", SchemaList},
    {"not", Schema, NotCompiled},
    {"if", Schema, NotCompiled},
    {"then", Schema, NotCompiled},
    {"else", Schema, NotCompiled},
    {"contentEncoding", String},
    {"contentMediaType", String},
    {"contentSchema", Schema},
    {"format", String, Annotation},
    {"title", String, Annotation},
    {"description", String, Annotation},
    {"default", Anything, Annotation},
    {"deprecated", Boolean, Annotation},
    {"examples", List, Annotation},
    {"readOnly", Boolean, Annotation},
    {"writeOnly", Boolean, Annotation},
    {"x-eventc", Object},
});

/// JSON Schema Core and Validation, draft-07.
constexpr auto kDraft07 = std::to_array<Keyword>({
    {"$schema", String},
    {"$id", String},
    {"$ref", String},
    {"$comment", String, Annotation},
    {"definitions", SchemaMap},
    {"$defs", SchemaMap},
    {"type", TypeNames},
    {"enum", List},
    {"const", Anything},
    {"multipleOf", PositiveNumber},
    {"minimum", Number},
    {"exclusiveMinimum", Number},
    {"maximum", Number},
    {"exclusiveMaximum", Number},
    {"minLength", Count},
    {"maxLength", Count},
    {"pattern", String},
    {"items", SchemaOrSchemaList},
    {"additionalItems", Schema},
    {"minItems", Count},
    {"maxItems", Count},
    {"uniqueItems", Boolean, NotCompiled},
    {"contains", Schema, NotCompiled},
    {"minProperties", Count},
    {"maxProperties", Count},
    {"required", StringList},
    {"properties", SchemaMap},
    {"patternProperties", SchemaMap},
    {"additionalProperties", Schema},
    {"dependencies", Object, NotCompiled},
    {"propertyNames", Schema, NotCompiled},
    {"if", Schema, NotCompiled},
    {"then", Schema, NotCompiled},
    {"else", Schema, NotCompiled},
    {"allOf", SchemaList},
    {"anyOf", SchemaList},
    {"oneOf", SchemaList},
    {"not", Schema, NotCompiled},
    {"contentEncoding", String},
    {"contentMediaType", String},
    {"contentSchema", Schema},
    {"format", String, Annotation},
    {"title", String, Annotation},
    {"description", String, Annotation},
    {"default", Anything, Annotation},
    {"deprecated", Boolean, Annotation},
    {"examples", List, Annotation},
    {"readOnly", Boolean, Annotation},
    {"writeOnly", Boolean, Annotation},
    {"x-eventc", Object},
});

constexpr std::array<std::string_view, 7> kTypeNames{"null",   "boolean", "integer", "number",
                                                     "string", "array",   "object"};

std::span<const Keyword> keywords_of(Dialect dialect) {
  if (dialect == Dialect::Draft07) return kDraft07;
  return kDraft202012;
}

bool is_type_name(const Json& value) {
  return value.is_string() && std::find(kTypeNames.begin(), kTypeNames.end(),
                                        value.get_ref<const std::string&>()) != kTypeNames.end();
}

bool is_schema(const Json& value) { return value.is_object() || value.is_boolean(); }

template <class Predicate>
bool is_list_of(const Json& value, Predicate predicate) {
  return value.is_array() && std::all_of(value.begin(), value.end(), predicate);
}

bool is_count(const Json& value) {
  if (value.is_number_unsigned()) return true;
  return value.is_number_float() && value.get<double>() >= 0 && value.get<double>() < 1e15 &&
         value.get<double>() == static_cast<double>(static_cast<long long>(value.get<double>()));
}

/// Of a list of strings.
bool all_different(const Json& list) {
  std::set<std::string_view> seen;
  return std::all_of(list.begin(), list.end(), [&seen](const Json& item) {
    return seen.insert(item.get_ref<const std::string&>()).second;
  });
}

}  // namespace

std::optional<Dialect> find_dialect(std::string_view schema_uri) {
  if (schema_uri.ends_with('#')) schema_uri.remove_suffix(1);
  if (schema_uri == "https://json-schema.org/draft/2020-12/schema") return Dialect::Draft202012;
  if (schema_uri == "http://json-schema.org/draft-07/schema") return Dialect::Draft07;
  return std::nullopt;
}

const Keyword* find_keyword(Dialect dialect, std::string_view name) {
  const std::span<const Keyword> keywords = keywords_of(dialect);
  const auto found = std::find_if(keywords.begin(), keywords.end(),
                                  [name](const Keyword& k) { return k.name == name; });
  return found == keywords.end() ? nullptr : &*found;
}

std::string_view suggest_keyword(Dialect dialect, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Keyword& keyword : keywords_of(dialect)) names.push_back(keyword.name);
  return suggest(name, names);
}

bool has_shape(const Json& value, ValueShape shape, std::string& expected) {
  const auto is = [&expected](bool holds, std::string_view words) {
    if (!holds) expected = words;
    return holds;
  };
  const auto is_string = [](const Json& item) { return item.is_string(); };
  switch (shape) {
    case Anything:
      return true;
    case String:
      return is(value.is_string(), "a string");
    case Boolean:
      return is(value.is_boolean(), "true or false");
    case Number:
      return is(value.is_number(), "a number");
    case PositiveNumber:
      return is(value.is_number() && value.get<double>() > 0, "a number above 0");
    case Count:
      return is(is_count(value), "a whole number, 0 or more");
    case TypeNames:
      return is(is_type_name(value) ||
                    (is_list_of(value, is_type_name) && !value.empty() && all_different(value)),
                "one of null, boolean, integer, number, string, array, object, or a list of "
                "different ones");
    case StringList:
      return is(is_list_of(value, is_string) && all_different(value),
                "a list of different strings");
    case List:
      return is(value.is_array(), "a list");
    case Object:
      return is(value.is_object(), "an object");
    case Schema:
      return is(is_schema(value), "a schema: an object, true or false");
    case SchemaList:
      return is(is_list_of(value, is_schema) && !value.empty(),
                "a list of schemas that is not empty");
    case SchemaMap:
      return is(value.is_object(), "an object of schemas");
    case SchemaOrSchemaList:
      return is(is_schema(value) || is_list_of(value, is_schema), "a schema or a list of schemas");
  }
  return false;
}

}  // namespace eventc::compiler
