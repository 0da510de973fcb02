// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

TEST(Reader, ShowsWhatBeginsAhead) {
  const auto type_of = [](std::string_view text) { return Reader(text, 1).peek_type(); };
  EXPECT_EQ(type_of(" null"), schema::kNull);
  EXPECT_EQ(type_of("true"), schema::kBoolean);
  EXPECT_EQ(type_of("\nfalse"), schema::kBoolean);
  for (const std::string_view number : {"-1", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
    EXPECT_EQ(type_of(number), schema::kNumber);
  }
  EXPECT_EQ(type_of("\"\""), schema::kString);
  EXPECT_EQ(type_of("["), schema::kArray);
  EXPECT_EQ(type_of("{"), schema::kObject);
  EXPECT_TRUE(type_of("").empty());
  EXPECT_TRUE(type_of("x").empty());
}

TEST(Reader, KeepsTheFirstFailureAndStaysAtTheEnd) {
  const std::string_view text = "[1, x, {}]";
  Reader in(text, 8);
  bool first = true;
  in.open('[');
  EXPECT_TRUE(in.step(']', first));
  EXPECT_EQ(in.read_number().text, "1");
  EXPECT_TRUE(in.step(']', first));
  in.read_null();
  EXPECT_EQ(in.failure(), Failure::NotJson);
  EXPECT_EQ(in.failure_offset(), 4U);
  EXPECT_EQ(in.failure_message(), "expected a value");

  EXPECT_FALSE(in.step(']', first));
  EXPECT_EQ(in.skip(), "");
  EXPECT_FALSE(in.read_boolean());
  EXPECT_EQ(in.read_string().raw, "");
  in.refuse();
  in.finish();
  EXPECT_EQ(in.failure(), Failure::NotJson);
  EXPECT_EQ(in.failure_offset(), 4U);
  EXPECT_EQ(in.offset(), text.size());
}

TEST(Reader, RefusesAnotherTypeWithoutCallingItBroken) {
  const auto failure_of = [](std::string_view text, auto read) {
    Reader in(text, 8);
    read(in);
    return in.failure();
  };
  const auto read_null = [](Reader& in) { in.read_null(); };
  const auto read_string = [](Reader& in) { in.read_string(); };
  const auto read_number = [](Reader& in) { in.read_number(); };
  const auto read_boolean = [](Reader& in) { in.read_boolean(); };
  const auto open_array = [](Reader& in) { in.open('['); };
  EXPECT_EQ(failure_of("1", read_null), Failure::Refused);
  EXPECT_EQ(failure_of("nul", read_null), Failure::NotJson);
  EXPECT_EQ(failure_of("null", read_string), Failure::Refused);
  EXPECT_EQ(failure_of("'", read_string), Failure::NotJson);
  EXPECT_EQ(failure_of("\"1\"", read_number), Failure::Refused);
  EXPECT_EQ(failure_of("+1", read_number), Failure::NotJson);
  EXPECT_EQ(failure_of("0", read_boolean), Failure::Refused);
  EXPECT_EQ(failure_of("", read_boolean), Failure::NotJson);
  EXPECT_EQ(failure_of("{}", open_array), Failure::Refused);
  EXPECT_EQ(failure_of("]", open_array), Failure::NotJson);
}

TEST(Reader, TakesAKeyOnlyAsAWhole) {
  const auto takes = [](std::string_view text, std::string_view name) {
    const Exact exact(text);
    Reader in(exact.view(), 8);
    const bool taken = in.take_key(name);
    EXPECT_EQ(in.offset(), taken ? text.find(':') + 1 : 0U);
    return taken;
  };
  EXPECT_TRUE(takes(R"("name":1)", "name"));
  EXPECT_TRUE(takes(R"("name" : 1)", "name"));
  EXPECT_TRUE(takes(R"("":1)", ""));
  EXPECT_TRUE(takes("\"gr\xC3\xBC\xC3\x9F\x65\":1", "gr\xC3\xBC\xC3\x9F\x65"));
  EXPECT_FALSE(takes(R"("name":1)", "nam"));
  EXPECT_FALSE(takes(R"("name":1)", "names"));
  EXPECT_FALSE(takes(R"("name":1)", "Name"));
  EXPECT_FALSE(takes(R"("\u006eame":1)", "name"));
  EXPECT_FALSE(takes(R"("nam)", "name"));
  EXPECT_FALSE(takes(R"("name)", "name"));
  EXPECT_FALSE(takes(R"(")", ""));
}

TEST(Reader, SkipsAValueAndGivesItsText) {
  const std::string_view text = R"( {"a" : [1, {"b":"]}"}]} , 2)";
  Reader in(text, 8);
  EXPECT_EQ(in.skip(), R"({"a" : [1, {"b":"]}"}]})");
  EXPECT_EQ(in.peek(), ',');
  EXPECT_EQ(in.depth_left(), 8U);
}

TEST(Reader, ReadsAValueAgain) {
  const std::string_view text = R"([["a"], 1])";
  Reader in(text, 8);
  bool first = true;
  in.open('[');
  ASSERT_TRUE(in.step(']', first));
  const char* const value = in.position();
  EXPECT_EQ(in.skip(), R"(["a"])");
  Reader again = in.reread(value);
  EXPECT_EQ(again.skip(), R"(["a"])");
  EXPECT_EQ(again.depth_left(), 7U);
  EXPECT_EQ(in.peek(), ',');
}

TEST(Unescape, AppendsToWhatIsThere) {
  std::string out = "so: ";
  unescape({R"(a\nb)", true}, out);
  unescape({"", false}, out);
  unescape({}, out);
  unescape({R"(\ud83d\ude00)", true}, out);
  EXPECT_EQ(out, "so: a\nb\xF0\x9F\x98\x80");
}

}  // namespace
}  // namespace eventc
