// SPDX-License-Identifier: Apache-2.0
#include "eventc/decimal.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace eventc {
namespace {

using namespace std::string_literals;

constexpr Decimal kHundredth("0.01");
static_assert(kHundredth.digits() == "1" && kHundredth.exponent() == -2);
static_assert(Decimal("-0.0e5").is_zero() && !Decimal("-0.0e5").is_negative());

/// "-12.5e-3/3": digits, exponent and how many digits there are.
std::string form(std::string_view literal) {
  const Decimal number(literal);
  std::string text(number.digits());
  text += 'e' + std::to_string(number.exponent()) + '/' + std::to_string(number.digit_count());
  return number.is_negative() ? '-' + text : text;
}

bool multiple(std::string_view value, std::string_view divisor) {
  return is_multiple_of(Decimal(value), Decimal(divisor));
}

TEST(Decimal, IsZeroByDefault) {
  EXPECT_EQ(Decimal(), Decimal("0"));
  EXPECT_TRUE(Decimal().is_zero());
}

TEST(Decimal, KeepsSignificantDigitsAlone) {
  EXPECT_EQ(form("0"), "e0/0");
  EXPECT_EQ(form("-0.000e-17"), "e0/0");
  EXPECT_EQ(form("7"), "7e0/1");
  EXPECT_EQ(form("-1200"), "-12e2/2");
  EXPECT_EQ(form("0.00120"), "12e-4/2");
  EXPECT_EQ(form("10.50"), "10.5e-1/3");
  EXPECT_EQ(form("100.0"), "1e2/1");
  EXPECT_EQ(form("1.0"), "1e0/1");
  EXPECT_EQ(form("1205.0010E+3"), "1205.001e0/7");
  EXPECT_EQ(form("5e-0003"), "5e-3/1");
}

TEST(Decimal, EqualsByValue) {
  EXPECT_EQ(Decimal("1.0"), Decimal("10e-1"));
  EXPECT_EQ(Decimal("-0"), Decimal("0.0"));
  EXPECT_EQ(Decimal("12.5"), Decimal("0.125e2"));
  EXPECT_EQ(Decimal("1e400"), Decimal("10e399"));
  EXPECT_NE(Decimal("1"), Decimal("-1"));
  EXPECT_NE(Decimal("0.1"), Decimal("0.10000000000000000000000000000000000001"));
  EXPECT_NE(Decimal("9007199254740993"), Decimal("9007199254740992"));
}

TEST(Decimal, OrdersEveryPairOfAnAscendingList) {
  const std::vector<std::string> ascending = {"-1e999999999999",
                                              "-123456789012345678901",
                                              "-123456789012345678900.5",
                                              "-2",
                                              "-1.5",
                                              "-1e-9",
                                              "0",
                                              "1e-999999999999",
                                              "0.001",
                                              "0.0010001",
                                              "0.1",
                                              "0.9999999999999999999999",
                                              "1",
                                              "1.25",
                                              "2",
                                              "10",
                                              "12",
                                              "123",
                                              "123.0000000000000000000000000000000000001",
                                              "124",
                                              "1e3",
                                              "18446744073709551615",
                                              "18446744073709551616",
                                              "1e308",
                                              "2e308",
                                              "1e999999999999"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(compare(Decimal(ascending[i]), Decimal(ascending[j])), i <=> j)
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Decimal, SurvivesExponentsBeyondSixtyFourBits) {
  const std::string huge = "1e" + std::string(1000, '9');
  const std::string tiny = "1e-" + std::string(1000, '9');
  EXPECT_GT(Decimal(huge), Decimal("9e3999999999999999999"));
  EXPECT_LT(Decimal(tiny), Decimal("1e-3999999999999999999"));
  EXPECT_GT(Decimal(tiny), Decimal("0"));
  EXPECT_LT(Decimal("-" + huge), Decimal("-1e400"));
  EXPECT_TRUE(is_integer(Decimal(huge)));
  EXPECT_FALSE(is_integer(Decimal(tiny)));
  EXPECT_EQ(to_int64(Decimal(huge)), std::nullopt);
  EXPECT_EQ(to_uint64(Decimal(tiny)), std::nullopt);
  EXPECT_FALSE(is_multiple_of(Decimal(tiny), Decimal(huge)));
  EXPECT_TRUE(is_multiple_of(Decimal(huge), Decimal(tiny)));
  EXPECT_EQ(Decimal("0e" + std::string(1000, '9')), Decimal("0"));
  EXPECT_EQ(Decimal("1e" + std::string(1000, '0') + "2"), Decimal("100"));
}

TEST(Decimal, CancelsALongFractionAgainstTheExponent) {
  const std::string zeros(100'000, '0');
  EXPECT_EQ(Decimal("0." + zeros + "1e100001"), Decimal("1"));
  EXPECT_EQ(Decimal("1" + zeros + "e-100000"), Decimal("1"));
  EXPECT_EQ(to_int64(Decimal("0." + zeros + "42e100002")), 42);
}

TEST(Decimal, KnowsIntegersAsJsonSchemaDoes) {
  for (const char* text : {"0", "-0.0", "1.0", "1e2", "-12.50e1", "1e999999999999", "0e-5"}) {
    EXPECT_TRUE(is_integer(Decimal(text))) << text;
  }
  for (const char* text :
       {"0.5", "1e-1", "-12.5", "1.0000000000000000000000000001", "1e-999999999999"}) {
    EXPECT_FALSE(is_integer(Decimal(text))) << text;
  }
}

TEST(Decimal, ConvertsToSignedIntegersOrRefuses) {
  EXPECT_EQ(to_int64(Decimal("-0")), 0);
  EXPECT_EQ(to_int64(Decimal("1.5e1")), 15);
  EXPECT_EQ(to_int64(Decimal("-1200.00")), -1200);
  EXPECT_EQ(to_int64(Decimal("9223372036854775807")), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(to_int64(Decimal("-9223372036854775808")), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(to_int64(Decimal("922337203685477580.7e1")), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(to_int64(Decimal("9223372036854775808")), std::nullopt);
  EXPECT_EQ(to_int64(Decimal("-9223372036854775809")), std::nullopt);
  EXPECT_EQ(to_int64(Decimal("1e19")), std::nullopt);
  EXPECT_EQ(to_int64(Decimal("1e999999999999")), std::nullopt);
  EXPECT_EQ(to_int64(Decimal("0.5")), std::nullopt);
}

TEST(Decimal, ConvertsToUnsignedIntegersOrRefuses) {
  EXPECT_EQ(to_uint64(Decimal("-0")), 0U);
  EXPECT_EQ(to_uint64(Decimal("1e19")), 10'000'000'000'000'000'000U);
  EXPECT_EQ(to_uint64(Decimal("18446744073709551615")), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(to_uint64(Decimal("18446744073709551616")), std::nullopt);
  EXPECT_EQ(to_uint64(Decimal("99999999999999999999")), std::nullopt);
  EXPECT_EQ(to_uint64(Decimal("100000000000000000000")), std::nullopt);
  EXPECT_EQ(to_uint64(Decimal("-1")), std::nullopt);
}

TEST(Decimal, FindsMultiplesExactly) {
  EXPECT_TRUE(multiple("19.99", "0.01"));
  EXPECT_TRUE(multiple("0.3", "0.1"));
  EXPECT_TRUE(multiple("-7.5", "2.5"));
  EXPECT_TRUE(multiple("0", "0.7"));
  EXPECT_TRUE(multiple("1e308", "1e-308"));
  EXPECT_TRUE(multiple("1000", "8"));
  EXPECT_TRUE(multiple("12", "12.0"));
  EXPECT_FALSE(multiple("19.999", "0.01"));
  EXPECT_FALSE(multiple("1e308", "0.123456789"));
  EXPECT_FALSE(multiple("100", "8"));
  EXPECT_FALSE(multiple("7", "14"));
  EXPECT_FALSE(multiple("9007199254740993", "2"));
  EXPECT_FALSE(multiple("5", "10"));
}

TEST(Decimal, HasNoMultiplesOfZeroButZero) {
  EXPECT_TRUE(multiple("0", "0"));
  EXPECT_FALSE(multiple("1", "0.0"));
}

TEST(Decimal, AgreesWithIntegerArithmeticOnSmallNumbers) {
  for (int value = 1; value <= 300; ++value) {
    for (int divisor = 1; divisor <= 300; ++divisor) {
      const std::string hundredths =
          std::to_string(value / 100) + "." + std::to_string(100 + value % 100).substr(1);
      ASSERT_EQ(multiple(std::to_string(value), std::to_string(divisor)), value % divisor == 0);
      ASSERT_EQ(multiple(hundredths, std::to_string(divisor) + "e-3"), value * 10 % divisor == 0)
          << hundredths << " of " << divisor << "e-3";
    }
  }
}

/// a × b as text, both of any length.
std::string product(const std::string& a, const std::string& b) {
  std::vector<int> digits(a.size() + b.size(), 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const int sum = digits[i + j + 1] + (a[i] - '0') * (b[j] - '0');
      digits[i + j + 1] = sum % 10;
      digits[i + j] += sum / 10;
    }
  }
  std::string text;
  for (const int digit : digits) text += static_cast<char>('0' + digit);
  return text.substr(text.find_first_not_of('0'));
}

/// Digits that come back the same on each run; the last one is 1, 3, 7 or 9.
std::string some_digits(std::size_t length, std::uint32_t& state) {
  std::string text;
  while (text.size() < length) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>((text.empty() ? '1' : '0') + (state >> 16) % 9);
  }
  text.back() = "1379"[state >> 30];
  return text;
}

TEST(Decimal, FindsMultiplesOfDivisorsOfAnyLength) {
  std::uint32_t state = 7;
  for (std::size_t length = 1; length < 70; ++length) {
    const std::string divisor = some_digits(length, state);
    for (const std::size_t factor_length : {1U, 2U, 9U, 18U, 40U}) {
      const std::string value = product(divisor, some_digits(factor_length, state));
      EXPECT_TRUE(multiple(value, divisor)) << value << " of " << divisor;
      EXPECT_TRUE(multiple(value + "e-5", divisor + "e-7")) << value << " of " << divisor;
      std::string other = value;
      other.back() = static_cast<char>(other.back() == '9' ? '8' : other.back() + 1);
      EXPECT_EQ(multiple(other, divisor), divisor == "1") << other << " of " << divisor;
    }
  }
}

TEST(Decimal, FindsMultiplesOfDivisorsOfNinesAndOfRoundLimbs) {
  const std::string nines(36, '9');
  EXPECT_TRUE(multiple(std::string(72, '9'), nines));
  EXPECT_FALSE(multiple(std::string(71, '9'), nines));
  const std::string round = "1000000000000000000000000001";
  EXPECT_TRUE(multiple(product(round, round), round));
  EXPECT_TRUE(multiple(product(round, nines), round));
  EXPECT_FALSE(multiple(product(round, nines) + "1", round));
}

TEST(Decimal, CountsTheFactorsOfTwoThatAnExponentLends) {
  std::string power = "1";
  for (int i = 0; i < 200; ++i) power = product(power, "2");
  EXPECT_TRUE(multiple("1e200", power));
  EXPECT_FALSE(multiple("1e199", power));
  EXPECT_TRUE(multiple("3e999999999999999999", power));
  EXPECT_TRUE(multiple("1e63", "9223372036854775808"));
  EXPECT_FALSE(multiple("1e62", "9223372036854775808"));
}

TEST(Decimal, AnswersHostileExponentsAtOnce) {
  EXPECT_FALSE(multiple("1e1000000000000000000", "3"));
  EXPECT_TRUE(multiple("3e1000000000000000000", "3e-1000000000000000000"));
  EXPECT_FALSE(
      multiple("1e1000000000000000000", "123456789012345678901234567890e-1000000000000000000"));
  EXPECT_FALSE(multiple("1e-1000000000000000000", "7"));
  EXPECT_FALSE(multiple("1", "1e1000000000000000000"));
}

TEST(Decimal, FindsMultiplesAmongMillionsOfDigits) {
  const std::string value(1'000'000, '3');
  EXPECT_TRUE(multiple(value, "3"));
  EXPECT_FALSE(multiple(value, "7.5"));
  EXPECT_TRUE(multiple(value, std::string(100, '3')));
  EXPECT_FALSE(multiple(value, std::string(99, '3')));
}

}  // namespace
}  // namespace eventc
