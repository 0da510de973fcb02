// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

namespace eventc {

/// A T kept elsewhere, for types that contain themselves: `struct Tree { std::optional<Box<Tree>>
/// left; };`. It copies and compares as its T does, and T may be incomplete where a Box<T> is
/// declared. There is always a T: a Box that was default-constructed or moved from reads as T{} and
/// allocates one when it is first written through.
///
/// A reference obtained from a const Box of that kind is to a T{} shared by all of them: it does
/// not follow a later write. Copying, comparing and destroying recurse as deep as the value is
/// nested, which the reader limits.
template <class T>
class Box {
 public:
  Box() = default;
  Box(const T& value) : value_(new T(value)) {}
  Box(T&& value) : value_(new T(std::move(value))) {}
  Box(const Box& other) : value_(other.value_ == nullptr ? nullptr : new T(*other.value_)) {}
  Box(Box&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  /// The other box may be inside this one's T, as in `tree.left = tree.left->left`: the old T goes
  /// last.
  Box& operator=(const Box& other) {
    Box copy(other);
    std::swap(value_, copy.value_);
    return *this;
  }
  Box& operator=(Box&& other) noexcept {
    Box taken(std::move(other));
    std::swap(value_, taken.value_);
    return *this;
  }
  ~Box() { delete value_; }

  [[nodiscard]] T& operator*() {
    if (value_ == nullptr) value_ = new T{};
    return *value_;
  }
  [[nodiscard]] const T& operator*() const { return value_ == nullptr ? initial() : *value_; }
  [[nodiscard]] T* operator->() { return &**this; }
  [[nodiscard]] const T* operator->() const { return &**this; }

  friend bool operator==(const Box& a, const Box& b) {
    // Ends the comparison where T{} holds a Box<T> itself.
    if (a.value_ == nullptr && b.value_ == nullptr) return true;
    return *a == *b;
  }

 private:
  /// Never destroyed: a box may be read while the program ends.
  static const T& initial() {
    static const T* const value = new T{};
    return *value;
  }

  T* value_ = nullptr;
};

}  // namespace eventc
