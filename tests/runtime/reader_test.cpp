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

TEST(Reader, ShowsTheTypeOfAValue) {
  const auto type_of = [](std::string_view text) {
    Reader in(text, 1);
    return in.type(in.skip_space(in.begin()));
  };
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

TEST(Reader, KeepsTheFirstFailureAndEndsThere) {
  const std::string_view text = "[1, x, {}]";
  Reader in(text, 8);
  bool first = true;
  const char* at = in.open('[', in.begin());
  EXPECT_TRUE(in.step(']', first, at));
  EXPECT_EQ(in.read_number(at).text, "1");
  EXPECT_TRUE(in.step(']', first, at));
  at = in.read_null(at);
  EXPECT_EQ(in.failure(), Failure::NotJson);
  EXPECT_EQ(in.failure_offset(), 4U);
  EXPECT_EQ(in.failure_message(), "expected a value");

  EXPECT_EQ(at, in.end());
  EXPECT_EQ(in.start(), in.end());
  EXPECT_FALSE(in.step(']', first, at));
  EXPECT_EQ(in.skip(at), "");
  EXPECT_FALSE(in.read_boolean(at));
  EXPECT_EQ(in.read_string(at).raw(), "");
  EXPECT_EQ(in.refuse(at), in.end());
  in.finish(at);
  EXPECT_EQ(in.failure(), Failure::NotJson);
  EXPECT_EQ(in.failure_offset(), 4U);
  EXPECT_EQ(at, in.end());
}

TEST(Reader, RefusesAnotherTypeWithoutCallingItBroken) {
  const auto failure_of = [](std::string_view text, auto read) {
    Reader in(text, 8);
    const char* at = in.begin();
    read(in, at);
    EXPECT_TRUE(in.ok() || at == in.end()) << text;
    return in.failure();
  };
  const auto read_null = [](Reader& in, const char*& at) { at = in.read_null(at); };
  const auto read_string = [](Reader& in, const char*& at) { in.read_string(at); };
  const auto read_number = [](Reader& in, const char*& at) { in.read_number(at); };
  const auto read_boolean = [](Reader& in, const char*& at) { in.read_boolean(at); };
  const auto open_array = [](Reader& in, const char*& at) { at = in.open('[', at); };
  EXPECT_EQ(failure_of("1", read_null), Failure::Refused);
  EXPECT_EQ(failure_of("nul", read_null), Failure::NotJson);
  EXPECT_EQ(failure_of("null", read_string), Failure::Refused);
  EXPECT_EQ(failure_of("'", read_string), Failure::NotJson);
  EXPECT_EQ(failure_of("\"1\"", read_number), Failure::Refused);
  EXPECT_EQ(failure_of("+1", read_number), Failure::NotJson);
  EXPECT_EQ(failure_of("0", read_boolean), Failure::Refused);
  EXPECT_EQ(failure_of("truE", read_boolean), Failure::NotJson);
  EXPECT_EQ(failure_of("", read_boolean), Failure::NotJson);
  EXPECT_EQ(failure_of("{}", open_array), Failure::Refused);
  EXPECT_EQ(failure_of("]", open_array), Failure::NotJson);
}

TEST(Reader, ReadsNullNearTheEndAndFarFromIt) {
  for (const std::size_t more : {0U, 1U, 40U}) {
    const Exact exact(" null" + std::string(more, ' '));
    Reader in(exact.view(), 8);
    EXPECT_EQ(in.read_null(in.begin()), in.begin() + 5);
    EXPECT_TRUE(in.ok());
  }
}

/// Where a key ends that is taken; 0 where it is not.
std::size_t end_of_key(std::string_view text, const KeyText& key) {
  const Reader in(text, 8);
  const char* const behind = in.take_key(key, in.begin());
  return behind == nullptr ? 0 : static_cast<std::size_t>(behind - in.begin());
}

TEST(Reader, TakesAKeyOnlyAsAWhole) {
  const auto takes = [](std::string_view text, std::string_view name) -> bool {
    // Near the text's end, and with much behind it.
    std::vector<bool> taken;
    for (const std::size_t more : {0U, 1U, 40U}) {
      const Exact exact(std::string(text) + std::string(more, ' '));
      const std::size_t end = end_of_key(exact.view(), KeyText(name));
      taken.push_back(end != 0);
      EXPECT_EQ(end, taken.back() ? text.find(':') + 1 : 0U);
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

TEST(Reader, TakesOneSpaceBehindAKey) {
  EXPECT_EQ(end_of_key(R"("name": 1)" + std::string(40, ' '), KeyText("name")), 8U);
  EXPECT_EQ(end_of_key(R"("name": )", KeyText("name")), 8U);
}

TEST(Reader, TakesAKeyOfAnyLength) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string name(size, 'n');
    const std::string other = size == 0 ? "m" : name.substr(1) + "m";
    const std::string text = "\"" + name + "\":1" + std::string(40, ' ');
    const bool fits = size + 3 <= KeyText::kCapacity;
    EXPECT_EQ(end_of_key(text, KeyText(name)), fits ? size + 3 : 0) << size;
    EXPECT_EQ(end_of_key(text, KeyText(other)), 0U) << size;
    EXPECT_EQ(end_of_key(text, KeyText(name + "n")), 0U) << size;
  }
}

TEST(Reader, SeesWhatComesBeforeTheNextQuote) {
  const auto ahead = [](std::string text) {
    const Exact exact(text + std::string(40, ' '));
    const Reader in(exact.view(), 8);
    return std::string(in.plain_key(in.begin()));
  };
  EXPECT_EQ(ahead(R"("name":1)"), "name");
  EXPECT_EQ(ahead(R"("sixteen letters!" :1)"), "sixteen letters!");
  EXPECT_EQ(ahead(R"("one that has up to 31 letters..":1)"), "one that has up to 31 letters..");
  EXPECT_EQ(ahead(R"("one that has thirty-two letters.":1)"), "");
  const Reader in(R"("name":1)", 8);
  EXPECT_EQ(in.plain_key(in.begin()).data(), nullptr) << "near the end";
}

TEST(Reader, TakesNoKeyThatJsonTextHasInAnotherWay) {
  EXPECT_EQ(KeyText("a\"b").size, 0U);
  EXPECT_EQ(KeyText("a\\b").size, 0U);
  EXPECT_EQ(KeyText("a\nb").size, 0U);
  EXPECT_EQ(end_of_key("\"a\"b\":1" + std::string(40, ' '), KeyText("a\"b")), 0U);
}

TEST(Reader, TakesShortIntegersAndNothingElse) {
  const auto take = [](std::string_view text) -> std::string {
    const Exact exact(text);
    Reader in(exact.view(), 8);
    const char* at = in.begin();
    std::int64_t value = 77;
    const bool is_taken = in.take_short_integer(at, value);
    const auto offset = static_cast<std::size_t>(at - in.begin());
    if (!is_taken) {
      EXPECT_EQ(value, 77);
      EXPECT_EQ(offset, text.find_first_not_of(' '));
      return "";
    }
    return std::to_string(value) + " " + std::to_string(offset);
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
  Reader negative("-1", 8);
  const char* at = negative.begin();
  std::uint64_t value = 0;
  EXPECT_FALSE(negative.take_short_integer(at, value));
}

TEST(Reader, TakesShortPlainStringsAndNothingElse) {
  const auto take = [](const std::string& text) -> std::string {
    const Exact exact(text + std::string(40, ' '));
    const Reader in(exact.view(), 8);
    const char* at = in.begin();
    std::string_view taken = "none";
    if (in.take_short_string(at, taken)) {
      EXPECT_EQ(static_cast<std::size_t>(at - in.begin()), text.size()) << text;
    } else {
      EXPECT_EQ(at, in.begin()) << text;
    }
    return std::string(taken);
  };
  EXPECT_EQ(take(R"("")"), "");
  EXPECT_EQ(take(R"("fifteen letters")"), "fifteen letters");
  EXPECT_EQ(take(R"("sixteen letters!")"), "none");
  EXPECT_EQ(take(R"( "a")"), "none");
  EXPECT_EQ(take(R"("\n")"), "none");
  EXPECT_EQ(take("\"\t\""), "none");
  EXPECT_EQ(take("\"\xC3\xA4\""), "none");
  EXPECT_EQ(take("17"), "none");
  const Exact near_the_end(R"("a")");
  const Reader in(near_the_end.view(), 8);
  const char* at = in.begin();
  std::string_view taken;
  EXPECT_FALSE(in.take_short_string(at, taken));
}

TEST(Reader, TakesUncheckedStringsUpToTheNextQuote) {
  const std::string_view text = R"("a\"b")";
  const Reader in(text, 8);
  const char* at = in.begin();
  std::string_view taken;
  EXPECT_TRUE(in.take_unchecked_string(at, taken));
  EXPECT_EQ(taken, "a\\");
  EXPECT_EQ(at, in.begin() + 4);
  EXPECT_FALSE(in.take_unchecked_string(at, taken)) << "no string begins there";
  const Reader open(R"("ab)", 8);
  at = open.begin();
  EXPECT_FALSE(open.take_unchecked_string(at, taken)) << "no quote ends it";
}

TEST(Reader, SkipsAValueAndGivesItsText) {
  const std::string_view text = R"( {"a" : [1, {"b":"]}"}]} , 2)";
  Reader in(text, 8);
  const char* at = in.begin();
  EXPECT_EQ(in.skip(at), R"({"a" : [1, {"b":"]}"}]})");
  EXPECT_EQ(in.byte(in.skip_space(at)), ',');
  EXPECT_EQ(in.depth_left(), 8U);
}

}  // namespace
}  // namespace eventc
