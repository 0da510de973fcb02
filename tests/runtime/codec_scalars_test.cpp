// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/codec_scalars.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::kBoolean;
using schema::kNull;
using schema::kString;
using schema::Schema;
using schema::Value;
using test::outcome;

constexpr Schema kAlways{.types = kBoolean, .constant = true};
constexpr Value kOnlyFalse[] = {false, "true"};
constexpr Schema kNever{.types = kBoolean, .enumeration = kOnlyFalse};
constexpr Schema kUsuallyNever{.types = kBoolean, .enumeration = kOnlyFalse, .open = true};

TEST(Booleans, AreReadAndCompared) {
  EXPECT_EQ((outcome<&schema::boolean, bool>("true")), "true");
  EXPECT_EQ((outcome<&schema::boolean, bool>(" false ")), "false");
  EXPECT_EQ((outcome<&schema::boolean, bool>("\"true\"")),
            "(1:1): expected true or false, found a string [s.json#/type]");
  EXPECT_EQ((outcome<&schema::boolean, bool>("0")),
            "(1:1): expected true or false, found a number [s.json#/type]");
  EXPECT_EQ((outcome<&kAlways, bool>("true")), "true");
  EXPECT_EQ((outcome<&kAlways, bool>("false")),
            "(1:1): expected true, found false [s.json#/const]");
  EXPECT_EQ((outcome<&kNever, bool>("false")), "false");
  EXPECT_EQ((outcome<&kNever, bool>("true")),
            "(1:1): expected false or \"true\", found true [s.json#/enum]");
  EXPECT_EQ((outcome<&kUsuallyNever, bool>("true")), "true");
}

TEST(NullAlone, IsReadAndWritten) {
  EXPECT_EQ((outcome<&schema::null, std::monostate>("null")), "null");
  EXPECT_EQ((outcome<&schema::null, std::monostate>("0")),
            "(1:1): expected null, found a number [s.json#/type]");
}

enum class Color { Red, Quoted, Empty };
constexpr Value kColors[] = {"red", "light \"sky\"\n", ""};
constexpr Schema kColor{.types = kString, .enumeration = kColors};
constexpr Schema kOpenColor{.types = kString, .enumeration = kColors, .open = true};

TEST(Enumerations, AreReadByTheirCharacters) {
  const auto color = [](std::string_view text) { return outcome<&kColor, Color>(text); };
  EXPECT_EQ(color(R"("red")"), R"("red")");
  EXPECT_EQ(color(R"("\u0072ed")"), R"("red")");
  EXPECT_EQ(color(R"("light \u0022sky\"\u000A")"), R"("light \"sky\"\n")");
  EXPECT_EQ(color(R"("")"), R"("")");
  EXPECT_EQ(color(R"("Red")"),
            R"((1:1): expected "red", "light \"sky\"\x0A" or "", found "Red" [s.json#/enum])");
  EXPECT_EQ(color("null"), "(1:1): expected a string, found null [s.json#/type]");
  EXPECT_EQ((*parse_document<&kColor, Color>(R"("light \"sky\"\n")", {&kColor, "s.json#"}, {})),
            Color::Quoted);
}

TEST(OpenEnumerations, KeepWhatTheyDoNotKnow) {
  const auto color = [](std::string_view text) {
    return outcome<&kOpenColor, OpenEnum<Color>>(text);
  };
  EXPECT_EQ(color(R"("\u0072ed")"), R"("red")");
  EXPECT_EQ(color(R"("gr\u00fcn\u0022")"), "\"gr\xC3\xBCn\\\"\"");
  EXPECT_EQ(color("7"), "(1:1): expected a string, found a number [s.json#/type]");
  const auto known =
      parse_document<&kOpenColor, OpenEnum<Color>>(R"("\u0072ed")", {&kOpenColor, "s.json#"}, {});
  EXPECT_EQ(*known, Color::Red);
  const auto unknown =
      parse_document<&kOpenColor, OpenEnum<Color>>(R"("RED")", {&kOpenColor, "s.json#"}, {});
  EXPECT_EQ(*unknown, OpenEnum<Color>(std::string("RED")));
}

constexpr schema::Pattern kNoDash{
    "^[^-]*$", [](std::string_view text) { return text.find('-') == std::string_view::npos; }};
constexpr Value kDashed[] = {"a-b", "abc"};
constexpr Schema kDashedColor{
    .types = kString, .enumeration = kDashed, .max_length = 3, .pattern = &kNoDash};
constexpr Schema kOpenDashedColor{
    .types = kString, .enumeration = kDashed, .open = true, .max_length = 3, .pattern = &kNoDash};

TEST(Enumerations, AreCheckedByTheKeywordsBesideThem) {
  const auto color = [](std::string_view text) { return outcome<&kDashedColor, Color>(text); };
  EXPECT_EQ(color(R"("abc")"), R"("abc")");
  EXPECT_EQ(color(R"("a-b")"),
            R"((1:1): expected text that matches ^[^-]*$, found "a-b" [s.json#/pattern])");
  const auto open = [](std::string_view text) {
    return outcome<&kOpenDashedColor, OpenEnum<Color>>(text);
  };
  EXPECT_EQ(open(R"("xyz")"), R"("xyz")");
  EXPECT_EQ(open(R"("wxyz")"), "(1:1): expected at most 3 characters, found 4 [s.json#/maxLength]");
  EXPECT_EQ(open(R"("a-b")"),
            R"((1:1): expected text that matches ^[^-]*$, found "a-b" [s.json#/pattern])");
}

enum class Only { One };
constexpr Schema kOnly{.types = kString, .constant = "the \"one\""};

TEST(Enumerations, MayBeOfAConstant) {
  const auto only = [](std::string_view text) { return outcome<&kOnly, Only>(text); };
  EXPECT_EQ(only(R"("the \u0022one\"")"), R"("the \"one\"")");
  EXPECT_EQ(only(R"("two")"), R"((1:1): expected "the \"one\"", found "two" [s.json#/const])");
}

constexpr Value kColorOrNull[] = {"red", nullptr};
constexpr Schema kOptionalColor{.enumeration = kColorOrNull};

TEST(Enumerations, RefuseToWriteANumberThatIsNoEnumerator) {
  const auto written = write_document<&kColor>(static_cast<Color>(3));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error(), (Error{.kind = ErrorKind::NotRepresentable,
                                    .message = "an enumeration has no such value"}));
  EXPECT_FALSE(write_document<&kOptionalColor>(static_cast<Color>(1)));
}

constexpr Schema kBytes{
    .types = kString, .content_encoding = schema::Encoding::Base64, .content_assertion = true};
constexpr Schema kShortBytes{.types = kString,
                             .max_length = 4,
                             .content_encoding = schema::Encoding::Base64,
                             .content_assertion = true};

TEST(Base64, IsDecodedAndEncoded) {
  const auto bytes = [](std::string_view text) { return outcome<&kBytes, Bytes>(text); };
  EXPECT_EQ(bytes(R"("")"), R"("")");
  EXPECT_EQ(bytes(R"("AP8=")"), R"("AP8=")");
  EXPECT_EQ(bytes(R"("\u0041P8\u003d")"), R"("AP8=")");
  EXPECT_EQ(bytes(R"("+\/+\/")"), R"("+/+/")");
  const auto read = parse_document<&kBytes, Bytes>(R"("AP8=")", {&kBytes, "s.json#"}, {});
  EXPECT_EQ(*read, Bytes(std::string("\0\xFF", 2)));
}

TEST(Base64, IsStrict) {
  for (const std::string_view text :
       {R"("A")", R"("AP8")", R"("AP9=")", R"("AP8= ")", R"("A\nP8=")", R"("_-8=")", R"("====")",
        R"("AP8=AP8=")", R"("\u00e4AAA")"}) {
    EXPECT_EQ((outcome<&kBytes, Bytes>(text)),
              "(1:1): expected base64 (RFC 4648, padded) [s.json#/contentEncoding]");
  }
  EXPECT_EQ((outcome<&kBytes, Bytes>("[]")),
            "(1:1): expected a string, found an array [s.json#/type]");
}

TEST(Base64, IsCheckedAsTheTextThatItIs) {
  const auto bytes = [](std::string_view text) { return outcome<&kShortBytes, Bytes>(text); };
  EXPECT_EQ(bytes(R"("AAAA")"), R"("AAAA")");
  EXPECT_EQ(bytes(R"("\u0041AAA")"), R"("AAAA")");
  EXPECT_EQ(bytes(R"("AAAAAA==")"),
            "(1:1): expected at most 4 characters, found 8 [s.json#/maxLength]");
}

constexpr Schema kUpTo3{.types = kString | kNull, .max_length = 3};

TEST(AnyJson, IsKeptAsItsText) {
  const auto json = [](std::string_view text) { return outcome<&schema::any, Json>(text); };
  EXPECT_EQ(json(R"( {"b" : 1.0, "a":[1e2 ,"\u0041"], "b":null} )"),
            R"({"b" : 1.0, "a":[1e2 ,"\u0041"], "b":null})");
  EXPECT_EQ(json("18446744073709551616"), "18446744073709551616");
  EXPECT_EQ((outcome<&kUpTo3, Json>(R"("a\u0062c")")), R"("a\u0062c")");
  EXPECT_EQ((outcome<&kUpTo3, Json>("null")), "null");
  EXPECT_EQ((outcome<&kUpTo3, Json>(R"("abcd")")),
            "(1:1): expected at most 3 characters, found 4 [s.json#/maxLength]");
  EXPECT_EQ((outcome<&kUpTo3, Json>("1")),
            "(1:1): expected a string or null, found a number [s.json#/type]");
}

TEST(AnyJson, IsNothingWhereNoValueIsAllowed) {
  EXPECT_EQ((outcome<&schema::nothing, Json>("1")), "(1:1): no value is allowed here [s.json#]");
}

}  // namespace
}  // namespace eventc
