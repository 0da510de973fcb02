// SPDX-License-Identifier: Apache-2.0
#include "check_keywords.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::string_view kDraft04 = R"("$schema": "http://json-schema.org/draft-04/schema#")";
constexpr std::string_view kDraft06 = R"("$schema": "http://json-schema.org/draft-06/schema#")";
constexpr std::string_view kDraft07 = R"("$schema": "http://json-schema.org/draft-07/schema#")";
constexpr std::string_view kDraft201909 =
    R"("$schema": "https://json-schema.org/draft/2019-09/schema")";

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

TEST(CheckKeywords, AcceptsEachKeyword) {
  EXPECT_EQ(messages(R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://e.com/a",
    "$anchor": "a", "$dynamicAnchor": "d", "$dynamicRef": "#d", "$vocabulary": {}, "$comment": "c",
    "$defs": {"A": true}, "definitions": {"B": false},
    "type": ["object", "null"], "enum": [{}, null], "const": null, "multipleOf": 0.5, "minimum": -1,
    "exclusiveMinimum": -2, "maximum": 1, "exclusiveMaximum": 2, "minLength": 0, "maxLength": 1,
    "pattern": "^a$", "minItems": 0, "maxItems": 1, "uniqueItems": true, "contains": {},
    "minContains": 0, "maxContains": 1, "minProperties": 0, "maxProperties": 1,
    "required": ["a"], "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"a": {}},
    "dependencies": {"a": ["b"], "c": {}}, "properties": {"a": {"$ref": "#/$defs/A"}},
    "patternProperties": {"^b": {}}, "additionalProperties": false, "propertyNames": {},
    "unevaluatedProperties": false, "items": {}, "prefixItems": [{}], "unevaluatedItems": {},
    "allOf": [{}], "anyOf": [{}], "oneOf": [{}], "not": {}, "if": {}, "then": {}, "else": {},
    "contentEncoding": "base64", "contentMediaType": "application/json",
    "contentSchema": {}, "format": "uuid", "title": "t", "description": "d", "default": 1,
    "deprecated": true, "examples": [1], "readOnly": true, "writeOnly": false,
    "x-eventc": {"name": "N", "namespace": "n", "storage": "owned", "content": "assert",
                 "open": true, "unknown": "keep", "null": "distinct", "keys": "ignore-case",
                 "route": false, "priority": 2.5}
  })"),
            "");
}

TEST(CheckKeywords, AcceptsEachDraftsOwnKeywords) {
  EXPECT_EQ(messages(fmt::format(R"({{{}, "id": "https://e.com/a", "minimum": 1,
      "exclusiveMinimum": true, "maximum": 2, "exclusiveMaximum": false, "items": [{{}}],
      "additionalItems": {{}}, "dependencies": {{"a": ["b"], "c": {{}}}}}})",
                                 kDraft04)),
            "");
  EXPECT_EQ(messages(fmt::format(R"({{{}, "$id": "https://e.com/a", "exclusiveMinimum": 1,
      "contains": {{}}, "propertyNames": {{}}, "const": 1, "dependencies": {{"a": []}}}})",
                                 kDraft06)),
            "");
  EXPECT_EQ(messages(fmt::format(R"({{{}, "if": {{}}, "then": {{}}, "else": {{}},
      "contentEncoding": "base64", "contentMediaType": "application/json"}})",
                                 kDraft07)),
            "");
  EXPECT_EQ(messages(fmt::format(R"({{{}, "$recursiveAnchor": true, "$recursiveRef": "#",
      "$anchor": "a", "$vocabulary": {{}}, "items": [{{}}], "additionalItems": {{}},
      "contains": {{}}, "minContains": 1, "maxContains": 2, "unevaluatedItems": {{}},
      "unevaluatedProperties": {{}}, "dependentRequired": {{}}, "dependentSchemas": {{}},
      "contentMediaType": "application/json", "contentSchema": {{}}}})",
                                 kDraft201909)),
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
      {"dependentRequired", "[]", "an object of lists of different strings"},
      {"dependentRequired", R"({"a": "b"})", "an object of lists of different strings"},
      {"dependentRequired", R"({"a": ["b", "b"]})", "an object of lists of different strings"},
      {"dependencies", R"({"a": "b"})", "an object of schemas and lists of names"},
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
      {"x-eventc", "true", "an object"},
  };
  for (const auto& [keyword, value, expected] : kCases) {
    EXPECT_EQ(messages(fmt::format(R"({{"{}": {}}})", keyword, value)),
              fmt::format("error /{0}: \"{0}\" must be {1}\n", keyword, expected));
  }
}

TEST(CheckKeywords, IgnoresAnAnnotationOfTheWrongType) {
  constexpr WrongValue kCases[] = {
      {"$comment", "[]", "a string"},      {"title", "1", "a string"},
      {"description", "[]", "a string"},   {"deprecated", R"("yes")", "true or false"},
      {"examples", "{}", "a list"},        {"readOnly", "1", "true or false"},
      {"writeOnly", "0", "true or false"},
  };
  for (const auto& [keyword, value, expected] : kCases) {
    const std::string text = fmt::format(R"({{"{}": {}}})", keyword, value);
    EXPECT_EQ(messages(text),
              fmt::format("warning /{0}: \"{0}\" must be {1}: it is ignored\n", keyword, expected));
    EXPECT_EQ(strict_messages(text),
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
            "error /dependencies: \"dependencies\" must be an object of schemas and lists of "
            "names\n");
  EXPECT_EQ(message("items", "[{}, true]"), "");
}

TEST(CheckKeywords, RefusesDraft04sKeywordsOfTheWrongType) {
  EXPECT_EQ(messages(fmt::format(R"({{{}, "id": 1, "exclusiveMinimum": 1, "exclusiveMaximum": 1}})",
                                 kDraft04)),
            "error /id: \"id\" must be a string\n"
            "error /exclusiveMinimum: \"exclusiveMinimum\" must be true or false\n"
            "error /exclusiveMaximum: \"exclusiveMaximum\" must be true or false\n");
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

TEST(CheckKeywords, WarnsOfKeywordsOfOtherDraftsAndNamesTheDraft) {
  struct OtherDrafts {
    std::string_view schema;
    std::string_view keyword;
    std::string_view drafts;
  };
  constexpr std::string_view kDraft202012 =
      R"("$schema": "https://json-schema.org/draft/2020-12/schema")";
  constexpr OtherDrafts kCases[] = {
      {kDraft04, R"("$id": "https://e.com/a")", "since draft-06"},
      {kDraft04, R"("const": 1)", "since draft-06"},
      {kDraft04, R"("contains": {})", "since draft-06"},
      {kDraft04, R"("propertyNames": {})", "since draft-06"},
      {kDraft06, R"("if": {})", "since draft-07"},
      {kDraft06, R"("then": {})", "since draft-07"},
      {kDraft06, R"("else": {})", "since draft-07"},
      {kDraft06, R"("contentEncoding": "base64")", "since draft-07"},
      {kDraft07, R"("$anchor": "a")", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("minContains": 1)", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("maxContains": 1)", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("dependentRequired": {})", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("dependentSchemas": {})", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("unevaluatedItems": {})", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("unevaluatedProperties": {})", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("contentSchema": {})", "of drafts 2019-09 and 2020-12"},
      {kDraft07, R"("$recursiveRef": "#")", "of draft 2019-09"},
      {kDraft07, R"("prefixItems": [{}])", "of draft 2020-12"},
      {kDraft201909, R"("prefixItems": [{}])", "of draft 2020-12"},
      {kDraft201909, R"("$dynamicRef": "#a")", "of draft 2020-12"},
      {kDraft201909, R"("$dynamicAnchor": "a")", "of draft 2020-12"},
      {kDraft202012, R"("$recursiveRef": "#")", "of draft 2019-09"},
      {kDraft202012, R"("$recursiveAnchor": true)", "of draft 2019-09"},
      {kDraft202012, R"("additionalItems": {})", "until draft 2019-09"},
      {kDraft202012, R"("id": "https://e.com/a")", "of draft-04"},
  };
  const auto uri_in = [](std::string_view member) {
    const std::size_t begin = member.find("http");
    return member.substr(begin, member.size() - begin - 1);
  };
  for (const auto& [schema_uri, member, drafts] : kCases) {
    const std::string_view keyword = member.substr(1, member.find('"', 1) - 1);
    EXPECT_EQ(
        messages(fmt::format("{{{}, {}}}", schema_uri, member)),
        fmt::format("warning /{0}: \"{0}\" is no keyword of {2}: it has no effect\n"
                    "  note it is a keyword {1}: say so in \"$schema\" if that is what this is "
                    "written in\n",
                    keyword, drafts, name_of(*find_draft(uri_in(schema_uri)))));
  }
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

TEST(CheckKeywords, TakesAPayloadInASchemasPlaceAsAWhole) {
  const std::string payload = R"({"eventType": "ORDER", "lines": [{"sku": "a"}]})";
  const std::string openapi = R"({"openapi": "3.0.3", "info": {"title": "Shop"}, "paths": {}})";
  const std::string message =
      " : none of its members is a keyword of JSON Schema with a value that the keyword takes: as "
      "a schema, it accepts everything\n";
  const std::string note =
      "  note if it is a payload, write the schema of such payloads: {\"type\": \"object\", "
      "\"required\": […], \"properties\": {…}}\n";
  const std::string openapi_note =
      "  note it is an OpenAPI document: put the schema of each event into a file of its own\n";
  EXPECT_EQ(messages(payload), "warning" + message + note);
  EXPECT_EQ(messages(openapi), "warning" + message + openapi_note);
  EXPECT_EQ(strict_messages(payload), "error" + message + note);
  EXPECT_EQ(strict_messages(openapi), "error" + message + openapi_note);
}

TEST(CheckKeywords, RefusesAPayloadWithAKeywordOfTheWrongType) {
  for (const char* const text : {R"({"type": "order.shipped", "items": [{"sku": "a"}], "time": 1})",
                                 R"({"pattern": 5, "required": "x", "eventType": "ORDER"})"}) {
    EXPECT_EQ(
        messages(text),
        "error : this is no schema: none of its members is a keyword of JSON Schema with a value "
        "that the keyword takes\n"
        "  note if it is a payload, write the schema of such payloads: {\"type\": \"object\", "
        "\"required\": […], \"properties\": {…}}\n");
  }
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

TEST(CheckKeywords, WarnsOfPropertiesBesideARefInDraft07) {
  const std::string text = fmt::format(
      R"({{{}, "$ref": "#/definitions/A", "properties": {{}}, "patternProperties": {{}},
           "definitions": {{"A": true}}, "$defs": {{}}}})",
      kDraft07);
  const auto told = [](std::string_view severity) {
    return fmt::format(
        "{0} /properties: \"properties\" has no effect: draft-07 ignores what stands beside "
        "\"$ref\"\n"
        "{0} /patternProperties: \"patternProperties\" has no effect: draft-07 ignores what stands "
        "beside \"$ref\"\n",
        severity);
  };
  EXPECT_EQ(messages(text), told("warning"));
  EXPECT_EQ(strict_messages(text), told("error"));
}

TEST(CheckKeywords, WarnsOfKeywordsWithoutTheOneThatTheyBelongTo) {
  struct Lonely {
    std::string_view schema;
    std::string_view members;
    std::string_view keyword;
    std::string_view without;
  };
  constexpr std::string_view kNone = R"("$comment": "of draft 2020-12")";
  constexpr Lonely kCases[] = {
      {kNone, R"("then": {})", "then", "\"if\""},
      {kDraft07, R"("else": {})", "else", "\"if\""},
      {kNone, R"("minContains": 2)", "minContains", "\"contains\""},
      {kDraft201909, R"("maxContains": 2)", "maxContains", "\"contains\""},
      {kDraft07, R"("additionalItems": false)", "additionalItems", "a list in \"items\""},
      {kDraft04, R"("items": {}, "additionalItems": {})", "additionalItems", "a list in \"items\""},
      {kNone, R"("contentSchema": {})", "contentSchema",
       "\"contentMediaType\": \"application/json\""},
      {kNone, R"("contentMediaType": "text/xml", "contentSchema": {})", "contentSchema",
       "\"contentMediaType\": \"application/json\""},
  };
  for (const auto& [schema_uri, members, keyword, without] : kCases) {
    const std::string text = fmt::format("{{{}, {}}}", schema_uri, members);
    const std::string told =
        fmt::format(" /{0}: \"{0}\" has no effect without {1}\n", keyword, without);
    EXPECT_EQ(messages(text), "warning" + told);
    EXPECT_EQ(strict_messages(text), "error" + told);
  }
}

TEST(CheckKeywords, SaysNothingOfKeywordsThatHaveTheOneThatTheyBelongTo) {
  for (const char* const text :
       {R"({"if": {}, "then": {}})", R"({"if": false, "else": {}})",
        R"({"contains": {}, "minContains": 0})", R"({"contains": true, "maxContains": 3})",
        R"({"contentMediaType": "application/vnd.x+json; a=b", "contentSchema": {}})"})
    EXPECT_EQ(messages(text), "") << text;
  EXPECT_EQ(messages(fmt::format(R"({{{}, "items": [], "additionalItems": false}})", kDraft07)),
            "");
}

TEST(CheckKeywords, ReportsAllOfASchemasErrors) {
  EXPECT_EQ(
      messages(R"({"type": "text", "properties": {"a": {"minItems": "1"}, "b": 1}, "typo": 1})"),
      "error /type: \"type\" must be one of null, boolean, integer, number, string, array, "
      "object, or a list of different ones\n"
      "warning /typo: \"typo\" is no keyword of JSON Schema: it has no effect\n"
      "  note did you mean \"type\"?\n"
      "error /properties/a/minItems: \"minItems\" must be a whole number, 0 or more\n"
      "error /properties/b: expected a schema: an object, true or false\n");
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
            "  note known are name, namespace, type, storage, content, open, unknown, null, keys, "
            "route, priority, discriminator\n");
}

TEST(CheckExtension, RefusesValuesOfTheWrongType) {
  constexpr WrongValue kCases[] = {
      {"name", "1", "a string"},
      {"namespace", "[]", "a string"},
      {"storage", "true", "a string"},
      {"storage", R"("heap")", R"("owned", "view" or "both")"},
      {"content", "true", "a string"},
      {"content", R"("check")", R"("assert" or "annotate")"},
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
                                      "storage": "owned", "content": "annotate", "open": false,
                                      "route": true}})"),
            "");
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
