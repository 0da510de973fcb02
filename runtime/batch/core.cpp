// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/core.hpp"

#include <stdexcept>
#include <utility>

#include "carry_out.hpp"
#include "report.hpp"
#include "run.hpp"

namespace eventc::batch::detail {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw std::logic_error("eventc::batch::Batch: " + what);
}

template <class Function>
void set_once(Function& place, Function function, const std::string& what) {
  if (place) refuse(what + " has a handler already");
  place = std::move(function);
}

std::string none_succeeded(const Summary& summary) {
  const Failure& first = summary.failures.front();
  std::string text = "no record of the batch succeeded: " + std::to_string(summary.failed) +
                     " failed, " + std::to_string(summary.not_tried) +
                     " not tried; the first was record " + std::to_string(first.index);
  if (!first.identifier.empty()) text += " (" + first.identifier + ")";
  return text + ": " + first.reason;
}

}  // namespace

Core::Core(Source source, Settings settings) : source_(source), settings_(std::move(settings)) {}

void Core::take_all(std::string_view name) {
  if (!takes_all_.empty())
    refuse(takes_all_ + " takes the records already, and " + std::string(name) + " would, too");
  takes_all_ = name;
}

void Core::check_group() const {
  if (handlers_.group && handlers_.tell_records_apart())
    refuse(
        "on_group() takes whole groups: late_after(), topic() and on_tombstone() do not go "
        "with it");
}

void Core::set_record(std::string_view name, Handler handler) {
  take_all(name);
  handlers_.record = std::move(handler);
}

void Core::set_group(GroupHandler handler) {
  take_all("on_group()");
  handlers_.group = std::move(handler);
  check_group();
}

void Core::set_window(Handler handler, MakeFold make_fold) {
  take_all("window()");
  if (settings_.go_on)
    refuse("window() and Settings::go_on: records behind a failed one would be added up twice");
  handlers_.record = std::move(handler);
  handlers_.make_fold = std::move(make_fold);
}

void Core::set_topic(std::string topic, Handler handler) {
  Handler& place = handlers_.topics[topic];
  set_once(place, std::move(handler), "topic \"" + topic + "\"");
  check_group();
}

void Core::set_tombstone(Handler handler) {
  set_once(handlers_.tombstone, std::move(handler), "on_tombstone()");
  check_group();
}

void Core::set_late(std::chrono::system_clock::duration after, Handler handler) {
  set_once(handlers_.late, std::move(handler), "late_after()");
  handlers_.late_after = after;
  check_group();
}

void Core::set_dead_letter(DeadLetterHandler handler) {
  set_once(handlers_.dead_letter, std::move(handler), "dead_letter()");
}

void Core::set_on_failure(std::function<void(const Failure&)> hook) {
  set_once(handlers_.on_failure, std::move(hook), "on_failure()");
}

void Core::set_on_done(std::function<void(const Summary&)> hook) {
  set_once(handlers_.on_done, std::move(hook), "on_done()");
}

Json Core::run(const RecordList& records, const WindowInput* window, const Context& context) const {
  Run run(*this, records, context);
  Report result = carry_out(*this, records, window, context, run);
  Summary summary = run.take_summary();
  const bool none_did = summary.processed == 0 && summary.failed != 0;
  if (none_did && throws_if_none_succeeded()) result.fault = none_succeeded(summary);
  if (handlers_.on_done || result.fault) run.add_up(summary);
  if (handlers_.on_done) handlers_.on_done(summary);
  if (result.fault) throw BatchFailed(*result.fault, std::move(summary));
  return Json(std::move(result.response));
}

bool Core::throws_if_none_succeeded() const {
  return settings_.throw_if_none_succeeded.value_or(source_ != Source::Sqs);
}

}  // namespace eventc::batch::detail
