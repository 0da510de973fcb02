// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/document.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "eventc/event.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using sample::kParcel;
using sample::Parcel;

Error error_of(std::string_view text, const Options& options = {}) {
  const test::Exact exact(text);
  const auto parcel = parse<Parcel>(exact.view(), options);
  EXPECT_FALSE(parcel);
  return parcel ? Error() : parcel.error();
}

TEST(Parse, FillsEveryMember) {
  const auto parcel = parse<Parcel>(kParcel);
  ASSERT_TRUE(parcel) << parcel.error().to_string();
  Parcel expected;
  expected.id = "p-17";
  expected.weight = 2500;
  expected.serial = 18446744073709551615U;
  expected.price = 19.99;
  expected.carrier = sample::Carrier::Air;
  expected.speed = OpenEnum<sample::Speed>(std::string("warp"));
  expected.note = "h\xC3\xA9 \xF0\x9F\x98\x80";
  expected.gift.set_null();
  expected.stops = {{"Oslo", 7}, {"Bergen", {}}};
  expected.item = sample::Item{"a", {{"b", {}, {}}}, Box<sample::Item>({"c", {}, {}})};
  expected.position = {10.5, -60, "quay"};
  expected.labels = {{"a", "1"}, {"b", "2"}};
  expected.counts = {{"n-x", 3}};
  expected.payment = sample::Card{"4711"};
  expected.reference = 15;
  expected.any = sample::ByWidth{4};
  expected.one = sample::ByLabel{"m"};
  expected.size = {10, 20, 0};
  expected.details = {"abc", {{"a", Json("1.0")}, {"z", Json(R"([1,{"y":null}])")}}};
  expected.seal = Bytes(std::string("\0\xFF", 2));
  expected.inner = {"Ulm", 1};
  expected.history = {1, -2};
  expected.extra = Json(R"({"k":[1e2,"v"]})");
  expected.quoted = "hi";
  expected.umlaut = false;
  EXPECT_EQ(*parcel, expected);
}

TEST(Parse, KeepsNothingOfTheText) {
  auto text = std::make_unique<std::string>(kParcel);
  const auto parcel = parse<Parcel>(*text);
  text->assign(text->size(), 'x');
  text.reset();
  ASSERT_TRUE(parcel);
  EXPECT_EQ(*parcel, *parse<Parcel>(kParcel));
}

TEST(Parse, TellsTheFirstViolation) {
  EXPECT_EQ(
      error_of(R"({"weight":0,"id":7,"type":"parcel","stops":[{"city":"a"}],"say \"hi\"":""})"),
      (Error{.kind = ErrorKind::Invalid,
             .message = "expected more than 0, found 0",
             .instance_location = "/weight",
             .keyword_location = {"/properties/weight/exclusiveMinimum", "parcel.json#", 35},
             .offset = 10,
             .column = 11}));
}

TEST(Parse, TellsThatATextIsNotJsonBeforeAnyViolation) {
  EXPECT_EQ(error_of("{\"weight\":0,\n\"id\":.}"), (Error{.kind = ErrorKind::NotJson,
                                                          .message = "expected a value",
                                                          .instance_location = "/id",
                                                          .offset = 18,
                                                          .line = 2,
                                                          .column = 6}));
  EXPECT_EQ(error_of(R"({"weight":0,"labels":{"a":"","a":""}})").message,
            "a member is given twice");
}

TEST(Parse, ShowsThePlaceInThePayload) {
  const std::string_view text =
      "{\n  \"weight\": 1,\n  \"stops\": [ {\"city\":\"a\", \"dock\": 1200} ]\n}";
  EXPECT_EQ(validate<Parcel>(text).errors()[1].to_string(text, "parcel-7.json"),
            "parcel-7.json:1:1: a member is missing: \"id\"\n"
            "      {\n"
            "      ^\n"
            "    parcel.json#/required\n");
  EXPECT_EQ(validate<Parcel>(text).errors()[3].to_string(text, "parcel-7.json"),
            "parcel-7.json:3:35: /stops/0/dock: expected at most 99, found 1200\n"
            "        \"stops\": [ {\"city\":\"a\", \"dock\": 1200} ]\n"
            "                                        ^\n"
            "    parcel.json#/$defs/Stop/properties/dock/maximum\n");
}

TEST(MaxSize, IsCountedInBytes) {
  EXPECT_TRUE(parse<Parcel>(kParcel, {.max_size = kParcel.size()}));
  const std::string expected =
      "the text has " + std::to_string(kParcel.size()) + " bytes, and the limit is 5";
  const Error too_large{.kind = ErrorKind::Limit, .message = expected};
  EXPECT_EQ(error_of(kParcel, {.max_size = 5}), too_large);
  const Report report = validate<Parcel>(kParcel, {.max_size = 5});
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0], too_large);
  EXPECT_EQ(error_of(kParcel, {.max_size = kParcel.size() - 1}).kind, ErrorKind::Limit);
  EXPECT_EQ(error_of("", {.max_size = 0}).kind, ErrorKind::NotJson);
}

TEST(MaxDepth, CountsWhatIsSkippedToo) {
  constexpr std::string_view kText = R"({"later":[[[]]]})";
  EXPECT_EQ(error_of(kText, {.max_depth = 4}).kind, ErrorKind::Invalid);  // members are missing
  EXPECT_EQ(error_of(kText, {.max_depth = 3}), (Error{.kind = ErrorKind::Limit,
                                                      .message = "nested deeper than the limit",
                                                      .instance_location = "/later/0/0",
                                                      .offset = 11,
                                                      .column = 12}));
  EXPECT_EQ(validate<Parcel>(kText, {.max_depth = 3}).to_string(),
            "/later/0/0 (1:12): nested deeper than the limit\n");
}

TEST(MaxDepth, HoldsForEveryDepthOfARichPayload) {
  for (std::size_t depth = 0; depth <= 8; ++depth) {
    const auto parcel = parse<Parcel>(kParcel, {.max_depth = depth});
    EXPECT_EQ(parcel.has_value(), depth >= 5) << depth;
    EXPECT_EQ(validate<Parcel>(kParcel, {.max_depth = depth}).ok(), depth >= 5) << depth;
    if (!parcel) {
      EXPECT_EQ(parcel.error().kind, ErrorKind::Limit);
    }
  }
}

TEST(Refusal, TellsOfAFailureThatTheSchemaDoesNotShow) {
  const std::string_view text = R"({"id": "p-1"})";
  Reader failed(text, 8);
  failed.fail(Failure::Refused, text.data() + 7, {});
  Refusal refusal(failed, text, {&schema::any, "any.json#"}, Options(), Headways());
  EXPECT_FALSE(refusal.is_of_a_guess());
  EXPECT_EQ(refusal.error(failed), (Error{.kind = ErrorKind::Invalid,
                                          .message = "the value was refused",
                                          .instance_location = "/id",
                                          .offset = 7,
                                          .column = 8}));
}

TEST(Document, NeedsNoPaddingAndMayBeEmpty) {
  EXPECT_EQ(error_of(""), (Error{.message = "the text ends where a value is expected"}));
  EXPECT_EQ(error_of({}), (Error{.message = "the text ends where a value is expected"}));
}

}  // namespace
}  // namespace eventc
