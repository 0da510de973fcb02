// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/log.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>
#include <string>

#include "telemetry/sample_time.hpp"

namespace eventc::telemetry {
namespace {

class LogTest : public testing::Test {
 protected:
  std::ostringstream out;
  Logger log{out, LogLevel::Info, sample_time};
};

TEST_F(LogTest, WritesALineOfJson) {
  log.info("order \"shipped\"", {{"orderId", "o-1"},
                                 {"lines", 3U},
                                 {"delta", -1},
                                 {"total", 1.5},
                                 {"paid", true},
                                 {"raw", Json("[1]")}});
  EXPECT_EQ(out.str(),
            R"({"timestamp":"2026-01-31T23:59:59.999Z","level":"INFO",)"
            R"("message":"order \"shipped\"","orderId":"o-1","lines":3,"delta":-1,"total":1.5,)"
            R"("paid":true,"raw":[1]})"
            "\n");
}

TEST_F(LogTest, StaysALineWhateverIsInIt) {
  log.info("a\nb\xFF", {{"k\n", "\r\n"}, {"json", Json("{\r\n  \"n\": [\n1]}")}});
  EXPECT_EQ(out.str().find_first_of("\r\n"), out.str().size() - 1) << out.str();
}

TEST_F(LogTest, LeavesOutWhatIsBelowItsLevel) {
  log.trace("no");
  log.debug("no");
  EXPECT_EQ(out.str(), "");
  EXPECT_FALSE(log.writes(LogLevel::Debug));
  log.warn("a");
  log.error("b");
  log.fatal("c");
  EXPECT_NE(out.str().find(R"("level":"WARN","message":"a")"), std::string::npos);
  EXPECT_NE(out.str().find(R"("level":"ERROR","message":"b")"), std::string::npos);
  EXPECT_NE(out.str().find(R"("level":"FATAL","message":"c")"), std::string::npos);
}

TEST_F(LogTest, AddsTheFieldsOfALoggerToEachLine) {
  const Logger of_service = log.with({{"service", "votes"}});
  of_service.of(Context{.request_id = "r-1"}).info("counted", {{"n", 1}});
  EXPECT_EQ(out.str(), R"({"timestamp":"2026-01-31T23:59:59.999Z","level":"INFO",)"
                       R"("message":"counted","service":"votes","requestId":"r-1","n":1})"
                       "\n");
}

TEST_F(LogTest, GivesEachNameOnce) {
  log.with({{"k", 1}, {"j", 1}}).with({{"k", 2}}).info("a", {{"j", 3}, {"level", "loud"}});
  EXPECT_EQ(out.str(), R"({"timestamp":"2026-01-31T23:59:59.999Z","level":"INFO",)"
                       R"("message":"a","k":2,"j":3})"
                       "\n");
}

TEST_F(LogTest, GivesEachNameOfOneListOnce) {
  log.with({{"k", 1}, {"k", 2}}).info("a", {{"j", 1}, {"l", 1}, {"j", 2}});
  EXPECT_EQ(out.str(), R"({"timestamp":"2026-01-31T23:59:59.999Z","level":"INFO",)"
                       R"("message":"a","k":2,"l":1,"j":2})"
                       "\n");
}

TEST_F(LogTest, TakesJsonThatIsAPartOfAPayload) {
  log.info("a", {{"detail", JsonView("[1, 2]")}});
  EXPECT_NE(out.str().find(R"("detail":[1, 2]})"), std::string::npos) << out.str();
}

TEST(LogLevel, IsReadWithoutRegardToCase) {
  EXPECT_EQ(log_level_of("debug"), LogLevel::Debug);
  EXPECT_EQ(log_level_of("FATAL"), LogLevel::Fatal);
  EXPECT_EQ(log_level_of(""), std::nullopt);
  EXPECT_EQ(log_level_of("loud"), std::nullopt);
}

std::string without_duration(std::string line) {
  const std::size_t at = line.find(R"("durationMs":)");
  return line.erase(at, line.find(',', at) - at + 1);
}

TEST_F(LogTest, TellsOfEachInvocation) {
  const Middleware middleware = log_invocations(log);
  const Context context{.request_id = "r-1"};
  const auto handled = [] { return Outcome{.event = "SqsEvent"}; };
  EXPECT_TRUE(middleware({"{}", context}, Next(handled)));
  EXPECT_EQ(without_duration(out.str()),
            R"({"timestamp":"2026-01-31T23:59:59.999Z","level":"INFO","message":"invocation",)"
            R"("requestId":"r-1","payloadBytes":2,"event":"SqsEvent","outcome":"handled"})"
            "\n");
  out.str("");
  const auto unhandled = [] {
    return Outcome{.kind = Outcome::Kind::Unhandled, .reason = "nobody"};
  };
  EXPECT_FALSE(middleware({"{}", context}, Next(unhandled)));
  EXPECT_NE(out.str().find(R"("level":"WARN")"), std::string::npos);
  EXPECT_NE(out.str().find(R"("outcome":"unhandled","reason":"nobody"})"), std::string::npos);
}

TEST_F(LogTest, TellsWhatAnInvocationThrewAndItsCauses) {
  const auto fails = []() -> Outcome {
    try {
      throw std::runtime_error("no such address");
    } catch (...) {
      std::throw_with_nested(std::logic_error("cannot ship"));
    }
  };
  EXPECT_THROW(static_cast<void>(log_invocations(log)({"{}", {}}, Next(fails))), std::logic_error);
  EXPECT_NE(out.str().find(R"("level":"ERROR")"), std::string::npos);
  EXPECT_NE(out.str().find(R"("exception":"cannot ship: no such address"})"), std::string::npos);
}

TEST(LogInvocations, LeavesWhatAHandlerThrewInItsPlaceWhereItCannotBeLogged) {
  std::ostringstream out;
  const Logger log(out, LogLevel::Info, []() -> Time { throw std::runtime_error("no clock"); });
  const auto fails = []() -> Outcome { throw std::out_of_range("sold out"); };
  EXPECT_THROW(static_cast<void>(log_invocations(log)({"{}", {}}, Next(fails))), std::out_of_range);
}

}  // namespace
}  // namespace eventc::telemetry
