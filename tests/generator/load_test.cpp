// SPDX-License-Identifier: Apache-2.0
#include "load.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/print.hpp"

namespace eventc::compiler {
namespace {

// What load() reports, as printed.
std::string report(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = load("a.json", text, diagnostics);
  EXPECT_TRUE(document.has_value() || diagnostics.has_errors());
  return print(diagnostics, {{"a.json", text}}, ErrorFormat::Human, false);
}

Document loaded(const std::string& text) {
  Diagnostics diagnostics;
  auto document = load("a.json", text, diagnostics);
  EXPECT_EQ(print(diagnostics, {{"a.json", text}}, ErrorFormat::Human, false), "");
  return document ? *document : Document();
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(Load, KeepsFileTextAndOrder) {
  const std::string text = " {\"z\": [1, -2, 1.5, true, false, null], \"a\": {}, \"\": []}\n";
  const Document document = loaded(text);
  EXPECT_EQ(document.file, "a.json");
  EXPECT_EQ(document.text, text);
  EXPECT_EQ(document.root.dump(), R"({"z":[1,-2,1.5,true,false,null],"a":{},"":[]})");
}

TEST(Load, DecodesStrings) {
  const Document document = loaded(R"({"\u0061": "é\"\\\/\b\f\n\r\t\u20AC\uD83D\uDe00"})");
  EXPECT_EQ(document.root, Json({{"a", "é\"\\/\b\f\n\r\t€😀"}}));
}

TEST(Load, TakesAScalarDocument) { EXPECT_EQ(loaded("true").root, Json(true)); }

TEST(Load, HoldsIntegersExactlyWhereTheyFit) {
  const Json root = loaded("[0, -9223372036854775808, 18446744073709551615, 1.0]").root;
  EXPECT_TRUE(root[0].is_number_unsigned());
  EXPECT_EQ(root[1].get<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(root[2].get<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_TRUE(root[3].is_number_float());
}

TEST(Load, HoldsANumberPastTheRangeAsInfinite) {
  const Json root = loaded("[1e400, -1E+400, 1" + std::string(400, '0') + ", 1e-400]").root;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(root, Json::array({kInfinity, -kInfinity, kInfinity, 0.0}));
}

TEST(ExactNumber, IsWhatTheAuthorWrote) {
  const Document document =
      loaded(R"({"a/b": [0.01, 1e400], "max": 18446744073709551616, "x": -0.0, "y": 1.50 })");
  EXPECT_EQ(exact_number(document, "/a~1b/0"), "0.01");
  EXPECT_EQ(exact_number(document, "/a~1b/1"), "1e400");
  EXPECT_EQ(exact_number(document, "/max"), "18446744073709551616");
  EXPECT_EQ(exact_number(document, "/x"), "-0.0");
  EXPECT_EQ(exact_number(document, "/y"), "1.50");
  EXPECT_EQ(exact_number(loaded(" 7 "), ""), "7");
}

TEST(Load, ReportsANameGivenTwiceWithTheFirst) {
  EXPECT_EQ(report("{\n  \"properties\": {\n    \"a\": 1,\n    \"\\u0061\": 2\n  }\n}\n"),
            R"(a.json:4:5: error: an object has two members "a"
    "\u0061": 2
    ^~~~~~~~
  at /properties/a
a.json:3:5: note: the first is here
    "a": 1,
    ^~~
)");
}

TEST(Load, GivesADocumentOfFirstMembersAndGoesOn) {
  Diagnostics diagnostics;
  const auto document =
      load("a.json", R"({"a": 1, "a": {"b": 2, "b": 3}, "a": 4, "c": [{"a": 5}]})", diagnostics);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->root.dump(), R"({"a":1,"c":[{"a":5}]})");
  std::vector<std::string> pointers;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    pointers.push_back(diagnostic.location.pointer);
  }
  EXPECT_EQ(pointers, (std::vector<std::string>{"/a", "/a/b", "/a"}));
}

TEST(Load, TakesManyMembersInReasonableTime) {
  std::string text = "{\"first\": 0";
  for (int i = 0; i < 100000; ++i) text += ",\"member" + std::to_string(i) + "\": 0";
  EXPECT_EQ(loaded(text + "}").root.size(), 100001u);
}

TEST(Load, Takes256LevelsAndNoMore) {
  EXPECT_EQ(report(nested(256)), "");
  EXPECT_EQ(report("[{}, " + nested(255) + "]"), "") << "levels that are left do not count";
  Diagnostics diagnostics;
  EXPECT_FALSE(load("a.json", nested(257), diagnostics).has_value());
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].message, "nested deeper than 256 levels");
  EXPECT_EQ(diagnostics.all()[0].location, (Location{"a.json", "", Location::Part::Value, 256}));
}

TEST(Load, SaysWhatItExpectedAndFound) {
  EXPECT_EQ(
      report("{\"a\": }"),
      "a.json:1:7: error: not JSON: expected a value, found '}'\n    {\"a\": }\n          ^\n");
  EXPECT_EQ(report("{\n  \"a\": flase\n}"),
            "a.json:2:8: error: not JSON: expected a value, found \"flase\"\n"
            "    \"a\": flase\n         ^~~~~\n");
  EXPECT_EQ(report("[1 \"x\"]"),
            "a.json:1:4: error: not JSON: expected ',' or ']', found a string\n"
            "    [1 \"x\"]\n       ^~~\n");
  EXPECT_EQ(report("{} 17"),
            "a.json:1:4: error: not JSON: expected the end of the text, found a number\n"
            "    {} 17\n       ^~\n");
}

TEST(Load, PointsBehindTheLastByteAtTheEnd) {
  EXPECT_EQ(report("{\n  \"a\": [1\n\n\n"),
            "a.json:2:10: error: not JSON: expected ',' or ']', found the end of the text\n"
            "    \"a\": [1\n           ^\n");
  EXPECT_EQ(report(""), "a.json:1:1: error: not JSON: the file is empty\n");
}

TEST(Load, AddsANoteOnWhatOtherNotationsHave) {
  EXPECT_EQ(report("[1, ]"),
            "a.json:1:5: error: not JSON: expected a value, found ']'\n    [1, ]\n        ^\n"
            "  note: JSON has no comma behind the last member or item\n");
  EXPECT_EQ(report("{} // x"),
            "a.json:1:4: error: not JSON: expected the end of the text, found '/'\n"
            "    {} // x\n       ^\n  note: JSON has no comments\n");
}

TEST(Load, NamesTheNotationOrEncodingThatItFinds) {
  EXPECT_EQ(report("title: Order\ntype: object\n"),
            "a.json:1:1: error: not JSON: expected a value, found \"title\"\n"
            "    title: Order\n    ^~~~~\n  note: it looks like YAML: write the schema as JSON\n");
  EXPECT_EQ(report(std::string("\xFE\xFF\0{\0}", 6)),
            "a.json:1:1: error: not JSON: it is UTF-16; save it as UTF-8\n"
            "    \\xFE\\xFF\\u{00}{\\u{00}}\n    ^~~~\n");
}

// The one message for a text, and the byte it is at.
struct Refusal {
  std::string text;
  std::size_t offset;
  std::string message;
};

class RefusedText : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedText, IsReportedOnceAtItsByte) {
  Diagnostics diagnostics;
  EXPECT_FALSE(load("a.json", GetParam().text, diagnostics).has_value());
  ASSERT_EQ(diagnostics.all().size(), 1u);
  const Diagnostic& error = diagnostics.all()[0];
  EXPECT_EQ(error.message, "not JSON: " + GetParam().message);
  EXPECT_EQ(error.location, (Location{"a.json", "", Location::Part::Value, GetParam().offset}));
}

const std::string kNul(1, '\0');

INSTANTIATE_TEST_SUITE_P(
    Structure, RefusedText,
    testing::Values(
        Refusal{"\xEF\xBB\xBF{}", 0,
                "it begins with a byte order mark; save it as UTF-8 without one"},
        Refusal{"", 0, "the file is empty"}, Refusal{" \r\n", 0, "the file is empty"},
        Refusal{"[" + kNul, 0, "it is UTF-16; save it as UTF-8"},
        Refusal{"[}", 1, "expected a value or ']', found '}'"},
        Refusal{"[1,,2]", 3, "expected a value, found ','"},
        Refusal{"{1:2}", 1, "expected a member name or '}', found a number"},
        Refusal{"{,}", 1, "expected a member name or '}', found ','"},
        Refusal{"{\"a\":1,}", 7, "expected a member name, found '}'"},
        Refusal{"{\"a\":1,b:2}", 7, "expected a member name, found \"b\""},
        Refusal{"{\"a\" 1}", 5, "expected ':', found a number"},
        Refusal{"{\"a\":1 \"b\":2}", 7, "expected ',' or '}', found a string"},
        Refusal{"[1}", 2, "expected ',' or ']', found '}'"},
        Refusal{"[1]]", 3, "expected the end of the text, found ']'"},
        Refusal{"'a'", 0, "expected a value, found '''"},
        Refusal{"[€]", 1, "expected a value or ']', found '€'"},
        Refusal{"[\xFF]", 1, "expected a value or ']', found byte 0xFF"},
        Refusal{"[\v]", 1, "expected a value or ']', found control character U+000B"},
        Refusal{"[" + kNul + "]", 1, "expected a value or ']', found control character U+0000"},
        Refusal{"[]" + kNul, 2, "expected the end of the text, found control character U+0000"},
        Refusal{"nul", 0, "expected a value, found \"nul\""},
        Refusal{"nulll", 0, "expected a value, found \"nulll\""},
        Refusal{"True", 0, "expected a value, found \"True\""}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, RefusedText,
    testing::Values(Refusal{"[01]", 1, "a number with a leading zero"},
                    Refusal{"[-00]", 1, "a number with a leading zero"},
                    Refusal{"[-]", 2, "expected a digit, found ']'"},
                    Refusal{"[-a]", 2, "expected a digit, found \"a\""},
                    Refusal{"[+1]", 1, "expected a value or ']', found '+'"},
                    Refusal{"[.5]", 1, "expected a value or ']', found '.'"},
                    Refusal{"[1.]", 3, "expected a digit, found ']'"},
                    Refusal{"[1.e2]", 3, "expected a digit, found \"e\""},
                    Refusal{"[1e]", 3, "expected a digit, found ']'"},
                    Refusal{"[1e+]", 4, "expected a digit, found ']'"},
                    Refusal{"[1e+-1]", 4, "expected a digit, found '-'"},
                    Refusal{"[0x1]", 2, "expected ',' or ']', found \"x\""},
                    Refusal{"-", 1, "expected a digit, found the end of the text"},
                    Refusal{"[NaN]", 1, "expected a value or ']', found \"NaN\""}));

INSTANTIATE_TEST_SUITE_P(
    Strings, RefusedText,
    testing::Values(
        Refusal{"[\"a", 1, "a string without its closing quote"},
        Refusal{"[\"a\\\"", 1, "a string without its closing quote"},
        Refusal{"[\"a\nb\"]", 3, "control character U+000A inside a string; write it as an escape"},
        Refusal{"[\"" + kNul + "\"]", 2,
                "control character U+0000 inside a string; write it as an escape"},
        Refusal{"[\"a\xFF\"]", 3, "byte 0xFF is not UTF-8"},
        Refusal{"[\"\xED\xA0\x80\"]", 2, "byte 0xED is not UTF-8"},
        Refusal{"[\"\\x\"]", 2, "an escape that JSON does not have"},
        Refusal{"[\"\\", 2, "an escape that JSON does not have"},
        Refusal{"[\"\\u12G4\"]", 2, "\\u without four hexadecimal digits"},
        Refusal{"[\"\\u12", 2, "\\u without four hexadecimal digits"},
        Refusal{"[\"\\uD800\"]", 2, "half of a surrogate pair without its other half"},
        Refusal{"[\"\\uD800\\n\"]", 2, "half of a surrogate pair without its other half"},
        Refusal{"[\"\\uDC00\\uD800\"]", 2, "half of a surrogate pair without its other half"},
        Refusal{"[\"\\uD800\\uD800\"]", 2, "half of a surrogate pair without its other half"},
        Refusal{"[\"\\uD800\\u00\"]", 8, "\\u without four hexadecimal digits"}));

// Every text one byte away from a document that uses the whole grammar, and every part of it:
// load() must take those that nlohmann/json takes, with the same value, and no others.
TEST(Load, AgreesWithNlohmannOnEveryChangedByte) {
  const std::string text =
      R"({"a": [0, -1.5e-3, 10E+1], "\u00e9\uD83D\uDE00": {"k": "€\n/"}, "t":[true ,false,null]})";
  const std::string bytes("\n\"\\/{}[],:0-+.eEu5Dnx \x7F\x80\xC3\xFF");
  std::vector<std::string> texts;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    texts.push_back(text.substr(0, at));
    texts.push_back(text.substr(at));
    if (at != text.size()) texts.push_back(std::string(text).erase(at, 1));
    for (const char byte : bytes) {
      texts.push_back(std::string(text).insert(at, 1, byte));
      if (at != text.size()) texts.push_back(std::string(text).replace(at, 1, 1, byte));
    }
  }
  std::size_t taken = 0;
  for (const std::string& changed : texts) {
    Diagnostics diagnostics;
    const auto document = load("a.json", changed, diagnostics);
    const Json expected = Json::parse(changed, nullptr, false);
    ASSERT_EQ(document.has_value(), !expected.is_discarded()) << changed;
    ASSERT_EQ(diagnostics.has_errors(), expected.is_discarded()) << changed;
    if (!document) continue;
    ASSERT_EQ(document->root, expected) << changed;
    ++taken;
  }
  EXPECT_GT(taken, 100u);
  EXPECT_GT(texts.size() - taken, 1000u);
}

}  // namespace
}  // namespace eventc::compiler
