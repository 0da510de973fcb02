// SPDX-License-Identifier: Apache-2.0
#include "dialect.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/suggest.hpp"

namespace eventc::compiler {
namespace {

using enum ValueShape;
using enum Support;

/// A set of dialects.
enum Dialects : unsigned { k07 = 1, k202012 = 2, kBoth = k07 | k202012 };

struct Row {
  Dialects dialects;
  Keyword keyword;

  [[nodiscard]] constexpr bool is_in(Dialect dialect) const {
    return (dialects & (dialect == Dialect::Draft07 ? k07 : k202012)) != 0;
  }
};

/// JSON Schema Core and Validation, 2020-12 and draft-07. A keyword that changed its shape has a
/// row for each.
constexpr auto kKeywords = std::to_array<Row>({
    {kBoth, {"$schema", String, Compiled}},
    {kBoth, {"$id", String, Compiled}},
    {kBoth, {"$ref", String, Compiled}},
    {k202012, {"$anchor", String, Compiled}},
    {kBoth, {"$comment", String, Annotation}},
    {kBoth, {"$defs", SchemaMap, Compiled}},
    {kBoth, {"definitions", SchemaMap, Compiled}},
    {k202012, {"$dynamicRef", String, NotCompiled}},
    {k202012, {"$dynamicAnchor", String, NotCompiled}},
    {k202012, {"$vocabulary", Object, NotCompiled}},
    {kBoth, {"type", TypeNames, Compiled}},
    {kBoth, {"enum", List, Compiled}},
    {kBoth, {"const", Anything, Compiled}},
    {kBoth, {"multipleOf", PositiveNumber, Compiled}},
    {kBoth, {"minimum", Number, Compiled}},
    {kBoth, {"exclusiveMinimum", Number, Compiled}},
    {kBoth, {"maximum", Number, Compiled}},
    {kBoth, {"exclusiveMaximum", Number, Compiled}},
    {kBoth, {"minLength", Count, Compiled}},
    {kBoth, {"maxLength", Count, Compiled}},
    {kBoth, {"pattern", String, Compiled}},
    {kBoth, {"minItems", Count, Compiled}},
    {kBoth, {"maxItems", Count, Compiled}},
    {kBoth, {"uniqueItems", Boolean, NotCompiled}},
    {k202012, {"minContains", Count, NotCompiled}},
    {k202012, {"maxContains", Count, NotCompiled}},
    {kBoth, {"minProperties", Count, Compiled}},
    {kBoth, {"maxProperties", Count, Compiled}},
    {kBoth, {"required", StringList, Compiled}},
    {k202012, {"dependentRequired", Object, NotCompiled}},
    {k202012, {"dependentSchemas", SchemaMap, NotCompiled}},
    {k07, {"dependencies", Object, NotCompiled}},
    {kBoth, {"properties", SchemaMap, Compiled}},
    {kBoth, {"patternProperties", SchemaMap, Compiled}},
    {kBoth, {"additionalProperties", Schema, Compiled}},
    {k202012, {"unevaluatedProperties", Schema, NotCompiled}},
    {kBoth, {"propertyNames", Schema, NotCompiled}},
    {k202012, {"items", Schema, Compiled}},
    {k07, {"additionalItems", Schema, Compiled}},
    {k07, {"items", SchemaOrSchemaList, Compiled}},
    {k202012, {"prefixItems", SchemaList, Compiled}},
    {k202012, {"unevaluatedItems", Schema, NotCompiled}},
    {kBoth, {"contains", Schema, NotCompiled}},
    {kBoth, {"allOf", SchemaList, Compiled}},
    {kBoth, {"anyOf", SchemaList, Compiled}},
    {kBoth, {"oneOf", SchemaList, Compiled}},
    {kBoth, {"not", Schema, NotCompiled}},
    {kBoth, {"if", Schema, NotCompiled}},
    {kBoth, {"then", Schema, NotCompiled}},
    {kBoth, {"else", Schema, NotCompiled}},
    {kBoth, {"contentEncoding", String, Compiled}},
    {kBoth, {"contentMediaType", String, Compiled}},
    {kBoth, {"contentSchema", Schema, Compiled}},
    {kBoth, {"format", String, Annotation}},
    {kBoth, {"title", String, Annotation}},
    {kBoth, {"description", String, Annotation}},
    {kBoth, {"default", Anything, Annotation}},
    {kBoth, {"deprecated", Boolean, Annotation}},
    {kBoth, {"examples", List, Annotation}},
    {kBoth, {"readOnly", Boolean, Annotation}},
    {kBoth, {"writeOnly", Boolean, Annotation}},
    {kBoth, {"x-eventc", Object, Compiled}},
});

constexpr std::array<std::string_view, 7> kTypeNames{"null",   "boolean", "integer", "number",
                                                     "string", "array",   "object"};

bool is_type_name(const Json& value) {
  return value.is_string() && std::find(kTypeNames.begin(), kTypeNames.end(),
                                        value.get_ref<const std::string&>()) != kTypeNames.end();
}

bool is_schema(const Json& value) { return value.is_object() || value.is_boolean(); }

/// Of something below the root.
bool is_pointer(const Json& value) {
  return value.is_string() && value.get_ref<const std::string&>().starts_with('/');
}

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
  const auto found = std::find_if(kKeywords.begin(), kKeywords.end(), [&](const Row& row) {
    return row.is_in(dialect) && row.keyword.name == name;
  });
  return found == kKeywords.end() ? nullptr : &found->keyword;
}

std::string_view suggest_keyword(Dialect dialect, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Row& row : kKeywords) {
    if (row.is_in(dialect)) names.push_back(row.keyword.name);
  }
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
    case PointerOrPointers:
      return is(
          is_pointer(value) ||
              (is_list_of(value, is_pointer) && !value.empty() && all_different(value)),
          "a JSON Pointer into payloads, such as \"/eventType\", or a list of different ones");
  }
  return false;
}

}  // namespace eventc::compiler
