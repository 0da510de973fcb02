// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/event.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using sample::kParcel;
using sample::Parcel;

Report report_of(std::string_view text, const Options& options = {}) {
  const test::Exact exact(text);
  return validate<Parcel>(exact.view(), options);
}

/// The payload with one part of it replaced.
std::string with(std::string_view old_part, std::string_view new_part) {
  std::string text(kParcel);
  const std::size_t at = text.find(old_part);
  EXPECT_NE(at, std::string::npos) << old_part;
  return text.replace(at, old_part.size(), new_part);
}

constexpr std::string_view kSeveral = R"({
  "say \"hi\"": 7,
  "stops": [
    {"city": "Ærøskøbing", "dock": 0, "bay": 1},
    {"dock": 100},
    []
  ],
  "weight": "1",
  "gift": 0, "type": "letter"
})";

TEST(Report, TellsEveryViolationInThePayloadsOrder) {
  EXPECT_EQ(
      report_of(kSeveral).to_string(),
      "(1:1): a member is missing: \"id\" [parcel.json#/required]\n"
      "/say \"hi\" (2:17): expected a string, found a number [parcel.json#/properties/say "
      "\"hi\"/type]\n"
      "/stops (3:12): expected at most 2 items, found 3 [parcel.json#/properties/stops/maxItems]\n"
      "/stops/0/city (4:14): expected at most 8 characters, found 10 "
      "[parcel.json#/$defs/Stop/properties/city/maxLength]\n"
      "/stops/0/dock (4:36): expected at least 1, found 0 "
      "[parcel.json#/$defs/Stop/properties/dock/minimum]\n"
      "/stops/0/bay (4:39): this member is not declared, and no others are allowed "
      "[parcel.json#/$defs/Stop/additionalProperties]\n"
      "/stops/1 (5:5): a member is missing: \"city\" [parcel.json#/$defs/Stop/required]\n"
      "/stops/1/dock (5:14): expected at most 99, found 100 "
      "[parcel.json#/$defs/Stop/properties/dock/maximum]\n"
      "/stops/2 (6:5): expected an object, found an array [parcel.json#/$defs/Stop/type]\n"
      "/weight (8:13): expected an integer, found a string [parcel.json#/properties/weight/type]\n"
      "/gift (9:11): expected true or false or null, found a number "
      "[parcel.json#/properties/gift/type]\n"
      "/type (9:22): expected \"parcel\", found \"letter\" [parcel.json#/properties/type/const]\n");
}

TEST(Report, HoldsWholeErrors) {
  const Report report = report_of(kSeveral);
  ASSERT_EQ(report.errors().size(), 12U);
  EXPECT_TRUE(report.complete());
  EXPECT_EQ(report.errors()[3],
            (Error{.kind = ErrorKind::Invalid,
                   .message = "expected at most 8 characters, found 10",
                   .instance_location = "/stops/0/city",
                   .keyword_location = {"/properties/stops/items/$ref/properties/city/maxLength",
                                        "parcel.json#/$defs/Stop",
                                        std::string_view("/properties/city/maxLength").size()},
                   .offset = kSeveral.find("\"\xC3\x86r"),
                   .line = 4,
                   .column = 14}));
}

TEST(Report, EndsWhereTheTextIsNotJson) {
  std::string text(kSeveral);
  text.replace(text.find("[]"), 2, "[,]");
  EXPECT_EQ(report_of(text).to_string(),
            "/say \"hi\" (2:17): expected a string, found a number [parcel.json#/properties/say "
            "\"hi\"/type]\n"
            "/stops/0/city (4:14): expected at most 8 characters, found 10 "
            "[parcel.json#/$defs/Stop/properties/city/maxLength]\n"
            "/stops/0/dock (4:36): expected at least 1, found 0 "
            "[parcel.json#/$defs/Stop/properties/dock/minimum]\n"
            "/stops/0/bay (4:39): this member is not declared, and no others are allowed "
            "[parcel.json#/$defs/Stop/additionalProperties]\n"
            "/stops/1 (5:5): a member is missing: \"city\" [parcel.json#/$defs/Stop/required]\n"
            "/stops/1/dock (5:14): expected at most 99, found 100 "
            "[parcel.json#/$defs/Stop/properties/dock/maximum]\n"
            "/stops/2/0 (6:6): expected a value\n");
}

TEST(Report, CountsColumnsInCharacters) {
  const std::string text =
      with("\"extra\":{",
           "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\":0,\"umlaut\":1,\"weight\":0,\"extra\":{");
  const Report report = report_of(text);
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0].message, "a member is given twice");
  EXPECT_EQ(report.errors()[0].offset, text.rfind("\"weight\":0") + 9);
  std::size_t characters = 0;
  for (const char c : text.substr(0, report.errors()[0].offset))
    characters += (c & 0xC0) != 0x80 ? 1 : 0;
  EXPECT_EQ(report.errors()[0].column, characters + 1);
}

TEST(Report, IsTheSameWithTheMembersInAnyOrder) {
  EXPECT_EQ(
      report_of(R"({"weight":0,"type":"parcel","stops":[{"city":"a"}],"say \"hi\"":"","id":"p-1"})")
          .to_string(),
      "/weight (1:11): expected more than 0, found 0 "
      "[parcel.json#/properties/weight/exclusiveMinimum]\n");
}

TEST(Report, LetsAnIntegerPassThatOnlyItsTypeCannotHold) {
  const std::string text = with("18446744073709551615", "18446744073709551616");
  EXPECT_TRUE(report_of(text).ok());
  const auto parcel = parse<Parcel>(text);
  ASSERT_FALSE(parcel);
  EXPECT_EQ(parcel.error(), (Error{.kind = ErrorKind::NotRepresentable,
                                   .message = "an integer does not fit into 64 bits",
                                   .instance_location = "/serial",
                                   .offset = 52,
                                   .column = 53}));
}

// ---- Options

TEST(MaxErrors, LimitsAReport) {
  const Report report = report_of(kSeveral, {.max_errors = 2});
  EXPECT_EQ(report.errors().size(), 2U);
  EXPECT_FALSE(report.complete());
  EXPECT_EQ(report.to_string(),
            "/say \"hi\" (2:17): expected a string, found a number [parcel.json#/properties/say "
            "\"hi\"/type]\n"
            "/stops/0/city (4:14): expected at most 8 characters, found 10 "
            "[parcel.json#/$defs/Stop/properties/city/maxLength]\n"
            "there are more\n");
  EXPECT_TRUE(report_of(kSeveral, {.max_errors = 12}).complete());
  EXPECT_FALSE(report_of(kSeveral, {.max_errors = 11}).complete());
}

TEST(MaxErrors, OfZeroDoesNotMakeAPayloadValid) {
  const Report report = report_of(kSeveral, {.max_errors = 0});
  EXPECT_FALSE(report.ok());
  EXPECT_FALSE(report.complete());
  EXPECT_TRUE(report_of(kParcel, {.max_errors = 0}).ok());
}

TEST(MaxErrors, DoesNotChangeTheErrorOfParse) {
  const auto expected = parse<Parcel>(kSeveral);
  for (const std::size_t limit : {0U, 1U, 2U, 100U}) {
    const auto parcel = parse<Parcel>(kSeveral, {.max_errors = limit});
    EXPECT_EQ(parcel.error(), expected.error()) << limit;
  }
}

TEST(QuotePayload, LeavesValuesOutOfMessages) {
  EXPECT_EQ(report_of(kSeveral, {.quote_payload = false}).to_string(),
            "(1:1): a member is missing: \"id\" [parcel.json#/required]\n"
            "/say \"hi\" (2:17): expected a string [parcel.json#/properties/say \"hi\"/type]\n"
            "/stops (3:12): expected at most 2 items [parcel.json#/properties/stops/maxItems]\n"
            "/stops/0/city (4:14): expected at most 8 characters "
            "[parcel.json#/$defs/Stop/properties/city/maxLength]\n"
            "/stops/0/dock (4:36): expected at least 1 "
            "[parcel.json#/$defs/Stop/properties/dock/minimum]\n"
            "/stops/0/bay (4:39): this member is not declared, and no others are allowed "
            "[parcel.json#/$defs/Stop/additionalProperties]\n"
            "/stops/1 (5:5): a member is missing: \"city\" [parcel.json#/$defs/Stop/required]\n"
            "/stops/1/dock (5:14): expected at most 99 "
            "[parcel.json#/$defs/Stop/properties/dock/maximum]\n"
            "/stops/2 (6:5): expected an object [parcel.json#/$defs/Stop/type]\n"
            "/weight (8:13): expected an integer [parcel.json#/properties/weight/type]\n"
            "/gift (9:11): expected true or false or null [parcel.json#/properties/gift/type]\n"
            "/type (9:22): expected \"parcel\" [parcel.json#/properties/type/const]\n");
}

/// Every value of the payload is replaced by a secret, of each type; no message may show it.
TEST(QuotePayload, LeaksNoValue) {
  std::size_t errors = 0;
  for (const std::string_view member :
       {"type", "id",    "weight", "serial",   "price",  "carrier", "speed",   "note",
        "gift", "stops", "item",   "position", "labels", "counts",  "payment", "reference",
        "any",  "one",   "size",   "details",  "seal",   "inner",   "history"}) {
    for (const std::string_view secret :
         {R"("secret 666")", "-666.666", R"(["secret 666"])", R"({"kind":"secret 666"})",
          R"("{\"secret\": 666")", "[\"secret 666\x01\"]", R"(["secret 666")"}) {
      const std::string text = "{\"" + std::string(member) + "\":" + std::string(secret) + "}";
      const Report report = report_of(text, {.quote_payload = false});
      const auto parcel = parse<Parcel>(text, {.quote_payload = false});
      ASSERT_FALSE(parcel);
      EXPECT_EQ(parcel.error().message.find("666"), std::string::npos) << parcel.error().message;
      for (const Error& error : report.errors()) {
        EXPECT_EQ(error.message.find("666"), std::string::npos) << error.message;
        EXPECT_EQ(error.message.find("secret"), std::string::npos) << error.message;
        ++errors;
      }
    }
  }
  EXPECT_GT(errors, 300U);
}

TEST(QuotePayload, IsCutAndEscapedWhereItIsOn) {
  const std::string text =
      with("\"type\":\"parcel\"", "\"type\":\"" + std::string(50, 'x') + "\\u001b[31m\"");
  EXPECT_EQ(report_of(text).errors()[0].message,
            "expected \"parcel\", found \"" + std::string(40, 'x') + "…\"");
  EXPECT_EQ(report_of(with("\"type\":\"parcel\"", "\"type\":\"\\u001b[31m\"")).errors()[0].message,
            R"(expected "parcel", found "\x1B[31m")");
}

}  // namespace
}  // namespace eventc
