// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace eventc {

/// The items of a list that is kept elsewhere, as in an Arena: a std::span<const T> that compares
/// as a std::vector does. T may be incomplete where a ListView<T> is declared.
template <class T>
class ListView {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using const_iterator = const T*;
  using iterator = const_iterator;

  ListView() = default;
  /// The items outlive it.
  ListView(const T* items, std::size_t size) : items_(items), size_(size) {}

  [[nodiscard]] const T* data() const { return items_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T* begin() const { return items_; }
  [[nodiscard]] const T* end() const { return items_ + size_; }
  /// There must be such an item.
  [[nodiscard]] const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] const T& front() const { return items_[0]; }
  [[nodiscard]] const T& back() const { return items_[size_ - 1]; }
  [[nodiscard]] std::span<const T> span() const { return {items_, size_}; }

  /// By their items.
  friend bool operator==(const ListView& a, const ListView& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  const T* items_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace eventc
