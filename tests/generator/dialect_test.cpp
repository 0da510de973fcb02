// SPDX-License-Identifier: Apache-2.0
#include "dialect.hpp"

#include <gtest/gtest.h>

#include <array>

namespace eventc::compiler {
namespace {

/// What has_shape() expects instead, or nothing where the value has the shape.
std::string expected_instead(ValueShape shape, const std::string& value) {
  std::string expected;
  return has_shape(Json::parse(value), shape, expected) ? "" : expected;
}

/// Which of the values have the shape.
std::vector<std::string> with_shape(ValueShape shape, const std::vector<std::string>& values) {
  std::vector<std::string> found;
  for (const std::string& value : values) {
    if (expected_instead(shape, value).empty()) found.push_back(value);
  }
  return found;
}

using Texts = std::vector<std::string>;

const Texts kOneOfEach{"null", "true", "-1", "0", "0.5", R"("text")", "[]", "{}"};

TEST(FindDraft, TakesTheMetaschemasOfAllDraftsByEitherSchemeAndWithAnEmptyFragment) {
  for (const std::string scheme : {"http://", "https://"}) {
    for (const std::string fragment : {"", "#"}) {
      const std::string host = scheme + "json-schema.org/";
      EXPECT_EQ(find_draft(host + "draft/2020-12/schema" + fragment), Draft::Draft202012);
      EXPECT_EQ(find_draft(host + "draft/2019-09/schema" + fragment), Draft::Draft201909);
      EXPECT_EQ(find_draft(host + "draft-07/schema" + fragment), Draft::Draft07);
      EXPECT_EQ(find_draft(host + "draft-06/schema" + fragment), Draft::Draft06);
      EXPECT_EQ(find_draft(host + "draft-04/schema" + fragment), Draft::Draft04);
      EXPECT_EQ(find_draft(host + "schema" + fragment), Draft::Draft202012) << "the latest";
    }
  }
}

TEST(FindDraft, KnowsNoOther) {
  for (const char* const uri :
       {"", "#", "http://json-schema.org/draft-03/schema#",
        "http://json-schema.org/draft-07/schema#x", "ftp://json-schema.org/draft-07/schema#",
        "http://json-schema.org/draft-07/hyper-schema"}) {
    EXPECT_EQ(find_draft(uri), std::nullopt) << uri;
  }
}

TEST(DraftNamed, TakesWhatTheCommandLineSays) {
  EXPECT_EQ(draft_named("04"), Draft::Draft04);
  EXPECT_EQ(draft_named("06"), Draft::Draft06);
  EXPECT_EQ(draft_named("07"), Draft::Draft07);
  EXPECT_EQ(draft_named("2019-09"), Draft::Draft201909);
  EXPECT_EQ(draft_named("2020-12"), Draft::Draft202012);
  EXPECT_EQ(draft_named("7"), std::nullopt);
  EXPECT_EQ(draft_named(""), std::nullopt);
}

TEST(FindVocabulary, KnowsThoseOfEachDraft) {
  const std::string v20 = "https://json-schema.org/draft/2020-12/vocab/";
  const std::string v19 = "https://json-schema.org/draft/2019-09/vocab/";
  EXPECT_EQ(find_vocabulary(Draft::Draft202012, v20 + "unevaluated"), Vocabulary::Unevaluated);
  EXPECT_EQ(find_vocabulary(Draft::Draft202012, v20 + "format-assertion"),
            Vocabulary::FormatAssertion);
  EXPECT_EQ(find_vocabulary(Draft::Draft201909, v19 + "format"), Vocabulary::Format);
  EXPECT_EQ(find_vocabulary(Draft::Draft202012, v19 + "core"), std::nullopt);
  EXPECT_EQ(find_vocabulary(Draft::Draft202012, v20 + "core/"), std::nullopt);
}

TEST(FindKeyword, KnowsWhatEachDraftHas) {
  ASSERT_NE(find_keyword(Dialect::Draft202012, "prefixItems"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, "prefixItems")->shape, ValueShape::SchemaList);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, "items")->shape, ValueShape::Schema);
  EXPECT_EQ(find_keyword(Dialect::Draft07, "items")->shape, ValueShape::SchemaOrSchemaList);
  EXPECT_EQ(find_keyword(Dialect::Draft07, "prefixItems"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, "additionalItems"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft07, "$anchor"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft04, "const"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft04, "$id"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft06, "id"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft06, "if"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft04, "exclusiveMinimum")->shape, ValueShape::Boolean);
  EXPECT_EQ(find_keyword(Dialect::Draft06, "exclusiveMinimum")->shape, ValueShape::Number);
  EXPECT_EQ(find_keyword(Dialect::Draft07, "dependentRequired"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, "$recursiveRef"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft201909, "$dynamicRef"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, "Type"), nullptr);
  EXPECT_EQ(find_keyword(Dialect::Draft202012, ""), nullptr);
}

TEST(FindKeyword, LeavesOutWhatBelongsToVocabulariesThatAreNotUsed) {
  const Dialect core{Draft::Draft202012, {Vocabulary::Core, Vocabulary::FormatAssertion}};
  EXPECT_NE(find_keyword(core, "$ref"), nullptr);
  EXPECT_NE(find_keyword(core, "format"), nullptr) << "either vocabulary has it";
  EXPECT_EQ(find_keyword(core, "minimum"), nullptr);
  EXPECT_EQ(find_keyword(core, "properties"), nullptr);
}

TEST(DraftsWith, SaysInWhichDraftsAKeywordIsOne) {
  EXPECT_EQ(drafts_with("id"), (DraftRange{Draft::Draft04, Draft::Draft04}));
  EXPECT_EQ(drafts_with("$recursiveRef"), (DraftRange{Draft::Draft201909, Draft::Draft201909}));
  EXPECT_EQ(drafts_with("unevaluatedItems"), (DraftRange{Draft::Draft201909, Draft::Draft202012}));
  EXPECT_EQ(drafts_with("contentSchema"), (DraftRange{Draft::Draft201909, Draft::Draft202012}));
  EXPECT_EQ(drafts_with("const"), (DraftRange{Draft::Draft06, Draft::Draft202012}));
  EXPECT_EQ(drafts_with("additionalItems"), (DraftRange{Draft::Draft04, Draft::Draft201909}));
  EXPECT_EQ(drafts_with("nullable"), std::nullopt);
}

TEST(DraftsWith, ReadInWords) {
  EXPECT_EQ(in_words({Draft::Draft04, Draft::Draft04}), "of draft-04");
  EXPECT_EQ(in_words({Draft::Draft202012, Draft::Draft202012}), "of draft 2020-12");
  EXPECT_EQ(in_words({Draft::Draft201909, Draft::Draft202012}), "of drafts 2019-09 and 2020-12");
  EXPECT_EQ(in_words({Draft::Draft06, Draft::Draft202012}), "since draft-06");
  EXPECT_EQ(in_words({Draft::Draft04, Draft::Draft201909}), "until draft 2019-09");
}

TEST(SuggestKeyword, StaysWithinTheDialect) {
  EXPECT_EQ(suggest_keyword(Dialect::Draft202012, "propertys"), "properties");
  EXPECT_EQ(suggest_keyword(Dialect::Draft202012, "prefixitems"), "prefixItems");
  EXPECT_EQ(suggest_keyword(Dialect::Draft07, "additionalItms"), "additionalItems");
  EXPECT_EQ(suggest_keyword(Dialect::Draft07, "nothing like it"), "");
}

TEST(HasShape, TellsTheTypesApart) {
  EXPECT_EQ(with_shape(ValueShape::Anything, kOneOfEach), kOneOfEach);
  EXPECT_EQ(with_shape(ValueShape::String, kOneOfEach), (Texts{R"("text")"}));
  EXPECT_EQ(with_shape(ValueShape::Boolean, kOneOfEach), (Texts{"true"}));
  EXPECT_EQ(with_shape(ValueShape::Number, kOneOfEach), (Texts{"-1", "0", "0.5"}));
  EXPECT_EQ(with_shape(ValueShape::PositiveNumber, kOneOfEach), (Texts{"0.5"}));
  EXPECT_EQ(with_shape(ValueShape::Count, kOneOfEach), (Texts{"0"}));
  EXPECT_EQ(with_shape(ValueShape::TypeNames, kOneOfEach), (Texts{}));
  EXPECT_EQ(with_shape(ValueShape::StringList, kOneOfEach), (Texts{"[]"}));
  EXPECT_EQ(with_shape(ValueShape::List, kOneOfEach), (Texts{"[]"}));
  EXPECT_EQ(with_shape(ValueShape::Object, kOneOfEach), (Texts{"{}"}));
  EXPECT_EQ(with_shape(ValueShape::Schema, kOneOfEach), (Texts{"true", "{}"}));
  EXPECT_EQ(with_shape(ValueShape::SchemaList, kOneOfEach), (Texts{}));
  EXPECT_EQ(with_shape(ValueShape::SchemaMap, kOneOfEach), (Texts{"{}"}));
  EXPECT_EQ(with_shape(ValueShape::SchemaOrSchemaList, kOneOfEach), (Texts{"true", "[]", "{}"}));
}

TEST(HasShape, SaysInWordsWhatIsExpected) {
  EXPECT_EQ(expected_instead(ValueShape::String, "1"), "a string");
  EXPECT_EQ(expected_instead(ValueShape::Boolean, "1"), "true or false");
  EXPECT_EQ(expected_instead(ValueShape::Number, "null"), "a number");
  EXPECT_EQ(expected_instead(ValueShape::PositiveNumber, "0"), "a number above 0");
  EXPECT_EQ(expected_instead(ValueShape::Count, "-1"), "a whole number, 0 or more");
  EXPECT_EQ(expected_instead(ValueShape::TypeNames, "1"),
            "one of null, boolean, integer, number, string, array, object, or a list of different "
            "ones");
  EXPECT_EQ(expected_instead(ValueShape::StringList, "{}"), "a list of different strings");
  EXPECT_EQ(expected_instead(ValueShape::List, "{}"), "a list");
  EXPECT_EQ(expected_instead(ValueShape::Object, "[]"), "an object");
  EXPECT_EQ(expected_instead(ValueShape::Schema, "[]"), "a schema: an object, true or false");
  EXPECT_EQ(expected_instead(ValueShape::SchemaList, "[]"), "a list of schemas that is not empty");
  EXPECT_EQ(expected_instead(ValueShape::SchemaMap, "[]"), "an object of schemas");
  EXPECT_EQ(expected_instead(ValueShape::SchemaOrSchemaList, "1"), "a schema or a list of schemas");
}

TEST(HasShape, TakesAWholeNumberInAnySpellingForACount) {
  const Texts counts{"0",    "18446744073709551615", "2.0",  "1e3", "-0.0", "-0",
                     "1e15", "18446744073709551616", "1e300"};
  EXPECT_EQ(with_shape(ValueShape::Count, counts), counts);
  EXPECT_EQ(with_shape(ValueShape::Count, {"1.5", "-1", "-1.0", "-1e300", "1e-1"}), (Texts{}));
}

TEST(HasShape, AsksForKnownAndDifferentTypeNames) {
  EXPECT_EQ(with_shape(ValueShape::TypeNames,
                       {R"("null")", R"("integer")", R"(["string","null"])", R"(["array"])"})
                .size(),
            4u);
  EXPECT_EQ(
      with_shape(ValueShape::TypeNames, {R"("int")", R"("String")", R"([])", R"(["string",1])",
                                         R"(["string","string"])", R"([["string"]])"}),
      (Texts{}));
}

TEST(HasShape, AsksForDifferentStringsInAList) {
  EXPECT_EQ(with_shape(ValueShape::StringList, {R"(["a","b",""])", R"(["a","a"])", R"(["a",1])"}),
            (Texts{R"(["a","b",""])"}));
}

TEST(HasShape, LooksIntoObjectsOfLists) {
  EXPECT_EQ(with_shape(ValueShape::StringLists,
                       {"{}", R"({"a": ["b"]})", R"({"a": []})", R"({"a": "b"})", R"({"a": [1]})"}),
            (Texts{"{}", R"({"a": ["b"]})", R"({"a": []})"}));
  EXPECT_EQ(with_shape(ValueShape::Dependencies,
                       {"{}", R"({"a": ["b"], "c": {}, "d": false})", R"({"a": "b"})", "[]"}),
            (Texts{"{}", R"({"a": ["b"], "c": {}, "d": false})"}));
}

TEST(HasShape, LooksIntoListsOfSchemas) {
  EXPECT_EQ(with_shape(ValueShape::SchemaList, {"[{}]", "[true,{}]", "[1]", "[{},[]]"}),
            (Texts{"[{}]", "[true,{}]"}));
  EXPECT_EQ(with_shape(ValueShape::SchemaOrSchemaList, {"[{}]", "[{},1]"}), (Texts{"[{}]"}));
}

}  // namespace
}  // namespace eventc::compiler
