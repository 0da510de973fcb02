// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

namespace eventc {

/// A list of which the first `kFew` stand in itself, and take no allocation.
template <class T, std::size_t kFew>
class ShortList {
 public:
  ShortList() {
  }  // NOLINT(modernize-use-equals-default): `ShortList{}` would fill its room with zeros
  ShortList(const ShortList&) = delete;
  ShortList& operator=(const ShortList&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const T* begin() const { return begin_; }
  [[nodiscard]] const T* end() const { return begin_ + size_; }

  /// Of no element of its own.
  void add(const T& one) {
    if (size_ == capacity_) grow();
    new (begin_ + size_++) T(one);
  }
  void shrink(std::size_t size) { size_ = size; }

 private:
  static_assert(std::is_trivially_copyable_v<T>);

  void grow() {
    std::vector<T> larger(2 * capacity_);
    std::copy(begin(), end(), larger.begin());
    many_.swap(larger);
    begin_ = many_.data();
    capacity_ = many_.size();
  }

  alignas(T) std::byte few_[kFew * sizeof(T)];
  T* begin_ = reinterpret_cast<T*>(few_);
  std::size_t size_ = 0;
  std::size_t capacity_ = kFew;
  std::vector<T> many_;
};

}  // namespace eventc
