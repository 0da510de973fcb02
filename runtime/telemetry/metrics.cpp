// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
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
constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestDimensionName = 250;
constexpr std::size_t kLongestDimensionValue = 1024;
constexpr int kMostBits = 360;  ///< Of a value, either sign.
constexpr std::string_view kMetadata = "_aws";

std::string_view to_text(Unit unit) {
  constexpr std::array<std::string_view, 6> kTexts = {"None",         "Count",   "Bytes",
                                                      "Milliseconds", "Seconds", "Percent"};
  return kTexts[static_cast<std::size_t>(unit)];
}

[[noreturn]] void refuse(const std::string& what) {
  throw std::logic_error("eventc::telemetry::Metrics: " + what);
}

[[noreturn]] void refuse_name(std::string_view name) {
  refuse(std::string(name) + " is a dimension already, or the format's own");
}

void check_size(const std::string& what, std::string_view text, std::size_t longest) {
  if (text.empty() || text.size() > longest)
    refuse(what + " has " + std::to_string(text.size()) + " bytes: CloudWatch takes 1 to " +
           std::to_string(longest));
}

void check_begin(const std::string& what, std::string_view text) {
  if (text.starts_with(':')) refuse(what + " begins with a colon: CloudWatch takes none");
}

void check_characters(const std::string& what, std::string_view text) {
  const auto is_printable = [](char c) { return c >= ' ' && c <= '~'; };
  if (!std::all_of(text.begin(), text.end(), is_printable) ||
      text.find_first_not_of(' ') == std::string_view::npos)
    refuse(what + " is to be printable ASCII, and not blank: CloudWatch takes nothing else");
}

/// What CloudWatch has no metrics with (API reference of CloudWatch, Dimension).
void check_dimension(const std::string& name, const std::string& value) {
  check_size("a dimension's name", name, kLongestDimensionName);
  check_begin("a dimension's name", name);
  check_characters("a dimension's name", name);
  check_size("dimension " + name, value, kLongestDimensionValue);
  check_characters("dimension " + name, value);
}

}  // namespace

Metrics::Metrics(std::string name_space, Dimensions dimensions)
    : Metrics(std::move(name_space), std::move(dimensions), std::cout) {}

Metrics::Metrics(std::string name_space, Dimensions dimensions, std::ostream& out, Clock clock)
    : name_space_(std::move(name_space)),
      dimensions_(std::move(dimensions)),
      out_(out),
      clock_(std::move(clock)) {
  check_size("the namespace", name_space_, kLongestName);
  check_begin("the namespace", name_space_);
  if (dimensions_.size() > kMostDimensions)
    refuse("there are " + std::to_string(dimensions_.size()) +
           " dimensions: the format takes 30 at the most");
  std::set<std::string_view> names = {kMetadata};
  for (const auto& [name, value] : dimensions_) {
    check_dimension(name, value);
    if (!names.insert(name).second) refuse_name(name);
  }
}

bool Metrics::is_taken(std::string_view name) const {
  return name == kMetadata ||
         std::any_of(dimensions_.begin(), dimensions_.end(),
                     [name](const auto& dimension) { return dimension.first == name; });
}

void Metrics::check_name(std::string_view name) const {
  check_size("a metric's name", name, kLongestName);
  if (is_taken(name)) refuse_name(name);
}

void Metrics::add(std::string_view name, double value, Unit unit) {
  check_name(name);
  const bool is_taken = std::abs(value) <= std::ldexp(1.0, kMostBits);  // not NaN either
  if (!is_taken) return;
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
  MetricList waiting;
  for (const Metric& metric : metrics_) waiting.push_back(&metric);
  while (!waiting.empty()) {
    // A name stands in a document once: what has more values than it takes waits for the next.
    MetricList now;
    MetricList later;
    for (const Metric* const metric : waiting) {
      const bool is_new = std::none_of(now.begin(), now.end(), [metric](const Metric* other) {
        return other->name == metric->name;
      });
      (is_new && now.size() < kMostMetrics ? now : later).push_back(metric);
    }
    lines += document(now) + "\n";
    waiting = std::move(later);
  }
  metrics_.clear();
  properties_.clear();
  if (!lines.empty()) out_ << lines << std::flush;
}

std::string Metrics::document(const MetricList& metrics) const {
  JsonText out;
  out.open_object().key("_aws").open_object().key("Timestamp").number(to_milliseconds(clock_()));
  out.key("CloudWatchMetrics").open_array().open_object().key("Namespace").string(name_space_);
  out.key("Dimensions").open_array().open_array();
  for (const auto& [name, value] : dimensions_) out.string(name);
  out.close_array().close_array().key("Metrics").open_array();
  for (const Metric* const metric : metrics)
    out.open_object()
        .key("Name")
        .string(metric->name)
        .key("Unit")
        .string(to_text(metric->unit))
        .close_object();
  out.close_array().close_object().close_array().close_object();
  for (const auto& [name, value] : dimensions_) out.key(name).string(value);
  for (const Field& field : properties_) {
    const bool is_metric = std::any_of(metrics.begin(), metrics.end(), [&](const Metric* metric) {
      return metric->name == field.name();
    });
    if (!is_metric && !is_taken(field.name())) field.write(out);
  }
  for (const Metric* const metric : metrics) {
    out.key(metric->name);
    if (metric->values.size() == 1) {
      out.number(metric->values.front());
      continue;
    }
    out.open_array();
    for (const double value : metric->values) out.number(value);
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
    const Middleware tell = to_middleware({
        .after = [&](const Invocation&, const Outcome& outcome) { measure(!outcome.ok()); },
        .on_error = [&](const Invocation&, const std::exception_ptr&) { measure(true); },
    });
    return tell(invocation, next);
  };
}

}  // namespace eventc::telemetry
