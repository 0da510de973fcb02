// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "mutations.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_conditions.hpp"
#include "runtime/sample_event.hpp"

// parse() and validate() read a payload in two ways: into a struct under a schema known at compile
// time, and as data under a schema known at run time. These tests spoil rich payloads in every way
// they can think of and compare the two.

namespace eventc {
namespace {

using sample::Cargo;
using sample::kCargo;
using sample::kParcel;
using sample::Parcel;
using test::replaced;

void expect_a_whole_error(const Error& error, const std::string& text) {
  EXPECT_FALSE(error.message.empty());
  EXPECT_LE(error.offset, text.size());
  // Content that a C++ type cannot hold has a keyword too, a number past 64 bits has none.
  if (error.kind != ErrorKind::NotRepresentable) {
    EXPECT_EQ(error.kind == ErrorKind::Invalid, !error.keyword_location.empty());
  }
  EXPECT_EQ(error.keyword_location.absolute().empty(), error.keyword_location.empty());
  EXPECT_FALSE(error.to_string(text, "p").empty());
}

/// The error that a report puts first: what is not JSON, or too deep, comes before violations.
const Error& foremost(const std::vector<Error>& errors) {
  const auto other = std::find_if(errors.begin(), errors.end(),
                                  [](const Error& e) { return e.kind != ErrorKind::Invalid; });
  return other != errors.end() ? *other : errors.front();
}

/// Whether a payload is accepted; fails the test where the two readings disagree.
template <class T>
bool agrees(const std::string& text) {
  const test::Exact exact(text);
  const Result<T> event = parse<T>(exact.view());
  const Report report = validate<T>(exact.view());
  if (!event) {
    expect_a_whole_error(event.error(), text);
    if (event.error().kind == ErrorKind::NotRepresentable) {
      EXPECT_TRUE(report.ok());
    } else {
      EXPECT_FALSE(report.ok());
      if (!report.ok()) {
        EXPECT_EQ(event.error(), foremost(report.errors()));
      }
    }
    for (const Error& error : report.errors()) expect_a_whole_error(error, text);
    EXPECT_TRUE(std::is_sorted(report.errors().begin(), report.errors().end(),
                               [](const Error& l, const Error& r) { return l.offset < r.offset; }));
    return false;
  }
  EXPECT_TRUE(report.ok()) << report.to_string();
  const Result<std::string> json = to_json(*event);
  EXPECT_TRUE(json);
  if (!json) return true;
  const Result<T> again = parse<T>(*json);
  EXPECT_TRUE(again && *again == *event) << *json;
  const Result<std::string> json_again = again ? to_json(*again) : json;
  EXPECT_TRUE(json_again && *json_again == *json) << *json;
  return true;
}

/// Stops at the first payload that shows a fault: one is enough to look into.
template <class T>
class Mutations {
 public:
  void check(const std::string& text) {
    if (::testing::Test::HasFailure()) return;
    const bool accepted = agrees<T>(text);
    (accepted ? accepted_ : refused_) += 1;
    if (::testing::Test::HasFailure()) ADD_FAILURE() << text;
  }
  /// Without some of each, the mutations would say little.
  void expect_both() const {
    EXPECT_GT(accepted_, 0U);
    EXPECT_GT(refused_, 0U);
  }

 private:
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
};

/// Values of every type, at the limits that the samples' schemas have.
constexpr std::string_view kValues[] = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "15",
    "1e2",
    "70000",
    "70001",
    "19.999",
    "99.99",
    "100",
    "1e400",
    "1e-400",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    R"("")",
    R"("x")",
    R"("p-1")",
    R"("road")",
    R"("r\u006fad")",
    R"("slow")",
    R"("parcel")",
    R"("123456789")",
    R"("\u00e9\u00e9\u00e9\u00e9\u00e9")",
    R"("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9")",
    R"("AA==")",
    R"("AB==")",
    R"("[1]")",
    R"("[1,2,3,4]")",
    R"("[1,2,3,]")",
    R"("[1,                 2]")",
    R"("e30=")",
    R"("eyJjaXR5IjoiVWxtIn0=")",
    "[]",
    "[1]",
    "[null]",
    "[1,2]",
    R"([1,2,"x"])",
    R"([1,2,"x",0])",
    "[181,0]",
    R"([{"city":"a"}])",
    R"([{"city":"a"},{"city":"b"},{"city":"c"}])",
    R"([{"city":"a","x":1}])",
    "{}",
    R"({"a":1})",
    R"({"a":"b"})",
    R"({"n-":1})",
    R"({"n-":"x"})",
    R"({"a":1,"a":1})",
    R"({"n-":1,"n-":1})",
    R"({"width":1})",
    R"({"width":0})",
    R"({"label":"x"})",
    R"({"label":"x","width":1})",
    R"({"label":"x","label":"y","width":1})",
    R"({"label":1,"width":2})",
    R"({"kind":"card","number":"1234"})",
    R"({"kind":"transfer","number":"1234"})",
    R"({"kind":"card","kind":"transfer","number":"1234"})",
    R"({"iban":"i","kind":"transfer"})",
    R"({"kind":7})",
    R"({"width":1,"height":500})",
    R"({"width":501,"height":0})",
    R"({"width":1,"height":1,"unit":"m"})",
    R"({"width":1,"height":1,"other":0})",
    R"({"code":"c","x":1})",
    R"({"code":"c","x":1,"x":2})",
    R"({"code":"c","x":1,"\u0078":2})",
    R"({"code":"c","a":1,"b":2,"c":3})",
    R"({"sku":"s","parts":[]})",
    R"({"sku":"s","parts":[],"parts":[]})",
    R"({"sku":"s","parts":[],"a":0,"b":0})",
    R"("seed")",
    R"("toxic")",
    R"("ab")",
    "20",
    "21",
    "105",
    "[1,1.0]",
    R"(["a","b"])",
    R"(["a","a"])",
    R"(["x",1])",
    R"(["x",1,true])",
    R"([5,1,6])",
    R"([{"sku":"a"},{"sku":"b"}])",
    R"({"card":"4711"})",
    R"({"card":"4711","address":"x"})",
    R"({"gift":true,"message":"x"})",
    R"({"gift":true,"message":7})",
    R"({"ab":1,"abc":2})",
    R"({"data":1,"children":[]})",
    R"({"children":[{"data":null,"more":0}]})",
    R"({"children":[{"children":[{"data":{}}]}]})",
    R"({"id":"i","total":1})",
    R"({"id":"i","total":100,"approved":true})",
    R"({"id":"i","total":1,"approved":true})",
};

template <class T>
struct Sample;
template <>
struct Sample<Parcel> {
  static constexpr std::string_view kPayload = kParcel;
};
template <>
struct Sample<Cargo> {
  static constexpr std::string_view kPayload = kCargo;
};

template <class T>
class ParseAndReport : public ::testing::Test {
 protected:
  static constexpr std::string_view kPayload = Sample<T>::kPayload;
  /// Some are accepted, and some refused.
  void TearDown() override { mutations_.expect_both(); }

  Mutations<T> mutations_;
};

using Samples = ::testing::Types<Parcel, Cargo>;
TYPED_TEST_SUITE(ParseAndReport, Samples);

TYPED_TEST(ParseAndReport, AgreeOnEveryPrefix) {
  for (std::size_t size = 0; size <= this->kPayload.size(); ++size)
    this->mutations_.check(std::string(this->kPayload.substr(0, size)));
}

TYPED_TEST(ParseAndReport, AgreeWhenAByteIsReplaced) {
  using namespace std::string_view_literals;
  for (std::size_t i = 0; i < this->kPayload.size(); ++i) {
    for (const char c : "\0\"\\{}[],:0- .eu\n\x80\xC3\xFF"sv)
      this->mutations_.check(replaced(this->kPayload, i, i + 1, {&c, 1}));
  }
}

TYPED_TEST(ParseAndReport, AgreeWhenBytesAreLeftOut) {
  for (std::size_t i = 0; i < this->kPayload.size(); ++i) {
    for (std::size_t count = 1; count <= 3; ++count) {
      this->mutations_.check(
          replaced(this->kPayload, i, std::min(i + count, this->kPayload.size()), ""));
    }
  }
}

TYPED_TEST(ParseAndReport, AgreeWhenAByteIsPutIn) {
  using namespace std::string_view_literals;
  for (std::size_t i = 0; i <= this->kPayload.size(); ++i) {
    for (const char c : "\"\\,0 \n"sv)
      this->mutations_.check(replaced(this->kPayload, i, i, {&c, 1}));
  }
}

TYPED_TEST(ParseAndReport, AgreeWhenAValueIsAnother) {
  test::with_other_values(this->kPayload, kValues,
                          [this](const std::string& text) { this->mutations_.check(text); });
}

TYPED_TEST(ParseAndReport, AgreeWhenValuesChangePlaces) {
  test::with_values_changing_places(
      this->kPayload, [this](const std::string& text) { this->mutations_.check(text); });
}

TYPED_TEST(ParseAndReport, AgreeWhenAMemberIsGivenTwiceOrLeftOut) {
  test::with_members_twice_or_left_out(
      this->kPayload, [this](const std::string& text) { this->mutations_.check(text); });
}

TYPED_TEST(ParseAndReport, AgreeWhenAListIsLongerOrShorter) {
  test::with_lists_longer_or_shorter(
      this->kPayload, [this](const std::string& text) { this->mutations_.check(text); });
}

}  // namespace
}  // namespace eventc
