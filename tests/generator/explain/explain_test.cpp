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

}  // namespace
}  // namespace eventc::compiler::testing
