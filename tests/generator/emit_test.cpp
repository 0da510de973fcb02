// SPDX-License-Identifier: Apache-2.0
#include "emit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler.hpp"

namespace eventc::compiler {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Texts = std::map<std::string, std::string>;

const std::string kOrder = R"({"title": "Order", "type": "object", "required": ["id"],
                               "properties": {"id": {"type": "string"}, "total": {"$ref": "common/money.json"}}})";
const std::string kRefund = R"({"title": "Refund", "type": "object", "required": ["refund"],
                                "properties": {"refund": {"const": true}}})";
const std::string kMoney =
    R"({"type": "object", "required": ["amount"], "properties": {"amount": {"type": "integer"}}})";

/// Types alone, of the schemas among the files that are named.
Compilation run(const Texts& texts, const std::vector<std::string>& schemas,
                const std::optional<std::string>& templates = std::nullopt) {
  MemoryFiles files;
  for (const auto& [path, text] : texts) files.files.emplace(path, text);
  Request request;
  request.schemas = schemas;
  request.templates = templates;
  request.routes = false;
  return compile(request, files);
}

Texts texts_of(const Compilation& compilation) {
  Texts texts;
  for (const OutputFile& file : compilation.outputs) texts.emplace(file.path, file.text);
  return texts;
}

const Texts kSchemas{
    {"order.json", kOrder}, {"refund.json", kRefund}, {"common/money.json", kMoney}};

TEST(Emit, WritesThreeFilesASchema) {
  std::vector<std::string> paths;
  for (const OutputFile& file : run(kSchemas, {"refund.json", "order.json"}).outputs)
    paths.push_back(file.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"events/refund.hpp", "events/refund.schema.hpp",
                                             "events/refund.cpp", "events/order.hpp",
                                             "events/order.schema.hpp", "events/order.cpp"}));
}

TEST(Emit, EndsEachFileWithOneLineFeed) {
  for (const OutputFile& file : run(kSchemas, {"order.json"}).outputs) {
    EXPECT_TRUE(file.text.ends_with('\n') && !file.text.ends_with("\n\n")) << file.path;
    EXPECT_THAT(file.text, Not(HasSubstr(" \n"))) << file.path;
  }
}

TEST(Emit, GivesTheSameTextsInEveryRun) {
  EXPECT_EQ(texts_of(run(kSchemas, {"order.json", "refund.json"})),
            texts_of(run(kSchemas, {"order.json", "refund.json"})));
}

TEST(Emit, GivesTheSameTextsInEveryOrderOfTheSchemas) {
  const Texts schemas{
      {"order.json", kOrder}, {"refund.json", kRefund}, {"common/money.json", kMoney}};
  const Texts one = texts_of(run(schemas, {"order.json", "refund.json", "common/money.json"}));
  EXPECT_EQ(one.size(), 9U);
  EXPECT_EQ(one, texts_of(run(schemas, {"common/money.json", "refund.json", "order.json"})));
}

TEST(Emit, GivesTheSameTextsWhereverTheSchemasLie) {
  const Texts elsewhere{{"/srv/x/order.json", kOrder},
                        {"/srv/x/refund.json", kRefund},
                        {"/srv/x/common/money.json", kMoney}};
  EXPECT_EQ(texts_of(run(kSchemas, {"order.json", "refund.json"})),
            texts_of(run(elsewhere, {"/srv/x/order.json", "/srv/x/refund.json"})));
}

TEST(Emit, RemembersEveryFileThatWasRead) {
  std::vector<std::string> read;
  for (const auto& [path, text] : run(kSchemas, {"order.json"}).sources) read.push_back(path);
  EXPECT_EQ(read, (std::vector<std::string>{"common/money.json", "order.json"}));
}

TEST(Emit, WritesNothingAfterAnError) {
  const Compilation compilation =
      run({{"a.json", kOrder}, {"b.json", R"({"type": "objekt"})"}}, {"a.json", "b.json"});
  EXPECT_TRUE(compilation.diagnostics.has_errors());
  EXPECT_EQ(texts_of(compilation), Texts());
}

TEST(Emit, NamesEveryFileThatCannotBeRead) {
  const Compilation compilation = run(kSchemas, {"order.json", "gone.json", "common"});
  EXPECT_EQ(
      compilation.unreadable,
      (std::vector<std::string>{"gone.json: No such file or directory", "common: Is a directory"}));
  EXPECT_EQ(texts_of(compilation), Texts());
}

// Text of a schema that would end a comment or a literal, or go on behind one.
TEST(Emit, LetsNoTextOfASchemaOut) {
  const std::string hostile =
      R"("*/ #error out /* \" \\ ??/ \n#error out\r#error out\u2028#error out \\\n#error out")";
  const std::string schema =
      R"({"type": "object", "title": )" + hostile + R"(, "description": )" + hostile +
      R"(, "x-eventc": {"name": "Safe"}, "properties": {)" + hostile + R"(: {"enum": [)" + hostile +
      R"(], "description": )" + hostile + R"(}, "b": {"const": )" + hostile +
      R"(}, "c": {"type": "string", "default": )" + hostile + R"(, "format": )" + hostile +
      R"(, "examples": [)" + hostile + R"(]}}, "required": ["b"], "$defs": {)" + hostile +
      R"(: {"type": "array", "items": {"enum": [1, {)" + hostile + R"(: 1}]}}}})";
  const Compilation compilation = run({{"a.json", schema}}, {"a.json"});
  ASSERT_EQ(compilation.outputs.size(), 3U);
  for (const OutputFile& file : compilation.outputs) {
    EXPECT_THAT(file.text, Not(HasSubstr("\n#error"))) << file.path;
    EXPECT_THAT(file.text, Not(HasSubstr("\r"))) << file.path;
    EXPECT_THAT(file.text, Not(HasSubstr("\\\n"))) << "a comment would go on: " << file.path;
  }
}

TEST(Emit, TakesATemplateOfTheUsers) {
  Texts texts = kSchemas;
  texts.emplace("mine/header.mustache", "// mine\n");
  const Texts out = texts_of(run(texts, {"refund.json"}, "mine"));
  EXPECT_EQ(out.at("events/refund.hpp"), "// mine\n");
  EXPECT_EQ(out.at("events/refund.cpp"),
            texts_of(run(kSchemas, {"refund.json"})).at("events/refund.cpp"));
}

TEST(Emit, NamesAVariableThatATemplateInventsAndWritesNothing) {
  Texts texts = kSchemas;
  texts.emplace("mine/header.mustache", "// {{colour}}\n");
  const Compilation compilation = run(texts, {"refund.json"}, "mine");
  EXPECT_EQ(compilation.template_error,
            "template \"header\", line 1: {{colour}}: the data has no such name here");
  EXPECT_EQ(texts_of(compilation), Texts());
}

}  // namespace
}  // namespace eventc::compiler
