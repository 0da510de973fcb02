// SPDX-License-Identifier: Apache-2.0
#include "dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/suggest.hpp"

namespace eventc::compiler {
namespace {

using enum ValueShape;
using enum Support;

/// A keyword, the vocabulary that it belongs to, and the drafts that have it.
struct Row {
  Draft first = Draft::Draft04;
  Draft last = Draft::Draft202012;
  Vocabulary vocabulary = Vocabulary::Core;
  Keyword keyword;

  [[nodiscard]] constexpr bool is_in(const Dialect& dialect) const {
    return first <= dialect.draft && dialect.draft <= last && has_vocabulary(dialect.vocabularies);
  }
  [[nodiscard]] constexpr bool has_vocabulary(const Vocabularies& all) const {
    return all.has(vocabulary) ||
           (vocabulary == Vocabulary::Format && all.has(Vocabulary::FormatAssertion));
  }
};

constexpr Draft k04 = Draft::Draft04;
constexpr Draft k06 = Draft::Draft06;
constexpr Draft k07 = Draft::Draft07;
constexpr Draft k19 = Draft::Draft201909;
constexpr Draft k20 = Draft::Draft202012;

/// JSON Schema Core and Validation, drafts 04 to 2020-12. A keyword that changed its shape has a
/// row for each. Some are known in drafts that do not list them, since authors use them there and
/// nothing else could be meant: "$defs", "definitions", "$comment", annotations.
constexpr auto kKeywords = std::to_array<Row>({
    {k04, k20, Vocabulary::Core, {"$schema", String, Compiled}},
    {k04, k04, Vocabulary::Core, {"id", String, Compiled}},
    {k06, k20, Vocabulary::Core, {"$id", String, Compiled}},
    {k04, k20, Vocabulary::Core, {"$ref", String, Compiled}},
    {k19, k20, Vocabulary::Core, {"$anchor", String, Compiled}},
    {k04, k20, Vocabulary::Core, {"$comment", String, Annotation}},
    {k04, k20, Vocabulary::Core, {"$defs", SchemaMap, Compiled}},
    {k04, k20, Vocabulary::Core, {"definitions", SchemaMap, Compiled}},
    {k19, k19, Vocabulary::Core, {"$recursiveRef", String, Compiled}},
    {k19, k19, Vocabulary::Core, {"$recursiveAnchor", Boolean, Compiled}},
    {k20, k20, Vocabulary::Core, {"$dynamicRef", String, Compiled}},
    {k20, k20, Vocabulary::Core, {"$dynamicAnchor", String, Compiled}},
    {k19, k20, Vocabulary::Core, {"$vocabulary", Object, Compiled}},
    {k04, k20, Vocabulary::Validation, {"type", TypeNames, Compiled}},
    {k04, k20, Vocabulary::Validation, {"enum", List, Compiled}},
    {k06, k20, Vocabulary::Validation, {"const", Anything, Compiled}},
    {k04, k20, Vocabulary::Validation, {"multipleOf", PositiveNumber, Compiled}},
    {k04, k20, Vocabulary::Validation, {"minimum", Number, Compiled}},
    {k04, k04, Vocabulary::Validation, {"exclusiveMinimum", Boolean, Compiled}},
    {k06, k20, Vocabulary::Validation, {"exclusiveMinimum", Number, Compiled}},
    {k04, k20, Vocabulary::Validation, {"maximum", Number, Compiled}},
    {k04, k04, Vocabulary::Validation, {"exclusiveMaximum", Boolean, Compiled}},
    {k06, k20, Vocabulary::Validation, {"exclusiveMaximum", Number, Compiled}},
    {k04, k20, Vocabulary::Validation, {"minLength", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"maxLength", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"pattern", String, Compiled}},
    {k04, k20, Vocabulary::Validation, {"minItems", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"maxItems", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"uniqueItems", Boolean, Compiled}},
    {k19, k20, Vocabulary::Validation, {"minContains", Count, Compiled}},
    {k19, k20, Vocabulary::Validation, {"maxContains", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"minProperties", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"maxProperties", Count, Compiled}},
    {k04, k20, Vocabulary::Validation, {"required", StringList, Compiled}},
    {k19, k20, Vocabulary::Validation, {"dependentRequired", StringLists, Compiled}},
    {k19, k20, Vocabulary::Applicator, {"dependentSchemas", SchemaMap, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"dependencies", Dependencies, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"properties", SchemaMap, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"patternProperties", SchemaMap, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"additionalProperties", Schema, Compiled}},
    {k06, k20, Vocabulary::Applicator, {"propertyNames", Schema, Compiled}},
    {k20, k20, Vocabulary::Applicator, {"prefixItems", SchemaList, Compiled}},
    {k20, k20, Vocabulary::Applicator, {"items", Schema, Compiled}},
    {k04, k19, Vocabulary::Applicator, {"items", SchemaOrSchemaList, Compiled}},
    {k04, k19, Vocabulary::Applicator, {"additionalItems", Schema, Compiled}},
    {k06, k20, Vocabulary::Applicator, {"contains", Schema, Compiled}},
    {k19, k19, Vocabulary::Applicator, {"unevaluatedItems", Schema, Compiled}},
    {k19, k19, Vocabulary::Applicator, {"unevaluatedProperties", Schema, Compiled}},
    {k20, k20, Vocabulary::Unevaluated, {"unevaluatedItems", Schema, Compiled}},
    {k20, k20, Vocabulary::Unevaluated, {"unevaluatedProperties", Schema, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"allOf", SchemaList, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"anyOf", SchemaList, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"oneOf", SchemaList, Compiled}},
    {k04, k20, Vocabulary::Applicator, {"not", Schema, Compiled}},
    {k07, k20, Vocabulary::Applicator, {"if", Schema, Compiled}},
    {k07, k20, Vocabulary::Applicator, {"then", Schema, Compiled}},
    {k07, k20, Vocabulary::Applicator, {"else", Schema, Compiled}},
    {k07, k20, Vocabulary::Content, {"contentEncoding", String, Compiled}},
    {k07, k20, Vocabulary::Content, {"contentMediaType", String, Compiled}},
    {k19, k20, Vocabulary::Content, {"contentSchema", Schema, Compiled}},
    {k04, k20, Vocabulary::Format, {"format", String, Compiled}},
    {k04, k20, Vocabulary::MetaData, {"title", String, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"description", String, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"default", Anything, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"deprecated", Boolean, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"examples", List, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"readOnly", Boolean, Annotation}},
    {k04, k20, Vocabulary::MetaData, {"writeOnly", Boolean, Annotation}},
    {k04, k20, Vocabulary::Core, {"x-eventc", Object, Compiled}},
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
  if (value.is_number_integer()) return value.get<std::int64_t>() >= 0;  // -0
  return value.is_number_float() && value.get<double>() >= 0 &&
         value.get<double>() == std::floor(value.get<double>());
}

/// Of a list of strings.
bool all_different(const Json& list) {
  std::set<std::string_view> seen;
  return std::all_of(list.begin(), list.end(), [&seen](const Json& item) {
    return seen.insert(item.get_ref<const std::string&>()).second;
  });
}

}  // namespace

std::string_view name_of(Draft draft) {
  constexpr std::array<std::string_view, 5> kNames{"draft-04", "draft-06", "draft-07",
                                                   "draft 2019-09", "draft 2020-12"};
  return kNames[static_cast<std::size_t>(draft)];
}

std::optional<Draft> find_draft(std::string_view schema_uri) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (schema_uri.starts_with(scheme)) schema_uri.remove_prefix(scheme.size());
  }
  while (schema_uri.ends_with('#')) schema_uri.remove_suffix(1);
  if (schema_uri == "json-schema.org/schema") return Draft::Draft202012;
  if (schema_uri == "json-schema.org/draft/2020-12/schema") return Draft::Draft202012;
  if (schema_uri == "json-schema.org/draft/2019-09/schema") return Draft::Draft201909;
  if (schema_uri == "json-schema.org/draft-07/schema") return Draft::Draft07;
  if (schema_uri == "json-schema.org/draft-06/schema") return Draft::Draft06;
  if (schema_uri == "json-schema.org/draft-04/schema") return Draft::Draft04;
  return std::nullopt;
}

std::optional<Draft> draft_named(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"04", "06", "07", "2019-09", "2020-12"};
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Draft>(found - kNames.begin());
}

std::optional<Vocabulary> find_vocabulary(Draft draft, std::string_view uri) {
  const std::string_view prefix = draft == Draft::Draft201909
                                      ? "https://json-schema.org/draft/2019-09/vocab/"
                                      : "https://json-schema.org/draft/2020-12/vocab/";
  if (!uri.starts_with(prefix)) return std::nullopt;
  uri.remove_prefix(prefix.size());
  constexpr std::array<std::pair<std::string_view, Vocabulary>, 9> kNames{{
      {"core", Vocabulary::Core},
      {"applicator", Vocabulary::Applicator},
      {"unevaluated", Vocabulary::Unevaluated},
      {"validation", Vocabulary::Validation},
      {"meta-data", Vocabulary::MetaData},
      {"format", Vocabulary::Format},
      {"format-annotation", Vocabulary::Format},
      {"format-assertion", Vocabulary::FormatAssertion},
      {"content", Vocabulary::Content},
  }};
  for (const auto& [name, vocabulary] : kNames) {
    if (name == uri) return vocabulary;
  }
  return std::nullopt;
}

const Keyword* find_keyword(Dialect dialect, std::string_view name) {
  static const auto rows = [] {
    std::unordered_multimap<std::string_view, const Row*> by_name;
    for (const Row& row : kKeywords) by_name.emplace(row.keyword.name, &row);
    return by_name;
  }();
  const auto [begin, end] = rows.equal_range(name);
  const auto found =
      std::find_if(begin, end, [&](const auto& entry) { return entry.second->is_in(dialect); });
  return found == end ? nullptr : &found->second->keyword;
}

std::vector<const Keyword*> keywords_of(const Dialect& dialect) {
  std::vector<const Keyword*> keywords;
  for (const Row& row : kKeywords) {
    if (row.is_in(dialect)) keywords.push_back(&row.keyword);
  }
  return keywords;
}

std::string in_words(DraftRange drafts) {
  if (drafts.first == drafts.last) return fmt::format("of {}", name_of(drafts.last));
  if (drafts == DraftRange{k19, k20}) return "of drafts 2019-09 and 2020-12";
  if (drafts.last == k20) return fmt::format("since {}", name_of(drafts.first));
  return fmt::format("until {}", name_of(drafts.last));
}

std::optional<DraftRange> drafts_with(std::string_view keyword) {
  std::optional<DraftRange> drafts;
  for (const Row& row : kKeywords) {
    if (row.keyword.name != keyword) continue;
    if (!drafts) drafts = DraftRange{row.first, row.last};
    drafts = DraftRange{std::min(drafts->first, row.first), std::max(drafts->last, row.last)};
  }
  return drafts;
}

std::string_view suggest_keyword(Dialect dialect, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Keyword* const keyword : keywords_of(dialect)) names.push_back(keyword->name);
  return suggest(name, names);
}

bool has_shape(const Json& value, ValueShape shape, std::string& expected) {
  const auto is = [&expected](bool holds, std::string_view words) {
    if (!holds) expected = words;
    return holds;
  };
  const auto is_names = [](const Json& list) {
    return is_list_of(list, [](const Json& item) { return item.is_string(); }) &&
           all_different(list);
  };
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
      return is(is_names(value), "a list of different strings");
    case StringLists:
      return is(value.is_object() && std::all_of(value.begin(), value.end(), is_names),
                "an object of lists of different strings");
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
    case Dependencies:
      return is(value.is_object() &&
                    std::all_of(value.begin(), value.end(),
                                [&](const Json& one) { return is_schema(one) || is_names(one); }),
                "an object of schemas and lists of names");
    case PointerOrPointers:
      return is(
          is_pointer(value) ||
              (is_list_of(value, is_pointer) && !value.empty() && all_different(value)),
          "a JSON Pointer into payloads, such as \"/eventType\", or a list of different ones");
  }
  return false;
}

}  // namespace eventc::compiler
