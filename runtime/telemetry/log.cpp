// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/log.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <utility>

#include "eventc/json_text.hpp"
#include "eventc/map_order.hpp"

namespace eventc::telemetry {

namespace {

constexpr std::array<std::string_view, 6> kLevels = {"TRACE", "DEBUG", "INFO",
                                                     "WARN",  "ERROR", "FATAL"};

/// Of a line itself.
bool is_own(std::string_view name) {
  return name == "timestamp" || name == "level" || name == "message";
}

/// The fields of a line: those of the logger and its own, the last of each name.
std::vector<const Field*> fields_of_line(const std::vector<Field>& kept,
                                         std::initializer_list<Field> given) {
  std::vector<const Field*> line;
  const auto add = [&line](const Field& field) {
    if (is_own(field.name())) return;
    std::erase_if(line, [&field](const Field* old) { return old->name() == field.name(); });
    line.push_back(&field);
  };
  std::for_each(kept.begin(), kept.end(), add);
  std::for_each(given.begin(), given.end(), add);
  return line;
}

}  // namespace

std::string_view to_text(LogLevel level) { return kLevels[static_cast<std::size_t>(level)]; }

std::optional<LogLevel> log_level_of(std::string_view text) {
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    if (IgnoreCaseOrder::match(kLevels[i], text) == 0) return static_cast<LogLevel>(i);
  }
  return std::nullopt;
}

LogLevel log_level_from_environment() {
  const char* const text = std::getenv("AWS_LAMBDA_LOG_LEVEL");
  return log_level_of(text == nullptr ? "" : text).value_or(LogLevel::Info);
}

struct Logger::Sink {
  std::ostream& out;
  LogLevel level;
  Clock clock;
  std::mutex mutex = {};
};

Logger::Logger() : Logger(std::cout, log_level_from_environment()) {}

Logger::Logger(std::ostream& out, LogLevel level, Clock clock)
    : sink_(new Sink{out, level, std::move(clock)}) {}

Logger Logger::with(std::initializer_list<Field> fields) const {
  Logger logger = *this;
  for (const Field& field : fields) {
    std::erase_if(logger.fields_, [&](const Field& old) { return old.name() == field.name(); });
    logger.fields_.push_back(field);
  }
  return logger;
}

Logger Logger::of(const Context& context) const {
  return context.request_id.empty() ? *this : with({{"requestId", context.request_id}});
}

bool Logger::writes(LogLevel level) const { return level >= sink_->level; }

void Logger::write(LogLevel level, std::string_view message, Fields fields) const {
  if (!writes(level)) return;
  JsonText text;
  text.open_object().key("timestamp").string(to_text(sink_->clock()));
  text.key("level").string(to_text(level)).key("message").string(message);
  for (const Field* const field : fields_of_line(fields_, fields)) field->write(text);
  text.close_object();
  const std::string line = std::move(text).finish() + "\n";
  const std::lock_guard lock(sink_->mutex);
  sink_->out << line << std::flush;
}

void Logger::trace(std::string_view message, Fields fields) const {
  write(LogLevel::Trace, message, fields);
}
void Logger::debug(std::string_view message, Fields fields) const {
  write(LogLevel::Debug, message, fields);
}
void Logger::info(std::string_view message, Fields fields) const {
  write(LogLevel::Info, message, fields);
}
void Logger::warn(std::string_view message, Fields fields) const {
  write(LogLevel::Warn, message, fields);
}
void Logger::error(std::string_view message, Fields fields) const {
  write(LogLevel::Error, message, fields);
}
void Logger::fatal(std::string_view message, Fields fields) const {
  write(LogLevel::Fatal, message, fields);
}

}  // namespace eventc::telemetry
