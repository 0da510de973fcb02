// SPDX-License-Identifier: Apache-2.0
#include "route/plan_route.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "generator/compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_model;
using testing::Schemas;

struct Routed {
  Compiled compiled;
  RoutePlan plan;

  [[nodiscard]] const std::string& name(TypeId type) const {
    return compiled.model.types[type].name_candidates.front();
  }
};

Routed route(const Schemas& schemas) {
  Routed routed{run_model(schemas), {}};
  EXPECT_EQ(routed.compiled.brief(), "");
  routed.plan =
      plan_route(routed.compiled.form, routed.compiled.model, routed.compiled.diagnostics);
  return routed;
}

/// Schemas by the names of their root types, in files of these names.
Schemas schemas(const std::vector<std::pair<std::string, std::string>>& members) {
  Schemas all;
  for (const auto& [name, text] : members) {
    all.given.emplace_back(name + ".json", R"({"type": "object", )" + text + "}");
  }
  return all;
}

std::string path_of(const RoutePlan& plan, std::size_t location) {
  if (location == 0) return "";
  const RouteLocation& here = plan.locations[location];
  return path_of(plan, here.parent) + "/" + (here.first_item ? "0" : here.member);
}

std::string show(const RoutePlan& plan, const RouteFact& fact) {
  std::string out = path_of(plan, fact.location) + " ";
  if (fact.values.empty()) out += testing::show(fact.types);
  for (const Json& value : fact.values)
    out += (&value == fact.values.data() ? "" : "|") + value.dump();
  if (fact.pattern) out += "~" + fact.pattern->source;
  return out;
}

/// The alternatives in the order of their ranks.
std::vector<RouteAlternative> ranked(const RoutePlan& plan) {
  std::vector<RouteAlternative> alternatives = plan.alternatives;
  std::sort(alternatives.begin(), alternatives.end(),
            [](const RouteAlternative& l, const RouteAlternative& r) { return l.rank < r.rank; });
  return alternatives;
}

/// `Order: /eventType "ORDER_CREATED", /lines any`, a line for each alternative by rank, facts by
/// location; ` waits for /a /b` where it does.
std::string show(const Routed& routed) {
  std::string out;
  for (RouteAlternative& one : ranked(routed.plan)) {
    std::sort(one.facts.begin(), one.facts.end(),
              [](const RouteFact& l, const RouteFact& r) { return l.location < r.location; });
    out += routed.name(one.event) + ":";
    for (const RouteFact& fact : one.facts) out += " " + show(routed.plan, fact) + ",";
    out.pop_back();
    if (!one.waits_for.empty()) out += " waits for";
    for (const std::size_t location : one.waits_for) out += " " + path_of(routed.plan, location);
    out += "\n";
  }
  return out;
}

/// Where alternatives are filed: `/eventType "A" -> Order`, `/id ? -> Other`, by location.
std::string show_filing(const Routed& routed) {
  std::string out;
  for (std::size_t i = 0; i < routed.plan.locations.size(); ++i) {
    const RouteLocation& here = routed.plan.locations[i];
    for (std::size_t test = here.tests_begin; test < here.tests_end; ++test) {
      const RouteAlternative& one = routed.plan.alternatives[test];
      EXPECT_EQ(one.facts.front().location, i);
      out += show(routed.plan, one.facts.front()) + " ? -> " + routed.name(one.event) + "\n";
    }
    for (const RouteKey& key : routed.plan.keys) {
      if (key.location != i) continue;
      const RouteAlternative& one = routed.plan.alternatives[key.alternative];
      EXPECT_EQ(one.facts.front().location, i);
      out +=
          path_of(routed.plan, i) + " " + key.value.dump() + " -> " + routed.name(one.event) + "\n";
    }
  }
  return out;
}

std::string route_and_show(const std::vector<std::pair<std::string, std::string>>& members) {
  const Routed routed = route(schemas(members));
  EXPECT_FALSE(routed.compiled.diagnostics.has_errors());
  return show(routed);
}

std::string report(const std::vector<std::pair<std::string, std::string>>& members) {
  return route(schemas(members)).compiled.brief();
}

// ---- A plan, asked as a scanner would

/// What stands at a location; none: nothing does.
const Json* find(const RoutePlan& plan, std::size_t location, const Json& payload) {
  if (location == 0) return &payload;
  const RouteLocation& here = plan.locations[location];
  const Json* const above = find(plan, here.parent, payload);
  if (above == nullptr) return nullptr;
  if (here.first_item) return above->is_array() && !above->empty() ? &above->front() : nullptr;
  return above->is_object() && above->contains(here.member) ? &(*above)[here.member] : nullptr;
}

bool holds(const RoutePlan& plan, const RouteFact& fact, const Json& payload) {
  const Json* const value = find(plan, fact.location, payload);
  if (value == nullptr || !fact.types.has(type_of_value(*value))) return false;
  if (!fact.values.empty()) {
    return std::find(fact.values.begin(), fact.values.end(), *value) != fact.values.end();
  }
  return !fact.pattern || !value->is_string() ||
         std::regex_search(value->get<std::string>(), std::regex(fact.pattern->source));
}

/// The name of the event that a payload is, or "unknown".
std::string classified(const Routed& routed, const Json& payload) {
  for (const RouteAlternative& one : ranked(routed.plan)) {
    const bool is_it = std::all_of(one.facts.begin(), one.facts.end(), [&](const RouteFact& fact) {
      return holds(routed.plan, fact, payload);
    });
    if (is_it) return routed.name(one.event);
  }
  return "unknown";
}

// ---- The catalog

std::string text_of(const std::string& path) {
  DiskFiles disk;
  std::string why;
  return disk.read(path, why).value_or(why);
}

Schemas catalog() {
  DiskFiles disk;
  Schemas all;
  const std::string root = std::string(EVENTC_SOURCE_DIR) + "/";
  for (const std::string_view name :
       {"schemas/api-gateway-v2-http-request", "schemas/kafka-event", "schemas/kinesis-event",
        "schemas/streams-batch-response", "examples/order-created"}) {
    const std::string file = std::string(name) + ".schema.json";
    all.given.emplace_back(file, text_of(root + file));
  }
  return all;
}

TEST(PlanRoute, TellsTheCatalogApart) {
  EXPECT_EQ(show(route(catalog())),
            "ApiGatewayV2HttpRequest: /isBase64Encoded any, /rawPath any, /version \"2.0\","
            " /requestContext/http any\n"
            "OrderCreated: /eventType \"ORDER_CREATED\", /lines any, /orderId any, /total any\n"
            "KafkaEvent: /eventSource \"aws:kafka\"|\"SelfManagedKafka\"|\"aws:SelfManagedKafka\"|"
            "\"aws:self-managed-kafka\", /records any\n"
            "KinesisEvent: /Records any, /eventSourceARN string~^arn:aws[a-z-]{0,24}:kinesis:\n"
            "KinesisEvent: /Records/0/kinesis object\n");
}

TEST(PlanRoute, HasNothingToSayOfTheWholeCatalogAndATypedEventOfABus) {
  DiskFiles disk;
  Schemas all;
  for (const std::string& file :
       disk.list(std::string(EVENTC_SOURCE_DIR) + "/schemas", ".schema.json"))
    all.given.emplace_back(file, text_of(file));
  all.given.emplace_back("berth-booked.json", R"({"title": "BerthBooked", "type": "object",
      "required": ["detail-type", "source", "detail"], "properties": {
        "detail-type": {"const": "Berth Booked"}, "source": {"const": "harbour"},
        "detail": {"type": "object", "required": ["berth"],
                   "properties": {"berth": {"type": "integer"}}}}})");
  const Routed routed = route(all);
  EXPECT_EQ(routed.compiled.brief(), "");
  EXPECT_EQ(classified(routed, Json::parse(R"({"detail-type": "Berth Booked", "source": "harbour",
      "detail": {"berth": 7}})")),
            "BerthBooked");
  EXPECT_EQ(classified(routed, Json::parse(R"({"detail-type": "Berth Freed", "source": "harbour",
      "detail": {"berth": 7}})")),
            "EventBridgeEvent");
}

TEST(PlanRoute, ListsTheRoutedEventsByName) {
  const Routed routed = route(catalog());
  std::vector<std::string> names;
  for (const TypeId event : routed.plan.events) names.push_back(routed.name(event));
  EXPECT_EQ(names, (std::vector<std::string>{"ApiGatewayV2HttpRequest", "KafkaEvent",
                                             "KinesisEvent", "OrderCreated"}));
}

TEST(PlanRoute, KnowsTheFixturesOfEachEvent) {
  const Routed routed = route(catalog());
  DiskFiles disk;
  const std::string folder = std::string(EVENTC_SOURCE_DIR) + "/tests/events/";
  for (const auto& [kind, name] :
       {std::pair("api-gateway-v2-http-request/valid", "ApiGatewayV2HttpRequest"),
        std::pair("kafka-event/valid", "KafkaEvent"),
        std::pair("kinesis-event/valid", "KinesisEvent"),
        std::pair("order-created/valid", "OrderCreated"), std::pair("other", "unknown")}) {
    const std::vector<std::string> files = disk.list(folder + kind, ".json");
    EXPECT_FALSE(files.empty()) << kind;
    for (const std::string& file : files) {
      EXPECT_EQ(classified(routed, Json::parse(text_of(file))), name) << file;
    }
  }
}

// ---- Facts

TEST(PlanRoute, TellsEventsByAConstant) {
  EXPECT_EQ(route_and_show({
                {"A", R"("required": ["kind"], "properties": {"kind": {"const": "a"}})"},
                {"B", R"("required": ["kind"], "properties": {"kind": {"enum": ["b", "c"]}})"},
            }),
            "A: /kind \"a\"\n"
            "B: /kind \"b\"|\"c\"\n");
}

TEST(PlanRoute, ClosesOpenEnumerations) {
  EXPECT_EQ(
      route_and_show({
          {"A",
           R"("required": ["kind"], "properties": {"kind": {"enum": ["a"], "x-eventc": {"open": true}}})"},
          {"B",
           R"("required": ["kind"], "properties": {"kind": {"enum": ["b"], "x-eventc": {"open": true}}})"},
      }),
      "A: /kind \"a\"\n"
      "B: /kind \"b\"\n");
}

TEST(PlanRoute, TellsEventsByAFixedPrefix) {
  EXPECT_EQ(
      route_and_show({
          {"A",
           R"("required": ["arn"], "properties": {"arn": {"type": "string", "pattern": "^arn:sqs:"}})"},
          {"B",
           R"("required": ["arn"], "properties": {"arn": {"type": "string", "pattern": "^arn:sns:"}})"},
      }),
      "A: /arn string~^arn:sqs:\n"
      "B: /arn string~^arn:sns:\n");
}

TEST(PlanRoute, AsksForTheRequiredMembersOfTheRootBesideAMark) {
  EXPECT_EQ(route_and_show({{"A", R"("required": ["kind", "id", "part"], "properties": {
      "kind": {"const": "a"}, "id": {"type": "string"},
      "part": {"type": "object", "required": ["deep"], "properties": {"deep": {"type": "string"}}}})"}}),
            "A: /id any, /kind \"a\", /part any\n");
}

TEST(PlanRoute, AsksForTypesWhereThereIsNoMark) {
  EXPECT_EQ(route_and_show({{"A", R"("required": ["id", "n"],
      "properties": {"id": {"type": "string"}, "n": {"type": ["integer", "null"]}})"}}),
            "A: /id string, /n null|integer\n");
}

TEST(PlanRoute, LooksIntoAListThatIsNeverEmpty) {
  EXPECT_EQ(
      route_and_show(
          {{"A", R"("required": ["list"], "properties": {"list": {"type": "array", "minItems": 1,
      "items": {"type": "object", "required": ["source"], "properties": {"source": {"const": "s"}}}}})"}}),
      "A: /list/0/source \"s\"\n");
}

constexpr const char* kList = R"("required": ["list"], "properties": {"list": {"type": "array",
    "items": {"type": "object", "required": ["source"], "properties": {"source": {"const": "s"}}}})";

TEST(PlanRoute, DoesNotKnowAnEmptyListThatNothingElseTells) {
  EXPECT_EQ(route_and_show({{"A", std::string(kList) + "}"}}), "A: /list/0/source \"s\"\n");
}

TEST(PlanRoute, KnowsAnEmptyListByAnOptionalMemberWithFixedValues) {
  EXPECT_EQ(route_and_show({{"A", std::string(kList) +
                                      R"(, "from": {"const": "f"}, "id": {"type": "string"}})"}}),
            "A: /from \"f\", /list any\n"
            "A: /list/0/source \"s\"\n");
}

TEST(PlanRoute, NeedsNoItemsWhereTheRestIsRequired) {
  EXPECT_EQ(
      route_and_show(
          {{"A", R"("required": ["list", "id"], "properties": {"id": {"type": "string"}, "list": {
      "type": "array", "items": {"type": "object", "required": ["x"], "properties": {"x": {"type": "null"}}}}})"}}),
      "A: /id string, /list array\n");
}

TEST(PlanRoute, MakesAnAlternativeOfEachBranch) {
  EXPECT_EQ(route_and_show({{"A", R"("required": ["arn"], "properties": {"arn": {"type": "string"},
      "x": {"type": "object"}, "y": {"type": "object"}}, "anyOf": [{"required": ["x"]}, {"required": ["y"]}])"}}),
            "A: /arn any, /x object\n"
            "A: /arn any, /y object\n");
}

// Payloads of the first branch have the facts of the second, which so stands for both: that /k is a
// number is none of its facts.
TEST(PlanRoute, TakesNoMoreOfABranchThanHoldsForTheOnesThatItStandsFor) {
  const Routed routed = route(schemas(
      {{"A", R"("required": ["id"], "properties": {"id": {"const": 1}}, "anyOf": [
        {"required": ["k", "x"], "properties": {"k": {"type": "null"}, "x": {"type": "string"}}},
        {"required": ["k"], "properties": {"k": {"type": "number"}}}])"},
       {"B",
        R"("required": ["id", "k"], "properties": {"id": {"const": 1}, "k": {"type": "string"}})"}}));
  EXPECT_EQ(show(routed),
            "B: /id 1, /k string\n"
            "A: /id 1, /k any\n");
  EXPECT_EQ(classified(routed, Json::parse(R"({"id": 1, "k": null, "x": "y"})")), "A");
  EXPECT_EQ(classified(routed, Json::parse(R"({"id": 1, "k": 2})")), "A");
}

TEST(PlanRoute, MakesOneAlternativeOfBranchesWithTheSameFacts) {
  EXPECT_EQ(route_and_show({{"A", R"("required": ["id", "k"], "properties": {"id": {"const": 1}},
        "anyOf": [{"properties": {"k": {"type": "null"}}}, {"properties": {"k": {"type": "number"}}}])"},
                            {"B", R"("required": ["id"], "properties": {"id": {"const": 2}})"}}),
            "A: /id 1, /k any\n"
            "B: /id 2\n");
}

TEST(PlanRoute, EndsWhereASchemaRequiresItself) {
  const Routed routed =
      route({.given = {{"A.json", R"({"$ref": "#/$defs/N", "$defs": {"N": {"type": "object",
      "required": ["n"], "properties": {"n": {"$ref": "#/$defs/N"}}}}})"}}});
  EXPECT_EQ(show(routed), "A: /n/n/n/n/n/n/n/n object\n");
}

// An expression, of which every operator requires two: 40 million places in eight levels.
TEST(PlanRoute, EndsWhereASchemaRequiresItselfInManyPlaces) {
  std::string operators = R"({"type": "object", "required": ["value"]})";
  for (const std::string name : {"and", "or", "equal", "less", "in"}) {
    operators += R"(, {"type": "object", "required": ["op", "left", "right"], "properties": {
        "op": {"const": ")" +
                 name + R"("}, "left": {"$ref": "#/$defs/E"}, "right": {"$ref": "#/$defs/E"}}})";
  }
  EXPECT_EQ(route_and_show({{"A", R"("required": ["filter", "kind"], "properties": {
      "filter": {"$ref": "#/$defs/E"}, "kind": {"const": "a"}},
      "$defs": {"E": {"oneOf": [)" + operators +
                                      "]}}"}}),
            "A: /filter any, /kind \"a\"\n");
}

TEST(PlanRoute, WarnsOfAnEventThatRequiresNothing) {
  EXPECT_EQ(
      report({{"A", R"("properties": {"id": {"type": "string"}})"}}),
      "A.json:1:1: warning: A is not routed: it requires nothing that would tell it from any other "
      "object\n"
      "A.json:1:1: note: require a member, preferably one with a \"const\"; or set \"x-eventc\": "
      "{\"route\": false}\n");
}

TEST(PlanRoute, KnowsAnEventThatRequiresNothingByWhatItMayHave) {
  EXPECT_EQ(route_and_show({{"A", R"("properties": {"kind": {"const": "a"}})"}}),
            "A: /kind \"a\"\n");
}

TEST(PlanRoute, KnowsAnEventByAnyOfWhatItMayHave) {
  EXPECT_EQ(route_and_show({{"A", R"("properties": {"kind": {"const": "a"},
                                      "arn": {"type": "string", "pattern": "^arn:a"}})"}}),
            "A: /kind \"a\"\n"
            "A: /arn string~^arn:a\n");
}

TEST(PlanRoute, WarnsOfABranchThatRequiresNothing) {
  EXPECT_EQ(
      report({{"A", R"("oneOf": [{"type": "object", "required": ["kind"],
                                        "properties": {"kind": {"const": 1}}},
                                       {"type": "object"}])"}}),
      "A.json:1:1: warning: some payloads of A are not routed: a branch requires nothing that "
      "would tell them from any other object\n"
      "A.json:1:1: note: require a member, preferably one with a \"const\"; or set \"x-eventc\": "
      "{\"route\": false}\n");
}

TEST(PlanRoute, HasNoLocationsWithoutEvents) {
  const Routed routed = route(schemas({{"A", R"("x-eventc": {"route": false})"}}));
  EXPECT_EQ(routed.compiled.brief(), "");
  EXPECT_TRUE(routed.plan.locations.empty());
  EXPECT_TRUE(routed.plan.events.empty());
}

// ---- Pairs

constexpr const char* kId = R"("required": ["id"], "properties": {"id": {"type": "string"}})";
constexpr const char* kIdAndMore =
    R"("required": ["id", "more"], "properties": {"id": {"type": "string"}, "more": {"type": "string"}})";

TEST(PlanRoute, AsksFirstForTheEventThatRequiresMore) {
  EXPECT_EQ(route_and_show({{"A", kId}, {"B", kIdAndMore}}),
            "B: /id string, /more string\n"
            "A: /id string waits for /more\n");
}

TEST(PlanRoute, AsksFirstForTheNarrowerFact) {
  EXPECT_EQ(route_and_show({
                {"A", kId},
                {"B", R"("required": ["id"], "properties": {"id": {"const": "b"}})"},
            }),
            "B: /id \"b\"\n"
            "A: /id string\n");
}

TEST(PlanRoute, AddsAFactWhereMarksDoNotTell) {
  EXPECT_EQ(
      route_and_show({
          {"A",
           R"("required": ["kind", "n"], "properties": {"kind": {"const": "k"}, "n": {"type": "string"}})"},
          {"B",
           R"("required": ["kind", "n"], "properties": {"kind": {"const": "k"}, "n": {"type": "integer"}})"},
      }),
      "A: /kind \"k\", /n string\n"
      "B: /kind \"k\", /n integer\n");
}

TEST(PlanRoute, TellsByAMemberThatTheOtherDoesNotDeclare) {
  EXPECT_EQ(route_and_show({
                {"A", R"("required": ["a"], "properties": {"a": {"type": "string"}})"},
                {"B", R"("required": ["b"], "properties": {"b": {"type": "string"}})"},
            }),
            "A: /a string\n"
            "B: /b string\n");
}

TEST(PlanRoute, CountsAMapsMembersAsDeclared) {
  EXPECT_EQ(
      report({
          {"A", R"("required": ["a"], "properties": {"a": {"type": "string"}},
                        "additionalProperties": {"type": "string"})"},
          {"B",
           R"("required": ["b"], "properties": {"b": {"type": "string"}, "a": {"type": "string"}})"},
      }),
      "A.json:1:1: error: A and B can't be told apart: a payload that has /a, /b can be either\n"
      "B.json:1:1: note: B is declared here\n"
      "A.json:1:1: note: both accept {\"a\":\"a\",\"b\":\"a\"}\n"
      "A.json:1:1: note: give one of them a constant that the other does not have, an \"x-eventc\" "
      "discriminator, or a higher \"x-eventc\" priority\n");
}

TEST(PlanRoute, CountsMembersOfAFreeObjectAsPossible) {
  const char* const free = R"("required": ["type", "detail"],
      "properties": {"type": {"const": "t"}, "detail": {"type": "object"}})";
  const char* const typed =
      R"("required": ["type", "detail"], "properties": {"type": {"const": "t"},
      "detail": {"type": "object", "required": ["order"], "properties": {"order": {"const": 1}}}})";
  EXPECT_EQ(route_and_show({{"Free", free}, {"Typed", typed}}),
            "Typed: /type \"t\", /detail/order 1\n"
            "Free: /detail any, /type \"t\" waits for /detail/order\n");
}

TEST(PlanRoute, LooksIntoTheBranchesOfTheOther) {
  EXPECT_EQ(
      report({
          {"A", R"("required": ["a"], "properties": {"a": {"type": "string"}}, "anyOf": [
                    {"properties": {"b": {"type": "string"}}}, {"properties": {"c": {"type": "string"}}}])"},
          {"B",
           R"("required": ["b"], "properties": {"b": {"type": "string"}, "a": {"type": "string"}})"},
      }),
      "A.json:1:1: error: A and B can't be told apart: a payload that has /a, /b can be either\n"
      "B.json:1:1: note: B is declared here\n"
      "A.json:1:1: note: both accept {\"a\":\"a\",\"b\":\"a\"}\n"
      "A.json:1:1: note: give one of them a constant that the other does not have, an \"x-eventc\" "
      "discriminator, or a higher \"x-eventc\" priority\n");
}

TEST(PlanRoute, ReportsEventsWithTheSameFacts) {
  const Routed routed = route(schemas({{"B", kId}, {"A", kId}}));
  EXPECT_EQ(routed.compiled.brief(),
            "A.json:1:1: error: A and B can't be told apart: a payload that has /id can be either\n"
            "B.json:1:1: note: B is declared here\n"
            "A.json:1:1: note: both accept {\"id\":\"a\"}\n"
            "A.json:1:1: note: give one of them a constant that the other does not have, an "
            "\"x-eventc\" discriminator, or a higher \"x-eventc\" priority\n");
}

TEST(PlanRoute, ReportsEveryPair) {
  EXPECT_EQ(route(schemas({{"C", kId}, {"A", kId}, {"B", kId}})).compiled.diagnostics.error_count(),
            3U);
}

TEST(PlanRoute, LetsAPriorityDecide) {
  EXPECT_EQ(route_and_show({
                {"A", kId},
                {"B", std::string(kId) + R"(, "x-eventc": {"priority": 1})"},
            }),
            "B: /id string\n"
            "A: /id string\n");
}

TEST(PlanRoute, PutsTheMoreSpecificBeforeTheHigherPriority) {
  EXPECT_EQ(route_and_show({
                {"A", std::string(kId) + R"(, "x-eventc": {"priority": 1})"},
                {"B", kIdAndMore},
            }),
            "B: /id string, /more string\n"
            "A: /id string waits for /more\n");
}

TEST(PlanRoute, ReportsACircle) {
  const auto event = [](const std::string& has, const std::string& may_have) {
    return R"("required": [")" + has + R"("], "properties": {")" + has +
           R"(": {"type": "string"}, ")" + may_have + R"(": {"type": "string"}})";
  };
  EXPECT_EQ(
      report({{"A", event("a", "b")}, {"B", event("b", "c")}, {"C", event("c", "a")}}),
      "A.json:1:1: error: A and B can't be told apart: each goes before another, and the last "
      "before the first\n"
      "B.json:1:1: note: B is declared here\n"
      "A.json:1:1: note: give one of them a constant that the other does not have, an \"x-eventc\" "
      "discriminator, or a higher \"x-eventc\" priority\n");
}

TEST(PlanRoute, DoesNotDependOnTheOrderOfTheFiles) {
  Schemas given = catalog();
  given.given.emplace_back("general.json",
                           R"({"title": "General", "type": "object", "required": ["orderId"],
      "properties": {"orderId": {"type": "string"}}})");
  const std::string expected = show(route(given));
  std::sort(given.given.begin(), given.given.end());
  do {
    EXPECT_EQ(show(route(given)), expected);
    std::rotate(given.given.begin(), given.given.begin() + 1, given.given.end());
  } while (!std::is_sorted(given.given.begin(), given.given.end()));
}

// ---- Filing

std::string filing(const std::vector<std::pair<std::string, std::string>>& members) {
  return show_filing(route(schemas(members)));
}

TEST(PlanRoute, FilesUnderTheValueThatTheFewestShare) {
  EXPECT_EQ(filing({
                {"A", R"("required": ["type", "version"],
                   "properties": {"type": {"const": "A"}, "version": {"const": 1}})"},
                {"B", R"("required": ["type", "version"],
                   "properties": {"type": {"const": "B"}, "version": {"const": 1}})"},
                {"C", R"("required": ["type"], "properties": {"type": {"enum": ["C", "D"]}})"},
            }),
            "/type \"A\" -> A\n"
            "/type \"B\" -> B\n"
            "/type \"C\" -> C\n"
            "/type \"D\" -> C\n");
}

TEST(PlanRoute, TestsWhatNoValueTells) {
  EXPECT_EQ(filing({
                {"A", R"("required": ["id", "a"], "properties": {"a": {"type": "object"}})"},
                {"B", R"("required": ["id", "arn"],
                   "properties": {"arn": {"type": "string", "pattern": "^arn:b"}})"},
                {"C", R"("required": ["id", "arn"],
                   "properties": {"arn": {"type": "string", "pattern": "^arn:c"}})"},
            }),
            "/a object ? -> A\n"
            "/arn string~^arn:b ? -> B\n"
            "/arn string~^arn:c ? -> C\n");
}

// ---- What is said

TEST(PlanRoute, SaysWhichEventTakesPayloadsOfAnother) {
  const char* const general = R"("required": ["id"], "properties": {"id": {"type": "string"}})";
  const std::string special =
      R"("required": ["id", "kind"], "properties": {"id": {"type": "string"}, "kind": {"const": 1}})";
  EXPECT_EQ(
      report({{"General", general}, {"Special", special}}),
      "Special.json:1:1: note: Special goes before General: a payload that fits both is routed to "
      "Special (see /kind)\n"
      "Special.json:1:1: note: a higher \"x-eventc\" priority of Special says that this is "
      "meant\n");
  EXPECT_EQ(
      report({{"General", general}, {"Special", special + R"(, "x-eventc": {"priority": 1})"}}),
      "");
}

// Beside its mark, that /id is a string is none of the facts of the special one.
TEST(PlanRoute, PutsASpecialCaseFirstByAllThatItRequires) {
  EXPECT_EQ(route_and_show({
                {"General", R"("required": ["id"], "properties": {"id": {"type": "string"},
             "kind": {"type": "string"}})"},
                {"Special", R"("required": ["id", "kind"], "properties": {"id": {"type": "string"},
             "kind": {"const": "s"}})"},
            }),
            "Special: /id any, /kind \"s\"\n"
            "General: /id string waits for /kind\n");
}

TEST(PlanRoute, WarnsOfAnEventThatNothingIsRoutedTo) {
  EXPECT_EQ(
      report({
          {"A", std::string(kId) + R"(, "x-eventc": {"priority": 1})"},
          {"B", kId},
      }),
      "B.json:1:1: warning: no payload is routed to B: what fits it fits A as well, which goes "
      "before\n"
      "A.json:1:1: note: A is declared here\n");
}

TEST(PlanRoute, SaysWhichFactsWereNeededForAPair) {
  const auto event = [](const std::string& size_type) {
    return R"("required": ["kind", "size"], "properties": {"kind": {"const": 1}, "size": {"type": ")" +
           size_type + "\"}}";
  };
  EXPECT_EQ(
      report({{"A", event("string")}, {"B", event("array")}}),
      "A.json:1:1: note: A and B are told apart by /size alone: a payload without it is neither\n"
      "B.json:1:1: note: B is declared here\n");
}

// ---- Discriminators

TEST(PlanRoute, TakesTheDiscriminatorsOfASchema) {
  EXPECT_EQ(route_and_show({
                {"A", R"("required": ["id"], "properties": {"id": {"type": "string"},
                   "kind": {"const": "a"}}, "x-eventc": {"discriminator": "/kind"})"},
                {"B", R"("required": ["id"], "properties": {"id": {"type": "string"},
                   "kind": {"const": "b"}, "list": {"type": "array", "items": {"const": 1}}},
                   "x-eventc": {"discriminator": ["/kind", "/list/0"]})"},
            }),
            "B: /kind \"b\", /list/0 1\n"
            "A: /kind \"a\"\n");
}

TEST(PlanRoute, RefusesADiscriminatorThatNothingIsDeclaredFor) {
  EXPECT_EQ(report({{"A", R"("required": ["id"], "properties": {"id": {"type": "string"}},
                       "x-eventc": {"discriminator": "/properties/id"})"}}),
            "A.json:2:54: error: \"discriminator\": A declares nothing at \"/properties/id\" "
            "[/x-eventc/discriminator]\n"
            "A.json:2:54: note: a discriminator is a JSON Pointer into payloads, not into the "
            "schema [/x-eventc/discriminator]\n");
}

TEST(PlanRoute, KeepsChildrenOfALocationTogether) {
  const RoutePlan plan = route(catalog()).plan;
  ASSERT_FALSE(plan.locations.empty());
  for (std::size_t i = 1; i < plan.locations.size(); ++i) {
    const RouteLocation& here = plan.locations[i];
    EXPECT_LT(here.parent, i);
    EXPECT_TRUE(plan.locations[here.parent].inner);
    if (i == 1 || plan.locations[i - 1].parent != here.parent) continue;
    EXPECT_LT(std::pair(plan.locations[i - 1].first_item, plan.locations[i - 1].member),
              std::pair(here.first_item, here.member));
  }
}

}  // namespace
}  // namespace eventc::compiler
