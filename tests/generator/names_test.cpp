// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "break_cycles.hpp"
#include "generator/compile_helper.hpp"
#include "plan_parse.hpp"
#include "wrap_recursive_unions.hpp"

namespace eventc::compiler::testing {
namespace {

using Strings = std::vector<std::string>;

struct Named {
  Compiled compiled;
  Names names;

  /// By its best candidate.
  [[nodiscard]] TypeId type(const std::string& candidate) const {
    for (TypeId id = 0; id < compiled.model.types.size(); ++id) {
      const Type& type = compiled.model.types[id];
      if (type.is_named() && type.name_candidates.front() == candidate) return id;
    }
    throw std::out_of_range(candidate);
  }
  [[nodiscard]] Strings fields(const std::string& candidate) const {
    return names.fields.at(type(candidate));
  }
  /// Of all named types, in the model's order.
  [[nodiscard]] Strings types() const {
    Strings found;
    for (const std::string& name : names.types) {
      if (!name.empty()) found.push_back(name);
    }
    return found;
  }
};

Named name(const Schemas& schemas, const NameOptions& options = {}) {
  Named named{run_model(schemas), {}};
  Compiled& compiled = named.compiled;
  EXPECT_FALSE(compiled.diagnostics.has_errors()) << compiled.printed();
  wrap_recursive_unions(compiled.model);
  break_cycles(compiled.model);
  const ParsePlan plan = plan_parse(compiled.form, compiled.model);
  named.names = decide_names(compiled.form, compiled.model, plan, options, compiled.diagnostics);
  return named;
}

/// An object with one string member for each name.
Schemas members(const Strings& names) {
  Json root{{"type", "object"}};
  for (const std::string& member : names) root["properties"][member] = {{"type", "string"}};
  return schema(root.dump());
}

TEST(Names, OfMembersAreSnakeCase) {
  EXPECT_EQ(name(members({"eventSourceARN", "event-name"})).fields("a"),
            (Strings{"event_source_arn", "event_name"}));
}

TEST(Names, OfMembersAreUsableWhateverTheirJsonNameIs) {
  EXPECT_EQ(name(members({"class", "errno", "EOF", "major", "", "größe", "1", "*/ int x; /*",
                          "\\\n#define x"}))
                .fields("a"),
            (Strings{"class_", "errno_", "eof", "major_", "empty", "gr_u00f6_u00df_e", "_1",
                     "int_x", "define_x"}));
}

TEST(Names, OfMembersThatCollideAreNumbered) {
  EXPECT_EQ(name(members({"a-b", "a_b", "aB", "a_b_2"})).fields("a"),
            (Strings{"a_b", "a_b_2", "a_b_3", "a_b_2_2"}));
}

TEST(Names, OfKeptMembersGiveWayToDeclaredOnes) {
  const Named named = name(schema(R"({"type": "object", "x-eventc": {"unknown": "keep"},
                                      "properties": {"unknownMembers": {"type": "string"}}})"));
  EXPECT_EQ(named.fields("a"), Strings{"unknown_members"});
  EXPECT_EQ(named.names.member_maps.at(named.type("a")), Strings{"unknown_members_2"});
}

TEST(Names, OfEnumeratorsKeepValuesApart) {
  const Named named = name(schema(R"({"type": "object", "properties": {
      "state": {"enum": ["new", "NEW", "", "1.10", "11.0", "*/", "größe", "class"]}}})"));
  EXPECT_EQ(
      named.names.enumerators.at(named.type("state")),
      (Strings{"New", "New_2", "Empty", "V1_10", "V11_0", "Empty_2", "GrU00f6U00dfE", "Class"}));
}

TEST(Names, OfARootIsTheExtensionsThenTheTitleThenTheFiles) {
  EXPECT_EQ(
      name(schema(
               R"({"type": "object", "title": "b", "x-eventc": {"name": "c"}, "required": ["x"]})"))
          .types(),
      Strings{"C"});
  EXPECT_EQ(name(schema(R"({"type": "object", "title": "b", "required": ["x"]})")).types(),
            Strings{"B"});
  EXPECT_EQ(name({.given = {{"dir/order-created.schema.json",
                             R"({"type": "object", "required": ["x"]})"}}})
                .types(),
            Strings{"OrderCreated"});
}

TEST(Names, OfARootComeBeforeThoseOfDefinitionsAndThoseBeforeOthers) {
  const Named named = name(schema(R"({
    "title": "Order", "type": "object",
    "properties": {"line": {"type": "object", "required": ["x"]}, "order": {"$ref": "#/$defs/Order"}},
    "$defs": {"Line": {"type": "object", "required": ["y"]}, "Order": {"type": "object", "required": ["z"]}}})"));
  EXPECT_EQ(named.names.types[*named.compiled.model.events[0].root], "Order");
  EXPECT_THAT(named.types(),
              ::testing::UnorderedElementsAre("Order", "Order_2", "Line", "OrderLine"));
}

TEST(Names, OfAStructsMemberNumbersGiveWayToTypes) {
  const Named named = name(schema(R"({"title": "Order", "type": "object", "required": ["x"],
                                      "$defs": {"OrderMember": {"type": "object", "required": ["y"]}}})"));
  EXPECT_EQ(named.names.types[*named.compiled.model.events[0].root], "Order");
  EXPECT_EQ(named.names.member_enums.at(*named.compiled.model.events[0].root), "OrderMember_2");
}

TEST(Names, OfTablesAreNotThoseOfTheVocabularyAndOfTheirLists) {
  const Named named = name(schema(R"({"title": "S", "type": "object", "required": ["x"],
                                      "$defs": {"items of x": {"type": "integer"}, "string": {"type": "string"}}})"));
  EXPECT_EQ(named.names.schemas[named.compiled.id("")], "s_2");
  EXPECT_EQ(named.names.schemas[named.compiled.id("/$defs/items of x")], "schema_items_of_x");
  EXPECT_EQ(named.names.schemas[named.compiled.id("/$defs/string")], "string");
}

TEST(Names, OfNamespacesAndFilesFollowFromTheFile) {
  const Named named =
      name({.given = {{"a/order-created.schema.json", R"({"type": "object"})"},
                      {"std.json", R"({"type": "object"})"},
                      {"2fa.json", R"({"type": "object", "x-eventc": {"namespace": "login"}})"}}},
           {.name_space = "my::events", .bundle = std::nullopt});
  Strings shown;
  for (const DocumentNames& one : named.names.documents) {
    shown.push_back(fmt::format("{} {} {} {}", one.folder, one.stem, one.outer, one.inner));
  }
  EXPECT_EQ(shown, (Strings{"my/events order_created my::events my::events::order_created",
                            "my/events std my::events my::events::std_",
                            "my/events 2fa login login::_2fa"}));
  EXPECT_EQ(named.compiled.brief(), "");
}

TEST(Names, ReportTwoRootsOfOneName) {
  const Named named = name({.given = {{"a.json", R"({"title": "Order", "type": "object"})"},
                                      {"b.json", R"({"title": "order", "type": "object"})"}}});
  EXPECT_EQ(named.compiled.brief(),
            "b.json:1:1: error: two schemas are both called \"events::Order\"\n"
            "a.json:1:1: note: the other one\n"
            "b.json:1:1: note: give one of them \"x-eventc\": {\"name\": …}, another title or "
            "another namespace\n");
}

TEST(Names, TakeTwoRootsOfOneNameInTwoNamespaces) {
  const Named named = name(
      {.given = {{"a.json", R"({"title": "Order", "type": "object"})"},
                 {"b.json",
                  R"({"title": "Order", "type": "object", "x-eventc": {"namespace": "old"}})"}}});
  EXPECT_EQ(named.compiled.brief(), "");
}

TEST(Names, ReportTwoFilesOfOneStem) {
  const Named named =
      name({.given = {{"x/a-b.json", R"({"title": "X", "type": "object"})"},
                      {"y/aB.schema.json", R"({"title": "Y", "type": "object"})"}}});
  EXPECT_EQ(named.compiled.brief(),
            "y/aB.schema.json:1:1: error: its output would be \"a_b.hpp\", and another schema's is "
            "that: rename one of the files\n"
            "x/a-b.json:1:1: note: the other schema\n");
}

TEST(Names, ReportARootThatIsCalledLikeTheBundle) {
  const Named named = name(schema(R"({"title": "Bundle", "type": "object"})"),
                           {.name_space = "events", .bundle = "Bundle"});
  EXPECT_EQ(named.compiled.brief(),
            "a.json:1:1: error: the schema and the bundle are both called \"events::Bundle\"\n");
}

TEST(Names, ReportANamespaceThatIsNone) {
  const Named named = name(schema(R"({"type": "object", "x-eventc": {"namespace": "a b"}})"));
  EXPECT_EQ(
      named.compiled.brief(),
      "a.json:1:46: error: \"namespace\": \"a b\" is no C++ namespace [/x-eventc/namespace]\n");
}

TEST(Names, AreTheSameInEveryOrderOfTheFiles) {
  const std::string a =
      R"({"title": "A", "type": "object", "properties": {"x": {"enum": ["p", "q"]}}})";
  const std::string b =
      R"({"title": "B", "type": "object", "properties": {"x": {"enum": ["p", "q"]}}})";
  const Named one = name({.given = {{"a.json", a}, {"b.json", b}}});
  const Named other = name({.given = {{"b.json", b}, {"a.json", a}}});
  EXPECT_EQ(one.types(), (Strings{"A", "X", "B", "X"}));
  EXPECT_EQ(other.types(), (Strings{"B", "X", "A", "X"}));
}

}  // namespace
}  // namespace eventc::compiler::testing
