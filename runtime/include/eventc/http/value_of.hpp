// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "eventc/utf8.hpp"

namespace eventc::http {

/// How a parameter's text becomes a value. Specialise it for a type of your own:
///     static std::string expected();                              // "a date", for error messages
///     static std::optional<T> from(std::string_view text);        // nothing: it is none
template <class T>
struct ValueOf;

/// UTF-8, as JSON is: what was percent-encoded may be anything. Request has its bytes.
template <>
struct ValueOf<std::string_view> {
  static std::string expected() { return "text in UTF-8"; }
  static std::optional<std::string_view> from(std::string_view text) {
    if (!is_utf8(text)) return std::nullopt;
    return text;
  }
};
template <>
struct ValueOf<std::string> {
  static std::string expected() { return ValueOf<std::string_view>::expected(); }
  static std::optional<std::string> from(std::string_view text) {
    if (!is_utf8(text)) return std::nullopt;
    return std::string(text);
  }
};
template <>
struct ValueOf<bool> {
  static std::string expected() { return "true or false"; }
  static std::optional<bool> from(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
  }
};

/// Decimal, the whole text, within the range of T; no sign "+", no white space.
template <std::integral T>
struct ValueOf<T> {
  static std::string expected() {
    return "an integer from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
           std::to_string(std::numeric_limits<T>::max());
  }
  static std::optional<T> from(std::string_view text) {
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }
};
/// As for integers; neither infinite nor NaN.
template <std::floating_point T>
struct ValueOf<T> {
  static std::string expected() { return "a number"; }
  static std::optional<T> from(std::string_view text) {
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
      return std::nullopt;
    return value;
  }
};

}  // namespace eventc::http
