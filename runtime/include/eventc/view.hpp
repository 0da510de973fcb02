// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/arena.hpp"
#include "eventc/event.hpp"

/// What every emitted header of views includes: how they are parsed.
namespace eventc {

/// A view together with what it borrows from: its payload and its arena. To be moved, not copied;
/// references to the value stay good. What to_owned() gives lives without it.
template <ViewEvent T>
class Kept {
 public:
  /// Reads T from the payload with `read`: a Result<T> of a text and an arena.
  template <class Read>
  static Result<Kept> make(std::string&& payload, Read&& read) {
    auto kept = std::make_unique<State>(std::move(payload));
    Result<T> value = read(std::string_view(kept->payload), kept->arena);
    if (!value) return std::move(value).error();
    kept->value = *std::move(value);
    return Kept(std::move(kept));
  }

  [[nodiscard]] const T& operator*() const { return state_->value; }
  [[nodiscard]] const T* operator->() const { return &state_->value; }
  [[nodiscard]] std::string_view payload() const { return state_->payload; }

 private:
  struct State {
    explicit State(std::string&& text) : payload(std::move(text)) {}

    std::string payload;
    Arena arena;
    T value;
  };

  explicit Kept(std::unique_ptr<State> state) : state_(std::move(state)) {}

  /// At a place that stays: the characters of a short string lie inside of it.
  std::unique_ptr<const State> state_;
};

/// As parse() of an owned type. Strings and bytes of the value are parts of `text`, and of `arena`
/// where the payload has them in another form; lists and maps are in `arena`, too. Both outlive the
/// value. What the arena holds already stays: reset it when that is done with.
template <ViewEvent T>
[[nodiscard]] Result<T> parse(std::string_view text, Arena& arena, const Options& options = {}) {
  return EventTraits<T>::parse(text, arena, options);
}

/// The same for a value that is to be kept: the payload moves in with it.
template <ViewEvent T>
[[nodiscard]] Result<Kept<T>> parse(std::string&& payload, const Options& options = {}) {
  return Kept<T>::make(std::move(payload), [&options](std::string_view text, Arena& arena) {
    return EventTraits<T>::parse(text, arena, options);
  });
}

}  // namespace eventc
