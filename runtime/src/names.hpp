// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/same_text.hpp"
#include "eventc/emitted/token.hpp"

namespace eventc {

/// Names of an object's members: parts of the text, but for those that it has escaped. A few take
/// no allocation.
class Names {
 public:
  /// Not by default: `Names{}` would have zeros for all of the few.
  Names() {}  // NOLINT(modernize-use-equals-default)

  void add(StringToken key) {
    const std::string_view name =
        key.escaped() ? std::string_view(unescaped_.emplace_front(text_of(key))) : key.raw();
    if (size_ == kFew) {
      many_.reserve(4 * kFew);
      for (const Few& one : few_) many_.push_back(one.text());
    }
    if (size_ < kFew) {
      few_[size_] = {name.data(), name.size()};
    } else {
      many_.push_back(name);
    }
    ++size_;
    is_sorted_ = false;
  }

  [[nodiscard]] bool have(std::string_view wanted) {
    if (size_ > kFew) return std::binary_search(sorted().begin(), sorted().end(), wanted);
    for (std::size_t i = 0; i < size_; ++i) {
      if (is_same_text(few_[i].text(), wanted)) return true;
    }
    return false;
  }
  [[nodiscard]] bool have_one_twice() {
    if (size_ > kFew) return std::adjacent_find(sorted().begin(), sorted().end()) != sorted().end();
    for (std::size_t i = 1; i < size_; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (is_same_text(few_[i].text(), few_[j].text())) return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::size_t kFew = 8;
  /// A view that need not be initialized.
  struct Few {
    const char* begin;
    std::size_t size;

    [[nodiscard]] std::string_view text() const { return {begin, size}; }
  };

  /// All of them, where they are many.
  const std::vector<std::string_view>& sorted() {
    if (!is_sorted_) std::sort(many_.begin(), many_.end());
    is_sorted_ = true;
    return many_;
  }

  std::array<Few, kFew> few_;
  std::size_t size_ = 0;
  std::vector<std::string_view> many_;
  bool is_sorted_ = false;
  std::forward_list<std::string> unescaped_;
};

}  // namespace eventc
