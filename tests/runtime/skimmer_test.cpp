// SPDX-License-Identifier: Apache-2.0
#include "skimmer.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "eventc/emitted/cursor.hpp"

namespace eventc {
namespace {

/// A copy without a byte behind it that may be read.
std::unique_ptr<char[]> exact_copy(std::string_view text) {
  std::unique_ptr<char[]> copy(new char[text.size()]);
  text.copy(copy.get(), text.size());
  return copy;
}

/// What a Skimmer passes as the value that a text begins with; "not JSON" where it fails.
std::string taken(std::string_view text, const Options& options = {}) {
  const auto copy = exact_copy(text);
  Skimmer in({copy.get(), text.size()}, options);
  const std::string_view value = in.take();
  return in.ok() ? std::string(value) : "not JSON";
}

/// The same, of a Reader.
std::string read(std::string_view text, const Options& options = {}) {
  Cursor in(text, options.max_depth);
  const std::string_view value = in.skip();
  return in.ok() ? std::string(value) : "not JSON";
}

constexpr std::string_view kTexts[] = {
    R"({"a":"b","c":{"d":["e","f",1,-2.5e3,null,true,false,[],{}]},"g":""})",
    R"( { "a" : "b" , "c" : [ "d" , { } , [ ] , 17 ] } )",
    R"(["a","b",["c"],[[["d"]]],{"e":{"f":{"g":"h"}}}])",
    R"({"text":"with \"escapes\", \\, \u00e4 and \ud83d\ude00","next":"plain"})",
    "{\"港\":\"第 1 船席\",\"x\":\"Öberg\",\"y\":[\"⚓\"]}",
    R"({"a name that is longer than what is looked at together, which are sixty-four bytes":"and a value that is as long, so that both go on in what follows"})",
    "{\n  \"a\": {\n    \"b\": [\n      \"c\",\n      \"d\"\n    ]\n  },\r\n\t\"e\": \"f\"\n}",
    R"("a string alone")",
    "-0.5",
    "[]",
    "{}",
};

TEST(Skimmer, PassesWhatAReaderPasses) {
  for (const std::string_view text : kTexts) {
    EXPECT_EQ(taken(text), read(text));
    EXPECT_NE(taken(text), "not JSON") << text;
  }
}

TEST(Skimmer, RefusesWhatAReaderRefusesWhereverATextIsCut) {
  for (const std::string_view text : kTexts) {
    for (std::size_t size = 0; size <= text.size(); ++size)
      ASSERT_EQ(taken(text.substr(0, size)), read(text.substr(0, size))) << text.substr(0, size);
  }
}

TEST(Skimmer, RefusesWhatAReaderRefusesWhereverAByteIsAnother) {
  using namespace std::string_view_literals;
  for (const std::string_view text : kTexts) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (const char byte : "\"\\,:[]{}0-x \n\t\x01\x80\0"sv) {
        std::string spoilt(text);
        spoilt[at] = byte;
        ASSERT_EQ(taken(spoilt), read(spoilt)) << spoilt;
        spoilt = std::string(text).insert(at, 1, byte);
        ASSERT_EQ(taken(spoilt), read(spoilt)) << spoilt;
      }
      const std::string without = std::string(text).erase(at, 1);
      ASSERT_EQ(taken(without), read(without)) << without;
    }
  }
}

TEST(Skimmer, RefusesWhatIsDeeperThanTheLimit) {
  for (const std::size_t depth : {1U, 2U, 63U, 64U, 65U, 66U, 128U, 129U, 700U, 1024U, 1025U}) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += i % 3 == 0 ? "[" : R"({"a":)";
    text += "1";
    for (std::size_t i = depth; i-- != 0;) text += i % 3 == 0 ? "]" : "}";
    for (const std::size_t most : {depth - 1, depth, depth + 1}) {
      const bool is_within = depth <= most && depth <= Reader::kDeepest;
      EXPECT_EQ(taken(text, {.max_depth = most}) == text, is_within)
          << depth << " levels, where " << most << " are allowed";
    }
    text.back() = text.back() == '}' ? ']' : '}';
    EXPECT_EQ(taken(text, {.max_depth = 2000}), "not JSON") << "another bracket closes";
  }
}

TEST(Skimmer, RefusesWhatIsLargerThanTheLimit) {
  EXPECT_EQ(taken("[1]", {.max_size = 3}), "[1]");
  EXPECT_EQ(taken("[1]", {.max_size = 2}), "not JSON");
}

/// The names of an object's members, and "!" where reading fails.
std::string names_of(std::string_view text) {
  const auto copy = exact_copy(text);
  Skimmer in({copy.get(), text.size()}, {});
  std::string names;
  bool is_first = true;
  in.peek_type();
  in.open();
  while (const StringToken name = in.next_member(is_first)) {
    names += text_of(name) + " ";
    in.skip();
  }
  return in.ok() ? names : names + "!";
}

TEST(Skimmer, GoesFromMemberToMember) {
  EXPECT_EQ(names_of("{}"), "");
  EXPECT_EQ(names_of(R"({"a":1,"b":"x","c":{"d":2},"":[]})"), "a b c  ");
  EXPECT_EQ(names_of("{ \"a\" : 1 ,\n \"b\"\t:\"x\", \"c\" :{\"d\":2} }"), "a b c ");
  EXPECT_EQ(names_of(R"({"\u0061":1,"b\"":"\\","c":"\"","d":0})"), "a b\" c d ");
}

TEST(Skimmer, StopsAtWhatIsNoMember) {
  EXPECT_EQ(names_of("{"), "!");
  EXPECT_EQ(names_of(R"({"a")"), "!");
  EXPECT_EQ(names_of(R"({"a":1)"), "a !");
  EXPECT_EQ(names_of(R"({"a":1,)"), "a !");
  EXPECT_EQ(names_of(R"({"a":1,})"), "a !");
  EXPECT_EQ(names_of(R"({"a":1 "b":2})"), "a !");
  EXPECT_EQ(names_of(R"({"a"  1})"), "!");
  EXPECT_EQ(names_of(R"({"a" "b":1})"), "!");
  EXPECT_EQ(names_of(R"({a:1})"), "!");
  EXPECT_EQ(names_of(R"({,"a":1})"), "!");
  EXPECT_EQ(names_of(R"({"a":1]})"), "a !");
}

TEST(Skimmer, GoesFromItemToItem) {
  const std::string text = R"([ "a",1 , [2],{"b":3}])";
  const auto copy = exact_copy(text);
  Skimmer in({copy.get(), text.size()}, {});
  in.open();
  std::string items;
  for (bool is_first = true; in.next_item(is_first);) items += std::string(in.take()) + ";";
  EXPECT_TRUE(in.ok());
  EXPECT_EQ(items, R"("a";1;[2];{"b":3};)");
}

}  // namespace
}  // namespace eventc
