// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>

namespace eventc {

/// Says of an object that is about to be read where in memory a like one is, that was read before
/// it: the item before it in a list, or the same part of that.
///
/// What announces an object need not know whether its reader will ask, and a reader need not know
/// who announced it: they are brought together by the object's address and type.
class ItemBefore {
 public:
  /// `distance` is in bytes from the one before; 0 where there is none.
  template <class T>
  void announce(const T& item, std::ptrdiff_t distance) {
    item_ = &item;
    type_ = &kType<T>;
    distance_ = distance;
  }
  /// Of this object, if it was announced last. To be asked once.
  template <class T>
  [[nodiscard]] std::ptrdiff_t take_distance(const T& item) {
    const bool is_announced = std::exchange(item_, nullptr) == &item && type_ == &kType<T>;
    return is_announced ? distance_ : 0;
  }
  /// Memory may come to hold others than the object that was announced.
  void forget() { item_ = nullptr; }

 private:
  /// Types are told apart by its address.
  template <class T>
  static constexpr char kType = 0;

  const void* item_ = nullptr;
  const void* type_ = nullptr;
  std::ptrdiff_t distance_ = 0;
};

}  // namespace eventc
