// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "eventc/batch/about.hpp"
#include "eventc/batch/record_context.hpp"
#include "eventc/batch/verdict.hpp"

namespace eventc::batch::detail {

/// A handler may be move-only; copies of what holds it share it.
template <class Handler>
[[nodiscard]] auto share(Handler&& handler) {
  return std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
}

template <class Run>
[[nodiscard]] Verdict verdict_of(Run&& run) {
  using Answer = std::decay_t<decltype(run())>;
  static_assert(std::is_void_v<Answer> || std::is_same_v<Answer, Verdict>,
                "a handler returns nothing or an eventc::batch::Verdict");
  if constexpr (std::is_void_v<Answer>) {
    run();
    return Verdict::ok();
  } else {
    return run();
  }
}

/// For what is to be refused when it is used.
template <class>
inline constexpr bool kNever = false;

/// A handler's subject, and the record's context where it wants that.
template <class Handler, class Subject>
inline constexpr bool kTakes = std::is_invocable_v<Handler&, const Subject&> ||
                               std::is_invocable_v<Handler&, const Subject&, const RecordContext&>;

/// Calls a handler with its subject and, if it takes that, the record's context: `about` is a
/// RecordContext, or an About, which makes one.
template <class Handler, class Subject, class Context>
[[nodiscard]] Verdict call(Handler& handler, const Subject& subject, const Context& about) {
  if constexpr (std::is_invocable_v<Handler&, const Subject&, const RecordContext&>) {
    return verdict_of([&]() -> decltype(auto) { return handler(subject, context_of(about)); });
  } else if constexpr (std::is_invocable_v<Handler&, const Subject&>) {
    return verdict_of([&]() -> decltype(auto) { return handler(subject); });
  } else {
    static_assert(kNever<Handler>,
                  "a handler takes what it is for (a record, a group) as a const reference, "
                  "by itself or with the const RecordContext& behind it");
  }
}

/// The same for what is inside of a record. A second parameter that is `auto` is the record.
template <class Handler, class Subject, class Record, class Context>
[[nodiscard]] Verdict call_inside(Handler& handler, const Subject& subject, const Record& record,
                                  const Context& about) {
  if constexpr (std::is_invocable_v<Handler&, const Subject&, const Record&,
                                    const RecordContext&>) {
    return verdict_of(
        [&]() -> decltype(auto) { return handler(subject, record, context_of(about)); });
  } else if constexpr (std::is_invocable_v<Handler&, const Subject&, const Record&>) {
    return verdict_of([&]() -> decltype(auto) { return handler(subject, record); });
  } else if constexpr (kTakes<Handler, Subject>) {
    return call(handler, subject, about);
  } else {
    static_assert(kNever<Handler>,
                  "a handler of payloads takes the event (that of otherwise() the Unhandled) as a "
                  "const reference; behind it, where it wants them, the const Record& that it came "
                  "in and the const RecordContext&");
  }
}

}  // namespace eventc::batch::detail
