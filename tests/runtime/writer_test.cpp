// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/writer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using namespace std::string_view_literals;

template <class Write>
std::string written(Write write) {
  std::string json;
  Writer out(json);
  write(out);
  out.finish();
  EXPECT_TRUE(out.ok()) << out.failure();
  return json;
}
std::string string(std::string_view text) {
  return written([text](Writer& out) { out.write_string(text); });
}
std::string number(double value) {
  return written([value](Writer& out) { out.write_number(value); });
}

TEST(Writer, AppendsToWhatIsThere) {
  std::string json = "x=";
  Writer out(json);
  out.punctuate('[');
  out.write_null();
  out.punctuate(',');
  out.write_boolean(true);
  out.punctuate(',');
  out.write_boolean(false);
  out.punctuate(',');
  out.write_raw(R"({"a": 1})");
  out.punctuate(',');
  out.write_base64("\0\xFF"sv);
  out.punctuate(']');
  out.finish();
  EXPECT_EQ(json, R"(x=[null,true,false,{"a": 1},"AP8="])");
}

TEST(Writer, WritesIntegersToTheirLimits) {
  const auto integer = [](auto value) {
    return written([value](Writer& out) { out.write_integer(value); });
  };
  EXPECT_EQ(integer(std::int64_t{0}), "0");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
  EXPECT_EQ(integer(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
}

TEST(Writer, WritesTheShortestNumberThatReadsBack) {
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(1), "1");
  EXPECT_EQ(number(-0.0), "-0");
  EXPECT_EQ(number(1e21), "1e+21");
  EXPECT_EQ(number(5e-324), "5e-324");
  EXPECT_EQ(number(-1.7976931348623157e308), "-1.7976931348623157e+308");
  EXPECT_EQ(number(1.0 / 3), "0.3333333333333333");
}

TEST(Writer, EscapesWhatAStringMustNotHoldAndNoMore) {
  EXPECT_EQ(string(""), R"("")");
  EXPECT_EQ(string("\"\\/"), R"("\"\\/")");
  EXPECT_EQ(string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(string("\0\x01\x0B\x1F\x20\x7F"sv), "\"\\u0000\\u0001\\u000b\\u001f \x7F\"");
  EXPECT_EQ(string("a\nb"), R"("a\nb")");
  EXPECT_EQ(string("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\xE2\x80\xA8"),
            "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\xE2\x80\xA8\"");
}

TEST(Writer, EscapesInStringsOfAnyLengthAndInAnyPlace) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'a');
    EXPECT_EQ(string(text), '"' + text + '"');
    for (std::size_t place = 0; place < size; ++place) {
      std::string quoted = text;
      quoted[place] = '"';
      std::string expected = '"' + text + '"';
      expected.replace(place + 1, 1, "\\\"");
      ASSERT_EQ(string(quoted), expected);
      std::string broken = text;
      broken[place] = '\xFF';
      std::string json;
      Writer out(json);
      out.write_string(broken);
      ASSERT_EQ(out.failure(), "a JSON string must be UTF-8");
    }
  }
}

TEST(Writer, EscapesAnyNumberOfCharactersInLongStrings) {
  const std::string_view characters = "a\"b\\c\n\x01 \xC3\xA4\x7F";
  std::uint32_t state = 1;
  for (std::size_t size = 0; size < 200; ++size) {
    std::string text;
    std::string expected = "\"";
    while (text.size() < size) {
      state = state * 1664525U + 1013904223U;
      const std::size_t place = (state >> 16) % 9;
      const std::string_view one = place == 8 ? "\xC3\xA4" : characters.substr(place, 1);
      text += one;
      expected += one == "\""     ? "\\\""
                  : one == "\\"   ? "\\\\"
                  : one == "\n"   ? "\\n"
                  : one == "\x01" ? "\\u0001"
                                  : one;
    }
    ASSERT_EQ(string(text), expected + "\"");
  }
  EXPECT_EQ(string(std::string(5000, '\x1F')).size(), 2 + 5000 * 6);
}

TEST(Writer, GrowsTheStringAsItGoes) {
  std::string expected;
  const std::string json = written([&](Writer& out) {
    for (int i = 0; i < 2000; ++i) {
      out.write_integer(std::int64_t{i});
      out.write_key('{', KeyText("member"));
      out.write_string("text");
      out.punctuate(',');
      expected += std::to_string(i) + R"({"member":"text",)";
    }
  });
  EXPECT_EQ(json, expected);
}

TEST(Writer, KeepsTheFirstFailure) {
  std::string json;
  Writer out(json);
  out.punctuate('[');
  out.write_number(std::numeric_limits<double>::quiet_NaN());
  out.punctuate(',');
  out.write_string("\xFF");
  EXPECT_FALSE(out.ok());
  EXPECT_EQ(out.failure(), "JSON has no number that is not finite");
  EXPECT_EQ(out.failure_offset(), 1U);
}

TEST(Writer, RefusesEveryNumberThatIsNotFinite) {
  for (const double value :
       {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
        std::numeric_limits<double>::quiet_NaN()}) {
    std::string json;
    Writer out(json);
    out.write_number(value);
    EXPECT_EQ(out.failure(), "JSON has no number that is not finite");
  }
}

sample::Parcel parcel() { return *parse<sample::Parcel>(sample::kParcel); }

TEST(ToJson, WritesMembersInTheOrderOfTheSchema) {
  EXPECT_EQ(
      *to_json(parcel()),
      R"({"type":"parcel","id":"p-17","weight":2500,"serial":18446744073709551615,"price":19.99,)"
      R"("carrier":"by \"air\"","speed":"warp",)"
      "\"note\":\"h\xC3\xA9 \xF0\x9F\x98\x80\","
      R"("gift":null,"stops":[{"city":"Oslo","dock":7},{"city":"Bergen"}],)"
      R"("item":{"sku":"a","parts":[{"sku":"b","parts":[]}],"spare":{"sku":"c","parts":[]}},)"
      R"("position":[10.5,-60,"quay"],"labels":{"a":"1","b":"2"},"counts":{"n-x":3},)"
      R"("payment":{"kind":"card","number":"4711"},"reference":15,"any":{"width":4},)"
      R"("one":{"label":"m"},"size":{"width":10,"height":20,"depth":0},)"
      R"("details":{"code":"abc","a":1.0,"z":[1,{"y":null}]},"seal":"AP8=",)"
      R"("inner":"eyJjaXR5IjoiVWxtIiwiZG9jayI6MX0=","history":"[1,-2]","extra":{"k":[1e2,"v"]},)"
      R"("say \"hi\"":"hi",)"
      "\"gr\xC3\xB6\xC3\x9F\x65\":false}");
}

TEST(ToJson, LeavesOutWhatIsAbsent) {
  sample::Parcel least;
  least.id = "p-1";
  EXPECT_EQ(*to_json(least),
            R"({"type":"parcel","id":"p-1","weight":0,"stops":[],"say \"hi\"":""})");
}

TEST(ToJson, SaysWhereAValueCannotBeWritten) {
  const auto error_of = [](auto change) {
    sample::Parcel value = parcel();
    change(value);
    const Result<std::string> json = to_json(value);
    EXPECT_FALSE(json);
    if (json) return std::string();
    EXPECT_EQ(json.error().kind, ErrorKind::NotRepresentable);
    return json.error().instance_location + ": " + json.error().message;
  };
  EXPECT_EQ(error_of([](sample::Parcel& p) { p.price = std::nan(""); }),
            "/price: JSON has no number that is not finite");
  EXPECT_EQ(error_of([](sample::Parcel& p) { p.stops[1].city = "\xFF"; }),
            "/stops/1/city: a JSON string must be UTF-8");
  EXPECT_EQ(error_of([](sample::Parcel& p) { (*p.labels)["\xFF"] = "x"; }),
            "/labels: a JSON string must be UTF-8");
  EXPECT_EQ(error_of([](sample::Parcel& p) { p.inner->city = "\xFF"; }),
            "/inner: a JSON string must be UTF-8");
  EXPECT_EQ(error_of([](sample::Parcel& p) { p.carrier = static_cast<sample::Carrier>(3); }),
            "/carrier: an enumeration has no such value");
}

}  // namespace
}  // namespace eventc
