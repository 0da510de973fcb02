// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/list_view.hpp"

/// How lists grow while they are read.
namespace eventc {

/// Takes the items of an array, inside of which the reader stands, one by one:
///     ListBuilder items(in, out);
///     while (in.step(']', first)) items.read<&schema::line>();
///     items.finish();
template <class List>
class ListBuilder;
template <class List>
ListBuilder(Reader&, List&) -> ListBuilder<List>;

template <class T>
class ListBuilder<std::vector<T>> {
 public:
  ListBuilder(Reader& in, std::vector<T>& out) : in_(in), array_(in.position()), out_(out) {
    out_.clear();
  }

  /// Reads the item ahead.
  template <const schema::Schema* S>
  void read() {
    if (out_.size() == out_.capacity()) make_room();
    if constexpr (std::is_same_v<T, bool>) {  // std::vector<bool> has no references to its items
      bool item = false;
      read_value<S>(in_, item);
      out_.push_back(item);
    } else {
      read_value<S>(in_, out_.emplace_back());
    }
  }
  [[nodiscard]] bool has_room() const { return out_.size() != out_.capacity(); }
  void append(T item) { out_.push_back(item); }
  [[nodiscard]] std::size_t size() const { return out_.size(); }
  void finish() {}

 private:
  /// For what is likely still to come of the array. Numbers are counted. Of other items as many are
  /// expected as the text has left, if it goes on as the array does; but only once the array is no
  /// small part of it.
  void make_room() {
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
      if (out_.empty()) out_.reserve(count_numbers(in_.position(), in_.position() + in_.left()));
    } else if (!out_.empty()) {
      constexpr std::size_t kSmallPart = 16;
      const auto passed = static_cast<std::size_t>(in_.position() - array_);
      if (passed < in_.left() / kSmallPart) return;
      const std::size_t likely = out_.size() + out_.size() * in_.left() / passed + 1;
      out_.reserve(std::max(2 * out_.size(), std::min(likely, kSmallPart * out_.size())));
    }
  }

  Reader& in_;
  const char* array_;
  std::vector<T>& out_;
};

/// In the reader's arena, at the front of a region of its own. Nothing in there is ever destroyed.
template <class T>
class ListBuilder<ListView<T>> {
 public:
  ListBuilder(Reader& in, ListView<T>& out) : in_(in), region_(in.arena()->open_list()), out_(out) {
    begin_at(region_.front<T>());
  }

  /// Whether append() moves nothing.
  [[nodiscard]] bool has_room() const { return room_ != 0; }
  /// A new item.
  T& append() {
    static_assert(std::is_trivially_destructible_v<T>, "a view holds no memory of its own");
    if (room_ == 0) move();
    --room_;
    return *::new (static_cast<void*>(next_++)) T();
  }
  void append(T item) { append() = item; }
  template <const schema::Schema* S>
  void read() {
    read_value<S>(in_, append());
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(next_ - items_); }
  [[nodiscard]] T* begin() const { return items_; }
  [[nodiscard]] T* end() const { return next_; }
  void finish() {
    out_ = {items_, size()};
    region_.take(reinterpret_cast<char*>(next_));
    in_.arena()->close_list();
  }

 private:
  void begin_at(T* items) {
    items_ = items;
    next_ = items;
    room_ = static_cast<std::size_t>(region_.end() - reinterpret_cast<char*>(items)) / sizeof(T);
  }
  /// To where there is twice as much room.
  void move() {
    const T* const items = items_;
    const std::size_t count = size();
    region_.extend((2 * count + 1) * sizeof(T));
    begin_at(region_.front<T>());
    next_ = std::uninitialized_copy_n(items, count, items_);
    room_ -= count;
    region_.drop_unused();
  }

  Reader& in_;
  Region& region_;
  ListView<T>& out_;
  T* items_ = nullptr;
  T* next_ = nullptr;
  std::size_t room_ = 0;  ///< For so many more.
};

/// Reads the integers that follow an item, as long as they are short, allowed, and stand there
/// without white space: most arrays of them are no more than that. What ends it is read as ever.
template <const schema::Schema* S, class List>
void read_run_of_integers(Reader& in, ListBuilder<List>& items) {
  const char* const end = in.position() + in.left();
  typename List::value_type item = 0;
  while (items.has_room() && in.position() != end && *in.position() == ',') {
    const char* const behind = read_short_integer(in.position() + 1, end, item);
    if (behind == nullptr || !allows<*S>(item)) return;
    in.move_to(behind);
    items.append(item);
  }
}

}  // namespace eventc
