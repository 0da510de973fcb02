// SPDX-License-Identifier: Apache-2.0
#include "base/snippet.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {

// Shown by a failing test.
void PrintTo(const Snippet& snippet, std::ostream* out) {
  *out << "\n" << snippet.line << "|\n" << snippet.marks << "|";
}

namespace {

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  while (count-- != 0) out += text;
  return out;
}

TEST(Snippet, MarksASpanWithACaretAndTildes) {
  EXPECT_EQ(snippet("{\n  \"a\": 123,\n}", {9, 12}), (Snippet{"\"a\": 123,", "     ^~~"}));
}

TEST(Snippet, CutsMarksToTheLine) {
  EXPECT_EQ(snippet("  {\"a\": [1,  \r\n2]}", {8, 17}), (Snippet{"{\"a\": [1,", "      ^~~"}));
}

TEST(Snippet, PutsACaretAloneBehindTheLine) {
  EXPECT_EQ(snippet("{\n  [1\n", {6, 6}), (Snippet{"[1", "  ^"}));
  EXPECT_EQ(snippet("[", {1, 1}), (Snippet{"[", " ^"}));
}

TEST(Snippet, KeepsIndentationThatIsMarked) {
  EXPECT_EQ(snippet("   x", {1, 2}), (Snippet{"  x", "^"}));
}

TEST(Snippet, ShowsATabAsOneSpace) {
  EXPECT_EQ(snippet("\t\t\"a\":\t\t1", {8, 9}), (Snippet{"\"a\":  1", "      ^"}));
}

TEST(Snippet, CountsCharactersNotBytes) {
  EXPECT_EQ(snippet("\"€é\": \"é😀\"", {9, 17}), (Snippet{"\"€é\": \"é😀\"", "      ^~~~"}));
}

TEST(Snippet, WidensMarksByWhatIsEscaped) {
  EXPECT_EQ(snippet("\x1b \"\xFF\" x", {2, 5}), (Snippet{"\\u{1B} \"\\xFF\" x", "       ^~~~~~"}));
}

TEST(Snippet, HasNothingToShowOfABlankLine) {
  EXPECT_EQ(snippet("", {0, 0}), std::nullopt);
  EXPECT_EQ(snippet("a\n \t\n", {3, 3}), std::nullopt);
}

TEST(Snippet, ShowsALineOf160CharactersWhole) {
  const std::string line = repeat("é", 160);
  EXPECT_EQ(snippet(line, {0, 2}), (Snippet{line, "^"}));
}

TEST(Snippet, CutsALongLineAroundTheCaret) {
  const std::string line = repeat("a", 1000) + "XYZ" + repeat("b", 1000);
  const Snippet expected{"…" + repeat("a", 59) + "XYZ" + repeat("b", 96) + "…",
                         repeat(" ", 60) + "^~~"};
  EXPECT_EQ(snippet(line, {1000, 1003}), expected);
}

TEST(Snippet, CutsALongLineBehindACaretNearItsBegin) {
  const std::string line = "XYZ" + repeat("b", 1000);
  EXPECT_EQ(snippet(line, {0, 3}), (Snippet{"XYZ" + repeat("b", 156) + "…", "^~~"}));
}

TEST(Snippet, CutsALongLineBeforeACaretNearItsEnd) {
  const std::string line = repeat("a", 1000) + "XYZ";
  EXPECT_EQ(snippet(line, {1000, 1003}),
            (Snippet{"…" + repeat("a", 156) + "XYZ", repeat(" ", 157) + "^~~"}));
  EXPECT_EQ(snippet(line, {1003, 1003}),
            (Snippet{"…" + repeat("a", 156) + "XYZ", repeat(" ", 160) + "^"}));
}

TEST(Snippet, CutsTildesBeforeWhatIsLeftOut) {
  const std::string line = repeat("a", 100) + repeat("X", 1000);
  EXPECT_EQ(snippet(line, {100, 1100}), (Snippet{"…" + repeat("a", 59) + repeat("X", 99) + "…",
                                                 repeat(" ", 60) + "^" + repeat("~", 98)}));
}

TEST(Snippet, CutsAVeryLongLineOfWideCharacters) {
  const std::string line = repeat("€", 5000) + "XYZ" + repeat("😀", 5000);
  const Snippet expected{"…" + repeat("€", 59) + "XYZ" + repeat("😀", 96) + "…",
                         repeat(" ", 60) + "^~~"};
  EXPECT_EQ(snippet(line, {15000, 15003}), expected);
}

TEST(Snippet, MarksTheLinesEndForAPlaceFarBehindIt) {
  EXPECT_EQ(snippet("ab" + repeat(" ", 5000), {4000, 4000}), (Snippet{"ab", "  ^"}));
}

}  // namespace
}  // namespace eventc::compiler
