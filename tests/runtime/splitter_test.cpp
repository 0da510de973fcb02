// SPDX-License-Identifier: Apache-2.0
#include "eventc/input/splitter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace eventc::input {

bool operator==(const Document& a, const Document& b) {
  return a.text == b.text && a.size == b.size && a.line == b.line && a.column == b.column;
}
void PrintTo(const Document& document, std::ostream* out) {
  *out << "{" << ::testing::PrintToString(document.text) << " of " << document.size << " at "
       << document.line << ":" << document.column << "}";
}

namespace {

constexpr std::size_t kNoLimit = 1000;

/// Gives `text` in pieces.
ReadBytes in_pieces(std::string text, std::size_t piece) {
  return [text = std::move(text), piece, at = std::size_t{0}](char* to, std::size_t size) mutable {
    const std::size_t count = std::min({piece, size, text.size() - at});
    text.copy(to, count, at);
    at += count;
    return count;
  };
}

std::vector<Document> all_of(Form form, const std::string& text, std::size_t piece,
                             std::size_t max_size = kNoLimit) {
  Splitter splitter(form, in_pieces(text, piece), max_size);
  std::vector<Document> documents;
  for (Document document; splitter.next(document);) documents.push_back(document);
  return documents;
}

/// The documents, which are the same however the input comes.
std::vector<Document> split(Form form, const std::string& text, std::size_t max_size = kNoLimit) {
  const std::vector<Document> documents = all_of(form, text, text.size() + 1, max_size);
  for (std::size_t piece = 1; piece <= text.size(); ++piece)
    EXPECT_EQ(all_of(form, text, piece, max_size), documents) << "in pieces of " << piece;
  return documents;
}

std::vector<std::string> values(const std::string& text) {
  std::vector<std::string> texts;
  for (const Document& document : split(Form::Values, text)) texts.push_back(document.text);
  return texts;
}

Document at(std::string text, std::size_t line, std::size_t column = 1) {
  const std::size_t size = text.size();
  return {std::move(text), size, line, column};
}

using Documents = std::vector<Document>;
using Texts = std::vector<std::string>;

TEST(SplitWhole, IsOneDocument) {
  EXPECT_EQ(split(Form::Whole, "{}\n{}\n"), Documents{at("{}\n{}\n", 1)});
  EXPECT_EQ(split(Form::Whole, ""), Documents{at("", 1)});
}

TEST(SplitWhole, LeavesOutWhatIsTooLarge) {
  EXPECT_EQ(split(Form::Whole, "123456", 6), Documents{at("123456", 1)});
  EXPECT_EQ(split(Form::Whole, "1234567", 6), (Documents{{"", 7, 1, 1}}));
}

TEST(SplitLines, CutsAtLineFeeds) {
  EXPECT_EQ(split(Form::Lines, "{}\n[1]\n"), (Documents{at("{}", 1), at("[1]", 2)}));
  EXPECT_EQ(split(Form::Lines, "{}\n[1]"), (Documents{at("{}", 1), at("[1]", 2)}));
}

TEST(SplitLines, SkipsBlankOnesAndCarriageReturns) {
  EXPECT_EQ(split(Form::Lines, "\n \t\r\n{}\r\n\n[1]\r"), (Documents{at("{}", 3), at("[1]", 5)}));
  EXPECT_EQ(split(Form::Lines, ""), Documents{});
  EXPECT_EQ(split(Form::Lines, "\n  \n"), Documents{});
}

TEST(SplitLines, KeepsABrokenLineToItself) {
  EXPECT_EQ(split(Form::Lines, "{\"a\":\n{} {}\n"), (Documents{at("{\"a\":", 1), at("{} {}", 2)}));
}

TEST(SplitLines, GoesOnBehindOneThatIsTooLarge) {
  EXPECT_EQ(split(Form::Lines, "123\n1234567\n321\n", 4),
            (Documents{at("123", 1), {"", 7, 2, 1}, at("321", 3)}));
}

TEST(SplitLines, CountNoCarriageReturnIntoTheLimit) {
  EXPECT_EQ(split(Form::Lines, "1234\r\n12345\r\n1234\r", 4),
            (Documents{at("1234", 1), {"", 5, 2, 1}, at("1234", 3)}));
  EXPECT_EQ(split(Form::Lines, "1\r\n", std::numeric_limits<std::size_t>::max()),
            Documents{at("1", 1)});
}

TEST(SplitValues, TakesOneOrOneALine) {
  EXPECT_EQ(split(Form::Values, "{\n  \"a\": [1, 2]\n}\n"),
            Documents{at("{\n  \"a\": [1, 2]\n}", 1)});
  EXPECT_EQ(split(Form::Values, "{}\r\n\n[1]\n"), (Documents{at("{}", 1), at("[1]", 3)}));
}

TEST(SplitValues, TakesValuesBehindOneAnother) {
  EXPECT_EQ(split(Form::Values, "{\"ä\":1}[2]\n {\n} [\n3]"),
            (Documents{at("{\"ä\":1}", 1), at("[2]", 1, 8), at("{\n}", 2, 2), at("[\n3]", 3, 3)}));
}

TEST(SplitValues, KnowsStrings) {
  EXPECT_EQ(values(R"({"a":"}\"}\\"}{"b":"\\\\"})"),
            (Texts{R"({"a":"}\"}\\"})", R"({"b":"\\\\"})"}));
}

TEST(SplitValues, LetsPlainTextEndWithItsLine) {
  EXPECT_EQ(values("nonsense {}\n{}\n1 2\n"), (Texts{"nonsense {}", "{}", "1 2"}));
  EXPECT_EQ(values("{},\n{}}\n"), (Texts{"{}", ",", "{}", "}"}));
}

TEST(SplitValues, IsEmptyWhereThereIsNothing) {
  EXPECT_EQ(split(Form::Values, ""), Documents{at("", 1)});
  EXPECT_EQ(split(Form::Values, " \n\n"), Documents{at("", 3)});
}

TEST(SplitValues, KeepsAByteOrderMarkWithItsDocument) {
  EXPECT_EQ(values("\xEF\xBB\xBF{\n\"a\": 1}\n{}"), (Texts{"\xEF\xBB\xBF{\n\"a\": 1}", "{}"}));
}

TEST(SplitValues, IsNotLedAstrayByABrokenLine) {
  EXPECT_EQ(values("{\"a\": 1\n{}\n"), (Texts{"{\"a\": 1\n", "{}"}));
  EXPECT_EQ(values("{\"a\": \"b\n{}\n"), (Texts{"{\"a\": \"b\n", "{}"}));
  EXPECT_EQ(values("{\"a\": \"b\\\n{}\n"), (Texts{"{\"a\": \"b\\\n", "{}"}));
  EXPECT_EQ(values("{\n[1, 2\n[3]"), (Texts{"{\n", "[1, 2\n", "[3]"}));
}

TEST(SplitValues, LeavesBracketsInTheFirstColumnThatBelongThere) {
  const std::string nested = "[\n{\"a\":\n[\n[1]]},\n{\n}\n]";
  EXPECT_EQ(values(nested), Texts{nested});
}

TEST(SplitValues, GoesOnBehindOneThatIsTooLarge) {
  EXPECT_EQ(split(Form::Values, "[1]\n[1,\n22]\n[3]", 4),
            (Documents{at("[1]", 1), {"", 7, 2, 1}, at("[3]", 4)}));
}

TEST(SplitValues, EndsInAnOpenDocument) {
  EXPECT_EQ(values("{} [1,"), (Texts{"{}", "[1,"}));
  EXPECT_EQ(values("{\"a"), Texts{"{\"a"});
}

}  // namespace
}  // namespace eventc::input
