// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace eventc::http {

/// How a parameter's text becomes a value. Specialise it for a type of your own:
///     static constexpr std::string_view expected;                 // "a date", for error messages
///     static std::optional<T> from(std::string_view text);        // nothing: it is none
template <class T>
struct ValueOf;

template <>
struct ValueOf<std::string_view> {
  static constexpr std::string_view expected = "text";
  static std::optional<std::string_view> from(std::string_view text) { return text; }
};
template <>
struct ValueOf<std::string> {
  static constexpr std::string_view expected = "text";
  static std::optional<std::string> from(std::string_view text) { return std::string(text); }
};
template <>
struct ValueOf<bool> {
  static constexpr std::string_view expected = "true or false";
  static std::optional<bool> from(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
  }
};

/// Decimal, the whole text, within the range of T; no sign "+", no white space.
template <std::integral T>
struct ValueOf<T> {
  static constexpr std::string_view expected =
      std::is_signed_v<T> ? "an integer" : "an integer, 0 or more";
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
  static constexpr std::string_view expected = "a number";
  static std::optional<T> from(std::string_view text) {
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
      return std::nullopt;
    return value;
  }
};

}  // namespace eventc::http
