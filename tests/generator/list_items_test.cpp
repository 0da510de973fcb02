// SPDX-License-Identifier: Apache-2.0
#include "view/list_items.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_model;

/// The best names of the items.
std::set<std::string> found(const std::string& schema) {
  const Compiled compiled = run_model(testing::schema(schema));
  EXPECT_EQ(compiled.brief(), "");
  std::set<std::string> names;
  for (const TypeId id : find_list_items(compiled.model))
    names.insert(compiled.model.types[id].name_candidates.front());
  return names;
}

using Names = std::set<std::string>;

TEST(FindListItems, FindsTheStructsOfLists) {
  EXPECT_EQ(found(R"({"type": "object", "properties": {
    "lines": {"type": "array", "items": {"title": "Line", "type": "object", "properties": {"a": {"type": "string"}}}},
    "head": {"title": "Head", "type": "object", "properties": {"a": {"type": "string"}}},
    "names": {"type": "array", "items": {"type": "string"}}}})"),
            Names{"Line"});
}

TEST(FindListItems, FindsWhatIsInsideOfItemsByValue) {
  EXPECT_EQ(found(R"({"type": "array", "items": {
    "title": "Line", "type": "object", "required": ["price", "tax"], "properties": {
      "price": {"title": "Price", "type": "object", "properties": {"a": {"type": "string"}}},
      "tax": {"title": "Tax", "type": ["object", "null"], "properties": {"a": {"type": "string"}}}}}})"),
            (Names{"Line", "Price"}))
      << "a member that may be null is none by value";
}

TEST(FindListItems, EndsWhereATypeContainsItself) {
  EXPECT_EQ(found(R"({"title": "Node", "type": "object", "properties": {
    "children": {"type": "array", "items": {"$ref": "#"}}}})"),
            Names{"Node"});
}

}  // namespace
}  // namespace eventc::compiler
