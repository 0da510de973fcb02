// SPDX-License-Identifier: Apache-2.0
#include "verdicts/process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace verdicts {
namespace {

using std::chrono::seconds;

Command shell(const std::string& script) { return {"/bin/sh", "-c", script}; }

/// Where standard error goes.
std::string error_file() { return "/dev/null"; }

TEST(Run, GivesTheExitCodeAndBothOutputs) {
  const Finished finished = run(shell("echo one; echo two >&2; exit 3"));
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_EQ(finished.output, "one\ntwo\n");
  EXPECT_EQ(describe_exit(finished.exit_code), "exit code 3");
}

TEST(Run, KeepsAnOutputLargerThanAPipe) {
  const Finished finished = run(shell("head -c 300000 /dev/zero"));
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.output.size(), 300'000U);
}

TEST(Run, TellsOfTheSignalThatEndedAProgram) {
  const Finished finished = run(shell("kill -ABRT $$"));
  EXPECT_EQ(describe_exit(finished.exit_code), "Aborted");
}

TEST(Run, TellsOfAProgramThatIsNotThere) {
  const Finished finished = run({"/nowhere/eventc"});
  EXPECT_EQ(describe_exit(finished.exit_code), "cannot be started");
}

TEST(Run, EndsAProgramThatTakesTooLong) {
  const Finished finished = run({"sleep", "60"}, seconds(1));
  EXPECT_EQ(describe_exit(finished.exit_code), "takes too long");
  EXPECT_LT(finished.wall_seconds, 30);
}

TEST(Run, MeasuresTimeAndMemory) {
  const Finished idle = run({"true"});
  const Finished busy = run(shell("i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done"));
  EXPECT_GT(busy.cpu_seconds, idle.cpu_seconds);
  EXPECT_GE(busy.wall_seconds, busy.cpu_seconds / 2);
  EXPECT_GT(idle.peak_bytes, 100'000U);
}

TEST(Dialogue, AsksAndIsAnswered) {
  Dialogue cat({"cat"}, error_file());
  ASSERT_TRUE(cat.send("one\ntwo, three"));
  EXPECT_EQ(cat.receive_line(seconds(30)), "one");
  EXPECT_EQ(cat.receive(3, seconds(30)), "two");
  EXPECT_EQ(cat.receive(7, seconds(30)), ", three");
}

TEST(Dialogue, TellsHowAProgramEnded) {
  Dialogue ends(shell("read line; exit 3"), error_file());
  ASSERT_TRUE(ends.send("line\n"));
  EXPECT_EQ(ends.receive_line(seconds(30)), std::nullopt);
  EXPECT_EQ(ends.why_silent(), "exit code 3");
}

TEST(Dialogue, EndsAProgramThatDoesNotAnswer) {
  Dialogue sleeps({"sleep", "60"}, error_file());
  EXPECT_EQ(sleeps.receive_line(seconds(1)), std::nullopt);
  EXPECT_EQ(sleeps.why_silent(), "no answer in time");
}

TEST(Dialogue, OutlivesAProgramThatReadsNothing) {
  Dialogue ends({"true"}, error_file());
  EXPECT_EQ(ends.receive_line(seconds(30)), std::nullopt);
  EXPECT_FALSE(ends.send(std::string(1'000'000, 'x')));
}

}  // namespace
}  // namespace verdicts
