// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "eventc/error.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::Identifier;
using schema::kObject;
using schema::Property;
using schema::Schema;

constexpr Schema kName{.types = schema::kString, .min_length = 1};
constexpr Property kProperties[] = {{"name", {&kName, "order.json#/$defs/part/$defs/Name"}, true},
                                    {"a/b", &schema::integer}};
constexpr Schema kOrder{.types = kObject, .properties = kProperties};
constexpr Identifier kIdentifiers[] = {
    {"order.json#", "https://example.com/order"},
    {"order.json#/$defs/part", "https://example.com/part"},
};

TEST(BasicOutput, OfAValidPayloadIsAWord) {
  EXPECT_EQ(to_basic_output(report(R"({"name":"a"})", {&kOrder, "order.json#"}, {})),
            R"({"valid":true})");
}

TEST(BasicOutput, NamesEachViolationInThePayloadsOrder) {
  EXPECT_EQ(to_basic_output(report(R"({"a/b":"x","name":""})", {&kOrder, "order.json#"}, {})),
            R"({"valid":false,"errors":[)"
            R"({"valid":false,"keywordLocation":"/properties/a~1b/type",)"
            R"("absoluteKeywordLocation":"order.json#/properties/a~1b/type",)"
            R"("instanceLocation":"/a~1b","error":"expected an integer, found a string"},)"
            R"({"valid":false,"keywordLocation":"/properties/name/$ref/minLength",)"
            R"("absoluteKeywordLocation":"order.json#/$defs/part/$defs/Name/minLength",)"
            R"("instanceLocation":"/name","error":"expected at least 1 character, found 0"}]})");
}

TEST(BasicOutput, NamesKeywordsByTheUrisOfTheirSchemas) {
  const schema::Root root{&kOrder, "order.json#", kIdentifiers};
  EXPECT_EQ(to_basic_output(report(R"({"name":1})", root, {})),
            R"({"valid":false,"errors":[)"
            R"({"valid":false,"keywordLocation":"/properties/name/$ref/type",)"
            R"("absoluteKeywordLocation":"https://example.com/part#/$defs/Name/type",)"
            R"("instanceLocation":"/name","error":"expected a string, found a number"}]})");
  EXPECT_EQ(to_basic_output(report("{}", root, {})),
            R"({"valid":false,"errors":[{"valid":false,"keywordLocation":"/required",)"
            R"("absoluteKeywordLocation":"https://example.com/order#/required",)"
            R"("instanceLocation":"","error":"a member is missing: \"name\""}]})");
}

TEST(BasicOutput, OfTextThatIsNotJsonNamesNoKeyword) {
  EXPECT_EQ(to_basic_output(report(R"({"name":)", {&kOrder, "order.json#"}, {})),
            R"({"valid":false,"errors":[{"valid":false,"keywordLocation":"",)"
            R"("instanceLocation":"/name",)"
            R"("error":"the text ends where a value is expected"}]})");
}

TEST(BasicOutput, EscapesWhatItQuotes) {
  const std::string text = to_basic_output(
      report("{\"name\":\"a\",\"\\u0001\\\"\":1,\"a/b\":\"\"}", {&kOrder, "order.json#"}, {}));
  EXPECT_EQ(text,
            R"({"valid":false,"errors":[{"valid":false,"keywordLocation":"/properties/a~1b/type",)"
            R"("absoluteKeywordLocation":"order.json#/properties/a~1b/type",)"
            R"("instanceLocation":"/a~1b","error":"expected an integer, found a string"}]})");
  static constexpr Schema kClosed{.types = kObject, .additional_properties = &schema::nothing};
  EXPECT_EQ(to_basic_output(report("{\"\\u0001\\\"\":1}", {&kClosed, "c.json#"}, {})),
            R"({"valid":false,"errors":[{"valid":false,"keywordLocation":"/additionalProperties",)"
            R"("absoluteKeywordLocation":"c.json#/additionalProperties",)"
            R"("instanceLocation":"/\u0001\"",)"
            R"("error":"this member is not declared, and no others are allowed"}]})");
}

}  // namespace
}  // namespace eventc
