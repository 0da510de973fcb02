// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

// parse() and validate() read a payload in two ways: into a struct under a schema known at compile
// time, and as data under a schema known at run time. These tests spoil a rich payload in every way
// they can think of and compare the two.

namespace eventc {
namespace {

using sample::kParcel;
using sample::Parcel;

/// Where a value stands in the payload; for a member, where its name does.
struct Span {
  std::size_t key = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_member = false;
};

void collect(Reader& in, std::vector<Span>& spans, Span span) {
  const char first = in.peek();
  span.begin = in.offset();
  if (first == '{' || first == '[') {
    const char close = first == '{' ? '}' : ']';
    in.open(first);
    for (bool at_first = true; in.step(close, at_first);) {
      const Span inner{.key = in.offset(), .is_member = first == '{'};
      if (inner.is_member) in.read_key();
      collect(in, spans, inner);
    }
  } else {
    in.skip();
  }
  span.end = in.offset();
  spans.push_back(span);
}

std::vector<Span> spans_of(std::string_view text) {
  Reader in(text, 64);
  std::vector<Span> spans;
  collect(in, spans, {});
  return spans;
}

std::string replaced(std::string_view text, std::size_t begin, std::size_t end,
                     std::string_view by) {
  return std::string(text.substr(0, begin)) + std::string(by) + std::string(text.substr(end));
}

void expect_a_whole_error(const Error& error, const std::string& text) {
  EXPECT_FALSE(error.message.empty());
  EXPECT_LE(error.offset, text.size());
  EXPECT_EQ(error.kind == ErrorKind::Invalid, !error.keyword_location.empty());
  EXPECT_EQ(error.kind == ErrorKind::Invalid, !error.absolute_keyword_location.empty());
  EXPECT_FALSE(error.to_string(text, "p").empty());
}

/// The error that a report puts first: what is not JSON, or too deep, comes before violations.
const Error& foremost(const std::vector<Error>& errors) {
  const auto other = std::find_if(errors.begin(), errors.end(),
                                  [](const Error& e) { return e.kind != ErrorKind::Invalid; });
  return other != errors.end() ? *other : errors.front();
}

/// Whether a payload is accepted; fails the test where the two readings disagree.
bool agrees(const std::string& text) {
  const test::Exact exact(text);
  const Result<Parcel> parcel = parse<Parcel>(exact.view());
  const Report report = validate<Parcel>(exact.view());
  if (!parcel) {
    expect_a_whole_error(parcel.error(), text);
    if (parcel.error().kind == ErrorKind::NotRepresentable) {
      EXPECT_TRUE(report.ok());
    } else {
      EXPECT_FALSE(report.ok());
      if (!report.ok()) {
        EXPECT_EQ(parcel.error(), foremost(report.errors()));
      }
    }
    for (const Error& error : report.errors()) expect_a_whole_error(error, text);
    EXPECT_TRUE(std::is_sorted(report.errors().begin(), report.errors().end(),
                               [](const Error& l, const Error& r) { return l.offset < r.offset; }));
    return false;
  }
  EXPECT_TRUE(report.ok()) << report.to_string();
  const Result<std::string> json = to_json(*parcel);
  EXPECT_TRUE(json);
  if (!json) return true;
  const Result<Parcel> again = parse<Parcel>(*json);
  EXPECT_TRUE(again && *again == *parcel) << *json;
  const Result<std::string> json_again = again ? to_json(*again) : json;
  EXPECT_TRUE(json_again && *json_again == *json) << *json;
  return true;
}

/// Stops at the first payload that shows a fault: one is enough to look into.
class Mutations {
 public:
  void check(const std::string& text) {
    if (::testing::Test::HasFailure()) return;
    const bool accepted = agrees(text);
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

TEST(ParseAndReport, AcceptThePayload) { EXPECT_TRUE(agrees(std::string(kParcel))); }

TEST(ParseAndReport, AgreeOnEveryPrefix) {
  Mutations mutations;
  for (std::size_t size = 0; size <= kParcel.size(); ++size) {
    mutations.check(std::string(kParcel.substr(0, size)));
  }
  mutations.expect_both();
}

TEST(ParseAndReport, AgreeWhenAByteIsReplaced) {
  using namespace std::string_view_literals;
  Mutations mutations;
  for (std::size_t i = 0; i < kParcel.size(); ++i) {
    for (const char c : "\0\"\\{}[],:0- .eu\n\x80\xC3\xFF"sv) {
      mutations.check(replaced(kParcel, i, i + 1, {&c, 1}));
    }
  }
  mutations.expect_both();
}

TEST(ParseAndReport, AgreeWhenBytesAreLeftOut) {
  Mutations mutations;
  for (std::size_t i = 0; i < kParcel.size(); ++i) {
    for (std::size_t count = 1; count <= 3; ++count) {
      mutations.check(replaced(kParcel, i, std::min(i + count, kParcel.size()), ""));
    }
  }
  mutations.expect_both();
}

TEST(ParseAndReport, AgreeWhenAByteIsPutIn) {
  using namespace std::string_view_literals;
  Mutations mutations;
  for (std::size_t i = 0; i <= kParcel.size(); ++i) {
    for (const char c : "\"\\,0 \n"sv) mutations.check(replaced(kParcel, i, i, {&c, 1}));
  }
  mutations.expect_both();
}

/// Values of every type, at the limits that the sample's schema has.
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
};

TEST(ParseAndReport, AgreeWhenAValueIsAnother) {
  Mutations mutations;
  for (const Span& span : spans_of(kParcel)) {
    for (const std::string_view value : kValues) {
      mutations.check(replaced(kParcel, span.begin, span.end, value));
    }
  }
  mutations.expect_both();
}

TEST(ParseAndReport, AgreeWhenValuesChangePlaces) {
  Mutations mutations;
  const std::vector<Span> spans = spans_of(kParcel);
  for (const Span& to : spans) {
    for (const Span& from : spans) {
      mutations.check(
          replaced(kParcel, to.begin, to.end, kParcel.substr(from.begin, from.end - from.begin)));
    }
  }
  mutations.expect_both();
}

TEST(ParseAndReport, AgreeWhenAMemberIsGivenTwiceOrLeftOut) {
  Mutations mutations;
  for (const Span& span : spans_of(kParcel)) {
    if (!span.is_member) continue;
    const std::string member(kParcel.substr(span.key, span.end - span.key));
    mutations.check(replaced(kParcel, span.key, span.key, member + ","));
    mutations.check(replaced(kParcel, span.end, span.end, "," + member));
    const bool is_last = kParcel[span.end] != ',';
    const bool is_first = kParcel[span.key - 1] != ',';
    if (!is_last) mutations.check(replaced(kParcel, span.key, span.end + 1, ""));
    if (is_last && !is_first) mutations.check(replaced(kParcel, span.key - 1, span.end, ""));
    if (is_last && is_first) mutations.check(replaced(kParcel, span.key, span.end, ""));
  }
  mutations.expect_both();
}

}  // namespace
}  // namespace eventc
