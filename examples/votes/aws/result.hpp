// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

/// What calls of AWS services give: a value, or an Error that says why there is none.
namespace aws {

struct Error {
  enum class Kind {
    Service,      ///< The service answered, and refused.
    Network,      ///< No answer came: the connection failed, was cut, or took too long.
    BadResponse,  ///< The answer is not what the service's API reference says.
    BadRequest,   ///< The request cannot be sent: JSON cannot express it, or it is over a limit.
  };

  Kind kind = Kind::Service;
  /// The service's name of the error, without its namespace ("ConditionalCheckFailedException");
  /// empty where it named none.
  std::string type = {};
  /// In words.
  std::string message = {};
  /// The HTTP status, 0 without an answer.
  int status = 0;

  /// `ResourceNotFoundException: no such stream (HTTP 400)`
  [[nodiscard]] std::string to_string() const {
    std::string text = type.empty() || message.empty() ? type + message : type + ": " + message;
    if (status != 0) text += " (HTTP " + std::to_string(status) + ")";
    return text;
  }
  bool operator==(const Error&) const = default;
};

/// A T, or why there is none; as eventc::Result, with this room's Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Require has_value().
  [[nodiscard]] T& operator*() {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& operator*() const {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T* operator->() const { return &**this; }

  /// Requires !has_value().
  [[nodiscard]] const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace aws
