// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "eventc/json.hpp"
#include "eventc/json_text.hpp"

namespace eventc::telemetry {

/// A name and a value of a log line or a metric document. It owns both. The value is a text, a
/// number, a bool, or Json, whose line breaks become spaces: they would end the line.
class Field {
 public:
  template <class T>
  Field(std::string_view name, const T& value) : name_(name), value_(kept(value)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  /// As the member of an open object.
  void write(JsonText& out) const;

 private:
  using Value = std::variant<std::string, std::int64_t, std::uint64_t, double, bool, Json>;

  template <class T>
  static Value kept(const T& value) {
    if constexpr (std::same_as<T, bool> || std::same_as<T, Json>) {
      return value;
    } else if constexpr (std::same_as<T, JsonView>) {
      return Json(std::string(value.text()));
    } else if constexpr (std::floating_point<T>) {
      return static_cast<double>(value);
    } else if constexpr (std::signed_integral<T>) {
      return static_cast<std::int64_t>(value);
    } else if constexpr (std::unsigned_integral<T>) {
      return static_cast<std::uint64_t>(value);
    } else {
      static_assert(std::convertible_to<const T&, std::string_view>,
                    "a field's value is a text, a number, a bool, or eventc::Json");
      return std::string(std::string_view(value));
    }
  }

  std::string name_;
  Value value_;
};

}  // namespace eventc::telemetry
