// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

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
  EXPECT_EQ(in.read_string().raw(), "");
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
  const auto takes = [](std::string_view text, std::string_view name) -> bool {
    // Near the text's end, and with much behind it.
    std::vector<bool> taken;
    for (const std::size_t more : {0U, 1U, 40U}) {
      const Exact exact(std::string(text) + std::string(more, ' '));
      Reader in(exact.view(), 8);
      taken.push_back(in.take_key(KeyText(name)));
      EXPECT_EQ(in.offset(), taken.back() ? text.find(':') + 1 : 0U);
    }
    EXPECT_EQ(taken, std::vector<bool>(3, taken[0])) << text;
    return taken[0];
  };
  EXPECT_TRUE(takes(R"("name":1)", "name"));
  EXPECT_TRUE(takes(R"("":1)", ""));
  EXPECT_TRUE(takes("\"gr\xC3\xBC\xC3\x9F\x65\":1", "gr\xC3\xBC\xC3\x9F\x65"));
  EXPECT_FALSE(takes(R"("name":1)", "nam"));
  EXPECT_FALSE(takes(R"("name":1)", "names"));
  EXPECT_FALSE(takes(R"("name":1)", "Name"));
  EXPECT_FALSE(takes(R"("\u006eame":1)", "name"));
  EXPECT_FALSE(takes(R"("name" :1)", "name"));  // read_key() takes it
  EXPECT_FALSE(takes(R"("nam)", "name"));
  EXPECT_FALSE(takes(R"("name)", "name"));
  EXPECT_FALSE(takes(R"(")", ""));
}

TEST(Reader, TakesAKeyOfAnyLength) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string name(size, 'n');
    const std::string other = size == 0 ? "m" : name.substr(1) + "m";
    const std::string text = "\"" + name + "\":1" + std::string(40, ' ');
    const bool fits = size + 3 <= KeyText::kCapacity;
    EXPECT_EQ(Reader(text, 8).take_key(KeyText(name)), fits) << size;
    EXPECT_FALSE(Reader(text, 8).take_key(KeyText(other))) << size;
    EXPECT_FALSE(Reader(text, 8).take_key(KeyText(name + "n"))) << size;
  }
}

TEST(Reader, StepsToAKeyWithoutWhiteSpaceAround) {
  const KeyText key("name");
  const auto steps = [&key](std::string text, bool first) {
    const Exact exact(text + std::string(40, ' '));
    Reader in(exact.view(), 8);
    const bool has_stepped = in.step_to_key(key, first);
    EXPECT_EQ(in.offset(), has_stepped ? text.find(':') + 1 : 0U) << text;
    return has_stepped;
  };
  EXPECT_TRUE(steps(R"("name":1)", true));
  EXPECT_TRUE(steps(R"(,"name":1)", false));
  EXPECT_FALSE(steps(R"("name":1)", false));
  EXPECT_FALSE(steps(R"(,"name":1)", true));
  EXPECT_FALSE(steps(R"(, "name":1)", false));
  EXPECT_FALSE(steps(R"(,"name" :1)", false));
  EXPECT_FALSE(steps(R"(,"names":1)", false));
  EXPECT_FALSE(steps(R"(])", false));
}

TEST(Reader, SeesPlainKeysAhead) {
  const auto ahead = [](std::string text) {
    const Exact exact(text + std::string(40, ' '));
    return std::string(Reader(exact.view(), 8).plain_key_ahead());
  };
  EXPECT_EQ(ahead(R"("name":1)"), "name");
  EXPECT_EQ(ahead(R"("sixteen letters!" :1)"), "sixteen letters!");
  EXPECT_EQ(ahead(R"("one that has up to 31 letters..":1)"), "one that has up to 31 letters..");
  EXPECT_EQ(ahead(R"("one that has thirty-two letters.":1)"), "");
  EXPECT_EQ(ahead(R"("\u006eame":1)"), "");
  EXPECT_EQ(ahead("\"n\xC3\xA4me\":1"), "");
  EXPECT_EQ(Reader(R"("name":1)", 8).plain_key_ahead().data(), nullptr) << "near the end";
}

TEST(Reader, StepsToNoKeyNearTheTextsEnd) {
  const KeyText key("name");
  for (std::size_t more = 0; more < 40; ++more) {
    const Exact exact(R"(,"name":)" + std::string(more, ' '));
    Reader in(exact.view(), 8);
    EXPECT_EQ(in.step_to_key(key, false), exact.view().size() > KeyText::kCapacity) << more;
  }
}

TEST(Reader, TakesNoKeyThatJsonTextHasInAnotherWay) {
  EXPECT_EQ(KeyText("a\"b").size, 0U);
  EXPECT_EQ(KeyText("a\\b").size, 0U);
  EXPECT_EQ(KeyText("a\nb").size, 0U);
  const std::string text = "\"a\"b\":1" + std::string(40, ' ');
  EXPECT_FALSE(Reader(text, 8).take_key(KeyText("a\"b")));
}

TEST(Reader, TakesShortIntegersAndNothingElse) {
  const auto take = [](std::string_view text) -> std::string {
    const Exact exact(text);
    Reader in(exact.view(), 8);
    std::int64_t value = 77;
    if (!in.take_short_integer(value)) {
      EXPECT_EQ(value, 77);
      EXPECT_EQ(in.offset(), text.find_first_not_of(' '));
      return "";
    }
    return std::to_string(value) + " " + std::to_string(in.offset());
  };
  EXPECT_EQ(take("0"), "0 1");
  EXPECT_EQ(take("-0"), "0 2");
  EXPECT_EQ(take("  42,"), "42 4");
  EXPECT_EQ(take("-999999999999999999]"), "-999999999999999999 19");
  for (const std::string_view text :
       {"-", "x", "01", "-01", "1.0", "1e2", "1E2", "1000000000000000000",
        "99999999999999999999999", "\"1\"", "null"}) {
    EXPECT_EQ(take(text), "") << text;
  }
  std::uint64_t value = 0;
  EXPECT_FALSE(Reader("-1", 8).take_short_integer(value));
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

TEST(Unescape, CopiesRunsOfAnyLengthBetweenEscapes) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::size_t behind : {0U, 1U, 15U, 16U, 17U, 40U}) {
      const std::string a(before, 'a');
      const std::string b(behind, 'b');
      const Exact exact(a + R"(\n\u00e4\ud83d\ude00)" + b + R"(\")");
      std::string out;
      unescape({exact.view(), true}, out);
      ASSERT_EQ(out, a + "\n\xC3\xA4\xF0\x9F\x98\x80" + b + "\"");
    }
  }
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
