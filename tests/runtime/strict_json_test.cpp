// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

// JSON as RFC 8259 has it, and nothing else.

namespace eventc {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using test::Exact;

/// The value's text, or the error.
std::string json(std::string_view text, const Options& options = {}) {
  return test::outcome<&schema::any, Json>(text, options);
}
/// The characters of a string, or the error.
std::string characters(std::string_view text) {
  const Exact exact(text);
  const auto result =
      parse_document<&schema::string, std::string>(exact.view(), {&schema::string, "s.json#"}, {});
  return result ? *result : result.error().to_string();
}

constexpr std::string_view kNoValue = "(1:1): expected a value";

TEST(StrictReader, TakesEveryTypeOfValue) {
  for (const std::string_view text : {"null", "true", "false", "0", R"("")", R"("text")", "[]",
                                      "{}", R"([1,"a",null,[],{}])", R"({"a":{"b":[{}]},"":0})"}) {
    EXPECT_EQ(json(text), text);
  }
}

TEST(StrictReader, TakesTheFourKindsOfWhiteSpaceAroundEveryToken) {
  EXPECT_EQ(json(" \t\r\n1 \t\r\n"), "1");
  const std::string_view spaced = "[ \t\r\n1\n,\r2 ]";
  EXPECT_EQ(json(spaced), spaced);
  const std::string_view members = "{ \"a\"\t:\r1\n,\n\"b\" : 2 }";
  EXPECT_EQ(json(members), members);
  EXPECT_EQ(json("[\n]"), "[\n]");
  EXPECT_EQ(json("{\t}"), "{\t}");
}

TEST(StrictReader, RefusesOtherWhiteSpace) {
  for (const std::string_view space : {"\f", "\v", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x81\xA0"}) {
    EXPECT_EQ(json(std::string(space) + "1"), kNoValue);
    EXPECT_EQ(json("1" + std::string(space)), "(1:2): expected nothing behind the document");
    EXPECT_EQ(json("[1" + std::string(space) + "]"), "/0 (1:3): expected ',' or ']'");
  }
}

TEST(StrictReader, RefusesATextWithoutAValue) {
  EXPECT_EQ(json(""), "(1:1): the text ends where a value is expected");
  EXPECT_EQ(json(std::string_view()), "(1:1): the text ends where a value is expected");
  EXPECT_EQ(json(" \n "), "(2:2): the text ends where a value is expected");
  EXPECT_EQ(json("\xEF\xBB\xBF{}"), kNoValue);  // a byte order mark: RFC 8259, section 8.1
  EXPECT_EQ(json("\0"sv), kNoValue);
  for (const std::string_view text : {"]", "}", ",", ":", "'a'", "a", "#", "/**/1", "+1", ".5",
                                      "NaN", "Infinity", "undefined", "\x80", "\\u0031"}) {
    EXPECT_EQ(json(text), kNoValue) << text;
  }
}

TEST(StrictReader, RefusesWhatFollowsTheDocument) {
  for (const std::string_view text :
       {"1 2", "[] ]", "{} {}", "null,", "\"a\" \"b\"", "1 //", "1 x"}) {
    EXPECT_NE(json(text).find("expected nothing behind the document"), std::string::npos) << text;
  }
  EXPECT_EQ(json("1 \0"sv), "(1:3): expected nothing behind the document");
  EXPECT_EQ(json("1\0"sv), "(1:2): expected nothing behind the document");
  EXPECT_EQ(json("truefalse"), "(1:5): expected nothing behind the document");
  EXPECT_EQ(json("nullx"), "(1:5): expected nothing behind the document");
}

TEST(StrictReader, RefusesLiteralsOfAnotherSpelling) {
  for (const std::string_view text :
       {"nul", "NULL", "Null", "tru", "TRUE", "fals", "falsy", "t", "f", "n"}) {
    EXPECT_EQ(json(text), kNoValue) << text;
  }
  EXPECT_EQ(json("[nulL]"), "/0 (1:2): expected a value");
}

TEST(StrictReader, RefusesCommasAndColonsOutOfPlace) {
  EXPECT_EQ(json("[1,]"), "/1 (1:4): expected a value");
  EXPECT_EQ(json("[,1]"), "/0 (1:2): expected a value");
  EXPECT_EQ(json("[,]"), "/0 (1:2): expected a value");
  EXPECT_EQ(json("[1,,2]"), "/1 (1:4): expected a value");
  EXPECT_EQ(json("[1 2]"), "/0 (1:4): expected ',' or ']'");
  EXPECT_EQ(json("[1:2]"), "/0 (1:3): expected ',' or ']'");
  EXPECT_EQ(json("[1}"), "/0 (1:3): expected ',' or ']'");
  EXPECT_EQ(json(R"({"a":1,})"), "(1:8): expected a member's name in quotes");
  EXPECT_EQ(json(R"({,"a":1})"), "(1:2): expected a member's name in quotes");
  EXPECT_EQ(json(R"({"a":1 "b":2})"), "/a (1:8): expected ',' or '}'");
  EXPECT_EQ(json(R"({"a":1])"), "/a (1:7): expected ',' or '}'");
  EXPECT_EQ(json(R"({"a" 1})"), "(1:6): expected ':' behind a member's name");
  EXPECT_EQ(json(R"({"a",1})"), "(1:5): expected ':' behind a member's name");
  EXPECT_EQ(json(R"({"a"::1})"), "/a (1:6): expected a value");
  EXPECT_EQ(json(R"({"a":"b":1})"), "/a (1:9): expected ',' or '}'");
  EXPECT_EQ(json(R"({"a":})"), "/a (1:6): expected a value");
  EXPECT_EQ(json(R"({"a"})"), "(1:5): expected ':' behind a member's name");
  EXPECT_EQ(json("{a:1}"), "(1:2): expected a member's name in quotes");
  EXPECT_EQ(json("{'a':1}"), "(1:2): expected a member's name in quotes");
  EXPECT_EQ(json("{1:1}"), "(1:2): expected a member's name in quotes");
  EXPECT_EQ(json("[1]]"), "(1:4): expected nothing behind the document");
}

TEST(StrictReader, RefusesATextThatEndsTooSoon) {
  EXPECT_EQ(json("["), "/0 (1:2): the text ends inside an array");
  EXPECT_EQ(json("[1"), "/0 (1:3): the text ends inside an array");
  EXPECT_EQ(json("[1,"), "/1 (1:4): the text ends where a value is expected");
  EXPECT_EQ(json("{"), "(1:2): the text ends inside an object");
  EXPECT_EQ(json(R"({"a)"), "(1:2): a string is not closed");
  EXPECT_EQ(json(R"({"a")"), "(1:5): expected ':' behind a member's name");
  EXPECT_EQ(json(R"({"a":)"), "/a (1:6): the text ends where a value is expected");
  EXPECT_EQ(json(R"({"a":1)"), "/a (1:7): the text ends inside an object");
  EXPECT_EQ(json(R"({"a":1,)"), "(1:8): expected a member's name in quotes");
  EXPECT_EQ(json(R"(")"), "(1:1): a string is not closed");
  EXPECT_EQ(json(R"("\")"), "(1:1): a string is not closed");
  EXPECT_EQ(json(std::string(1000, '[')), json(std::string(129, '[')));
}

TEST(StrictNumbers, AreTakenAsTheyAreWritten) {
  for (const std::string_view text : {"0",
                                      "-0",
                                      "7",
                                      "10",
                                      "-123",
                                      "0.0",
                                      "-0.5",
                                      "1.25",
                                      "10.010",
                                      "1e0",
                                      "1E5",
                                      "1e+5",
                                      "1e-5",
                                      "0e0",
                                      "0E-9",
                                      "-1.5e+10",
                                      "123456789012345678901234567890",
                                      "1e999999",
                                      "0.00000000000000000000000001",
                                      "1e00005"}) {
    EXPECT_EQ(json(text), text);
  }
}

TEST(StrictNumbers, RefuseLeadingZeros) {
  for (const std::string_view text : {"00", "01", "-00", "-01", "007", "00.5", "01e1"}) {
    EXPECT_EQ(json(text), "(1:1): a number must not begin with 0") << text;
  }
}

TEST(StrictNumbers, RefuseMissingDigits) {
  EXPECT_EQ(json("-"), "(1:2): expected a digit");
  EXPECT_EQ(json("-a"), "(1:2): expected a digit");
  EXPECT_EQ(json("--1"), "(1:2): expected a digit");
  EXPECT_EQ(json("-.5"), "(1:2): expected a digit");
  EXPECT_EQ(json("-Infinity"), "(1:2): expected a digit");
  EXPECT_EQ(json("1."), "(1:3): expected a digit");
  EXPECT_EQ(json("1.e5"), "(1:3): expected a digit");
  EXPECT_EQ(json("1.-5"), "(1:3): expected a digit");
  EXPECT_EQ(json("1e"), "(1:3): expected a digit");
  EXPECT_EQ(json("1e+"), "(1:4): expected a digit");
  EXPECT_EQ(json("1E-"), "(1:4): expected a digit");
  EXPECT_EQ(json("1e+-5"), "(1:4): expected a digit");
  EXPECT_EQ(json("1e.5"), "(1:3): expected a digit");
  EXPECT_EQ(json("[-]"), "/0 (1:3): expected a digit");
}

TEST(StrictNumbers, EndWhereTheirGrammarDoes) {
  EXPECT_EQ(json("1.5.5"), "(1:4): expected nothing behind the document");
  EXPECT_EQ(json("1e5e5"), "(1:4): expected nothing behind the document");
  EXPECT_EQ(json("0x1F"), "(1:2): expected nothing behind the document");
  EXPECT_EQ(json("1_000"), "(1:2): expected nothing behind the document");
  EXPECT_EQ(json("1e1.5"), "(1:4): expected nothing behind the document");
  EXPECT_EQ(json("1-1"), "(1:2): expected nothing behind the document");
  EXPECT_EQ(json("\xEF\xBC\x91"), kNoValue);  // a full-width one
}

TEST(StrictStrings, TakeEveryEscape) {
  EXPECT_EQ(characters(R"("\"\\\/\b\f\n\r\t")"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(characters(R"("\u0041\u00e4\u20AC\uFFFF")"), "A\xC3\xA4\xE2\x82\xAC\xEF\xBF\xBF");
  EXPECT_EQ(characters(R"("\u0000")"), "\0"s);
  EXPECT_EQ(characters(R"("a\u0000b")"), "a\0b"s);
  EXPECT_EQ(characters(R"("\ud83d\ude00")"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(characters(R"("\uD800\uDC00\uDBFF\uDFFF")"), "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
  EXPECT_EQ(characters(R"("x\ud83d\ude00y\u0041z")"), "x\xF0\x9F\x98\x80yAz");
  EXPECT_EQ(characters(R"("\\u0041")"), "\\u0041");
  EXPECT_EQ(characters(R"("\\\\")"), "\\\\");
}

TEST(StrictStrings, RefuseOtherEscapes) {
  constexpr std::string_view kEscape =
      R"((1:2): an escape must be one of \" \\ \/ \b \f \n \r \t \uXXXX)";
  for (const std::string_view text :
       {R"("\a")",        R"("\v")",     R"("\0")",     R"("\x41")",   R"("\'")",
        R"("\U0041")",    R"("\u")",     R"("\u0")",    R"("\u004")",  R"("\u004G")",
        R"("\u 041")",    R"("\u+041")", R"("\u-041")", R"("\u{41}")", "\"\\\n\"",
        "\"\\\xC3\xA4\"", R"("\)",       R"("\u)",      R"("\u00)",    R"("\u004)"}) {
    EXPECT_EQ(characters(text), kEscape) << text;
  }
  EXPECT_EQ(characters("\"\\\0\""sv), kEscape);
}

TEST(StrictStrings, RefuseSurrogatesThatStandAlone) {
  constexpr std::string_view kAlone =
      "(1:2): a surrogate stands alone: it must be one of a pair, high then low";
  for (const std::string_view text :
       {R"("\ud800")", R"("\uDBFF")", R"("\udc00")", R"("\uDFFF")", R"("\ud800x")", R"("\ud800\n")",
        R"("\ud800\u0041")", R"("\ud800\ud800")", R"("\udc00\ud800")", R"("\ud800\u")",
        R"("\ud800\uDC0")", R"("\ud800\uDC0G")", R"("\ud800\)", R"("\ud800\uDC0)", R"("\ud800)",
        R"("\ud800 \udc00")"}) {
    EXPECT_EQ(characters(text), kAlone) << text;
  }
}

TEST(StrictStrings, RefuseControlCharacters) {
  for (char c = 0; c < 0x20; ++c) {
    const std::string text = "\"a" + std::string(1, c) + "\"";
    EXPECT_EQ(characters(text), "(1:3): a control character in a string must be escaped") << int{c};
  }
  EXPECT_EQ(characters("\"\x7F\""), "\x7F");  // DEL is none, for RFC 8259, section 7
}

TEST(StrictStrings, RefuseWhatIsNotUtf8) {
  for (const std::string_view bytes :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF",
        "\xE2\x82", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xF0\x9F\x98"}) {
    EXPECT_EQ(characters("\"" + std::string(bytes) + "\""), "(1:2): a string is not UTF-8");
    EXPECT_EQ(characters("\"" + std::string(bytes)), "(1:2): a string is not UTF-8");
    EXPECT_EQ(json("{\"" + std::string(bytes) + "\":1}"), "(1:3): a string is not UTF-8");
  }
}

TEST(StrictStrings, TakeEveryOtherCodePoint) {
  for (const std::string_view text :
       {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
        "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xE2\x80\xA8"}) {
    EXPECT_EQ(characters("\"" + std::string(text) + "\""), text);
  }
}

/// Strings are read in steps of eight bytes: a byte that is special must be seen at each place of
/// them, and none behind them.
TEST(StrictStrings, AreReadInStepsThatMissNothing) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string plain(size, 'x');
    EXPECT_EQ(characters("\"" + plain + "\""), plain);
    EXPECT_EQ(characters("\"" + plain), "(1:1): a string is not closed");
    for (std::size_t at = 0; at < size; ++at) {
      const auto with = [&](std::string_view bytes) {
        return plain.substr(0, at) + std::string(bytes) + plain.substr(at + 1);
      };
      const std::string place = "(1:" + std::to_string(at + 2) + "): ";
      ASSERT_EQ(characters("\"" + with("\\\"") + "\""), with("\""));
      ASSERT_EQ(characters("\"" + with("\\\\") + "\""), with("\\"));
      ASSERT_EQ(characters("\"" + with("\\u20ac") + "\""), with("\xE2\x82\xAC"));
      ASSERT_EQ(characters("\"" + with("\xF0\x9F\x98\x80") + "\""), with("\xF0\x9F\x98\x80"));
      ASSERT_EQ(characters("\"" + with("\x1F") + "\""),
                place + "a control character in a string must be escaped");
      ASSERT_EQ(characters("\"" + with("\0"sv) + "\""),
                place + "a control character in a string must be escaped");
      ASSERT_EQ(characters("\"" + with("\x80") + "\""), place + "a string is not UTF-8");
      ASSERT_EQ(characters("\"" + with("\xFF") + "\""), place + "a string is not UTF-8");
      // The neighbours of what is special are not: "!" and "#", "[" and "]", " " and DEL.
      for (const std::string_view c : {"!", "#", "[", "]", " ", "\x7F"}) {
        ASSERT_EQ(characters("\"" + with(c) + "\""), with(c));
      }
      ASSERT_EQ(json("\"" + with("\"") + "\""), place.substr(0, 3) + std::to_string(at + 3) +
                                                    "): expected nothing behind the document");
    }
  }
}

/// Where one is escaped, the next is looked for among sixteen bytes at once.
TEST(StrictStrings, AreReadBehindEscapesInStepsThatMissNothing) {
  const std::string behind(50, 'z');  // enough to be looked at
  const auto after = [&behind](const std::string& text) {
    return characters("\"\\n" + text + behind + "\"");
  };
  for (std::size_t plain = 0; plain <= 34; ++plain) {
    const std::string run(plain, 'x');
    const std::string place = "(1:" + std::to_string(plain + 4) + "): ";
    for (std::size_t escapes = 1; escapes <= 18; ++escapes) {
      std::string text = run;
      std::string expected = "\n" + run;
      for (std::size_t i = 0; i < escapes; ++i) {
        text += i % 2 == 0 ? "\\\\" : "\\\"";
        expected += i % 2 == 0 ? '\\' : '"';
      }
      ASSERT_EQ(after(text), expected + behind);
      ASSERT_EQ(characters("\"\\n" + text + "\""), expected);
    }
    ASSERT_EQ(after(run + "\\u20ac\\t"), "\n" + run + "\xE2\x82\xAC\t" + behind);
    ASSERT_EQ(after(run + "\xE2\x82\xAC"), "\n" + run + "\xE2\x82\xAC" + behind);
    ASSERT_EQ(after(run + "\\q"),
              place + R"(an escape must be one of \" \\ \/ \b \f \n \r \t \uXXXX)");
    ASSERT_EQ(after(run + "\n"), place + "a control character in a string must be escaped");
    ASSERT_EQ(after(run + "\x80"), place + "a string is not UTF-8");
  }
}

TEST(StrictStrings, EndAtTheFirstQuoteOfSeveralSpecialBytes) {
  EXPECT_EQ(characters(R"("abc" )"), "abc");
  EXPECT_EQ(json("[\"a\",\"\",\"b\\\\\",\"\\\"\"]"), "[\"a\",\"\",\"b\\\\\",\"\\\"\"]");
  // A borrow out of the quote's byte must not hide or move what follows.
  EXPECT_EQ(json("[\"abc\"!]"), "/0 (1:7): expected ',' or ']'");
  EXPECT_EQ(json("[\"abc\"#]"), "/0 (1:7): expected ',' or ']'");
}

TEST(ReaderLimits, CountArraysAndObjectsInOneAnother) {
  const Options three{.max_depth = 3};
  EXPECT_EQ(json(R"([{"a":[]}])", three), R"([{"a":[]}])");
  EXPECT_EQ(json(R"([{"a":[1,[]]}])", three), "/0/a/1 (1:10): nested deeper than the limit");
  EXPECT_EQ(json(R"([[[]],[[]],[[{}]]])", three), "/2/0/0 (1:14): nested deeper than the limit");
  const Options none{.max_depth = 0};
  EXPECT_EQ(json("1", none), "1");
  EXPECT_EQ(json("[]", none), "(1:1): nested deeper than the limit");
  EXPECT_EQ(json("{}", none), "(1:1): nested deeper than the limit");
}

TEST(ReaderLimits, EndAtADepthThatAnyStackHolds) {
  const Options unlimited{.max_depth = 1'000'000};
  const std::string deep = std::string(1024, '[') + std::string(1024, ']');
  EXPECT_EQ(json(deep, unlimited), deep);
  const auto result =
      parse_document<&schema::any, Json>("[" + deep + "]", {&schema::any, "s.json#"}, unlimited);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::Limit);
  EXPECT_EQ(result.error().offset, 1024U);
}

}  // namespace
}  // namespace eventc
