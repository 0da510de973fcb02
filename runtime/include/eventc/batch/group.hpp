// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

namespace eventc::batch {

/// The records of a batch that are kept in order by the same key (RecordContext::group), in that
/// order. Records without a key, such as messages of a standard queue, are groups of their own. It
/// is good during the call.
template <class Record>
class Group {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Record;
    using difference_type = std::ptrdiff_t;
    using pointer = const Record*;
    using reference = const Record&;

    Iterator() = default;
    explicit Iterator(const void* const* at) : at_(at) {}

    reference operator*() const { return *static_cast<pointer>(*at_); }
    pointer operator->() const { return static_cast<pointer>(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    const void* const* at_ = nullptr;
  };

  /// The records are of type Record, and at least one.
  Group(std::string_view key, std::span<const void* const> records)
      : key_(key), records_(records) {}

  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::size_t size() const { return records_.size(); }
  [[nodiscard]] const Record& operator[](std::size_t index) const {
    return *static_cast<const Record*>(records_[index]);
  }
  [[nodiscard]] Iterator begin() const { return Iterator(records_.data()); }
  [[nodiscard]] Iterator end() const { return Iterator(records_.data() + records_.size()); }

 private:
  std::string_view key_;
  std::span<const void* const> records_;
};

}  // namespace eventc::batch
