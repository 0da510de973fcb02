// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/codec_content.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/base64.hpp"
#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using sample::Stop;
using schema::Child;
using schema::Encoding;
using schema::kArray;
using schema::kNull;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using test::outcome;
using test::violations;

constexpr Schema kText{.types = kString,
                       .content_schema = {&sample::schema::stop, "stop.json#"},
                       .content_assertion = true};
constexpr Schema kEncoded{.types = kString,
                          .content_encoding = Encoding::Base64,
                          .content_schema = &sample::schema::stop,
                          .content_assertion = true};
constexpr Property kInnerProperties[] = {
    {"before", &schema::any}, {"text", &kText}, {"encoded", &kEncoded}};
constexpr Schema kOuter{.types = kObject, .properties = kInnerProperties};

struct Outer {
  std::optional<Stop> text;
  std::optional<Stop> encoded;
  bool operator==(const Outer&) const = default;
};
const char* read(Reader& in, const char* at, Outer& out) {
  ObjectReader<&kOuter> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 1:
        object.read<1>(out.text);
        break;
      case 2:
        object.read<2>(out.encoded);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Outer& value) {
  ObjectWriter<&kOuter> object(out);
  object.write<1>(value.text);
  object.write<2>(value.encoded);
  object.end();
}
std::string outer(std::string_view text) { return outcome<&kOuter, Outer>(text); }

std::string in_base64(std::string_view content) {
  std::string text = "\"";
  append_base64(content, text);
  return text + "\"";
}

TEST(Content, IsReadAndWrittenInsideOfItsString) {
  EXPECT_EQ(outer(R"({"text":" {\"dock\":\u0031, \"city\":\"\\u00e4\"} "})"),
            "{\"text\":\"{\\\"city\\\":\\\"\xC3\xA4\\\",\\\"dock\\\":1}\"}");
  EXPECT_EQ(outer("{\"encoded\":" + in_base64("{\"city\": \"\xC3\xA4\"}\n") + "}"),
            "{\"encoded\":" + in_base64("{\"city\":\"\xC3\xA4\"}") + "}");
}

TEST(Content, PutsItsErrorsBelowTheMemberAndAtItsString) {
  EXPECT_EQ(outer(R"({"before":[],"text":"{\"city\":\"\",\"dock\":1}"})"),
            "/text/city (1:21): expected at least 1 character, found 0 "
            "[stop.json#/properties/city/minLength]");
  EXPECT_EQ(outer("{\"encoded\":  " + in_base64(R"({"city":"a","dock":100})") + "}"),
            "/encoded/dock (1:14): expected at most 99, found 100 "
            "[s.json#/properties/encoded/contentSchema/properties/dock/maximum]");
  EXPECT_EQ(outer(R"({"text":"{\"city\":\"a\",\"x\":1}"})"),
            "/text/x (1:9): this member is not declared, and no others are allowed "
            "[stop.json#/additionalProperties]");
  EXPECT_EQ(outer(R"({"text":"[]"})"),
            "/text (1:9): expected an object, found an array [stop.json#/type]");
  const auto result =
      parse_document<&kOuter, Outer>(R"({"text":"{\"city\":\"\"}"})", {&kOuter, "s.json#"}, {});
  EXPECT_EQ(result.error().keyword_location.path(),
            "/properties/text/contentSchema/$ref/properties/city/minLength");
  EXPECT_EQ(result.error().offset, 8U);
}

TEST(Content, IsInvalidWhereItIsNoJson) {
  EXPECT_EQ(outer(R"({"text":"{\"city\":}"})"),
            "/text (1:9): expected JSON in the text: expected a value "
            "[s.json#/properties/text/contentMediaType]");
  EXPECT_EQ(outer(R"({"text":""})"),
            "/text (1:9): expected JSON in the text: the text ends where a value is expected "
            "[s.json#/properties/text/contentMediaType]");
  EXPECT_EQ(outer(R"({"text":"{\"city\":\"a\"} {}"})"),
            "/text (1:9): expected JSON in the text: expected nothing behind the document "
            "[s.json#/properties/text/contentMediaType]");
  EXPECT_EQ(outer(R"({"text":"{\"city\":\"a\",\"city\":\"b\"}"})"),
            "/text (1:9): expected JSON in the text: a member is given twice "
            "[s.json#/properties/text/contentMediaType]");
  EXPECT_EQ(outer("{\"encoded\":" + in_base64("{\"city\":\"\xFF\"}") + "}"),
            "/encoded (1:12): expected JSON in the text: a string is not UTF-8 "
            "[s.json#/properties/encoded/contentMediaType]");
  EXPECT_EQ(outer(R"({"encoded":"{}"})"),
            "/encoded (1:12): expected base64 (RFC 4648, padded) "
            "[s.json#/properties/encoded/contentEncoding]");
  EXPECT_EQ(outer(R"({"text":{"city":"a"}})"),
            "/text (1:9): expected a string, found an object [s.json#/properties/text/type]");
}

TEST(Content, IsNotJsonWhereThePayloadAroundItIsNot) {
  const auto result =
      parse_document<&kOuter, Outer>(R"({"text":"{}", "before":tru})", {&kOuter, "s.json#"}, {});
  EXPECT_EQ(result.error().kind, ErrorKind::NotJson);
  EXPECT_EQ(result.error().to_string(), "/before (1:24): expected a value");
}

TEST(Content, ReportsAllThatIsWrongInIt) {
  EXPECT_EQ(
      violations<&kOuter>(R"({"text":"{\"x\":1,\"dock\":0}","encoded":1})"),
      "/text/x (1:9): this member is not declared, and no others are allowed "
      "[stop.json#/additionalProperties]\n"
      "/text/dock (1:9): expected at least 1, found 0 [stop.json#/properties/dock/minimum]\n"
      "/text (1:9): a member is missing: \"city\" [stop.json#/required]\n"
      "/encoded (1:42): expected a string, found a number [s.json#/properties/encoded/type]\n");
}

constexpr Schema kIntegers{.types = kArray, .items = &schema::integer};
constexpr Schema kShortIntegers{
    .types = kString, .max_length = 8, .content_schema = &kIntegers, .content_assertion = true};
constexpr Schema kAtMost6{.max_length = 6};
constexpr Child kAlso[] = {&kAtMost6};
constexpr Schema kCheckedIntegers{
    .types = kString, .content_schema = &kIntegers, .content_assertion = true, .all_of = kAlso};
constexpr Schema kIntegersOrNull{
    .types = kString | kNull, .content_schema = &kIntegers, .content_assertion = true};
using Integers = std::vector<std::int64_t>;

TEST(Content, IsCheckedAsTheTextThatItIs) {
  const auto integers = [](std::string_view text) {
    return outcome<&kShortIntegers, Integers>(text);
  };
  EXPECT_EQ(integers(R"("[1,\u00202]")"), R"("[1,2]")");
  EXPECT_EQ(integers(R"("[1,2,3,4]")"),
            "(1:1): expected at most 8 characters, found 9 [s.json#/maxLength]");
  const auto checked = [](std::string_view text) {
    return outcome<&kCheckedIntegers, Integers>(text);
  };
  EXPECT_EQ(checked(R"("[1,2 ]")"), R"("[1,2]")");
  EXPECT_EQ(checked(R"("[1,2  ]")"),
            "(1:1): expected at most 6 characters, found 7 [s.json#/allOf/0/maxLength]");
}

TEST(Content, MayBeMissingOrOfAnyType) {
  const auto optional = [](std::string_view text) {
    return outcome<&kIntegersOrNull, std::optional<Integers>>(text);
  };
  EXPECT_EQ(optional("null"), "null");
  EXPECT_EQ(optional(R"("[ ]")"), R"("[]")");
  EXPECT_EQ(optional(R"("null")"),
            "(1:1): expected an array, found null [s.json#/contentSchema/type]");
  const auto nullable = [](std::string_view text) {
    return outcome<&kIntegersOrNull, Nullable<Integers>>(text);
  };
  EXPECT_EQ(nullable("null"), "null");
  EXPECT_EQ(nullable(R"("[7]")"), R"("[7]")");
}

TEST(Content, MayNotBeRepresentable) {
  const auto result =
      parse_document<&kShortIntegers, Integers>(R"(  "[1e99]")", {&kShortIntegers, "s.json#"}, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), (Error{.kind = ErrorKind::NotRepresentable,
                                   .message = "an integer does not fit into 64 bits",
                                   .offset = 2,
                                   .column = 3}));
}

constexpr Schema kInnermost{
    .types = kString, .content_schema = &kIntegers, .content_assertion = true};
constexpr Schema kInTheMiddle{.types = kArray, .items = &kInnermost};
constexpr Schema kTwice{
    .types = kString, .content_schema = &kInTheMiddle, .content_assertion = true};

TEST(Content, MayHoldContentItself) {
  const auto twice = [](std::string_view text) {
    return outcome<&kTwice, std::vector<Integers>>(text);
  };
  EXPECT_EQ(twice(R"("[\"[1]\",\"[]\"]")"), R"("[\"[1]\",\"[]\"]")");
  EXPECT_EQ(twice(R"("[\"[1]\",\"[true]\"]")"),
            "/1/0 (1:1): expected an integer, found a boolean "
            "[s.json#/contentSchema/items/contentSchema/items/type]");
}

TEST(Content, CountsAsNestedInTheTextAroundIt) {
  const auto read = [](std::string_view text, std::size_t depth) {
    const auto result = parse_document<&kTwice, std::vector<Integers>>(text, {&kTwice, "s.json#"},
                                                                       {.max_depth = depth});
    const Report found = report(text, {&kTwice, "s.json#"}, {.max_depth = depth});
    EXPECT_EQ(found.ok(), result.has_value());
    return result ? "ok" : result.error().to_string();
  };
  EXPECT_EQ(read(R"("[\"[1]\"]")", 2), "ok");
  EXPECT_EQ(read(R"("[\"[1]\"]")", 1), "(1:1): nested deeper than the limit");
}

}  // namespace
}  // namespace eventc
