// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/explain/explain_helper.hpp"

// What `eventc explain` says of types, and of keywords that make them.

namespace eventc::compiler::testing {
namespace {

TEST(ExplainTypes, TellsAlternativesAndHowTheyAreFound) {
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

TEST(ExplainTypes, TellsOfWhatIsBesideAUnion) {
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

TEST(ExplainTypes, TellsWhichPartsMakeAStruct) {
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

TEST(ExplainTypes, TellsHowAKeywordFaresWhereASchemaIsReadInSeveralWays) {
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

TEST(ExplainTypes, TellsWhatStringsHold) {
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

TEST(ExplainTypes, TellsOfMapsTuplesAndRecursion) {
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

TEST(ExplainTypes, TellsOfTheKeysOfMapsAndTheRestOfTuples) {
  EXPECT_EQ(explain(R"({"title": "T", "type": "object",
    "properties": {
      "keyed": {"type": "object", "propertyNames": {"enum": ["a", 1]}, "additionalProperties": {"type": "integer"}},
      "row": {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
      "more": {"type": "array", "prefixItems": [{"type": "string"}], "minItems": 2}}})"),
            R"x(a.json                                    events::T (struct)
    title       annotation: the name of the type
    type        in the type
    properties  in the type: 3 members
  /properties/keyed                       std::optional<eventc::EnumMap<KeyedKey, std::int64_t>> keyed
    type                  in the type
    propertyNames         in the type: the map's keys
    additionalProperties  in the type: a map
  /properties/keyed/propertyNames         KeyedKey (enum class)
    enum  in the type: an enumeration
  /properties/keyed/additionalProperties  std::int64_t
    type  in the type
  /properties/row                         std::optional<std::tuple<std::optional<std::string>, eventc::Rest<std::int64_t>>> row
    type         in the type
    prefixItems  in the type: std::tuple
    items        in the type: eventc::Rest
  /properties/row/prefixItems/0           std::optional<std::string>
    type  in the type
  /properties/row/items                   std::int64_t
    type  in the type
  /properties/more                        std::optional<std::tuple<std::string, eventc::Rest<eventc::Json>>> more
    type         in the type
    prefixItems  in the type: std::tuple
    minItems     checked inline
  /properties/more/prefixItems/0          std::string
    type  in the type

17 keywords: 15 in the type, 1 checked inline, 1 annotation
Nothing is read a second time.
)x");
}

TEST(ExplainTypes, BindsDynamicReferencesByEachScope) {
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
