// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

#include "eventc/error.hpp"

namespace eventc {

/// A T, or why there is none. As std::expected<T, Error>, which C++20 does not have.
template <class T>
class [[nodiscard]] Result {
 public:
  static_assert(!std::is_same_v<T, Error>);

  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  /// Of a T() that is made where it stays.
  explicit Result(std::in_place_t /*tag*/) : state_(std::in_place_index<0>) {}
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  Result& operator=(Error error) {
    state_.template emplace<1>(std::move(error));
    return *this;
  }

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Require has_value().
  [[nodiscard]] T& operator*() & { return *checked(); }
  [[nodiscard]] const T& operator*() const& { return *checked(); }
  [[nodiscard]] T&& operator*() && { return std::move(*checked()); }
  [[nodiscard]] T* operator->() { return checked(); }
  [[nodiscard]] const T* operator->() const { return checked(); }

  /// Requires !has_value().
  [[nodiscard]] const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  T* checked() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  const T* checked() const {
    assert(has_value());
    return std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace eventc
