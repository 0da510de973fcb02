// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/batch/call.hpp"
#include "eventc/batch/dead_letter.hpp"
#include "eventc/batch/frame.hpp"
#include "eventc/batch/source.hpp"
#include "eventc/router.hpp"

namespace eventc::batch {

namespace detail {

/// Nothing for a record of Kafka that has no value.
template <class Record>
[[nodiscard]] std::optional<std::string_view> payload_of(const Record& record) {
  if constexpr (KinesisRecord<Record>) {
    return record.kinesis.data.text();
  } else if constexpr (SqsRecord<Record>) {
    return record.body;
  } else {
    if (!record.value) return std::nullopt;
    return record.value->text();
  }
}

/// The part of payloads that is the same for all bundles.
class PayloadCore {
 public:
  using Otherwise = std::function<Verdict(const Unhandled&, Frame&)>;

  PayloadCore(const route::Table& routes, const Options& options);
  PayloadCore(const PayloadCore&) = delete;
  PayloadCore& operator=(const PayloadCore&) = delete;

  /// Brings a record's payload to the handler of its event. What nobody takes goes to otherwise(),
  /// or to `dead_letter`, or fails with the reason.
  [[nodiscard]] Verdict handle(std::string_view payload, const DeadLetterHandler& dead_letter,
                               Frame& frame) const;

 protected:
  /// As RouterCore's; handlers are given the frame as their arena.
  void set_handler(std::size_t event, eventc::detail::RouterCore::Handler handler);
  void set_otherwise(Otherwise otherwise);
  [[nodiscard]] const Options& options() const { return router_.options(); }

 private:
  eventc::detail::RouterCore router_;
  Otherwise otherwise_;
  std::string known_events_;
};

}  // namespace detail

/// What is inside of a batch's records: events of a bundle, told apart by that bundle's own routes.
///
///     auto& orders = batch.payload<orders::Bundle>();
///     orders.on<orders::OrderCreated>([](const orders::OrderCreated& order) { ship(order); });
///
/// A handler takes the event; behind it, where it wants them, the record that it came in and the
/// RecordContext (of two parameters, a second one that is `auto` is the record). It returns nothing
/// or a Verdict. Views are good during the call.
template <class Bundle, class Record>
class Payload : public detail::PayloadCore {
 public:
  explicit Payload(const Options& options) : PayloadCore(Bundle::routes(), options) {}

  /// The handler of an event. Throws std::logic_error when the event has one.
  template <class T, class Handler>
  Payload& on(Handler&& handler) {
    static_assert(Bundle::Events::template contains<T>,
                  "T is none of the events of the Bundle that payload<Bundle>() names, which are "
                  "listed in Bundle::Events: take one of those, or name the bundle of T's schema");
    set_handler(Bundle::Events::template index_of<T>(),
                [handler = detail::share(std::forward<Handler>(handler)), options = options()](
                    std::string_view payload, Arena& arena, const Context&) {
                  const Result<T> value =
                      eventc::detail::parse_for_handler<T>(payload, arena, options);
                  if (!value) return eventc::detail::refused(EventTraits<T>::name, value.error());
                  auto& frame = static_cast<detail::Frame&>(arena);
                  const auto& record = *static_cast<const Record*>(frame.record);
                  frame.verdict = detail::call_inside(*handler, *value, record, *frame.about);
                  return Outcome{.event = EventTraits<T>::name};
                });
    return *this;
  }

  /// For events that have no handler, and JSON that is none of the bundle's events: takes a
  /// `const eventc::Unhandled&`, and the record and the RecordContext behind it. Without it they
  /// are dead letters. Throws std::logic_error when it is called twice.
  template <class Handler>
  Payload& otherwise(Handler&& handler) {
    set_otherwise([handler = detail::share(std::forward<Handler>(handler))](const Unhandled& why,
                                                                            detail::Frame& frame) {
      return detail::call_inside(*handler, why, *static_cast<const Record*>(frame.record),
                                 *frame.about);
    });
    return *this;
  }
};

}  // namespace eventc::batch
