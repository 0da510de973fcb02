// SPDX-License-Identifier: Apache-2.0
#include "pattern/automaton.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace eventc::compiler {
namespace {

Pattern pattern(const std::string& source) {
  const auto parsed = parse_pattern(source);
  if (const auto* const refusal = std::get_if<Refusal>(&parsed))
    ADD_FAILURE() << source << ": " << refusal->reason;
  return std::get<Pattern>(parsed);
}

/// The text in quotes, "none" or "undecided".
std::string common_text(const std::vector<std::string>& sources) {
  std::vector<Pattern> patterns;
  for (const std::string& source : sources) patterns.push_back(pattern(source));
  const CommonText common = find_common_text(patterns);
  if (common.verdict == CommonText::Verdict::Undecided) return "undecided";
  return common.verdict == CommonText::Verdict::None ? "none" : "\"" + common.text + "\"";
}

TEST(FindCommonText, GivesAShortestTextOfOnePattern) {
  EXPECT_EQ(common_text({"^ord_[0-9a-z]{8,32}$"}), "\"ord_aaaaaaaa\"");
  EXPECT_EQ(common_text({"^[0-9]{1,129}$"}), "\"0\"");
  EXPECT_EQ(common_text({"^$"}), "\"\"");
  EXPECT_EQ(common_text({"x"}), "\"x\"");
  EXPECT_EQ(common_text({"^(GET|POST) /[^?]+"}), "\"GET /a\"");
  EXPECT_EQ(common_text({"\\u{1F600}$"}), "\"\U0001F600\"");
  EXPECT_EQ(common_text({}), "\"\"");
}

TEST(FindCommonText, ProvesThatPatternsShareNothing) {
  EXPECT_EQ(common_text({"^arn:aws[a-z-]{0,24}:kinesis:", "^arn:aws[a-z-]{0,24}:dynamodb:"}),
            "none");
  EXPECT_EQ(common_text({"^a", "^b"}), "none");
  EXPECT_EQ(common_text({"^.$", "^..$"}), "none");
  EXPECT_EQ(common_text({"^[a-m]+$", "^[n-z]+$"}), "none");
  EXPECT_EQ(common_text({"^a", "b$", "^.$"}), "none");
}

TEST(FindCommonText, FindsWhatPatternsShare) {
  EXPECT_EQ(common_text({"^a", "b$"}), "\"ab\"");
  EXPECT_EQ(common_text({"^arn:aws[a-z-]{0,24}:kinesis:", ":eu-west-1:"}),
            "\"arn:aws:kinesis:eu-west-1:\"");
  EXPECT_EQ(common_text({"x", "y", "^.{2}$"}), "\"yx\"");
  EXPECT_EQ(common_text({"^[a-m]*$", "^[n-z]*$"}), "\"\"");
  EXPECT_EQ(common_text({"^a{3,}$", "^(?:aa|aaaa)$"}), "\"aaaa\"");
}

TEST(FindCommonText, GivesUpOnLargeCounts) { EXPECT_EQ(common_text({"^a{100000}$"}), "undecided"); }

TEST(FindCommonText, KnowsNothingOfAPatternThatPcre2Decides) {
  EXPECT_EQ(common_text({"^(?=a)"}), "undecided");
  EXPECT_EQ(common_text({"^a$", "^(?=a)"}), "undecided");
  EXPECT_EQ(matches(pattern("^(?=a)"), "a"), std::nullopt);
}

TEST(FindCommonText, KeepsToALength) {
  const CommonText common = find_common_text({pattern("^a"), length_pattern(3, 5)});
  EXPECT_EQ(common, (CommonText{CommonText::Verdict::Found, "aaa"}));
  EXPECT_EQ(find_common_text({pattern("^abc"), length_pattern(0, 2)}).verdict,
            CommonText::Verdict::None);
  EXPECT_EQ(find_common_text({length_pattern(0, 0)}), (CommonText{CommonText::Verdict::Found, ""}));
}

TEST(Matches, TellsWhetherAPatternMatches) {
  EXPECT_EQ(matches(pattern("^arn:aws[a-z-]{0,24}:kinesis:"), "arn:aws-cn:kinesis:x"), true);
  EXPECT_EQ(matches(pattern("^arn:aws[a-z-]{0,24}:kinesis:"), "arn:aws-cn:sqs:x"), false);
  EXPECT_EQ(matches(pattern("b"), "abc"), true);
  EXPECT_EQ(matches(pattern("^b$"), "abc"), false);
  EXPECT_EQ(matches(pattern("^a{100000}$"), "a"), std::nullopt);
}

}  // namespace
}  // namespace eventc::compiler
