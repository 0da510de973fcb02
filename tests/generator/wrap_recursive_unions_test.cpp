// SPDX-License-Identifier: Apache-2.0
#include "wrap_recursive_unions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The model of one library of definitions, unions that contain themselves wrapped.
std::string wrapped(const std::string& definitions) {
  Compiled compiled = run_model(schema(R"({"$defs": )" + definitions + "}"));
  EXPECT_EQ(compiled.printed(), "");
  wrap_recursive_unions(compiled.model);
  return show(compiled);
}

TEST(WrapRecursiveUnions, WrapsAUnionThatAStructBringsBack) {
  EXPECT_EQ(wrapped(R"({"Value": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/List"}]},
                        "List": {"type": "object", "required": ["items"], "properties": {
                          "items": {"type": "array", "items": {"$ref": "#/$defs/Value"}}}}})"),
            "a.json: library\n"
            "struct List: items [Value]\n"
            "wrapper Value = string | List\n");
}

TEST(WrapRecursiveUnions, WrapsAListOfTypesAsWell) {
  EXPECT_EQ(wrapped(R"({"Value": {"type": ["string", "object"], "required": ["items"],
                          "properties": {"items": {"type": "object",
                            "additionalProperties": {"$ref": "#/$defs/Value"}}}}})"),
            "a.json: library\n"
            "struct Value object: items {string: Value}\n"
            "wrapper Value = string | Value object\n");
}

TEST(WrapRecursiveUnions, LeavesOtherUnionsAlone) {
  EXPECT_EQ(wrapped(R"({"Value": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/Node"}]},
                        "Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}})"),
            "a.json: library\n"
            "struct Node: next Node?\n"
            "alias Value = string | Node\n");
}

TEST(WrapRecursiveUnions, LeavesAWrapperAlone) {
  EXPECT_EQ(wrapped(R"({"Value": {"oneOf": [{"type": "string"},
                          {"type": "array", "items": {"$ref": "#/$defs/Value"}}]}})"),
            "a.json: library\n"
            "wrapper Value = Value value\n"
            "alias Value value = string | [Value]\n");
}

}  // namespace
}  // namespace eventc::compiler::testing
