// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace eventc::checker {
namespace {

using namespace std::string_literals;

TEST(PrintableName, IsFitForATerminal) {
  EXPECT_EQ(printable_name("payloads/größe 1.json"), "payloads/größe 1.json");
  EXPECT_EQ(printable_name("a\x1B[2J\r\n\x7F\xC2\x85\xE2\x80\xAE\xFF"),
            R"(a\x1B[2J\x0D\x0A\x7F\u{0085}\u{202E}\xFF)");
}

TEST(PrintableName, BeginsNoCommand) {
  EXPECT_EQ(printable_name("::error::x.json"), R"(:\x3Aerror:\x3Ax.json)");
  EXPECT_EQ(printable_name("\xC2\xA0::error"),
            "\xC2\xA0:\\x3A"
            "error");
  EXPECT_EQ(printable_name(":::"), R"(:\x3A:)");
  EXPECT_EQ(printable_name("##[group]x"), R"(#\x23[group]x)");
}

TEST(WithoutCommands, BreaksThoseOfBuildServices) {
  EXPECT_EQ(without_commands("a ##[error]b"), R"(a #\x23[error]b)");
  EXPECT_EQ(without_commands("##vso[task.complete]"), R"(#\x23vso[task.complete])");
  EXPECT_EQ(without_commands("###teamcity["), R"(##\x23teamcity[)");
}

TEST(WithoutCommands, LeavesOtherText) {
  for (const std::string_view text : {"", "#", "##", "## 2 [x]", "a#b#[", "##Vso[", "#[x]"})
    EXPECT_EQ(without_commands(text), text);
}

TEST(JsonString, IsAscii) {
  EXPECT_EQ(json_string(""), R"("")");
  EXPECT_EQ(json_string("a\"\\/\n\t\0\x1F\x7F"s), R"("a\"\\/\u000a\u0009\u0000\u001f\u007f")");
  EXPECT_EQ(json_string("ä\xE2\x80\xAE\xF0\x9F\x98\x80"), R"("\u00e4\u202e\ud83d\ude00")");
  EXPECT_EQ(json_string("a\xC3("), R"("a\ufffd(")");
}

TEST(JsonString, HoldsNoCommand) {
  EXPECT_EQ(json_string("##[error]"), R"("#\u0023[error]")");
  EXPECT_EQ(json_string("###"), R"("#\u0023#")");
}

TEST(Github, EscapesData) {
  EXPECT_EQ(github_data("50 %\r\n::error::x, y"), R"(50 %25\x0D\x0A::error::x, y)");
  EXPECT_EQ(github_data("%0A"), "%250A");
  EXPECT_EQ(github_data("##[error]"), "#\\x23[error]");
}

TEST(Github, EscapesProperties) {
  EXPECT_EQ(github_property("a,line=1::x\n%.json"), R"(a%2Cline=1%3A%3Ax\x0A%25.json)");
}

TEST(Suggest, FindsANearName) {
  EXPECT_EQ(suggest("KinesisEvnt", {"KafkaEvent", "KinesisEvent"}), "KinesisEvent");
  EXPECT_EQ(suggest("order", {"Order", "Refund"}), "Order");
  EXPECT_EQ(suggest("x", {"Order"}), "");
  EXPECT_EQ(suggest("order", {}), "");
  EXPECT_EQ(suggest(std::string(5000, 'a'), {std::string(5000, 'b')}), "");
}

TEST(Counted, KnowsOne) {
  EXPECT_EQ(counted(0, "document"), "0 documents");
  EXPECT_EQ(counted(1, "document"), "1 document");
  EXPECT_EQ(counted(2, "document"), "2 documents");
}

}  // namespace
}  // namespace eventc::checker
