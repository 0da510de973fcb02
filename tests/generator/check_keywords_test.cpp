// SPDX-License-Identifier: Apache-2.0
#include "check_keywords.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::string_view kDraft07 = R"("$schema": "http://json-schema.org/draft-07/schema#")";

/// The messages for one schema, a line each: "error /type: …", "  note …".
std::string messages(const Schemas& schemas) {
  std::string out;
  const Compiled compiled = run_check(schemas);
  for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
    out += fmt::format("{} {}: {}\n", diagnostic.severity == Severity::Error ? "error" : "warning",
                       diagnostic.location.pointer, diagnostic.message);
    for (const Note& note : diagnostic.notes) out += "  note " + note.message + "\n";
  }
  return out;
}

std::string messages(const std::string& text) { return messages(schema(text)); }

std::string strict_messages(const std::string& text) {
  Schemas schemas = schema(text);
  schemas.strict = true;
  return messages(schemas);
}

TEST(CheckKeywords, AcceptsEachCompiledKeyword) {
  EXPECT_EQ(messages(R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://e.com/a",
    "$anchor": "a", "$comment": "c", "$defs": {"A": true}, "definitions": {"B": false},
    "type": ["object", "null"], "enum": [{}, null], "const": null, "multipleOf": 0.5, "minimum": -1,
    "exclusiveMinimum": -2, "maximum": 1, "exclusiveMaximum": 2, "minLength": 0, "maxLength": 1,
    "pattern": "^a$", "minItems": 0, "maxItems": 1, "minProperties": 0, "maxProperties": 1,
    "required": ["a"], "properties": {"a": {"$ref": "#/$defs/A"}}, "patternProperties": {"^b": {}},
    "additionalProperties": false, "items": {}, "prefixItems": [{}], "allOf": [{}], "anyOf": [{}],
    "oneOf": [{}], "contentEncoding": "base64", "contentMediaType": "application/json",
    "contentSchema": {}, "format": "uuid", "title": "t", "description": "d", "default": 1,
    "deprecated": true, "examples": [1], "readOnly": true, "writeOnly": false,
    "x-eventc": {"name": "N", "namespace": "n", "storage": "owned", "open": true, "unknown": "keep",
                 "null": "distinct", "keys": "ignore-case", "route": false, "priority": 2.5}
  })"),
            "");
}

TEST(CheckKeywords, ShowsAValueOfTheWrongType) {
  EXPECT_EQ(
      run_check(schema("{\n  \"type\": \"object\",\n  \"properties\": {\"a\": {\"minLength\": "
                       "\"3\"}}\n}\n"))
          .printed(),
      R"(a.json:3:37: error: "minLength" must be a whole number, 0 or more
    "properties": {"a": {"minLength": "3"}}
                                      ^~~
  at /properties/a/minLength
)");
}

struct WrongValue {
  std::string_view keyword;
  std::string_view value;
  std::string_view expected;
};

TEST(CheckKeywords, RefusesEachKeywordsValueOfTheWrongType) {
  constexpr std::string_view kText = "a string";
  constexpr std::string_view kNumber = "a number";
  constexpr std::string_view kCount = "a whole number, 0 or more";
  constexpr std::string_view kSchema = "a schema: an object, true or false";
  constexpr std::string_view kSchemas = "an object of schemas";
  constexpr std::string_view kSchemaList = "a list of schemas that is not empty";
  constexpr std::string_view kBoolean = "true or false";
  constexpr std::string_view kTypes =
      "one of null, boolean, integer, number, string, array, object, or a list of different ones";
  constexpr WrongValue kCases[] = {
      {"$schema", "1", kText},
      {"$id", "1", kText},
      {"$ref", "{}", kText},
      {"$anchor", "null", kText},
      {"$comment", "[]", kText},
      {"$defs", "[]", kSchemas},
      {"definitions", "true", kSchemas},
      {"$dynamicRef", "1", kText},
      {"$dynamicAnchor", "1", kText},
      {"$vocabulary", "1", "an object"},
      {"type", R"("text")", kTypes},
      {"type", "[]", kTypes},
      {"type", "{}", kTypes},
      {"enum", "{}", "a list"},
      {"multipleOf", "0", "a number above 0"},
      {"multipleOf", "-2", "a number above 0"},
      {"minimum", R"("0")", kNumber},
      {"exclusiveMinimum", "[]", kNumber},
      {"maximum", "null", kNumber},
      {"exclusiveMaximum", "[]", kNumber},
      {"minLength", "-1", kCount},
      {"maxLength", "1.5", kCount},
      {"pattern", "1", kText},
      {"minItems", R"("1")", kCount},
      {"maxItems", "true", kCount},
      {"uniqueItems", "1", kBoolean},
      {"minContains", "-1", kCount},
      {"maxContains", "-1", kCount},
      {"minProperties", "null", kCount},
      {"maxProperties", "{}", kCount},
      {"required", "{}", "a list of different strings"},
      {"required", R"(["a", "a"])", "a list of different strings"},
      {"required", "[1]", "a list of different strings"},
      {"dependentRequired", "[]", "an object"},
      {"dependentSchemas", "[]", kSchemas},
      {"properties", "[]", kSchemas},
      {"patternProperties", "1", kSchemas},
      {"additionalProperties", R"("no")", kSchema},
      {"unevaluatedProperties", "1", kSchema},
      {"propertyNames", "1", kSchema},
      {"items", "1", kSchema},
      {"prefixItems", "{}", kSchemaList},
      {"prefixItems", "[]", kSchemaList},
      {"unevaluatedItems", "1", kSchema},
      {"contains", "1", kSchema},
      {"allOf", "{}", kSchemaList},
      {"anyOf", "[]", kSchemaList},
      {"oneOf", "[1]", kSchemaList},
      {"not", "1", kSchema},
      {"if", "null", kSchema},
      {"then", "1", kSchema},
      {"else", "1", kSchema},
      {"contentEncoding", "true", kText},
      {"contentMediaType", "1", kText},
      {"contentSchema", "1", kSchema},
      {"format", "1", kText},
      {"title", "1", kText},
      {"description", "[]", kText},
      {"deprecated", R"("yes")", kBoolean},
      {"examples", "{}", "a list"},
      {"readOnly", "1", kBoolean},
      {"writeOnly", "0", kBoolean},
      {"x-eventc", "true", "an object"},
  };
  for (const auto& [keyword, value, expected] : kCases) {
    EXPECT_EQ(messages(fmt::format(R"({{"{}": {}}})", keyword, value)),
              fmt::format("error /{0}: \"{0}\" must be {1}\n", keyword, expected));
  }
}

TEST(CheckKeywords, RefusesDraft07sKeywordsOfTheWrongType) {
  const auto message = [](std::string_view keyword, std::string_view value) {
    return messages(fmt::format(R"({{{}, "{}": {}}})", kDraft07, keyword, value));
  };
  EXPECT_EQ(message("items", "1"),
            "error /items: \"items\" must be a schema or a list of schemas\n");
  EXPECT_EQ(message("items", "[1]"),
            "error /items: \"items\" must be a schema or a list of schemas\n");
  EXPECT_EQ(message("additionalItems", "[]"),
            "error /additionalItems: \"additionalItems\" must be a schema: an object, true or "
            "false\n");
  EXPECT_EQ(message("dependencies", "[]"),
            "error /dependencies: \"dependencies\" must be an object\n");
  EXPECT_EQ(message("items", "[{}, true]"), "");
}

TEST(CheckKeywords, ShowsAKeywordThatIsNotCompiledAtItsName) {
  EXPECT_EQ(
      run_check(schema("{\n  \"not\": {\"type\": \"null\"}\n}\n")).printed(),
      R"(a.json:2:3: error: "not" is a keyword of JSON Schema that is not compiled: what it asks for would go unchecked
    "not": {"type": "null"}
    ^~~~~
  at /not
)");
}

std::string not_compiled(std::string_view keyword) {
  return fmt::format(
      "error /{0}: \"{0}\" is a keyword of JSON Schema that is not compiled: what it asks for "
      "would "
      "go unchecked\n",
      keyword);
}

TEST(CheckKeywords, NamesEachStandardKeywordThatIsNotCompiled) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"$dynamicRef", R"("#a")"},
      {"$dynamicAnchor", R"("a")"},
      {"$vocabulary", "{}"},
      {"uniqueItems", "true"},
      {"minContains", "1"},
      {"maxContains", "1"},
      {"dependentRequired", "{}"},
      {"dependentSchemas", "{}"},
      {"unevaluatedProperties", "false"},
      {"propertyNames", "{}"},
      {"unevaluatedItems", "{}"},
      {"contains", "{}"},
      {"not", "{}"},
      {"if", "{}"},
      {"then", "{}"},
      {"else", "{}"},
  };
  for (const auto& [keyword, value] : kCases) {
    EXPECT_EQ(messages(fmt::format(R"({{"{}": {}}})", keyword, value)), not_compiled(keyword));
  }
  constexpr std::pair<std::string_view, std::string_view> kCasesOf07[] = {
      {"uniqueItems", "true"}, {"contains", "{}"}, {"dependencies", "{}"},
      {"propertyNames", "{}"}, {"if", "{}"},       {"then", "{}"},
      {"else", "{}"},          {"not", "{}"},
  };
  for (const auto& [keyword, value] : kCasesOf07) {
    EXPECT_EQ(messages(fmt::format(R"({{{}, "{}": {}}})", kDraft07, keyword, value)),
              not_compiled(keyword));
  }
}

TEST(CheckKeywords, WarnsOfAnUnknownKeywordAndSuggestsOne) {
  EXPECT_EQ(run_check(schema("{\n  \"propertys\": {}\n}\n")).printed(),
            R"(a.json:2:3: warning: "propertys" is no keyword of JSON Schema: it has no effect
    "propertys": {}
    ^~~~~~~~~~~
  at /propertys
  note: did you mean "properties"?
)");
  EXPECT_EQ(messages(R"({"x-vendor": 1})"),
            "warning /x-vendor: \"x-vendor\" is no keyword of JSON Schema: it has no effect\n");
}

TEST(CheckKeywords, RefusesAnUnknownKeywordWhereStrict) {
  EXPECT_EQ(strict_messages(R"({"Type": "string", "nullable": true})"),
            "error /Type: \"Type\" is no keyword of JSON Schema: it has no effect\n"
            "  note did you mean \"type\"?\n"
            "error /nullable: \"nullable\" is no keyword of JSON Schema: it has no effect\n"
            "  note it is OpenAPI's; in JSON Schema null is one of the types: \"type\": "
            "[\"string\", \"null\"]\n");
}

TEST(CheckKeywords, KnowsNoKeywordOfTheOtherDraft) {
  EXPECT_EQ(messages(R"({"additionalItems": {}})"),
            "warning /additionalItems: \"additionalItems\" is no keyword of JSON Schema: it has no "
            "effect\n"
            "  note it is one of draft-07: say so in \"$schema\" if that is what this is written "
            "in\n");
  EXPECT_EQ(messages(fmt::format(R"({{{}, "prefixItems": [{{}}]}})", kDraft07)),
            "warning /prefixItems: \"prefixItems\" is no keyword of JSON Schema: it has no effect\n"
            "  note it is one of draft 2020-12: say so in \"$schema\" if that is what this is "
            "written in\n");
}

TEST(CheckKeywords, TellsWhatOlderDraftsMeantInstead) {
  EXPECT_EQ(messages(R"({"items": [{}], "exclusiveMinimum": true})"),
            "error /items: \"items\" must be a schema: an object, true or false\n"
            "  note a list of schemas is draft-07's; in draft 2020-12 it is \"prefixItems\"\n"
            "error /exclusiveMinimum: \"exclusiveMinimum\" must be a number\n"
            "  note true and false are draft-04's; write the limit itself here\n");
}

TEST(CheckKeywords, TellsHowJsonSchemaSaysIt) {
  EXPECT_EQ(messages(R"({"type": "int", "required": true, "enum": "a", "nullable": true})"),
            "error /type: \"type\" must be one of null, boolean, integer, number, string, array, "
            "object, or a list of different ones\n"
            "  note did you mean \"integer\"?\n"
            "error /required: \"required\" must be a list of different strings\n"
            "  note true and false are draft-03's; the object around it lists the members that it "
            "requires\n"
            "error /enum: \"enum\" must be a list\n"
            "  note put the value into a list, or use \"const\"\n"
            "warning /nullable: \"nullable\" is no keyword of JSON Schema: it has no effect\n"
            "  note it is OpenAPI's; in JSON Schema null is one of the types: \"type\": "
            "[\"string\", \"null\"]\n");
}

TEST(CheckKeywords, RefusesAPayloadInASchemasPlaceAsAWhole) {
  const std::string refused =
      "error : this is no schema: none of its members is a keyword of JSON Schema with a value "
      "that "
      "the keyword takes\n";
  EXPECT_EQ(messages(R"({"eventType": "ORDER", "lines": [{"sku": "a"}]})"),
            refused +
                "  note if it is a payload, write the schema of such payloads: {\"type\": "
                "\"object\", \"required\": […], \"properties\": {…}}\n");
  EXPECT_EQ(messages(R"({"openapi": "3.0.3", "info": {"title": "Shop"}, "paths": {}})"),
            refused +
                "  note it is an OpenAPI document: put the schema of each event into a file of its "
                "own\n");
}

TEST(CheckKeywords, TakesAnImportedFileOfDefinitionsAlone) {
  EXPECT_EQ(run_check({.given = {{"a.json", R"({"$ref": "b.json#/Money"})"}},
                       .others = {{"b.json", R"({"Money": {"type": "integer"}})"}}})
                .brief(),
            "b.json:1:2: warning: \"Money\" is no keyword of JSON Schema: it has no effect "
            "[/Money]\n");
}

TEST(CheckKeywords, WarnsOfWhatDraft07IgnoresBesideARef) {
  EXPECT_EQ(messages(fmt::format(R"({{
    {}, "$comment": "of the root", "properties": {{
      "a": {{"$ref": "#/definitions/A", "minLength": 3, "not": {{}}, "x-eventc": {{"name": "B"}},
             "description": "an annotation", "title": "another", "default": 1}}
    }},
    "definitions": {{"A": {{"type": "string"}}}}
  }})",
                                 kDraft07)),
            "warning /properties/a/minLength: \"minLength\" has no effect: draft-07 ignores what "
            "stands beside \"$ref\"\n"
            "warning /properties/a/not: \"not\" has no effect: draft-07 ignores what stands beside "
            "\"$ref\"\n"
            "warning /properties/a/x-eventc: \"x-eventc\" has no effect: draft-07 ignores what "
            "stands beside \"$ref\"\n");
  EXPECT_EQ(messages(fmt::format(
                R"({{{}, "$ref": "#/definitions/A", "definitions": {{"A": true}}}})", kDraft07)),
            "");
  EXPECT_EQ(messages(R"({"$ref": "#/$defs/A", "minLength": 3, "$defs": {"A": true}})"), "");
}

TEST(CheckKeywords, ReportsAllOfASchemasErrors) {
  EXPECT_EQ(messages(R"({"type": "text", "properties": {"a": {"not": {}}, "b": 1}, "typo": 1})"),
            "error /type: \"type\" must be one of null, boolean, integer, number, string, array, "
            "object, or a list of different ones\n"
            "warning /typo: \"typo\" is no keyword of JSON Schema: it has no effect\n"
            "  note did you mean \"type\"?\n" +
                std::string("error /properties/a/not: \"not\" is a keyword of JSON Schema that is "
                            "not compiled: what it asks for would go unchecked\n"
                            "error /properties/b: expected a schema: an object, true or false\n"));
}

TEST(CheckKeywords, LooksIntoEachDocumentAndReference) {
  EXPECT_EQ(run_check({.given = {{"a.json", R"({"$ref": "b.json#/shapes/S"})"}},
                       .others = {{"b.json", R"({"shapes": {"S": {"type": 1}}})"}}})
                .brief(),
            "b.json:1:2: warning: \"shapes\" is no keyword of JSON Schema: it has no effect "
            "[/shapes]\n"
            "b.json:1:27: error: \"type\" must be one of null, boolean, integer, number, string, "
            "array, object, or a list of different ones [/shapes/S/type]\n");
}

TEST(CheckKeywords, RefusesARootThatIsNoSchema) {
  for (const char* const text : {"[]", "1", "null", "\"text\""}) {
    EXPECT_EQ(messages(text), "error : expected a schema: an object, true or false\n") << text;
  }
  EXPECT_EQ(messages("true"), "");
  EXPECT_EQ(messages("false"), "");
}

TEST(CheckExtension, ShowsAnUnknownKeyAndSuggestsOne) {
  EXPECT_EQ(run_check(schema("{\n  \"x-eventc\": {\"nam\": \"A\"}\n}\n")).printed(),
            R"(a.json:2:16: error: "x-eventc": there is no "nam"
    "x-eventc": {"nam": "A"}
                 ^~~~~
  at /x-eventc/nam
  note: did you mean "name"?
)");
}

TEST(CheckExtension, ListsTheKeysWhereNoneIsClose) {
  EXPECT_EQ(messages(R"({"x-eventc": {"discard everything": 1}})"),
            "error /x-eventc/discard everything: \"x-eventc\": there is no \"discard everything\"\n"
            "  note known are name, namespace, storage, open, unknown, null, keys, route, "
            "priority, discriminator\n");
}

TEST(CheckExtension, RefusesValuesOfTheWrongType) {
  constexpr WrongValue kCases[] = {
      {"name", "1", "a string"},
      {"namespace", "[]", "a string"},
      {"storage", "true", "a string"},
      {"storage", R"("heap")", R"("owned" or "view")"},
      {"open", R"("yes")", "true or false"},
      {"unknown", "true", "a string"},
      {"unknown", R"("drop")", R"("keep" or "skip")"},
      {"null", "null", "a string"},
      {"null", R"("same")", R"("distinct" or "absent")"},
      {"keys", R"("lower")", R"("ignore-case" or "exact")"},
      {"route", "0", "true or false"},
      {"priority", R"("high")", "a number"},
  };
  for (const auto& [key, value, expected] : kCases) {
    EXPECT_EQ(messages(fmt::format(R"({{"x-eventc": {{"{}": {}}}}})", key, value)),
              fmt::format("error /x-eventc/{0}: \"{0}\" must be {1}\n", key, expected));
  }
}

TEST(CheckExtension, TakesTheNamesOfDefaults) {
  EXPECT_EQ(messages(R"({"x-eventc": {"unknown": "skip", "null": "absent", "keys": "exact",
                                      "storage": "owned", "open": false, "route": true}})"),
            "");
}

TEST(CheckExtension, RefusesViewStorage) {
  EXPECT_EQ(messages(R"({"x-eventc": {"storage": "view"}})"),
            "error /x-eventc/storage: \"storage\": only \"owned\" is compiled\n");
}

TEST(CheckKeywords, TakesHostileNames) {
  const Compiled compiled = run_check(schema(
      "{\"a\\nerror: forged\\u0000\\u001b[31m\\\"*/\": 1, \"😀\": 1, \"\": 1, \"~/\": 1, \"type\": "
      "\"object\"}"));
  EXPECT_EQ(
      compiled.brief(),
      "a.json:1:2: warning: \"a\\nerror: forged\\u{00}\\u{1B}[31m\"*/\" is no keyword of JSON "
      "Schema: it has no effect [/a\\nerror: forged\\u{00}\\u{1B}[31m\"*~1]\n"
      "a.json:1:45: warning: \"😀\" is no keyword of JSON Schema: it has no effect [/😀]\n"
      "a.json:1:53: warning: \"\" is no keyword of JSON Schema: it has no effect [/]\n"
      "a.json:1:60: warning: \"~/\" is no keyword of JSON Schema: it has no effect "
      "[/~0~1]\n");
}

}  // namespace
}  // namespace eventc::compiler::testing
