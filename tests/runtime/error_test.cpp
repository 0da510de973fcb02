// SPDX-License-Identifier: Apache-2.0
#include "eventc/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/locate.hpp"

namespace eventc {
namespace {

using namespace std::string_literals;

Error error_at(std::string_view payload, std::size_t offset) {
  const LineColumn place = line_column(payload, offset);
  return {.kind = ErrorKind::Invalid,
          .message = "expected at most 999, found 1200",
          .instance_location = "/lines/0/quantity",
          .keyword_location = {"/properties/lines/items/$ref/properties/quantity/maximum",
                               "order.json#/$defs/Line",
                               std::string_view("/properties/quantity/maximum").size()},
          .offset = offset,
          .line = place.line,
          .column = place.column};
}

/// The two lines that show the payload.
std::string excerpt(std::string_view payload, std::size_t offset) {
  const std::string text = error_at(payload, offset).to_string(payload, "p");
  const std::size_t begin = text.find('\n') + 1;
  return text.substr(begin, text.rfind('\n', text.size() - 2) + 1 - begin);
}

TEST(ErrorToString, IsOneLine) {
  EXPECT_EQ(error_at("{\n  1200", 4).to_string(),
            "/lines/0/quantity (2:3): expected at most 999, found 1200 "
            "[order.json#/$defs/Line/properties/quantity/maximum]");
  const Error whole{.kind = ErrorKind::Limit, .message = "the text is too large"};
  EXPECT_EQ(whole.to_string(), "(1:1): the text is too large");
}

TEST(ErrorToString, KeepsLocationsOnOneLine) {
  const Error error{.message = "m",
                    .instance_location = "/a\n\"b\"\\\x1B[31m\xC3\xA4\xFF",
                    .keyword_location = {"", "s.json#/properties/a\n\"b\"", 0}};
  EXPECT_EQ(error.to_string(),
            "/a\\x0A\"b\"\\\\x1B[31m\xC3\xA4\\xFF (1:1): m [s.json#/properties/a\\x0A\"b\"]");
}

TEST(ErrorToString, PointsIntoThePayload) {
  const std::string_view payload = "{\n  \"quantity\": 1200,\n  \"x\": 0\n}";
  EXPECT_EQ(error_at(payload, payload.find("1200")).to_string(payload, "payload.json"),
            "payload.json:2:15: /lines/0/quantity: expected at most 999, found 1200\n"
            "        \"quantity\": 1200,\n"
            "                    ^\n"
            "    order.json#/$defs/Line/properties/quantity/maximum\n");
  const Error whole{.kind = ErrorKind::NotJson, .message = "expected a value"};
  EXPECT_EQ(whole.to_string("x", "p"), "p:1:1: expected a value\n      x\n      ^\n");
}

TEST(ErrorToString, KeepsThePayloadsNameOnOneLine) {
  const Error error{.message = "m"};
  EXPECT_EQ(error.to_string("x", "a\n\x1B[2J\xE2\x80\xAE\xFF.json"),
            "a\\x0A\\x1B[2J\\u{202E}\\xFF.json:1:1: m\n      x\n      ^\n");
}

TEST(ErrorToString, PointsAtTheEnd) {
  EXPECT_EQ(excerpt("[1,", 3), "      [1,\n         ^\n");
  EXPECT_EQ(excerpt("", 0), "      \n      ^\n");
  EXPECT_EQ(excerpt("[1\n", 3), "      \n      ^\n");
  EXPECT_EQ(excerpt("[1", 100), "      [1\n        ^\n");
}

TEST(ErrorToString, PointsAtALineFeedBehindItsLine) {
  EXPECT_EQ(excerpt("[\"a\nb\"]", 3), "      [\"a\n         ^\n");
}

TEST(ErrorToString, ShowsAPartOfALongLine) {
  const std::string payload = std::string(100, 'a') + "X" + std::string(100, 'b');
  EXPECT_EQ(excerpt(payload, 100), "      " + std::string(40, 'a') + "X" + std::string(39, 'b') +
                                       "\n" + std::string(46, ' ') + "^\n");
  EXPECT_EQ(excerpt("\n\n" + payload, 102), excerpt(payload, 100));
  EXPECT_EQ(excerpt(payload, 0), "      " + payload.substr(0, 80) + "\n      ^\n");
  EXPECT_EQ(excerpt(payload, 200),
            "      " + std::string(41, 'b') + "\n" + std::string(46, ' ') + "^\n");
}

TEST(ErrorToString, EscapesWhatATerminalActsUpon) {
  EXPECT_EQ(excerpt("\x1B[31m\t\"\\\"X", 9),
            "      \\x1B[31m\\x09\"\\\"X\n" + std::string(21, ' ') + "^\n");
  EXPECT_EQ(excerpt("\0\x7FX"s, 2), "      \\x00\\x7FX\n              ^\n");
}

constexpr schema::Identifier kIdentifiers[] = {
    {"order.json#", "https://example.com/order"},
    {"order.json#/$defs/Line", "https://example.com/line"},
    {"order.json#/$defs/L", "https://example.com/no-name-is-cut"},
};

TEST(KeywordLocation, LeadsOnFromTheLastReference) {
  const KeywordLocation location("/properties/lines/items/$ref/type", "order.json#/$defs/Line",
                                 std::string_view("/type").size());
  EXPECT_EQ(location.path(), "/properties/lines/items/$ref/type");
  EXPECT_EQ(location.absolute(), "order.json#/$defs/Line/type");
  EXPECT_EQ(location.uri(), "") << "no schema around it has one";
}

TEST(KeywordLocation, IsNamedByTheUriOfTheInnermostSchema) {
  const auto uri_of = [](std::string_view start) {
    return KeywordLocation("/type", start, std::string_view("/type").size(), kIdentifiers).uri();
  };
  EXPECT_EQ(uri_of("order.json#"), "https://example.com/order#/type");
  EXPECT_EQ(uri_of("order.json#/$defs/Line"), "https://example.com/line#/type");
  EXPECT_EQ(uri_of("order.json#/$defs/Line/items"), "https://example.com/line#/items/type");
  EXPECT_EQ(uri_of("other.json#"), "");
}

TEST(KeywordLocation, EqualsOneThatLeadsToTheSamePlace) {
  const KeywordLocation below("/items/type", "a.json#", std::string_view("/items/type").size());
  EXPECT_EQ(below, KeywordLocation("/items/type", "a.json#/items", 5));
  EXPECT_NE(below, KeywordLocation("/items/type", "b.json#/items", 5));
  EXPECT_NE(below, KeywordLocation("/$ref/items/type", "a.json#/items", 5));
  EXPECT_TRUE(KeywordLocation().empty());
  EXPECT_FALSE(KeywordLocation("", "a.json#", 0).empty()) << "the root may be `false`";
}

TEST(Report, HasALineForEachError) {
  EXPECT_TRUE(Report().ok());
  EXPECT_TRUE(Report());
  EXPECT_EQ(Report().to_string(), "");
  const Error one{.message = "one", .line = 2, .column = 3};
  const Error two{.message = "two", .instance_location = "/a"};
  const Report report({one, two}, false);
  EXPECT_FALSE(report.ok());
  EXPECT_FALSE(report.complete());
  EXPECT_EQ(report.to_string(), "(2:3): one\n/a (1:1): two\nthere are more\n");
  EXPECT_EQ(Report({one}).to_string(), "(2:3): one\n");
}

}  // namespace
}  // namespace eventc
