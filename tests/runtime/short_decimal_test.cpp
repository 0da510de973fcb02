// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/short_decimal.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "eventc/emitted/digits.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

/// What is read of a text, as it was written: the number's characters and what strtod() makes of
/// them have to be the same. "none" for what is not read.
std::string read(const std::string& text) {
  const Exact exact(text);
  const char* const begin = exact.view().data();
  double value = 0;
  const char* const behind = read_short_decimal(begin, begin + text.size(), value);
  if (behind == nullptr) return "none";
  const std::string characters(begin, behind);
  EXPECT_EQ(value, std::strtod(characters.c_str(), nullptr)) << text;
  return characters;
}

/// Some digits, of which the first is not zero.
std::string digits(std::size_t count) {
  return std::string("987654321098765432109876").substr(0, count);
}

class ShortDecimal : public testing::Test {
 protected:
  void SetUp() override {
    if (FLT_EVAL_METHOD != 0) GTEST_SKIP() << "this machine rounds twice";
  }
};

TEST_F(ShortDecimal, IsReadWithAnyDigitsAroundThePointUpToThoseADoubleHolds) {
  for (std::size_t before = 1; before <= 20; ++before) {
    for (std::size_t behind = 0; behind <= 20; ++behind) {
      for (const std::string& follows : {std::string(), std::string(","), std::string(40, ' ')}) {
        for (const std::string sign : {"", "-"}) {
          const std::string number =
              sign + digits(before) + (behind == 0 ? "" : "." + digits(behind));
          const bool is_exact = before + behind <= 15;
          const std::string found = read(number + follows);
          const bool is_far_too_long = before + behind > kSafeDigits;
          ASSERT_TRUE(found == number || (!is_exact && found == "none")) << number << follows;
          ASSERT_TRUE(!is_far_too_long || found == "none") << number << follows;
        }
      }
    }
  }
  EXPECT_EQ(read("9007199254740992,"), "9007199254740992") << "two to the 53rd";
  EXPECT_EQ(read("9007199254740993,"), "none");
  EXPECT_EQ(read("1545084650.987123, \"more\": 1234567"), "1545084650.987123");
}

TEST_F(ShortDecimal, IsNoNumberOfAnotherForm) {
  for (const std::string number : {"01", "-01.5", ".5", "-", "", "1.", "1.e5", "-.5", "+1", "1e5",
                                   "1.5E2", "12345678.12345678e1", "true", "00", "1.x"}) {
    for (const std::string follows : {"", ",", ", \"and\": \"what follows\", \"a\": 1"})
      EXPECT_EQ(read(number + follows), "none") << number << follows;
  }
}

TEST_F(ShortDecimal, MayBeZero) {
  for (const std::string follows : {"", ",", ", \"and\": \"what follows\", \"a\": 1"}) {
    for (const std::string number : {"0", "-0", "0.0", "0.000001", "-0.5"})
      EXPECT_EQ(read(number + follows), number);
  }
}

}  // namespace
}  // namespace eventc
