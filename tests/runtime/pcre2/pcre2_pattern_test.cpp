// SPDX-License-Identifier: Apache-2.0
#include "eventc/pcre2_pattern.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "eventc/emitted/emitted.hpp"

namespace eventc {
namespace {

using schema::Match;

TEST(Pcre2Pattern, IsSearchedForAnywhere) {
  const Pcre2Pattern pattern("b(?=c)");
  EXPECT_EQ(pattern.match("abcd"), Match::Yes);
  EXPECT_EQ(pattern.match("ab"), Match::No);
  EXPECT_EQ(pattern.match(""), Match::No);
  EXPECT_EQ(pattern.match({}), Match::No);
  EXPECT_EQ(Pcre2Pattern("").match({}), Match::Yes);
}

TEST(Pcre2Pattern, CountsCodePoints) {
  const Pcre2Pattern pattern(R"(^\p{Any}{2}\z)");
  EXPECT_EQ(pattern.match("🐲é"), Match::Yes);
  EXPECT_EQ(pattern.match("🐲"), Match::No);
  EXPECT_EQ(Pcre2Pattern(R"(^\P{L}\z)").match({"\0", 1}), Match::Yes);
}

TEST(Pcre2Pattern, TakesAGroupThatIsNotSetForTheEmptyText) {
  EXPECT_EQ(Pcre2Pattern(R"(^(?:(a)|b)\g{1}\z)").match("b"), Match::Yes);
}

TEST(Pcre2Pattern, DoesNotMatchWhatIsNotUtf8) {
  EXPECT_EQ(Pcre2Pattern("a").match("a\xFF"), Match::No);
  EXPECT_EQ(Pcre2Pattern("").match("\xED\xA0\x80"), Match::No);
}

TEST(Pcre2Pattern, GivesUpWhereItTakesTooManySteps) {
  const Pcre2Pattern pattern(R"(^(?:a+)+\z)");
  EXPECT_EQ(pattern.match(std::string(30, 'a')), Match::Yes);
  EXPECT_EQ(pattern.match(std::string(30, 'a') + "!"), Match::GaveUp);
  EXPECT_EQ(pattern.match("aa!"), Match::No) << "giving up leaves nothing behind";
}

TEST(Pcre2Pattern, GoesThroughLongTextsWhereItGoesForwardOnly) {
  const Pcre2Pattern pattern(R"(^(?:-?[a-z])*\z)");
  const std::string text(std::size_t{1} << 20, 'a');
  EXPECT_EQ(pattern.match(text), Match::Yes);
  EXPECT_EQ(pattern.match(text + "!"), Match::No);
}

TEST(Pcre2Pattern, NeverDecidesByAPatternThatPcre2DoesNotTake) {
  const Pcre2Pattern pattern("(?<=a+)b");
  EXPECT_EQ(pattern.match("ab"), Match::GaveUp);
  EXPECT_EQ(pattern.match(""), Match::GaveUp);
}

TEST(Pcre2Pattern, IsSharedByThreads) {
  const Pcre2Pattern pattern(R"(^([a-z])[a-z]*\g{1}\z)");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int turn = 0; turn < 1000; ++turn) {
        if (pattern.match("abcda") != Match::Yes || pattern.match("abcdb") != Match::No) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

Match ends_as_it_begins(std::string_view text) {
  static const Pcre2Pattern pattern(R"(^(['\x{22}]).*\g{1}\z)");
  return pattern.match(text);
}
constexpr schema::Pattern kQuoted{R"(^(['"]).*\1$)", ends_as_it_begins};
constexpr schema::Schema kText{.types = schema::kString, .pattern = &kQuoted};

TEST(Pcre2Pattern, DecidesThePatternOfASchema) {
  const auto errors = [](std::string_view text) {
    return report(text, {&kText, "s.json#"}, {}).to_string();
  };
  EXPECT_EQ(errors(R"("'a'")"), "");
  EXPECT_EQ(errors(R"("'a")"),
            "(1:1): expected text that matches ^(['\"]).*\\1$, found \"'a\" [s.json#/pattern]\n");
}

}  // namespace
}  // namespace eventc
