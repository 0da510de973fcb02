// SPDX-License-Identifier: Apache-2.0
#include "explain/explain.hpp"

#include <gtest/gtest.h>

#include "generator/explain/explain_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(Explain, TellsOfEveryKeywordInTheSchemasOrder) {
  EXPECT_EQ(explain(R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "OrderCreated",
  "type": "object",
  "required": ["eventType", "lines"],
  "properties": {
    "eventType": {"const": "ORDER_CREATED"},
    "lines": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/Line"}},
    "channel": {"description": "Where.", "type": "string", "enum": ["web", "app"], "x-eventc": {"open": true}},
    "note": {"type": ["string", "null"], "maxLength": 80, "x-note": 1}
  },
  "$defs": {
    "Line": {
      "type": "object",
      "required": ["sku"],
      "properties": {"sku": {"type": "string", "pattern": "^[A-Z]+$"}, "count": {"type": "integer", "minimum": 1}}
    }
  }
})"),
            R"(a.json                                    events::OrderCreated (struct)
    $schema     dialect: draft 2020-12
    title       annotation: the name of the type
    type        in the type
    required    checked inline
    properties  in the type: 4 members
    $defs       name: 1 schema
  /properties/eventType                   static constexpr std::string_view event_type
    const  in the type: a constant; checked on the span: the member's text is compared
    → read again: the schema fixes it: its text is compared, and not stored
  /properties/lines                       std::vector<Line> lines
    type         in the type
    minItems     checked inline
    uniqueItems  checked on the span: items are compared with each other
    items        in the type: std::vector
    → read again: "uniqueItems" is checked on its text
  /properties/lines/items                 Line
    $ref  reference: #/$defs/Line
    → read again with #/properties/lines
  /properties/channel                     std::optional<eventc::OpenEnum<Channel>> channel (enum class Channel)
    description  annotation: a comment
    type         in the type
    enum         in the type: an enumeration that keeps other values
    x-eventc     in the type: open
  /properties/note                        std::optional<std::string> note
    type       in the type
    maxLength  checked inline
    x-note     no effect: unknown
  /$defs/Line                             Line (struct)
    type        in the type
    required    checked inline
    properties  in the type: 2 members
    → read again with #/properties/lines
  /$defs/Line/properties/sku              std::string sku
    type     in the type
    pattern  checked inline
    → read again with #/properties/lines
  /$defs/Line/properties/count            std::optional<std::uint64_t> count
    type     in the type
    minimum  checked inline
    → read again with #/properties/lines

26 keywords: 13 in the type, 1 reference, 6 checked inline, 2 checked on the span, 1 name, 1 dialect, 2 annotation, 1 no effect
Read a second time:
  #/properties/eventType: the schema fixes it: its text is compared, and not stored
  #/properties/lines: "uniqueItems" is checked on its text
)");
}

TEST(Explain, WritesAnObjectALineForPrograms) {
  EXPECT_EQ(
      explain(R"({"title": "A", "type": "object",
                        "properties": {"t": {"type": "array", "items": false, "contains": true}}})",
              {.format = ExplainFormat::Json, .others = {}}),
      R"json({"schema":"a.json","location":"","types":["events::A (struct)"],)json"
      R"json("keywords":[{"keyword":"title","fates":[{"fate":"annotation","why":"the name of the type"}]},)json"
      R"json({"keyword":"type","fates":[{"fate":"in the type","why":null}]},)json"
      R"json({"keyword":"properties","fates":[{"fate":"in the type","why":"1 member"}]}],)json"
      R"json("read_again":[],"read_again_with":null})json"
      "\n"
      R"json({"schema":"a.json","location":"/properties/t","types":["std::optional<std::vector<eventc::Json>> t"],)json"
      R"json("keywords":[{"keyword":"type","fates":[{"fate":"in the type","why":null}]},)json"
      R"json({"keyword":"items","fates":[{"fate":"in the type","why":"std::vector"}]},)json"
      R"json({"keyword":"contains","fates":[{"fate":"checked on the span","why":null}]}],)json"
      R"json("read_again":["\"contains\" is checked on its text"],"read_again_with":null})json"
      "\n"
      R"json({"schema":"a.json","location":"/properties/t/items","types":["eventc::Json"],)json"
      R"json("keywords":[],"read_again":[],"read_again_with":"#/properties/t"})json"
      "\n");
}

TEST(Explain, TellsOfEachFileAndOfWhereOthersLead) {
  EXPECT_EQ(explain({{"one.json",
                      R"({"type": "object", "properties": {"m": {"$ref": "two.json#/$defs/Money"},
                                                                     "k": {"$ref": "three.json"}}})"},
                     {"two.json", R"({"$defs": {"Money": {"type": "integer", "maximum": 9},
                                                "Bag": {"type": "array", "items": {"type": "string"}}}})"}},
                    {.others = {{"three.json", R"({"type": "string", "minLength": 3})"}}}),
            R"(one.json                                  events::One (struct)
    type        in the type
    properties  in the type: 2 members
  /properties/m                           std::optional<std::int64_t> m
    $ref  reference: two.json#/$defs/Money
  /properties/k                           std::optional<std::string> k
    $ref  reference: three.json#

4 keywords: 2 in the type, 2 reference
Nothing is read a second time.

two.json                                  no type: it holds definitions
    $defs  name: 2 schemas
  /$defs/Money                            std::int64_t
    type     in the type
    maximum  checked inline
  /$defs/Bag                              Bag (Bag = std::vector<std::string>)
    type   in the type
    items  in the type: std::vector
  /$defs/Bag/items                        std::string
    type  in the type

6 keywords: 4 in the type, 1 checked inline, 1 name
Nothing is read a second time.
)");
}

TEST(Explain, TellsOfOtherFilesWhereTheyAreReadAgain) {
  EXPECT_EQ(
      explain({{"a.json", R"({"type": "object", "properties": {"m": {"$ref": "folder/b.json#/x/y"},
                                                                   "n": {"$ref": "folder/b.json#/x/z"}}})"}},
              {.others = {{"folder/b.json",
                           R"({"x": {"y": {"type": "array", "uniqueItems": true},
                                           "z": {"type": "array", "minItems": 1}}})"}}}),
      R"x(a.json                                    events::A (struct)
    type        in the type
    properties  in the type: 2 members
  /properties/m                           std::optional<std::vector<eventc::Json>> m
    $ref  reference: folder/b.json#/x/y
  /properties/n                           std::optional<std::vector<eventc::Json>> n
    $ref  reference: folder/b.json#/x/z
  folder/b.json#/x/y                      std::vector<eventc::Json>
    type         in the type
    uniqueItems  checked on the span: items are compared with each other
    → read again: "uniqueItems" is checked on its text

4 keywords: 2 in the type, 2 reference
Read a second time:
  folder/b.json#/x/y: "uniqueItems" is checked on its text
)x");
}

TEST(Explain, EscapesTextOfSchemas) {
  EXPECT_EQ(
      explain("{\"type\": \"object\", \"\\u001b[2J\": 1, \"properties\": {\"\\n\": {\"$ref\": "
              "\"#/$defs/\\u202e\"}}, \"$defs\": {\"\\u202e\": {\"type\": \"null\"}}}"),
      R"(a.json                                    events::A (struct)
    type        in the type
    \u{1B}[2J   no effect: unknown
    properties  in the type: 1 member
    $defs       name: 1 schema
  /properties/\n                          std::optional<std::monostate> empty
    $ref  reference: #/$defs/\u{202E}
  /$defs/\u{202E}                         std::monostate
    type  in the type

6 keywords: 3 in the type, 1 reference, 1 name, 1 no effect
Nothing is read a second time.
)");
}

TEST(Explain, IsSilentWhereSchemasHaveErrors) {
  EXPECT_EQ(
      explain(R"({"type": "objekt"})"),
      "a.json:1:10: error: \"type\" must be one of null, boolean, integer, number, string, array, "
      "object, or a list of different ones [/type]\n"
      "a.json:1:10: note: did you mean \"object\"? [/type]\n");
}

// ---- Why no value is read under a keyword, or it makes no difference

TEST(Explain, KnowsWhatDraft07IgnoresBesideAReference) {
  EXPECT_EQ(explain_at("/properties/x",
                       R"({"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
                           "properties": {"x": {"$ref": "#/definitions/T", "minLength": 3, "title": "X",
                                                "properties": {"y": {}}}},
                           "definitions": {"T": {"type": "string"}}})"),
            R"(  /properties/x                           std::optional<std::string> x
    $ref        reference: #/definitions/T
    minLength   no effect: draft-07 ignores what stands beside "$ref"
    title       no effect: draft-07 ignores what stands beside "$ref"
    properties  no effect: draft-07 ignores what stands beside "$ref"
)");
}

TEST(Explain, KnowsKeywordsThatSayNothing) {
  EXPECT_EQ(explain_at("", R"({"type": "object", "properties": {}, "then": {"required": ["a"]},
                               "uniqueItems": true, "minProperties": 0, "additionalProperties": true,
                               "minContains": 2, "minLength": 4, "required": ["b"]})"),
            R"(a.json                                    events::A (struct)
    type                  in the type
    properties            no effect: it is empty
    then                  no effect: there is no "if"
    uniqueItems           no effect: the value is never an array
    minProperties         no effect: 0 is no limit
    additionalProperties  no effect: it allows everything
    minContains           no effect: there is no "contains"
    minLength             no effect: the value is never a string
    required              checked inline
    → read again: "uniqueItems" is checked on its text
)");
}

TEST(Explain, KnowsWhatAnotherDraftMeans) {
  EXPECT_EQ(explain_at("/properties/n",
                       R"({"type": "object", "properties": {"n": {"type": "number", "minimum": 1,
                           "exclusiveMinimum": true, "exclusiveMaximum": false, "const": 3, "id": "#n"}}})",
                       {.dialect = Draft::Draft04, .others = {}}),
            R"(  /properties/n                           std::optional<double> n
    type              in the type
    minimum           checked inline
    exclusiveMinimum  checked inline
    exclusiveMaximum  no effect: false is what holds without it
    const             no effect: no keyword of draft-04
    id                name: #n
)");
}

TEST(Explain, KnowsVocabulariesThatAreNotUsed) {
  const std::string text =
      explain({{"a.json", R"({"$schema": "https://example.com/meta", "type": "string",
                                                   "not": {"const": 1}})"},
               {"meta.json", R"({"$id": "https://example.com/meta",
       "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
       "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
                       "https://json-schema.org/draft/2020-12/vocab/applicator": true}})"}});
  EXPECT_EQ(text.substr(0, text.find("meta.json")),
            R"(a.json                                    events::A (struct around eventc::Json)
    $schema  dialect: draft 2020-12
    type     no effect: its vocabulary is not one that the schema's metaschema uses
    not      checked on the span
    → read again: no type describes it: its text is kept, and checked
  /not                                    checked with #
    const  no effect: its vocabulary is not one that the schema's metaschema uses

4 keywords: 1 checked on the span, 1 dialect, 2 no effect
Read a second time:
  #: no type describes it: its text is kept, and checked

)");
}

TEST(Explain, KnowsSchemasThatNothingLeadsTo) {
  EXPECT_EQ(explain_at("/properties/x/$defs/y",
                       R"({"type": "object", "properties": {"x": {"type": "string", "$defs": {
                           "y": {"type": "integer", "minimum": 3, "title": "Y"}}}}})"),
            R"(  /properties/x/$defs/y                   no type: nothing leads here
    type     no effect: no value is checked against it
    minimum  no effect: no value is checked against it
    title    annotation: for readers of the schema
)");
}

// ---- Types

TEST(Explain, TellsAlternativesAndHowTheyAreFound) {
  const std::string schema = R"({"type": "object", "properties": {
    "type": {"type": ["string", "integer"]},
    "kind": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "tag": {"oneOf": [{"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}}},
                      {"type": "object", "required": ["k"], "properties": {"k": {"const": "b"}}}]},
    "own": {"anyOf": [{"type": "object", "required": ["p"], "properties": {"p": {"type": "string"}}},
                      {"type": "object", "required": ["q"], "properties": {"q": {"type": "string"}}}]},
    "try": {"anyOf": [{"type": "string", "minLength": 3}, {"type": "string", "enum": ["a"]}]},
    "null": {"anyOf": [{"type": "null"}, {"type": "string"}]}
  }})";
  EXPECT_EQ(
      explain_at("/properties/type", schema) + explain_at("/properties/kind", schema) +
          explain_at("/properties/tag", schema) + explain_at("/properties/own", schema) +
          explain_at("/properties/try", schema) + explain_at("/properties/null", schema) +
          explain_at("/properties/null/anyOf/0", schema) +
          explain_at("/properties/null/anyOf/1", schema),
      R"x(  /properties/type                        std::optional<Type> type (Type = std::variant<std::int64_t, std::string>)
    type  in the type: std::variant of 2; selects: by the value's type
  /properties/kind                        std::optional<Kind> kind (Kind = std::variant<std::string, std::vector<std::string>>)
    oneOf  in the type: std::variant of 2; selects: by the value's type
  /properties/tag                         std::optional<Tag> tag (Tag = std::variant<TagA, TagB>)
    oneOf  in the type: std::variant of 2; selects: by the member "k"
    → read again: the member "k" is looked for before the rest is read
  /properties/own                         std::optional<Own> own (Own = std::variant<OwnAlternative1, OwnAlternative2>)
    anyOf  in the type: std::variant of 2; selects: by which member there is: "p", "q"
    → read again: a member that only one branch has is looked for before the rest is read
  /properties/try                         std::optional<Try> try_ (Try = std::variant<std::string, TryAlternative2>)
    anyOf  in the type: std::variant of 2; selects: by trying one after another
    → read again: nothing tells the branches of "anyOf" apart: each is tried
  /properties/null                        std::optional<std::string> null
    anyOf  in the type: std::optional
  /properties/null/anyOf/0                null: an empty std::optional
    type  in the type: null
  /properties/null/anyOf/1                std::string
    type  in the type
)x");
}

TEST(Explain, TellsOfWhatIsBesideAUnion) {
  EXPECT_EQ(
      explain(
          R"({"title": "T", "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}},
                        "oneOf": [{"required": ["a"], "properties": {"a": {"type": "string"}}},
                                  {"required": ["b"], "properties": {"b": {"type": "string"}}}]})"),
      R"x(a.json                                    events::T (struct around TValue)
    title       annotation: the name of the type
    type        in the type
    required    checked inline: in each alternative
    properties  in the type: in each alternative
    oneOf       in the type: std::variant of 2; selects: by which member there is: "a", "b"
    → read again: a member that only one branch has is looked for before the rest is read
  /properties/id                          std::string id
    type  in the type
  /oneOf/0                                TAlternative1 (struct)
    required    checked inline
    properties  in the type: 1 member
  /oneOf/0/properties/a                   std::string a
    type  in the type
  /oneOf/1                                TAlternative2 (struct)
    required    checked inline
    properties  in the type: 1 member
  /oneOf/1/properties/b                   std::string b
    type  in the type

12 keywords: 8 in the type, 1 selects, 3 checked inline, 1 annotation
Read a second time:
  #: a member that only one branch has is looked for before the rest is read
)x");
}

TEST(Explain, TellsWhichPartsMakeAStruct) {
  const std::string schema = R"({"type": "object", "properties": {
    "x": {"allOf": [{"$ref": "#/$defs/Base"}, {"type": "object", "properties": {"b": {"type": "boolean"}}}]}},
    "$defs": {"Base": {"type": "object", "properties": {"a": {"type": "integer"}}}}})";
  EXPECT_EQ(explain_at("/properties/x", schema) + explain_at("/properties/x/allOf/0", schema) +
                explain_at("/properties/x/allOf/1", schema) + explain_at("/$defs/Base", schema),
            R"x(  /properties/x                           std::optional<X> x
    allOf  in the type: merged
  /properties/x/allOf/0                   a part of X
    $ref  reference: #/$defs/Base
  /properties/x/allOf/1                   a part of X
    type        in the type
    properties  in the type: 1 member
  /$defs/Base                             Base (struct)
    type        in the type
    properties  in the type: 1 member
)x");
}

TEST(Explain, TellsHowAKeywordFaresWhereASchemaIsReadInSeveralWays) {
  EXPECT_EQ(explain_at("/$defs/Name",
                       R"({"type": "object", "properties": {
                           "plain": {"$ref": "#/$defs/Name"},
                           "short": {"$ref": "#/$defs/Name", "maxLength": 3}},
                           "$defs": {"Name": {"type": "string", "minLength": 1}}})"),
            R"(  /$defs/Name                             std::string
    type       in the type; checked on the span: for #/properties/short
    minLength  checked inline; checked on the span: for #/properties/short
    → read again with #/properties/short
)");
}

TEST(Explain, TellsWhatStringsHold) {
  const std::string schema = R"({"type": "object", "properties": {
    "bytes": {"type": "string", "contentEncoding": "base64"},
    "json": {"type": "string", "contentMediaType": "application/json",
             "contentSchema": {"type": "array", "items": {"type": "integer"}}},
    "text": {"type": "string", "contentEncoding": "quoted-printable", "contentMediaType": "text/html",
             "format": "email"}}})";
  EXPECT_EQ(explain_at("/properties/bytes", schema) + explain_at("/properties/json", schema) +
                explain_at("/properties/json/contentSchema", schema) +
                explain_at("/properties/text", schema) +
                explain_at("/properties/text", schema, {.format_assertion = true, .others = {}}),
            R"x(  /properties/bytes                       std::optional<eventc::Bytes> bytes
    type             in the type
    contentEncoding  in the type: decoded as it is read
  /properties/json                        std::optional<std::vector<std::int64_t>> json
    type              checked inline
    contentMediaType  in the type: the JSON inside is the value
    contentSchema     in the type: the JSON inside is the value
  /properties/json/contentSchema          std::vector<std::int64_t>
    type   in the type
    items  in the type: std::vector
  /properties/text                        std::optional<std::string> text
    type              in the type
    contentEncoding   annotation: only base64 is decoded
    contentMediaType  annotation: only JSON is read
    format            annotation: a comment; --format-assertion has it checked
  /properties/text                        std::optional<std::string> text
    type              in the type
    contentEncoding   annotation: only base64 is decoded
    contentMediaType  annotation: only JSON is read
    format            checked inline
)x");
}

TEST(Explain, TellsOfMapsTuplesAndRecursion) {
  EXPECT_EQ(explain(R"({"title": "T", "type": "object",
    "properties": {
      "map": {"type": "object", "patternProperties": {"^[a-z]$": {"$ref": "#"}}, "additionalProperties": false},
      "pair": {"type": "array", "prefixItems": [{"type": "string"}], "items": false, "minItems": 1},
      "none": false},
    "additionalProperties": {"type": "integer"}})"),
            R"x(a.json                                    events::T (struct)
    title                 annotation: the name of the type
    type                  in the type
    properties            in the type: 3 members
    additionalProperties  in the type: additional_properties
  /properties/map                         std::optional<eventc::Map<T>> map
    type                  in the type
    patternProperties     in the type: a map by pattern
    additionalProperties  checked inline
  /properties/map/patternProperties/^[a-z]$  T
    $ref  reference: #
  /properties/pair                        std::optional<std::tuple<std::string>> pair
    type         in the type
    prefixItems  in the type: std::tuple
    items        checked inline
    minItems     checked inline
  /properties/pair/prefixItems/0          std::string
    type  in the type
  /properties/none                        nothing: no value is allowed
  /additionalProperties                   std::int64_t
    type  in the type

14 keywords: 9 in the type, 1 reference, 3 checked inline, 1 annotation
Nothing is read a second time.
)x");
}

TEST(Explain, BindsDynamicReferencesByEachScope) {
  const std::string text = explain(
      {{"list.json",
        R"({"$id": "https://example.com/list", "type": "array", "items": {"$dynamicRef": "#item"},
                         "$defs": {"any": {"$dynamicAnchor": "item", "title": "Any"}}})"},
       {"names.json", R"({"$id": "https://example.com/names", "$ref": "list",
                          "$defs": {"item": {"$dynamicAnchor": "item", "type": "string"}}})"}});
  EXPECT_EQ(
      text.substr(0, text.find("\n\n") + 1),
      R"x(list.json                                 events::List (struct around std::vector<eventc::Json>)
    $id    name: https://example.com/list
    type   in the type; checked on the span: for names.json#
    items  in the type: std::vector; checked on the span: for names.json#
    $defs  name: 1 schema
    → read again with names.json#
  /items                                  eventc::Json, std::string
    $dynamicRef  reference: #/$defs/any, names.json#/$defs/item; checked on the span
    → read again: no type describes it: its text is kept, and checked
    → read again with names.json#
  /$defs/any                              eventc::Json
    $dynamicAnchor  name: #item
    title           annotation: for readers of the schema
    → read again with #/items
)x");
}

}  // namespace
}  // namespace eventc::compiler::testing
