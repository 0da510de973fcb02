// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "eventc/batch/about.hpp"
#include "eventc/batch/call.hpp"
#include "eventc/batch/record_context.hpp"
#include "eventc/context.hpp"
#include "eventc/event.hpp"
#include "eventc/json.hpp"

namespace eventc::batch {

/// A tumbling window: a span of a stream's time, over which Lambda passes what a function returns
/// as `state` on to its next invocation for the same shard (Lambda Developer Guide, "Implementing
/// stateful Kinesis Data Streams processing in Lambda", and "Implementing stateful DynamoDB
/// stream processing in Lambda"). Views are good during the call.
struct Window {
  /// In ISO 8601; the window ends before `end`.
  std::string_view start = {};
  std::string_view end = {};
  std::string_view shard = {};
  /// The stream.
  std::string_view source = {};
  /// It ends before its time, because its state grew past the limit.
  bool is_terminated_early = false;
};

/// The largest state that Lambda takes, as JSON: 1 MB for each shard.
inline constexpr std::size_t kLargestState = std::size_t{1} << 20;

namespace detail {

/// What the core knows of an event's window. `state` is JSON; "{}" at the window's start.
struct WindowInput {
  Window window = {};
  bool exists = false;
  bool is_final = false;
  std::string_view state = {};
};

template <class Event>
[[nodiscard]] WindowInput window_of(const Event& event) {
  WindowInput input{.exists = event.window.has_value(),
                    .is_final = event.is_final_invoke_for_window.value_or(false)};
  if (event.state) input.state = event.state->text();
  if (event.window) {
    input.window = {.start = event.window->start, .end = event.window->end};
    if (event.shard_id) input.window.shard = *event.shard_id;
    if (event.event_source_arn) input.window.source = *event.event_source_arn;
    input.window.is_terminated_early = event.is_window_terminated_early.value_or(false);
  }
  return input;
}

/// Whether a state is that of a window's start: absent, null, or an object without members.
[[nodiscard]] bool is_initial(std::string_view state);
/// Throws std::runtime_error with what is wrong with it.
[[noreturn]] void refuse_state(const Error& error);
[[noreturn]] void refuse_written_state(const Error& error);

/// A state that is being added to.
class Fold {
 public:
  virtual ~Fold() = default;

  /// A record that fails, or throws, leaves the state as it was.
  [[nodiscard]] virtual Verdict add(const void* record, const About& about) = 0;
  virtual void finish(const Window& window, const Context& context) = 0;
  /// As JSON.
  [[nodiscard]] virtual std::string state() const = 0;
};

using MakeFold = std::function<std::unique_ptr<Fold>(std::string_view state)>;

template <class State>
[[nodiscard]] State read_state(std::string_view text) {
  if constexpr (std::is_same_v<State, Json>) {
    return Json(text.empty() ? "{}" : std::string(text));
  } else {
    if (is_initial(text)) return State{};
    Result<State> state = eventc::parse<State>(text);
    if (!state) refuse_state(state.error());
    return *std::move(state);
  }
}

template <class State>
[[nodiscard]] std::string write_state(const State& state) {
  if constexpr (std::is_same_v<State, Json>) {
    return std::string(state.text());
  } else {
    Result<std::string> text = eventc::to_json(state);
    if (!text) refuse_written_state(text.error());
    return *std::move(text);
  }
}

/// Update and Finish outlive it.
template <class State, class Record, class Update, class Finish>
class FoldOf final : public Fold {
 public:
  FoldOf(std::string_view state, Update& update, Finish& finish)
      : state_(read_state<State>(state)), update_(update), finish_(finish) {}

  [[nodiscard]] Verdict add(const void* erased, const About& about) override {
    const auto& record = *static_cast<const Record*>(erased);
    State next = state_;
    Verdict verdict = add_to(next, record, about);
    if (verdict) state_ = std::move(next);
    return verdict;
  }
  void finish(const Window& window, const Context& context) override {
    const State& state = state_;
    const auto run = [&]() -> decltype(auto) {
      if constexpr (std::is_invocable_v<Finish&, const State&, const Window&, const Context&>) {
        return finish_(state, window, context);
      } else if constexpr (std::is_invocable_v<Finish&, const State&, const Window&>) {
        return finish_(state, window);
      } else {
        static_assert(kNever<Finish>,
                      "a window's finish takes the const State& and the const Window&, and the "
                      "const Context& behind them if it wants that");
      }
    };
    static_assert(std::is_void_v<decltype(run())>,
                  "a window's finish returns nothing: where it fails, it throws");
    run();
  }
  [[nodiscard]] std::string state() const override { return write_state(state_); }

 private:
  [[nodiscard]] Verdict add_to(State& state, const Record& record, const About& about) {
    if constexpr (std::is_invocable_v<Update&, State&, const Record&, const RecordContext&>) {
      return verdict_of([&]() -> decltype(auto) { return update_(state, record, *about); });
    } else if constexpr (std::is_invocable_v<Update&, State&, const Record&>) {
      return verdict_of([&]() -> decltype(auto) { return update_(state, record); });
    } else {
      static_assert(kNever<Update>,
                    "a window's update takes a State& and the const Record&, and the const "
                    "RecordContext& behind them if it wants that");
    }
  }

  State state_;
  Update& update_;
  Finish& finish_;
};

}  // namespace detail
}  // namespace eventc::batch
