// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// "dependentRequired", "dependentSchemas", and the "dependencies" that they were once.

namespace eventc {
namespace {

using schema::Conditions;
using schema::Dependent;
using schema::kObject;
using schema::Property;
using schema::Schema;
using test::violations;

constexpr Dependent kRequired[] = {{"card", "address"}, {"card", "zip"}, {"a/b", "c~d"}};
constexpr Conditions kOfNames{.dependent_required = kRequired};
constexpr Schema kByNames{.types = kObject, .conditions = &kOfNames};
constexpr Conditions kOfOldNames{.dependent_required = kRequired, .as_dependencies = true};
constexpr Schema kByOldNames{.types = kObject, .conditions = &kOfOldNames};

TEST(DependentRequired, AsksForMembersWhereAnotherIs) {
  EXPECT_EQ(violations<&kByNames>("{}"), "");
  EXPECT_EQ(violations<&kByNames>(R"({"address":1})"), "");
  EXPECT_EQ(violations<&kByNames>(R"({"zip":null,"card":null,"address":null})"), "");
  EXPECT_EQ(violations<&kByNames>(R"({"card":1,"zip":2})"),
            "(1:1): a member is missing: \"address\", which belongs to \"card\" "
            "[s.json#/dependentRequired]\n");
  EXPECT_EQ(violations<&kByNames>(R"({"\u0063ard":1,"a/b":{}})"),
            "(1:1): a member is missing: \"address\", which belongs to \"card\" "
            "[s.json#/dependentRequired]\n"
            "(1:1): a member is missing: \"zip\", which belongs to \"card\" "
            "[s.json#/dependentRequired]\n"
            "(1:1): a member is missing: \"c~d\", which belongs to \"a/b\" "
            "[s.json#/dependentRequired]\n");
}

TEST(DependentRequired, IsNamedAsDependenciesByTheMember) {
  EXPECT_EQ(violations<&kByOldNames>(R"({"a/b":1})"),
            "(1:1): a member is missing: \"c~d\", which belongs to \"a/b\" "
            "[s.json#/dependencies/a~1b]\n");
}

TEST(DependentRequired, SaysNothingOfOtherThanObjects) {
  static constexpr Schema kAnything{.conditions = &kOfNames};
  for (const char* const text : {"1", "[\"card\"]", "\"card\"", "null"})
    EXPECT_EQ(violations<&kAnything>(text), "") << text;
}

constexpr Schema kPositive{.minimum = 1};
constexpr Property kAmount[] = {{"amount", &kPositive, true}};
constexpr Schema kWithAmount{.properties = kAmount};
constexpr Property kSchemas[] = {
    {"card", &kWithAmount}, {"gift", {&kWithAmount, "gift.json#"}}, {"never", &schema::nothing}};
constexpr Conditions kOfSchemas{.dependent_schemas = kSchemas};
constexpr Schema kBySchemas{.types = kObject, .conditions = &kOfSchemas};
constexpr Conditions kOfOldSchemas{.dependent_schemas = kSchemas, .as_dependencies = true};
constexpr Schema kByOldSchemas{.types = kObject, .conditions = &kOfOldSchemas};

TEST(DependentSchemas, ApplyToTheWholeObjectWhereItHasTheMember) {
  EXPECT_EQ(violations<&kBySchemas>(R"({"amount":0})"), "");
  EXPECT_EQ(violations<&kBySchemas>(R"({"card":"x","amount":1})"), "");
  EXPECT_EQ(violations<&kBySchemas>(R"({"amount":0,"card":"x"})"),
            "/amount (1:11): expected at least 1, found 0 "
            "[s.json#/dependentSchemas/card/properties/amount/minimum]\n");
  EXPECT_EQ(violations<&kBySchemas>(R"({"gift":"x"})"),
            "(1:1): a member is missing: \"amount\" [gift.json#/required]\n");
}

TEST(DependentSchemas, MayForbidAMember) {
  EXPECT_EQ(violations<&kBySchemas>(R"({"never":1})"),
            "(1:1): the member \"never\" must not be here [s.json#/dependentSchemas/never]\n");
}

TEST(DependentSchemas, EachApply) {
  EXPECT_EQ(violations<&kBySchemas>(R"({"card":1,"gift":1,"amount":0})"),
            "/amount (1:29): expected at least 1, found 0 "
            "[s.json#/dependentSchemas/card/properties/amount/minimum]\n"
            "/amount (1:29): expected at least 1, found 0 "
            "[gift.json#/properties/amount/minimum]\n");
}

TEST(DependentSchemas, AreNamedAsDependencies) {
  const Report report = eventc::report(R"({"gift":1})", {&kByOldSchemas, "s.json#"}, {});
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0].keyword_location.path(), "/dependencies/gift/$ref/required");
  EXPECT_EQ(violations<&kByOldSchemas>(R"({"never":1})"),
            "(1:1): the member \"never\" must not be here [s.json#/dependencies/never]\n");
}

}  // namespace
}  // namespace eventc
