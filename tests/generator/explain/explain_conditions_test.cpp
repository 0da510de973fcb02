// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/explain/explain_helper.hpp"

// What `eventc explain` says of conditions, unions in unions, and of members that structs keep
// beside the declared ones.

namespace eventc::compiler::testing {
namespace {

/// Of several locations, in their order.
std::string explain_all(const std::vector<std::string>& pointers, const std::string& schema) {
  std::string text;
  for (const std::string& pointer : pointers) text += explain_at(pointer, schema);
  return text;
}

TEST(ExplainConditions, BecomeAlternativesOfAVariantWhereAMemberDecidesThem) {
  EXPECT_EQ(explain(R"x({"type": "object", "minProperties": 1, "required": ["kind"],
  "properties": {"kind": {"type": "string"}},
  "if": {"properties": {"kind": {"const": "card"}}},
  "then": {"properties": {"number": {"type": "string"}}, "required": ["number"]},
  "else": {
    "if": {"properties": {"kind": {"const": "cash"}}},
    "then": {"properties": {"till": {"type": "integer"}}},
    "else": false}})x"),
            R"x(a.json                                    events::A (struct around AValue)
    type           in the type
    minProperties  checked inline
    required       checked inline: in each alternative
    properties     in the type: in each alternative
    if             in the type: std::variant of 3; selects: by the member "kind"
    then           in the type: an alternative
    else           in the type: an alternative
    → read again: the member "kind" is looked for before the rest is read
  /properties/kind                        static constexpr std::string_view kind
    type  checked on the span
    → read again: the schema fixes it: its text is compared, and not stored
  /if                                     a part of ACard
    properties  in the type: 1 member
  /if/properties/kind                     static constexpr std::string_view kind
    const  in the type: a constant; checked on the span: the member's text is compared
  /then                                   ACard (struct)
    properties  in the type: 1 member
    required    checked inline
  /then/properties/number                 std::string number
    type  in the type
  /else                                   a part of AValue
    if    in the type: std::variant of 3; selects: by the member "kind"
    then  in the type: an alternative
    else  in the type: an alternative
  /else/if                                a part of ACash
    properties  in the type: 1 member
  /else/if/properties/kind                static constexpr std::string_view kind
    const  in the type: a constant; checked on the span: the member's text is compared
  /else/then                              ACash (struct)
    properties  in the type: 1 member
  /else/then/properties/till              std::optional<std::int64_t> till
    type  in the type
  /else/else                              nothing: no value is allowed

20 keywords: 16 in the type, 2 selects, 3 checked inline, 3 checked on the span
Read a second time:
  #: the member "kind" is looked for before the rest is read
  #/properties/kind: the schema fixes it: its text is compared, and not stored
)x");
}

TEST(ExplainConditions, AreCheckedOnTheSpanWhereTheTypeStaysOneStruct) {
  EXPECT_EQ(explain(R"x({"type": "object", "properties": {"total": {"type": "integer"}},
  "if": {"properties": {"total": {"minimum": 100}}},
  "then": {"properties": {"approver": {"type": "string"}, "total": {"multipleOf": 2}}},
  "dependentSchemas": {"coupon": {"properties": {"shop": {"type": "string"}}}}})x"),
            R"x(a.json                                    events::A (struct)
    type              in the type
    properties        in the type: 1 member
    if                checked on the span
    then              checked on the span
    dependentSchemas  checked on the span
    → read again: "if", "dependentSchemas" are checked on its text
  /properties/total                       std::optional<std::int64_t> total
    type  in the type
    → read again with #
  /if                                     checked with #
    properties  checked on the span
  /if/properties/total                    checked with #
    minimum  checked on the span
  /then                                   checked with #
    properties  checked on the span
  /then/properties/approver               std::optional<eventc::Json> approver (kept as it comes)
    type  checked on the span
    → read again with #
  /then/properties/total                  checked with #
    multipleOf  checked on the span
  /dependentSchemas/coupon                checked with #
    properties  checked on the span
  /dependentSchemas/coupon/properties/shop  std::optional<eventc::Json> shop (kept as it comes)
    type  checked on the span
    → read again with #

13 keywords: 3 in the type, 10 checked on the span
Read a second time:
  #: "if", "dependentSchemas" are checked on its text
)x");
}

TEST(ExplainConditions, OfADefinitionAreToldOfThere) {
  EXPECT_EQ(
      explain_all(
          {"/properties/one", "/$defs/D", "/$defs/D/allOf/0", "/$defs/D/allOf/0/then"},
          R"x({"type": "object", "properties": {"one": {"$ref": "#/$defs/D"}, "two": {"$ref": "#/$defs/D"}},
  "$defs": {"D": {"type": "object", "properties": {"k": {"enum": ["a", "b"]}}, "allOf": [
    {"if": {"properties": {"k": {"const": "a"}}, "required": ["k"]}, "then": {"properties": {"x": {"type": "string"}}}}]}}})x"),
      R"x(  /properties/one                         std::optional<D> one
    $ref  reference: #/$defs/D
  /$defs/D                                D (D = std::variant<DA, DOther>)
    type        in the type
    properties  in the type: in each alternative
    allOf       in the type: merged
    → read again: the member "k" is looked for before the rest is read
  /$defs/D/allOf/0                        a part of D
    if    in the type: std::variant of 2; selects: by the member "k"
    then  in the type: an alternative
  /$defs/D/allOf/0/then                   DA (struct)
    properties  in the type: 1 member
)x");
}

TEST(ExplainUnions, InBranchesBecomeVariantsInVariants) {
  EXPECT_EQ(
      explain_all({"/properties/x", "/properties/x/oneOf/0", "/properties/x/oneOf/1",
                   "/properties/x/oneOf/1/oneOf/1"},
                  R"x({"type": "object", "properties": {"x": {"type": "object",
  "properties": {"id": {"type": "string"}},
  "oneOf": [
    {"properties": {"kind": {"const": "point"}}, "required": ["kind"], "not": {"required": ["r"]}},
    {"type": "object", "properties": {"kind": {"const": "box"}}, "required": ["kind"], "oneOf": [
      {"properties": {"form": {"const": "square"}}, "required": ["form"]},
      {"properties": {"form": {"const": "oblong"}, "side": {"type": "number"}}, "required": ["form"]}]}]}}})x"),
      R"x(  /properties/x                           std::optional<X> x (X = std::variant<XPoint, XBox>)
    type        in the type
    properties  in the type: in each alternative
    oneOf       in the type: std::variant of 2; selects: by the member "kind"
    → read again: the member "kind" is looked for before the rest is read
  /properties/x/oneOf/0                   XPoint (struct)
    properties  in the type: 1 member
    required    checked inline
    not         checked on the span
    → read again: "not" is checked on its text
  /properties/x/oneOf/1                   XBox (XBox = std::variant<XBoxSquare, XBoxOblong>)
    type        in the type
    properties  in the type: in each alternative
    required    checked inline: in each alternative
    oneOf       in the type: std::variant of 2; selects: by the member "form"
    → read again: the member "form" is looked for before the rest is read
  /properties/x/oneOf/1/oneOf/1           XBoxOblong (struct)
    properties  in the type: 2 members
    required    checked inline
)x");
}

TEST(ExplainUnions, OfOneBranchHaveItsType) {
  EXPECT_EQ(
      explain_all({"/properties/list", "/properties/list/oneOf/0", "/properties/list/oneOf/0/items",
                   "/properties/content", "/properties/content/anyOf/0/contentSchema"},
                  R"x({"type": "object", "properties": {
  "list": {"oneOf": [{"type": "array", "items": {"type": "string"}}]},
  "content": {"anyOf": [{"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "integer"}}]}}})x"),
      R"x(  /properties/list                        std::optional<std::vector<std::string>> list
    oneOf  in the type: all branches are of one type; checked on the span
    → read again: "oneOf" is checked on its text
  /properties/list/oneOf/0                std::vector<std::string>
    type   in the type; checked on the span: for #/properties/list
    items  in the type: std::vector; checked on the span: for #/properties/list
    → read again with #/properties/list
  /properties/list/oneOf/0/items          std::string
    type  in the type
    → read again with #/properties/list
  /properties/content                     std::optional<std::int64_t> content
    anyOf  in the type: all branches are of one type; checked on the span
    → read again: "anyOf" is checked on its text
  /properties/content/anyOf/0/contentSchema  std::int64_t
    type  in the type
    → read again with #/properties/content
)x");
}

TEST(ExplainUnions, OfTypesAreReadOnce) {
  EXPECT_EQ(
      explain_all(
          {"/properties/x"},
          R"x({"type": "object", "properties": {"x": {"type": ["string", "integer"], "minLength": 2, "maximum": 9}}})x"),
      R"x(  /properties/x                           std::optional<X> x (X = std::variant<std::int64_t, std::string>)
    type       in the type: std::variant of 2; selects: by the value's type
    minLength  checked inline
    maximum    checked inline
)x");
}

TEST(ExplainStructs, KeepMembersByPattern) {
  EXPECT_EQ(explain(R"x({"type": "object", "properties": {"a": {"type": "string"}},
  "patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": {"type": "boolean"},
  "allOf": [{"patternProperties": {"^x-": {"minimum": 3}}}]})x"),
            R"x(a.json                                    events::A (struct)
    type                  in the type
    properties            in the type: 1 member
    patternProperties     in the type: x_members; checked on the span
    additionalProperties  in the type: additional_properties; checked on the span
    allOf                 in the type: merged
    → read again: "patternProperties", "additionalProperties" are checked on its text
  /properties/a                           std::optional<std::string> a
    type  in the type
    → read again with #
  /patternProperties/^x-                  std::uint64_t
    type  in the type; checked on the span: for #/allOf/0/patternProperties/^x-
    → read again with #
  /additionalProperties                   bool
    type  in the type
    → read again with #
  /allOf/0                                a part of A
    patternProperties  in the type: x_members; checked on the span
    → read again: "patternProperties" is checked on its text
    → read again with #
  /allOf/0/patternProperties/^x-          std::uint64_t
    minimum  checked on the span
    → read again: 2 schemas apply to it, of which a reader takes one
    → read again with #/allOf/0

10 keywords: 9 in the type, 5 checked on the span
Read a second time:
  #: "patternProperties", "additionalProperties" are checked on its text
  #/allOf/0: "patternProperties" is checked on its text
  #/allOf/0/patternProperties/^x-: 2 schemas apply to it, of which a reader takes one
)x");
}

TEST(ExplainStructs, KeepMembersThatNothingElseEvaluates) {
  EXPECT_EQ(
      explain(
          R"x({"type": "object", "properties": {"a": {"type": "string"}}, "unevaluatedProperties": {"type": "integer"}})x"),
      R"x(a.json                                    events::A (struct)
    type                   in the type
    properties             in the type: 1 member
    unevaluatedProperties  in the type: additional_properties; checked on the span
    → read again: "unevaluatedProperties" is checked on its text
  /properties/a                           std::optional<std::string> a
    type  in the type
    → read again with #
  /unevaluatedProperties                  std::int64_t
    type  in the type
    → read again with #

5 keywords: 5 in the type, 1 checked on the span
Read a second time:
  #: "unevaluatedProperties" is checked on its text
)x");
}

TEST(ExplainStructs, KeepUnknownMembersAsWhatTheSchemaSaysOfThem) {
  EXPECT_EQ(explain_all({"/properties/typed", "/properties/typed/additionalProperties",
                         "/properties/any", "/properties/any/additionalProperties",
                         "/properties/passed", "/properties/passed/additionalProperties"},
                        R"x({"type": "object", "properties": {
  "typed": {"type": "object", "additionalProperties": {"type": "integer"}, "x-eventc": {"unknown": "keep"}},
  "any": {"type": "object", "additionalProperties": {}, "x-eventc": {"unknown": "keep"}},
  "passed": {"type": "object", "required": ["a"], "additionalProperties": {}}}})x"),
            R"x(  /properties/typed                       std::optional<Typed> typed (struct Typed)
    type                  in the type
    additionalProperties  in the type: additional_properties
    x-eventc              in the type: unknown
  /properties/typed/additionalProperties  std::int64_t
    type  in the type
  /properties/any                         std::optional<Any> any (struct Any)
    type                  in the type
    additionalProperties  no effect: it allows everything
    x-eventc              in the type: unknown
  /properties/any/additionalProperties    eventc::Json
  /properties/passed                      std::optional<Passed> passed (struct Passed)
    type                  in the type
    required              checked inline
    additionalProperties  no effect: it allows everything
  /properties/passed/additionalProperties  no type: members that are not stored
)x");
}

}  // namespace
}  // namespace eventc::compiler::testing
