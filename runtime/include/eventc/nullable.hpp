// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace eventc {

/// A member that may be absent, null or a T where the three differ, as in a merge patch (RFC 7396):
/// the type of a member whose schema says `x-eventc: {"null": "distinct"}`. Absent by default, and
/// again after `member = {}`.
template <class T>
class Nullable {
 public:
  Nullable() = default;
  /// From a T or whatever becomes one, as std::optional does it.
  template <class U = T>
  requires(!std::same_as<std::remove_cvref_t<U>, Nullable> &&
           std::is_constructible_v<T, U>) explicit(!std::is_convertible_v<U, T>) Nullable(U&& value)
      : value_(std::forward<U>(value)) {}

  [[nodiscard]] static Nullable absent() { return Nullable(); }
  [[nodiscard]] static Nullable null() {
    Nullable result;
    result.null_ = true;
    return result;
  }

  /// Exactly one of these three holds.
  [[nodiscard]] bool is_absent() const { return !null_ && !value_.has_value(); }
  [[nodiscard]] bool is_null() const { return null_; }
  [[nodiscard]] bool has_value() const { return value_.has_value(); }
  [[nodiscard]] explicit operator bool() const { return has_value(); }

  /// Throws std::bad_optional_access when there is none.
  [[nodiscard]] T& value() { return value_.value(); }
  [[nodiscard]] const T& value() const { return value_.value(); }
  /// There must be a value.
  [[nodiscard]] T& operator*() { return *value_; }
  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] T* operator->() { return &*value_; }
  [[nodiscard]] const T* operator->() const { return &*value_; }

  template <class... Args>
  T& emplace(Args&&... args) {
    null_ = false;
    return value_.emplace(std::forward<Args>(args)...);
  }
  void set_null() {
    value_.reset();
    null_ = true;
  }
  /// Absent again.
  void reset() {
    value_.reset();
    null_ = false;
  }

  /// A T on either side is a Nullable with that value.
  friend bool operator==(const Nullable& a, const Nullable& b) {
    return a.null_ == b.null_ && a.value_ == b.value_;
  }

 private:
  std::optional<T> value_;
  /// Only without a value.
  bool null_ = false;
};

}  // namespace eventc
