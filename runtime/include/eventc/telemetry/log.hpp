// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/middleware.hpp"
#include "eventc/telemetry/clock.hpp"
#include "eventc/telemetry/field.hpp"

namespace eventc::telemetry {

/// As Lambda orders them (developer guide of AWS Lambda, "Log-level filtering").
enum class LogLevel : std::uint8_t { Trace, Debug, Info, Warn, Error, Fatal };

/// "INFO"; nothing for a text that is none of them. Case does not matter.
[[nodiscard]] std::string_view to_text(LogLevel level);
[[nodiscard]] std::optional<LogLevel> log_level_of(std::string_view text);
/// What AWS_LAMBDA_LOG_LEVEL says, which the function's logging configuration sets; Info where it
/// says nothing.
[[nodiscard]] LogLevel log_level_from_environment();

/// Writes structured logs: each line a JSON object with the members that Lambda's JSON log format
/// and CloudWatch know, "timestamp", "level", "message" and "requestId", and then the fields.
///
///     const telemetry::Logger log;
///     log.info("order shipped", {{"orderId", order.order_id}, {"lines", order.lines.size()}});
///
/// A field takes the place of an earlier one of its name; those that are named as a line's own
/// members are left out. A line is written at once, so that those of several threads do not mix. A
/// copy writes to the same stream.
class Logger {
 public:
  /// To the standard output, which Lambda takes to CloudWatch.
  Logger();
  /// The stream outlives the logger.
  explicit Logger(std::ostream& out, LogLevel level = LogLevel::Info,
                  Clock clock = std::chrono::system_clock::now);

  /// A logger that adds these fields to each line.
  [[nodiscard]] Logger with(std::initializer_list<Field> fields) const;
  /// A logger that names the invocation.
  [[nodiscard]] Logger of(const Context& context) const;

  using Fields = std::initializer_list<Field>;
  void trace(std::string_view message, Fields fields = {}) const;
  void debug(std::string_view message, Fields fields = {}) const;
  void info(std::string_view message, Fields fields = {}) const;
  void warn(std::string_view message, Fields fields = {}) const;
  void error(std::string_view message, Fields fields = {}) const;
  void fatal(std::string_view message, Fields fields = {}) const;

  /// Whether lines of a level are written: what is costly to say need not be said.
  [[nodiscard]] bool writes(LogLevel level) const;

 private:
  struct Sink;

  void write(LogLevel level, std::string_view message, Fields fields) const;

  std::shared_ptr<Sink> sink_;
  std::vector<Field> fields_;
};

/// A line for each invocation, "invocation", with "payloadBytes", "durationMs", the "event" and the
/// "outcome": "handled", "unhandled", "malformed", "invalid" or "response failed", as Outcome::Kind
/// has them. It is a warning with the "reason" where the outcome is not "handled". Where a handler
/// threw there is no outcome: it is an error then, with the "exception" in place of the two.
[[nodiscard]] Middleware log_invocations(Logger logger);

}  // namespace eventc::telemetry
