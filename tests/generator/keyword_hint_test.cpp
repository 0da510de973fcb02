// SPDX-License-Identifier: Apache-2.0
#include "keyword_hint.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace eventc::compiler {
namespace {

std::string hint(std::string_view keyword, const std::string& value,
                 Dialect dialect = Dialect::Draft202012) {
  return value_hint(*find_keyword(dialect, keyword), Json::parse(value));
}

TEST(ValueHint, KnowsTypesOfOtherLanguages) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"int", "integer"}, {"float", "number"},  {"bool", "boolean"},
      {"str", "string"},  {"list", "array"},    {"dict", "object"},
      {"None", "null"},   {"objekt", "object"}, {"String", "string"},
  };
  for (const auto& [theirs, ours] : kCases) {
    EXPECT_EQ(hint("type", "\"" + std::string(theirs) + "\""),
              "did you mean \"" + std::string(ours) + "\"?");
  }
  EXPECT_EQ(hint("type", R"("any")"), "leave \"type\" out where any value will do");
  EXPECT_EQ(hint("type", R"("timestamp")"),
            R"(it is a string: "type": "string", "format": "date-time")");
  EXPECT_EQ(hint("type", R"("order.shipped")"), "");
}

TEST(ValueHint, IsOfTheFirstWrongTypeOfAList) {
  EXPECT_EQ(hint("type", R"(["string", "nil", "int"])"), "did you mean \"null\"?");
  EXPECT_EQ(hint("type", R"(["string", "string"])"), "");
  EXPECT_EQ(hint("type", "[1]"), "");
  EXPECT_EQ(hint("type", "{}"), "");
}

TEST(ValueHint, KnowsOlderDrafts) {
  EXPECT_EQ(
      hint("required", "true"),
      "true and false are draft-03's; the object around it lists the members that it requires");
  EXPECT_EQ(hint("exclusiveMaximum", "true"),
            "true and false are draft-04's; write the limit itself here");
  EXPECT_EQ(hint("items", "[]"),
            "a list of schemas is draft-07's; in draft 2020-12 it is \"prefixItems\"");
  EXPECT_EQ(hint("items", "[1]", Dialect::Draft07), "");
}

TEST(ValueHint, PutsOneStringIntoAList) {
  EXPECT_EQ(hint("enum", R"("a")"), "put the value into a list, or use \"const\"");
  EXPECT_EQ(hint("required", R"("a")"), "put the name into a list");
  EXPECT_EQ(hint("enum", "{}"), "");
  EXPECT_EQ(hint("required", "[1]"), "");
  EXPECT_EQ(hint("minLength", "-1"), "");
}

TEST(ForeignKeywordHint, NamesTheTypeThatIsNullable) {
  EXPECT_EQ(
      foreign_keyword_hint("nullable", Json{{"type", "integer"}}),
      R"(it is OpenAPI's; in JSON Schema null is one of the types: "type": ["integer", "null"])");
  for (const Json& schema : {Json::object(), Json{{"type", "\"], forged"}}, Json{{"type", 1}}}) {
    EXPECT_EQ(
        foreign_keyword_hint("nullable", schema),
        R"(it is OpenAPI's; in JSON Schema null is one of the types: "type": ["string", "null"])");
  }
  EXPECT_EQ(foreign_keyword_hint("currency", Json::object()), "");
}

bool like_payload(const std::string& text, Dialect dialect = Dialect::Draft202012) {
  return is_like_payload(Json::parse(text), dialect);
}

TEST(IsLikePayload, IsWhereNoMemberIsAKeyword) {
  EXPECT_TRUE(like_payload(R"({"eventType": "ORDER", "lines": []})"));
  EXPECT_TRUE(like_payload(R"({"id": "ord_1"})"));
  EXPECT_TRUE(like_payload(R"({"id": "1", "type": "order.shipped", "items": [{"sku": "a"}]})"));
}

TEST(IsLikePayload, IsNotWhereAKeywordHasAValueThatItTakes) {
  EXPECT_FALSE(like_payload(R"({"eventType": "ORDER", "type": "object"})"));
  EXPECT_FALSE(like_payload(R"({"eventType": "ORDER", "$comment": "a schema"})"));
}

TEST(IsLikePayload, IsNotWhereAKeywordIsMisspelledOrOfTheOtherDraft) {
  EXPECT_FALSE(like_payload(R"({"propertys": {}, "eventType": "ORDER"})"));
  EXPECT_FALSE(like_payload(R"({"additionalItems": {}, "eventType": "ORDER"})"));
  EXPECT_FALSE(like_payload(R"({"nullable": true, "eventType": "ORDER"})"));
  EXPECT_FALSE(like_payload(R"({"prefixItems": [{}], "eventType": "ORDER"})", Dialect::Draft07));
}

TEST(IsLikePayload, IsNotWhereOnlyValuesAreWrong) {
  EXPECT_FALSE(like_payload(R"({"type": "int"})"));
  EXPECT_FALSE(like_payload(R"({"x-vendor": 1})"));
  for (const char* const text : {"{}", "true", "[]", "1"}) EXPECT_FALSE(like_payload(text)) << text;
}

}  // namespace
}  // namespace eventc::compiler
