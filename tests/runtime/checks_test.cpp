// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/checks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::kInteger;
using schema::kNumber;
using schema::kString;
using schema::Number;
using schema::Raw;
using schema::Schema;
using schema::Value;
using test::outcome;

std::string int64(std::string_view text) { return outcome<&schema::integer, std::int64_t>(text); }
std::string uint64(std::string_view text) { return outcome<&schema::integer, std::uint64_t>(text); }
std::string number(std::string_view text) { return outcome<&schema::number, double>(text); }

constexpr std::string_view kFraction =
    "(1:1): expected an integer, found a number with a fraction [s.json#/type]";
constexpr std::string_view kTooLarge = "(1:1): an integer does not fit into 64 bits";

TEST(Integers, AreReadByTheirValueWhateverTheirForm) {
  EXPECT_EQ(int64("0"), "0");
  EXPECT_EQ(int64("-0"), "0");
  EXPECT_EQ(int64("-0.0e-7"), "0");
  EXPECT_EQ(int64("1.0"), "1");
  EXPECT_EQ(int64("1e2"), "100");
  EXPECT_EQ(int64("-12.50e1"), "-125");
  EXPECT_EQ(int64("120e-1"), "12");
  EXPECT_EQ(int64("0e999999999999999999999"), "0");
  EXPECT_EQ(uint64("-0"), "0");
  EXPECT_EQ(uint64("1.0"), "1");
  EXPECT_EQ(uint64("1844674407370955161.5e1"), "18446744073709551615");
}

TEST(Integers, AreExactAtTheLimitsAndRefusedBeyond) {
  EXPECT_EQ(int64("999999999999999999"), "999999999999999999");
  EXPECT_EQ(int64("-999999999999999999"), "-999999999999999999");
  EXPECT_EQ(int64("1000000000000000000"), "1000000000000000000");
  EXPECT_EQ(int64("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(int64("9223372036854775808"), kTooLarge);
  EXPECT_EQ(int64("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(int64("-9223372036854775809"), kTooLarge);
  EXPECT_EQ(int64("18446744073709551615"), kTooLarge);
  EXPECT_EQ(int64("1e400"), kTooLarge);
  EXPECT_EQ(int64("-1e99999999999999999999"), kTooLarge);
  EXPECT_EQ(uint64("9223372036854775808"), "9223372036854775808");
  EXPECT_EQ(uint64("18446744073709551615"), "18446744073709551615");
  EXPECT_EQ(uint64("18446744073709551616"), kTooLarge);
  EXPECT_EQ(uint64("100000000000000000000"), kTooLarge);
  EXPECT_EQ(uint64("-1"), kTooLarge);
}

TEST(Integers, RefuseFractions) {
  for (const std::string_view text :
       {"1.5", "-0.1", "1e-1", "1e-400", "123e-2", "9223372036854775807.5"}) {
    EXPECT_EQ(int64(text), kFraction) << text;
    EXPECT_EQ(uint64(text), kFraction) << text;
  }
}

TEST(Integers, RefuseOtherTypes) {
  EXPECT_EQ(int64("\"1\""), "(1:1): expected an integer, found a string [s.json#/type]");
  EXPECT_EQ(int64("null"), "(1:1): expected an integer, found null [s.json#/type]");
  EXPECT_EQ(int64("[1]"), "(1:1): expected an integer, found an array [s.json#/type]");
  EXPECT_EQ(uint64("true"), "(1:1): expected an integer, found a boolean [s.json#/type]");
}

TEST(Doubles, AreTheNearest) {
  EXPECT_EQ(number("0.1"), "0.1");
  EXPECT_EQ(number("1.0"), "1");
  EXPECT_EQ(number("-0"), "-0");
  EXPECT_EQ(number("1e2"), "100");
  EXPECT_EQ(number("0.1000000000000000055511151231257827"), "0.1");
  EXPECT_EQ(number("9007199254740993"), "9007199254740992");
  EXPECT_EQ(number("2.2250738585072011e-308"), "2.225073858507201e-308");
  EXPECT_EQ(number("5e-324"), "5e-324");
  EXPECT_EQ(number("1.7976931348623157e308"), "1.7976931348623157e+308");
  EXPECT_EQ(number("1" + std::string(300, '0')), "1e+300");
  EXPECT_EQ(number("0." + std::string(400, '0') + "1e401"), "1");
}

TEST(Doubles, OfAnyFewDigitsAreTheNearest) {
  std::uint64_t state = 1;
  for (int i = 0; i < 3000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    std::string digits = std::to_string(state >> (state % 50));
    const std::size_t point = 1 + (state >> 33) % digits.size();
    if (digits.size() > 1 && digits[0] == '0') continue;
    std::string literal = (i % 2 == 0 ? "-" : "") + digits.substr(0, point);
    if (point < digits.size()) literal += "." + digits.substr(point);
    Reader in(literal, 1);
    double value = 0;
    const char* at = in.begin();
    ASSERT_TRUE(read_double(in, in.read_number(at), value));
    EXPECT_EQ(value, std::strtod(literal.c_str(), nullptr)) << literal;
  }
}

TEST(Doubles, RoundToZeroWhereTheyAreCloserThanTheLeast) {
  EXPECT_EQ(number("1e-400"), "0");
  EXPECT_EQ(number("1e-99999999999999999999"), "0");
  EXPECT_EQ(number("0." + std::string(400, '0') + "1"), "0");
  EXPECT_EQ(number("-1e-400"), "-0");
}

TEST(Doubles, RefuseWhatIsPastTheLargest) {
  constexpr std::string_view kPast = "(1:1): a number does not fit into a double";
  EXPECT_EQ(number("1e400"), kPast);
  EXPECT_EQ(number("-1e400"), kPast);
  EXPECT_EQ(number("1.8e308"), kPast);
  EXPECT_EQ(number("1e99999999999999999999"), kPast);
  EXPECT_EQ(number("1" + std::string(400, '0')), kPast);
  EXPECT_EQ(number("\"1\""), "(1:1): expected a number, found a string [s.json#/type]");
}

TEST(HasFraction, LooksAtTheValue) {
  EXPECT_FALSE(has_fraction({"1", true}));
  EXPECT_FALSE(has_fraction({"1.0", false}));
  EXPECT_FALSE(has_fraction({"1e2", false}));
  EXPECT_FALSE(has_fraction({"1.5e1", false}));
  EXPECT_TRUE(has_fraction({"1.5", false}));
  EXPECT_TRUE(has_fraction({"1e-1", false}));
}

constexpr Schema kFrom1To999{.types = kInteger, .minimum = 1, .maximum = 999};
constexpr Schema kBetween1And999{
    .types = kInteger, .exclusive_minimum = 1, .exclusive_maximum = 999};

TEST(Bounds, IncludeOrExcludeTheLimit) {
  const auto in = [](std::string_view text) { return outcome<&kFrom1To999, std::int64_t>(text); };
  EXPECT_EQ(in("1"), "1");
  EXPECT_EQ(in("999"), "999");
  EXPECT_EQ(in("0"), "(1:1): expected at least 1, found 0 [s.json#/minimum]");
  EXPECT_EQ(in("1000"), "(1:1): expected at most 999, found 1000 [s.json#/maximum]");
  EXPECT_EQ(in("1e3"), "(1:1): expected at most 999, found 1e3 [s.json#/maximum]");
  EXPECT_EQ(in("1e400"), "(1:1): expected at most 999, found 1e400 [s.json#/maximum]");
  const auto between = [](std::string_view text) {
    return outcome<&kBetween1And999, std::uint64_t>(text);
  };
  EXPECT_EQ(between("2"), "2");
  EXPECT_EQ(between("998"), "998");
  EXPECT_EQ(between("1"), "(1:1): expected more than 1, found 1 [s.json#/exclusiveMinimum]");
  EXPECT_EQ(between("999"), "(1:1): expected less than 999, found 999 [s.json#/exclusiveMaximum]");
  EXPECT_EQ(between("-5"), "(1:1): expected more than 1, found -5 [s.json#/exclusiveMinimum]");
}

constexpr Schema kSigned{.types = kInteger, .minimum = INT64_MIN, .maximum = INT64_MAX};
constexpr Schema kUnsigned{
    .types = kInteger, .minimum = 0, .maximum = Number("18446744073709551614")};

TEST(Bounds, HoldAtTheEndsOf64Bits) {
  const auto in = [](std::string_view text) { return outcome<&kSigned, std::int64_t>(text); };
  EXPECT_EQ(in("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(in("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(
      in("9223372036854775808"),
      "(1:1): expected at most 9223372036854775807, found 9223372036854775808 [s.json#/maximum]");
  const auto not_negative = [](std::string_view text) {
    return outcome<&kUnsigned, std::uint64_t>(text);
  };
  EXPECT_EQ(not_negative("18446744073709551614"), "18446744073709551614");
  EXPECT_EQ(
      not_negative("18446744073709551615"),
      "(1:1): expected at most 18446744073709551614, found 18446744073709551615 [s.json#/maximum]");
  EXPECT_EQ(not_negative("-1"), "(1:1): expected at least 0, found -1 [s.json#/minimum]");
}

constexpr Schema kFractions{
    .types = kNumber, .minimum = Number("0.01"), .exclusive_maximum = Number("1e1")};
constexpr Schema kIntegersByFractions{
    .types = kInteger, .exclusive_minimum = Number("0.5"), .maximum = Number("2.5e0")};

TEST(Bounds, AreExactWhenTheyAreFractions) {
  const auto in = [](std::string_view text) { return outcome<&kFractions, double>(text); };
  EXPECT_EQ(in("0.01"), "0.01");
  EXPECT_EQ(in("1e-2"), "0.01");
  EXPECT_EQ(in("0.0099999999999999999999"),
            "(1:1): expected at least 0.01, found 0.0099999999999999999999 [s.json#/minimum]");
  EXPECT_EQ(in("10.0"), "(1:1): expected less than 1e1, found 10.0 [s.json#/exclusiveMaximum]");
  EXPECT_EQ(in("9.5"), "9.5");
  const auto integer = [](std::string_view text) {
    return outcome<&kIntegersByFractions, std::int64_t>(text);
  };
  EXPECT_EQ(integer("1"), "1");
  EXPECT_EQ(integer("2"), "2");
  EXPECT_EQ(integer("0"), "(1:1): expected more than 0.5, found 0 [s.json#/exclusiveMinimum]");
  EXPECT_EQ(integer("3"), "(1:1): expected at most 2.5e0, found 3 [s.json#/maximum]");
}

constexpr Schema kSevens{.types = kInteger, .multiple_of = 7};
constexpr Schema kCents{.types = kNumber, .multiple_of = Number("0.01")};

TEST(MultipleOf, IsExact) {
  const auto sevens = [](std::string_view text) { return outcome<&kSevens, std::int64_t>(text); };
  EXPECT_EQ(sevens("0"), "0");
  EXPECT_EQ(sevens("-21"), "-21");
  EXPECT_EQ(sevens("-9223372036854775808"),
            "(1:1): expected a multiple of 7, found -9223372036854775808 [s.json#/multipleOf]");
  EXPECT_EQ(sevens("22"), "(1:1): expected a multiple of 7, found 22 [s.json#/multipleOf]");
  const auto unsigned_sevens = [](std::string_view text) {
    return outcome<&kSevens, std::uint64_t>(text);
  };
  EXPECT_EQ(unsigned_sevens("18446744073709551614"), "18446744073709551614");
  const auto cents = [](std::string_view text) { return outcome<&kCents, double>(text); };
  EXPECT_EQ(cents("19.99"), "19.99");
  EXPECT_EQ(cents("1e300"), "1e+300");
  EXPECT_EQ(cents("0.001"), "(1:1): expected a multiple of 0.01, found 0.001 [s.json#/multipleOf]");
}

constexpr Value kIntegerValues[] = {1, -3, INT64_MIN};
constexpr Schema kOneOfIntegers{.types = kInteger, .enumeration = kIntegerValues};
constexpr Value kLargeValues[] = {7, Raw{"18446744073709551615"}, Raw{"1e3"}};
constexpr Schema kOneOfLarge{.types = kInteger, .enumeration = kLargeValues, .minimum = 0};
constexpr Schema kConstantLarge{.types = kInteger, .constant = Raw{"18446744073709551615"}};
constexpr Schema kOpenIntegers{.types = kInteger, .enumeration = kIntegerValues, .open = true};
constexpr Schema kLiteralBoundAndConstant{
    .types = kInteger, .constant = 4, .maximum = Number("4.5")};
constexpr Value kNumberValues[] = {Raw{"0.5"}, 2};
constexpr Schema kOneOfNumbers{.types = kNumber, .enumeration = kNumberValues};

TEST(FixedNumbers, AreComparedByTheirValue) {
  const auto one_of = [](std::string_view text) {
    return outcome<&kOneOfIntegers, std::int64_t>(text);
  };
  EXPECT_EQ(one_of("1.0"), "1");
  EXPECT_EQ(one_of("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(one_of("2"), "(1:1): expected 1, -3 or -9223372036854775808, found 2 [s.json#/enum]");
  const auto constant = [](std::string_view text) {
    return outcome<&kLiteralBoundAndConstant, std::int64_t>(text);
  };
  EXPECT_EQ(constant("4"), "4");
  EXPECT_EQ(constant("3"), "(1:1): expected 4, found 3 [s.json#/const]");
  const auto number_of = [](std::string_view text) {
    return outcome<&kOneOfNumbers, double>(text);
  };
  EXPECT_EQ(number_of("5e-1"), "0.5");
  EXPECT_EQ(number_of("2.0"), "2");
  EXPECT_EQ(number_of("0.50001"), "(1:1): expected 0.5 or 2, found 0.50001 [s.json#/enum]");
  EXPECT_EQ((outcome<&kOpenIntegers, std::int64_t>("44")), "44");
}

TEST(FixedNumbers, MayBePastTheSignedIntegers) {
  const auto one_of = [](std::string_view text) {
    return outcome<&kOneOfLarge, std::uint64_t>(text);
  };
  EXPECT_EQ(one_of("7"), "7");
  EXPECT_EQ(one_of("18446744073709551615"), "18446744073709551615");
  EXPECT_EQ(one_of("1000"), "1000");
  EXPECT_EQ(
      one_of("18446744073709551614"),
      "(1:1): expected 7, 18446744073709551615 or 1e3, found 18446744073709551614 [s.json#/enum]");
  const auto constant = [](std::string_view text) {
    return outcome<&kConstantLarge, std::uint64_t>(text);
  };
  EXPECT_EQ(constant("18446744073709551615"), "18446744073709551615");
  EXPECT_EQ(constant("1"), "(1:1): expected 18446744073709551615, found 1 [s.json#/const]");
}

constexpr Schema kTwoToThree{.types = kString, .min_length = 2, .max_length = 3};

TEST(Lengths, CountCodePoints) {
  const auto of = [](std::string_view text) { return outcome<&kTwoToThree, std::string>(text); };
  EXPECT_EQ(of(R"("ab")"), R"("ab")");
  EXPECT_EQ(of(R"("\ud83d\ude00\ud83d\ude00\ud83d\ude00")"),
            "\"\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\"");
  EXPECT_EQ(of("\"\xC3\xA4\xC3\xA4\""), "\"\xC3\xA4\xC3\xA4\"");
  EXPECT_EQ(of(R"("")"), "(1:1): expected at least 2 characters, found 0 [s.json#/minLength]");
  EXPECT_EQ(of(R"("\ud83d\ude00")"),
            "(1:1): expected at least 2 characters, found 1 [s.json#/minLength]");
  EXPECT_EQ(of(R"("\n\n\n\n")"),
            "(1:1): expected at most 3 characters, found 4 [s.json#/maxLength]");
  EXPECT_EQ(of(R"("a\u0000\u0000b")"),
            "(1:1): expected at most 3 characters, found 4 [s.json#/maxLength]");
}

constexpr schema::Pattern kNoSpace{
    "^[^ ]*$", [](std::string_view text) { return text.find(' ') == std::string_view::npos; }};
constexpr Schema kWord{.types = kString, .pattern = &kNoSpace};
constexpr Value kWordValues[] = {"a\"b", "", "\xC3\xA4", 7, nullptr};
constexpr Schema kOneWord{.types = kString, .enumeration = kWordValues};
constexpr Schema kThisWord{.types = kString, .constant = "a\nb"};
constexpr Schema kNumberAsText{.types = kString, .constant = 7};

TEST(Strings, AreMatchedByTheirCharacters) {
  const auto word = [](std::string_view text) { return outcome<&kWord, std::string>(text); };
  EXPECT_EQ(word(R"("a\u0021b")"), R"("a!b")");
  EXPECT_EQ(word(R"("a\u0020b")"),
            R"((1:1): expected text that matches ^[^ ]*$, found "a b" [s.json#/pattern])");
}

TEST(Strings, AreComparedByTheirCharacters) {
  const auto one = [](std::string_view text) { return outcome<&kOneWord, std::string>(text); };
  EXPECT_EQ(one(R"("a\u0022b")"), R"("a\"b")");
  EXPECT_EQ(one(R"("")"), R"("")");
  EXPECT_EQ(one(R"("\u00e4")"), "\"\xC3\xA4\"");
  EXPECT_EQ(
      one(R"("7")"),
      "(1:1): expected \"a\\\"b\", \"\", \"\xC3\xA4\", 7 or null, found \"7\" [s.json#/enum]");
  const auto constant = [](std::string_view text) {
    return outcome<&kThisWord, std::string>(text);
  };
  EXPECT_EQ(constant(R"("a\nb")"), R"("a\nb")");
  EXPECT_EQ(constant(R"("a b")"), R"((1:1): expected "a\x0Ab", found "a b" [s.json#/const])");
  EXPECT_EQ((outcome<&kNumberAsText, std::string>(R"("7")")),
            R"((1:1): expected 7, found "7" [s.json#/const])");
}

TEST(CharactersOf, UnescapesOnlyWhereItMust) {
  std::string unescaped = "old";
  EXPECT_EQ(characters_of({"plain", false}, unescaped), "plain");
  EXPECT_EQ(unescaped, "old");
  EXPECT_EQ(characters_of({R"(a\tb)", true}, unescaped), "a\tb");
}

}  // namespace
}  // namespace eventc
