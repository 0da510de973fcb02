// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace eventc {

/// A T kept elsewhere, as in an Arena, for views that contain themselves: `struct Tree {
/// std::optional<BoxView<Tree>> left; };`. It compares as its T does, and T may be incomplete where
/// a BoxView<T> is declared. A default-constructed one reads as T{}.
template <class T>
class BoxView {
 public:
  BoxView() = default;
  /// The value outlives it.
  explicit BoxView(const T* value) : value_(value) {}

  [[nodiscard]] const T& operator*() const { return value_ == nullptr ? initial() : *value_; }
  [[nodiscard]] const T* operator->() const { return &**this; }

  friend bool operator==(const BoxView& a, const BoxView& b) {
    // Ends the comparison where T{} holds a BoxView<T> itself.
    return a.value_ == b.value_ || *a == *b;
  }

 private:
  static const T& initial() {
    static const T value{};
    return value;
  }

  const T* value_ = nullptr;
};

}  // namespace eventc
