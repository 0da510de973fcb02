// SPDX-License-Identifier: Apache-2.0
#include "outcome.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "generator/compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_normalize;
using testing::schema;

Outcome of_types(TypeSet types) { return {.absent = false, .types = types}; }
Outcome of_values(std::vector<Json> values) {
  return {.absent = false, .types = kAnyType, .values = std::move(values)};
}
Outcome of_pattern(const std::string& source) {
  return {.absent = false,
          .types = kString,
          .values = {},
          .pattern = std::get<Pattern>(parse_pattern(source))};
}
Outcome optional(Outcome outcome) {
  outcome.absent = true;
  return outcome;
}

/// Asks both ways: it must not matter.
bool overlaps(const Outcome& left, const Outcome& right) {
  EXPECT_EQ(overlap(left, right), overlap(right, left));
  return overlap(left, right);
}

TEST(Outcome, OverlapsWhereBothMayBeAbsent) {
  EXPECT_TRUE(overlaps(optional(of_types(kString)), optional(of_types(kNull))));
  EXPECT_FALSE(overlaps(optional(of_types(kString)), of_types(kNull)));
  EXPECT_FALSE(overlaps(optional(of_types({})), of_types(kAnyType)));
}

TEST(Outcome, OverlapsByTypes) {
  EXPECT_TRUE(overlaps(of_types(kString | kNull), of_types(kNull | kArray)));
  EXPECT_FALSE(overlaps(of_types(kString | kNull), of_types(kArray)));
}

TEST(Outcome, TakesNumbersForOneTypeWhateverTheirFraction) {
  EXPECT_TRUE(overlaps(of_types(kInteger), of_types(kFraction)));
  EXPECT_TRUE(overlaps(of_values({1}), of_types(kFraction)));
}

TEST(Outcome, OverlapsByValues) {
  EXPECT_TRUE(overlaps(of_values({"a", 1}), of_values({1, "b"})));
  EXPECT_FALSE(overlaps(of_values({"a", 1}), of_values({"1", true})));
  EXPECT_TRUE(overlaps(of_values({"a", 1}), of_types(kString)));
  EXPECT_FALSE(overlaps(of_values({"a", 1}), of_types(kBoolean | kObject)));
}

TEST(Outcome, OverlapsByWhatPatternsMatch) {
  EXPECT_FALSE(overlaps(of_pattern("^arn:sqs"), of_pattern("^arn:sns")));
  EXPECT_TRUE(overlaps(of_pattern("^arn:"), of_pattern("^arn:sns")));
  EXPECT_TRUE(overlaps(of_pattern("sqs"), of_pattern("^arn:sns")));
  EXPECT_FALSE(
      overlaps(of_pattern("^arn:aws[a-z-]{0,24}:sqs:"), of_pattern("^arn:aws[a-z-]{0,24}:sns:")));
  EXPECT_FALSE(overlaps(of_pattern("^[a-m]+$"), of_values({"x"})));
  EXPECT_TRUE(overlaps(of_pattern("^arn:sqs"), of_types(kString)));
  EXPECT_FALSE(overlaps(of_pattern("^arn:sqs"), of_values({"arn:sns:x", 1})));
  EXPECT_TRUE(overlaps(of_pattern("^arn:sqs"), of_values({"arn:sqs:x"})));
}

TEST(Outcome, KnowsPatternsToSpeakOfStringsAlone) {
  Outcome nullable = of_pattern("^arn:sqs");
  nullable.types = kString | kNull;
  Outcome other = of_pattern("^arn:sns");
  EXPECT_FALSE(overlaps(nullable, other));
  other.types = kString | kNull;
  EXPECT_TRUE(overlaps(nullable, other));
}

Outcome value_of(const std::string& text, OpenEnums open_enums = OpenEnums::AreClosed) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.brief(), "");
  return outcome_of_value(compiled.form, flatten(compiled.form, compiled.id()), open_enums);
}

TEST(OutcomeOfValue, HasTypesValuesAndPattern) {
  EXPECT_EQ(value_of(R"({"type": ["string", "null"]})"), of_types(kString | kNull));
  EXPECT_EQ(value_of(R"({"const": "a"})"),
            (Outcome{.absent = false, .types = kString, .values = std::vector<Json>{"a"}}));
  EXPECT_EQ(
      value_of(R"({"enum": ["a", 1]})"),
      (Outcome{.absent = false, .types = kString | kInteger, .values = std::vector<Json>{"a", 1}}));
  EXPECT_EQ(value_of(R"({"type": "string", "pattern": "^a"})"), of_pattern("^a"));
}

TEST(OutcomeOfValue, KnowsNothingOfAPatternThatPcre2Decides) {
  EXPECT_EQ(value_of(R"({"type": "string", "pattern": "^(?!b)."})"), of_types(kString));
  EXPECT_EQ(value_of(R"({"type": "string", "pattern": "^(?!b).",
                         "allOf": [{"pattern": "^a"}, {"pattern": "^\\p{L}"}]})"),
            of_pattern("^a"));
}

TEST(OutcomeOfValue, LeavesOpenEnumerationsOpenOrNot) {
  const char* const open = R"({"type": "string", "enum": ["a"], "x-eventc": {"open": true}})";
  EXPECT_EQ(value_of(open, OpenEnums::MayHoldOthers), of_types(kString));
  EXPECT_EQ(value_of(open, OpenEnums::AreClosed),
            (Outcome{.absent = false, .types = kString, .values = std::vector<Json>{"a"}}));
}

TEST(OutcomeOfValue, DoesNotCompareWhatHasManyTexts) {
  EXPECT_EQ(value_of(R"({"enum": ["a", [1]]})"), of_types(kString | kArray));
  EXPECT_EQ(value_of(R"({"const": 1.5})").values, std::nullopt);
}

Outcome member_of(const std::string& text, const std::string& name) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.brief(), "");
  return outcome_of_member(compiled.form, flatten(compiled.form, compiled.id()), name);
}

TEST(OutcomeOfMember, IsAbsentUnlessRequired) {
  const char* const text =
      R"({"required": ["a", "c"], "properties": {"a": {"type": "string"}, "b": {"type": "null"}}})";
  EXPECT_EQ(member_of(text, "a"), of_types(kString));
  EXPECT_EQ(member_of(text, "b"), optional(of_types(kNull)));
  EXPECT_EQ(member_of(text, "c"), of_types(kAnyType));
  EXPECT_EQ(member_of(text, "d"), optional(of_types(kAnyType)));
}

TEST(OutcomeOfMember, IsNothingWhereOthersAreRefused) {
  const char* const text =
      R"({"properties": {"a": {"type": "string"}}, "additionalProperties": false})";
  EXPECT_EQ(member_of(text, "a"), optional(of_types(kString)));
  EXPECT_EQ(member_of(text, "b"), optional(of_types({})));
}

}  // namespace
}  // namespace eventc::compiler
