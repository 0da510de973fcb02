// SPDX-License-Identifier: Apache-2.0
#include "verdicts/court.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace verdicts {
namespace {

Reply reply(char validate, char parse) {
  return {validate, parse, "no number", "no digit", "", ""};
}

TEST(Disagreement, IsEmptyWhereBothAreRight) {
  EXPECT_EQ(disagreement(reply('V', 'V'), true), "");
  EXPECT_EQ(disagreement(reply('I', 'I'), false), "");
  EXPECT_EQ(disagreement(reply('V', 'R'), true), "");
}

TEST(Disagreement, SaysWhatEachFound) {
  EXPECT_EQ(disagreement(reply('I', 'V'), true),
            "validate(): invalid (no number); parse(): valid (no digit)");
  EXPECT_EQ(disagreement(reply('V', 'I'), true),
            "validate(): valid (no number); parse(): invalid (no digit)");
  EXPECT_EQ(disagreement(reply('V', 'V'), false),
            "validate(): valid (no number); parse(): valid (no digit)");
}

TEST(Disagreement, TakesNoOtherRefusalForAVerdict) {
  EXPECT_EQ(disagreement(reply('N', 'N'), false),
            "validate(): no verdict (no number); parse(): no verdict (no digit)");
  EXPECT_EQ(disagreement(reply('I', 'R'), false),
            "validate(): invalid (no number); parse(): not representable (no digit)");
  EXPECT_EQ(disagreement(reply('?', '?'), false),
            "validate(): not compiled (no number); parse(): not compiled (no digit)");
}

TEST(Disagreement, SaysHowTheCodeEnded) {
  Reply ended;
  ended.end = "Aborted";
  EXPECT_EQ(disagreement(ended, false), "the compiled code ends: Aborted");
}

/// A program that answers as a script says. Tests may run at the same time.
std::string program(const std::string& script) {
  const std::string path = testing::TempDir() + "eventc_court_" +
                           testing::UnitTest::GetInstance()->current_test_info()->name();
  std::ofstream(path) << "#!/bin/sh\n" << script;
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

TEST(Court, AsksForAPayload) {
  const std::string path = program(R"sh(
    read id size
    read payload
    printf 'I V 3 0 %d\nbad%s' "$((${#id} + $size))" "$id$payload."
  )sh");
  const Reply reply = Court(path, path + ".stderr").ask("a::b", "[1]\n");
  EXPECT_EQ(reply.validate, 'I');
  EXPECT_EQ(reply.parse, 'V');
  EXPECT_EQ(reply.validate_message, "bad");
  EXPECT_EQ(reply.parse_message, "");
  EXPECT_EQ(reply.basic_output, "a::b[1].");
  EXPECT_EQ(reply.end, "");
}

TEST(Court, StartsAProgramAgainThatHasEnded) {
  const std::string path = program(R"sh(
    read id size
    if [ $size = 1 ]; then echo 'a.cpp:1: runtime error: x' >&2; exit 1; fi
    printf 'V V 0 0 0\n'
    read rest
  )sh");
  Court court(path, path + ".stderr");
  EXPECT_EQ(court.ask("a", "1").end, "exit code 1 (a.cpp:1: runtime error: x)");
  EXPECT_EQ(court.ask("a", "1\n").validate, 'V');
}

}  // namespace
}  // namespace verdicts
