// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "eventc/batch/call.hpp"
#include "eventc/batch/core.hpp"
#include "eventc/batch/group.hpp"
#include "eventc/batch/handler.hpp"
#include "eventc/batch/payload.hpp"
#include "eventc/batch/record_list.hpp"
#include "eventc/batch/settings.hpp"
#include "eventc/batch/source.hpp"
#include "eventc/batch/window.hpp"

namespace eventc::batch {

/// A handler of a whole batch that calls another one for each record, and answers with those that
/// failed:
///
///     eventc::batch::Batch<events::KinesisEvent> votes;
///     votes.on_record([](const events::kinesis_event::Record& record) { count(record); });
///     router.on<events::KinesisEvent>(votes);
///
/// A record fails when its handler throws, whatever it throws, or returns Verdict::failed(). The
/// response tells Lambda what to deliver again; the event source mapping must have
/// ReportBatchItemFailures among its FunctionResponseTypes. Which records those are follows from
/// how each source delivers again (the pages are those of the AWS Lambda Developer Guide):
///
///  - Kinesis, DynamoDB ("Configuring partial batch response with Kinesis Data Streams and Lambda",
///    "… with DynamoDB and Lambda"): all from the lowest sequence number reported on. That of the
///    first record not done is reported; see Settings::go_on.
///  - SQS ("Handling errors for an SQS event source in Lambda", "Implementing partial batch
///    responses"): each message reported. In a FIFO queue what follows a failed message in its
///    group is reported without being tried, so that the group's order holds; other groups go on.
///  - Kafka ("Configuring error handling controls for Kafka event sources"; provisioned mode only):
///    each record reported, as {"partition":"orders-0","offset":42}. What follows a failed record
///    in its partition is reported without being tried, so that nothing is lost and the order holds
///    whether Lambda begins again at the lowest offset or delivers no more than what is named: the
///    page does not say which.
///
/// A batch that cannot be answered so throws BatchFailed, so that all of it is delivered again: no
/// record succeeded (Settings::throw_if_none_succeeded); a record to be reported has no identifier,
/// as one of a test event; a window's state is wrong.
///
/// One of on_record(), payload(), on_group() and window() takes the records. Each function throws
/// std::logic_error for a second handler. A handler may be move-only. A copy of a batch shares its
/// handlers. A call is const and owns no threads; handlers are called one after the other, and a
/// batch may be called from several threads at once where they may. What hooks throw passes
/// through. Where all goes well, nothing is taken from the heap for any single record.
template <BatchEvent Event>
class Batch {
 public:
  using Record = RecordOf<Event>;
  static constexpr Source kSource = source_of<Record>;

  explicit Batch(Settings settings = {})
      : core_(std::make_shared<detail::Core>(kSource, std::move(settings))) {}

  /// The handler of each record: takes a `const Record&`, and the `const RecordContext&` behind it
  /// if it wants that. It returns nothing or a Verdict, as all handlers do.
  template <class Handler>
  Batch& on_record(Handler&& handler) {
    core_->set_record("on_record()", erase(std::forward<Handler>(handler)));
    return *this;
  }

  /// The handler of the records of a topic; the others go to who takes all, or fail.
  template <class Handler>
  Batch& topic(std::string name, Handler&& handler) requires KafkaRecord<Record> {
    core_->set_topic(std::move(name), erase(std::forward<Handler>(handler)));
    return *this;
  }

  /// The handler of records that have no value: they delete their key. Without it they go to the
  /// handler of their topic or to that of all records, and are done where that is payload().
  template <class Handler>
  Batch& on_tombstone(Handler&& handler) requires KafkaRecord<Record> {
    core_->set_tombstone(erase(std::forward<Handler>(handler)));
    return *this;
  }

  /// The handler of records that are older than `age` when the batch is begun, in place of any
  /// other. A record that does not tell its arrival is not late.
  template <class Handler>
  Batch& late_after(std::chrono::system_clock::duration age, Handler&& handler) {
    core_->set_late(age, erase(std::forward<Handler>(handler)));
    return *this;
  }

  /// The handler of the records of one partition key, item, message group or topic's partition in
  /// one call: takes a `const Group<Record>&`, and the RecordContext of its first record if it
  /// wants that. A group that fails fails all of its records.
  template <class Handler>
  Batch& on_group(Handler&& handler) {
    core_->set_group([handler = detail::share(std::forward<Handler>(handler))](
                         std::string_view key, std::span<const void* const> records,
                         const RecordContext& first) {
      return detail::call(*handler, Group<Record>(key, records), first);
    });
    return *this;
  }

  /// What the records hold is an event of another bundle: Kinesis's data, a message's body, a
  /// value of Kafka, as JSON. The reference is good as long as a copy of the batch is.
  template <class Bundle>
  Payload<Bundle, Record>& payload(const Options& options = {}) {
    static_assert(!DynamoDbRecord<Record>,
                  "a change of a DynamoDB item has no payload: its images are attributes already. "
                  "Use on_record()");
    auto payload = std::make_shared<Payload<Bundle, Record>>(options);
    auto handle = [payload, core = core_.get()](const Record& record, const detail::About& about,
                                                detail::Frame& frame) {
      const std::optional<std::string_view> text = detail::payload_of(record);
      if (!text) return Verdict::ok();
      frame.record = &record;
      frame.about = &about;
      return payload->handle(*text, core->handlers().dead_letter, frame);
    };
    core_->set_record("payload()", detail::handler_of_each<Event>(std::move(handle)));
    return *payload;
  }

  /// The handler of payloads that are no event of the bundle, not valid, or not JSON: takes a
  /// `const DeadLetter&`. Such a record is done when the handler has taken it. Without a handler
  /// it fails, and is delivered again until the source gives up.
  template <class Handler>
  Batch& dead_letter(Handler&& handler) {
    static_assert(std::is_invocable_v<std::decay_t<Handler>&, const DeadLetter&>,
                  "the handler of dead letters takes a const DeadLetter&, whose `about` is the "
                  "record's context");
    core_->set_dead_letter(
        [handler = detail::share(std::forward<Handler>(handler))](const DeadLetter& letter) {
          return detail::verdict_of([&]() -> decltype(auto) { return (*handler)(letter); });
        });
    return *this;
  }

  /// Adds records up over a tumbling window: `update` takes a `State&`, a `const Record&` and, if
  /// it wants that, the RecordContext; `finish` takes the `const State&`, the `const Window&` and,
  /// if it wants that, the Context, when the window ends, and returns nothing. State is an emitted
  /// type that owns its members, or eventc::Json ("{}" at the window's start); it travels through
  /// Lambda in the event's and the response's `state`. A record that fails leaves no trace in it,
  /// since it is delivered again: `update` works on a copy.
  ///
  /// BatchFailed is thrown for an event without a window (the event source mapping has none), for a
  /// state that is not valid or larger than kLargestState, and where `finish` throws: Lambda
  /// repeats that invocation until it succeeds.
  template <class State, class Update, class Finish>
  Batch& window(Update&& update, Finish&& finish) requires WindowEvent<Event> {
    static_assert(std::is_same_v<State, Json> || OwnedEvent<State>,
                  "a window's state is an emitted type that owns its members, or eventc::Json");
    using Fold = detail::FoldOf<State, Record, std::decay_t<Update>, std::decay_t<Finish>>;
    auto add = [](const Record& record, const detail::About& about, detail::Frame& frame) {
      return frame.fold->add(&record, about);
    };
    auto make_fold = [update = detail::share(std::forward<Update>(update)),
                      finish = detail::share(std::forward<Finish>(finish))](
                         std::string_view state) -> std::unique_ptr<detail::Fold> {
      return std::make_unique<Fold>(state, *update, *finish);
    };
    core_->set_window(detail::handler_of_each<Event>(add), std::move(make_fold));
    return *this;
  }

  /// Told of each record that failed, as soon as it has.
  Batch& on_failure(std::function<void(const Failure&)> hook) {
    core_->set_on_failure(std::move(hook));
    return *this;
  }
  /// Told what became of each batch, also of one that throws BatchFailed.
  Batch& on_done(std::function<void(const Summary&)> hook) {
    core_->set_on_done(std::move(hook));
    return *this;
  }

  /// Handles a batch. The response names what is to be delivered again:
  /// {"batchItemFailures":[{"itemIdentifier":"4959…"}]}, and a window's state in front of it.
  Json operator()(const Event& event, const Context& context = {}) const {
    const detail::RecordListOf<Event> records(event);
    if constexpr (WindowEvent<Event>) {
      const detail::WindowInput window = detail::window_of(event);
      return core_->run(records, &window, context);
    } else {
      return core_->run(records, nullptr, context);
    }
  }

 private:
  template <class Handler>
  static detail::Handler erase(Handler&& handler) {
    return detail::handler_of_each<Event>(
        [handler = detail::share(std::forward<Handler>(handler))](
            const Record& record, const detail::About& about, detail::Frame&) {
          return detail::call(*handler, record, about);
        });
  }

  std::shared_ptr<detail::Core> core_;
};

}  // namespace eventc::batch
