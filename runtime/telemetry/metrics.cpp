// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <set>
#include <stdexcept>
#include <utility>

#include "eventc/json_text.hpp"
#include "stopwatch.hpp"

namespace eventc::telemetry {

namespace {

constexpr std::size_t kMostMetrics = 100;
constexpr std::size_t kMostValues = 100;
constexpr std::size_t kMostDimensions = 30;
constexpr std::size_t kMostCharacters = 1024;
constexpr std::string_view kMetadata = "_aws";

std::string_view to_text(Unit unit) {
  constexpr std::array<std::string_view, 6> kTexts = {"None",         "Count",   "Bytes",
                                                      "Milliseconds", "Seconds", "Percent"};
  return kTexts[static_cast<std::size_t>(unit)];
}

[[noreturn]] void refuse_name(std::string_view name) {
  throw std::logic_error("eventc::telemetry::Metrics: " + std::string(name) +
                         " is a dimension already, or the format's own");
}

/// Throws where a text has no characters, or too many.
void check_size(std::string_view what, std::string_view text) {
  if (text.empty() || text.size() > kMostCharacters)
    throw std::logic_error("eventc::telemetry::Metrics: " + std::string(what) + " has " +
                           std::to_string(text.size()) + " bytes: the format takes 1 to " +
                           std::to_string(kMostCharacters));
}

}  // namespace

Metrics::Metrics(std::string name_space, Dimensions dimensions)
    : Metrics(std::move(name_space), std::move(dimensions), std::cout) {}

Metrics::Metrics(std::string name_space, Dimensions dimensions, std::ostream& out, Clock clock)
    : name_space_(std::move(name_space)),
      dimensions_(std::move(dimensions)),
      out_(out),
      clock_(std::move(clock)) {
  check_size("the namespace", name_space_);
  if (dimensions_.size() > kMostDimensions)
    throw std::logic_error("eventc::telemetry::Metrics: there are " +
                           std::to_string(dimensions_.size()) +
                           " dimensions: the format takes 30 at the most");
  std::set<std::string_view> names = {kMetadata};
  for (const auto& [name, value] : dimensions_) {
    check_size("a dimension's name", name);
    check_size("dimension " + name, value);
    if (!names.insert(name).second) refuse_name(name);
  }
}

bool Metrics::is_taken(std::string_view name) const {
  return name == kMetadata ||
         std::any_of(dimensions_.begin(), dimensions_.end(),
                     [name](const auto& dimension) { return dimension.first == name; });
}

void Metrics::check_name(std::string_view name) const {
  check_size("a metric's name", name);
  if (is_taken(name)) refuse_name(name);
}

void Metrics::add(std::string_view name, double value, Unit unit) {
  check_name(name);
  if (!std::isfinite(value)) return;
  const std::lock_guard lock(mutex_);
  const auto takes_more = [name](const Metric& metric) {
    return metric.name == name && metric.values.size() < kMostValues;
  };
  const auto metric = std::find_if(metrics_.begin(), metrics_.end(), takes_more);
  if (metric != metrics_.end()) {
    metric->values.push_back(value);
  } else {
    metrics_.push_back({std::string(name), unit, {value}});
  }
}

void Metrics::property(Field field) {
  const std::lock_guard lock(mutex_);
  std::erase_if(properties_, [&](const Field& old) { return old.name() == field.name(); });
  properties_.push_back(std::move(field));
}

void Metrics::flush() {
  const std::lock_guard lock(mutex_);
  std::string lines;
  while (!metrics_.empty()) {
    // A name stands in a document once: what has more values than it takes waits for the next.
    std::vector<Metric> now;
    std::vector<Metric> later;
    for (Metric& metric : metrics_) {
      const bool is_new = std::none_of(
          now.begin(), now.end(), [&](const Metric& other) { return other.name == metric.name; });
      (is_new && now.size() < kMostMetrics ? now : later).push_back(std::move(metric));
    }
    lines += document(now) + "\n";
    metrics_ = std::move(later);
  }
  properties_.clear();
  if (!lines.empty()) out_ << lines << std::flush;
}

std::string Metrics::document(const std::vector<Metric>& metrics) const {
  JsonText out;
  out.open_object().key("_aws").open_object().key("Timestamp").number(to_milliseconds(clock_()));
  out.key("CloudWatchMetrics").open_array().open_object().key("Namespace").string(name_space_);
  out.key("Dimensions").open_array().open_array();
  for (const auto& [name, value] : dimensions_) out.string(name);
  out.close_array().close_array().key("Metrics").open_array();
  for (const Metric& metric : metrics)
    out.open_object()
        .key("Name")
        .string(metric.name)
        .key("Unit")
        .string(to_text(metric.unit))
        .close_object();
  out.close_array().close_object().close_array().close_object();
  for (const auto& [name, value] : dimensions_) out.key(name).string(value);
  for (const Field& field : properties_) {
    const bool is_metric = std::any_of(metrics.begin(), metrics.end(), [&](const Metric& metric) {
      return metric.name == field.name();
    });
    if (!is_metric && !is_taken(field.name())) field.write(out);
  }
  for (const Metric& metric : metrics) {
    out.key(metric.name);
    if (metric.values.size() == 1) {
      out.number(metric.values.front());
      continue;
    }
    out.open_array();
    for (const double value : metric.values) out.number(value);
    out.close_array();
  }
  out.close_object();
  return std::move(out).finish();
}

Middleware measure_invocations(Metrics& metrics) {
  for (const std::string_view name : {"Invocations", "Failures", "PayloadBytes", "Duration"})
    metrics.check_name(name);
  return [&metrics](const Invocation& invocation, const Next& next) {
    const Stopwatch stopwatch;
    const auto measure = [&](bool is_failure) {
      metrics.add("Invocations", 1, Unit::Count);
      metrics.add("Failures", is_failure ? 1 : 0, Unit::Count);
      metrics.add("PayloadBytes", static_cast<double>(invocation.payload.size()), Unit::Bytes);
      metrics.add("Duration", stopwatch.milliseconds(), Unit::Milliseconds);
      if (!invocation.context.request_id.empty())
        metrics.property({"requestId", invocation.context.request_id});
      metrics.flush();
    };
    Outcome outcome;
    try {
      outcome = next();
    } catch (...) {
      measure(true);
      throw;
    }
    measure(!outcome.ok());
    return outcome;
  };
}

}  // namespace eventc::telemetry
