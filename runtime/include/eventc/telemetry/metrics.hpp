// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/middleware.hpp"
#include "eventc/telemetry/clock.hpp"
#include "eventc/telemetry/field.hpp"

namespace eventc::telemetry {

/// Of CloudWatch's units those that are of use here (API reference of CloudWatch, MetricDatum).
enum class Unit : std::uint8_t { None, Count, Bytes, Milliseconds, Seconds, Percent };

/// Collects metrics, and writes them as lines in CloudWatch's embedded metric format (user guide of
/// CloudWatch, "Specification: Embedded metric format"), which the service reads out of the logs.
///
///     telemetry::Metrics metrics("Votes", {{"service", "consumer"}});
///     metrics.add("RecordsProcessed", 100, Unit::Count);
///     metrics.flush();
///
/// May be used by several threads at once.
class Metrics {
 public:
  using Dimensions = std::vector<std::pair<std::string, std::string>>;

  /// To the standard output. Throws std::logic_error for what CloudWatch would drop in silence: the
  /// namespace has 1 to 255 bytes and begins with no colon (API reference of CloudWatch, Metric);
  /// of dimensions there are 30 at the most, of different names of 1 to 250 bytes that begin with
  /// no colon, with values of 1 to 1024 bytes, all in printable ASCII and not blank (Dimension).
  explicit Metrics(std::string name_space, Dimensions dimensions = {});
  /// The stream outlives the metrics.
  Metrics(std::string name_space, Dimensions dimensions, std::ostream& out,
          Clock clock = std::chrono::system_clock::now);

  /// One value more of a metric. A metric has the unit of its first value. A value that is not
  /// finite, or beyond 2 to the power of 360 (MetricDatum), is left out. Throws std::logic_error
  /// for a name that is empty, longer than 255 bytes, of a dimension, or "_aws".
  void add(std::string_view name, double value, Unit unit = Unit::None);
  /// Throws where add() would.
  void check_name(std::string_view name) const;
  /// What is searched for in logs beside the metrics, and is none: a request ID. The last of a name
  /// stays, until flush(); it is left out of a document that has another member of that name.
  void property(Field field);
  /// Writes what there is since the last time: nothing where there are no metrics. The format takes
  /// 100 metrics a document, and 100 values each: more make several documents. Where the clock
  /// throws, nothing is written, and all is kept.
  void flush();

 private:
  struct Metric {
    std::string name;
    Unit unit;
    std::vector<double> values;
  };

  using MetricList = std::vector<const Metric*>;

  [[nodiscard]] std::string document(const MetricList& metrics) const;
  /// By a dimension, or by the format's own member.
  [[nodiscard]] bool is_taken(std::string_view name) const;

  std::string name_space_;
  Dimensions dimensions_;
  std::ostream& out_;
  Clock clock_;
  std::vector<Metric> metrics_;
  std::vector<Field> properties_;
  std::mutex mutex_;
};

/// Adds "Invocations" and "PayloadBytes" of each invocation, "Duration" in milliseconds, and
/// "Failures", 1 where the outcome is not Handled or a handler threw, and 0 otherwise; then
/// flushes. The metrics outlive the router.
[[nodiscard]] Middleware measure_invocations(Metrics& metrics);

}  // namespace eventc::telemetry
