// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace eventc {

/// Which branches of a union are tried, in their order: as a rule all of them, for which nothing is
/// allocated.
class Branches {
 public:
  /// None.
  Branches() = default;
  explicit Branches(std::vector<std::size_t> some) : some_(std::move(some)), size_(some_.size()) {}
  [[nodiscard]] static Branches all(std::size_t count) {
    Branches branches;
    branches.size_ = count;
    return branches;
  }

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t operator[](std::size_t place) const {
    return some_.empty() ? place : some_[place];
  }

 private:
  std::vector<std::size_t> some_;
  std::size_t size_ = 0;
};

}  // namespace eventc
