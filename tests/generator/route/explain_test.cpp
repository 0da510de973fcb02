// SPDX-License-Identifier: Apache-2.0
#include "route/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "generator/compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_model;
using testing::Schemas;

struct Explained {
  std::string text;
  std::string graph;
};

Explained explain(const Schemas& schemas) {
  Compiled compiled = run_model(schemas);
  const RoutePlan plan =
      plan_route(compiled.form, compiled.model, compiled.diagnostics, ExplainPairs::Yes);
  EXPECT_FALSE(compiled.diagnostics.has_errors()) << compiled.brief();
  TypeNames names;
  for (const Type& type : compiled.model.types)
    names.push_back(type.name_candidates.empty() ? "" : type.name_candidates.front());
  return {explain_routes(plan, names), draw_routes(plan, names)};
}

const Schemas& shop() {
  static const Schemas kShop{.given = {
                                 {"order.json", R"({"title": "Order", "type": "object",
    "required": ["type", "lines"], "properties": {"type": {"enum": ["ORDER", "SALE"]},
    "lines": {"type": "array"}}})"},
                                 {"refund.json", R"({"title": "Refund", "type": "object",
    "required": ["type"], "properties": {"type": {"const": "REFUND"}}})"},
                                 {"stock.json", R"({"title": "Stock", "type": "object",
    "required": ["records"], "properties": {"records": {"type": "array", "minItems": 1,
    "items": {"type": "object", "required": ["arn"],
    "properties": {"arn": {"type": "string", "pattern": "^arn:stock:"}}}}}})"},
                                 {"any.json", R"({"title": "Any", "type": "object",
    "required": ["type"], "properties": {"type": {"type": "string"}}})"},
                             }};
  return kShop;
}

TEST(ExplainRoutes, PrintsTheTreeAndEveryPair) {
  EXPECT_EQ(explain(shop()).text, R"(4 events, recognised by what stands at 3 locations

the payload
├─ records
│  └─ first item
│     └─ arn
│        └─ matches ^arn:stock: → Stock
└─ type
   ├─ is a string → Any
   ├─ "ORDER", "SALE" → Order, if /lines is there
   └─ "REFUND" → Refund

Any | Order: Order first: /lines: nothing | anything
Any | Refund: Refund first, the special case: /type: a string | "REFUND"
Any | Stock: /records/0/arn: nothing | text that matches ^arn:stock:
Order | Refund: /type: "ORDER" or "SALE" | "REFUND"
Order | Stock: /type: "ORDER" or "SALE" | nothing
Refund | Stock: /type: "REFUND" | nothing
)");
}

TEST(ExplainRoutes, DoesNotDependOnTheOrderOfTheFiles) {
  Schemas turned = shop();
  std::rotate(turned.given.begin(), turned.given.begin() + 2, turned.given.end());
  EXPECT_EQ(explain(turned).text, explain(shop()).text);
  EXPECT_EQ(explain(turned).graph, explain(shop()).graph);
}

TEST(ExplainRoutes, LetsNothingReachATerminal) {
  const std::string text = explain({.given = {{"a.json", R"({"title": "A", "type": "object",
      "required": ["a\u001b[2J"], "properties": {"a\u001b[2J": {"const": "\u001b]0;x\u0007"}}})"}}})
                               .text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
}

TEST(ExplainRoutes, SaysThatNothingIsRouted) {
  EXPECT_EQ(explain({}).text, "No event is routed.\n");
  EXPECT_EQ(explain({}).graph, "digraph routes {\n}\n");
}

TEST(DrawRoutes, IsAGraphOfGraphviz) {
  EXPECT_EQ(explain({.given = {{"refund.json", R"({"title": "Refund", "type": "object",
    "required": ["type", "at"], "properties": {"type": {"const": "a \"b\""}, "at": {}}})"}}})
                .graph,
            R"(digraph routes {
  rankdir=LR;
  node [shape=ellipse];
  n0 [shape=ellipse, label="the payload"];
  n1 [shape=ellipse, label="type"];
  n2 [shape=box, label="Refund\nif /at is there"];
  n1 -> n2 [label="\"a \\\"b\\\"\""];
  n0 -> n1;
}
)");
}

}  // namespace
}  // namespace eventc::compiler
