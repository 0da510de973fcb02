// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "eventc/batch/dead_letter.hpp"
#include "eventc/batch/handler.hpp"
#include "eventc/batch/record_list.hpp"
#include "eventc/batch/settings.hpp"
#include "eventc/batch/source.hpp"
#include "eventc/batch/summary.hpp"
#include "eventc/batch/window.hpp"
#include "eventc/context.hpp"
#include "eventc/json.hpp"

namespace eventc::batch::detail {

using GroupHandler = std::function<Verdict(
    std::string_view key, std::span<const void* const> records, const RecordContext& first)>;

/// What a batch was given. Empty where it was not.
struct Handlers {
  Handler record;
  std::map<std::string, Handler, std::less<>> topics;
  Handler tombstone;
  Handler late;
  std::chrono::system_clock::duration late_after = {};
  GroupHandler group;
  MakeFold make_fold;
  DeadLetterHandler dead_letter;
  std::function<void(const Failure&)> on_failure;
  std::function<void(const Summary&)> on_done;

  /// Whether some records do not go to the handler of all.
  [[nodiscard]] bool tell_records_apart() const { return late || tombstone || !topics.empty(); }
};

/// A batch's part that is the same for all events. It stays where it is: handlers of payloads refer
/// to it.
class Core {
 public:
  Core(Source source, Settings settings);
  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;

  /// Each throws std::logic_error for what has been set before, and for what does not go with it.
  /// `name` is the function that takes all records: "payload()".
  void set_record(std::string_view name, Handler handler);
  void set_group(GroupHandler handler);
  /// `handler` adds records to the Frame's fold.
  void set_window(Handler handler, MakeFold make_fold);
  void set_topic(std::string topic, Handler handler);
  void set_tombstone(Handler handler);
  void set_late(std::chrono::system_clock::duration after, Handler handler);
  void set_dead_letter(DeadLetterHandler handler);
  void set_on_failure(std::function<void(const Failure&)> hook);
  void set_on_done(std::function<void(const Summary&)> hook);

  /// The response. Throws BatchFailed. `window` is null for events that have none.
  [[nodiscard]] Json run(const RecordList& records, const WindowInput* window,
                         const Context& context) const;

  [[nodiscard]] Source source() const { return source_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Handlers& handlers() const { return handlers_; }
  /// Source's own default where the settings do not say.
  [[nodiscard]] bool throws_if_none_succeeded() const;

 private:
  void take_all(std::string_view name);
  void check_group() const;

  Source source_;
  Settings settings_;
  Handlers handlers_;
  std::string takes_all_;  ///< The function that set who takes all records.
};

}  // namespace eventc::batch::detail
