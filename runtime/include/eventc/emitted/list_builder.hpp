// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/list_view.hpp"

/// How lists grow while they are read.
namespace eventc {

/// Takes the items of an array, inside of which the reader stands, one by one:
///     ListBuilder items(in, at, out);
///     while (in.step(']', first, at)) at = items.read<&schema::line>(at);
///     items.finish();
template <class List>
class ListBuilder;
template <class List>
ListBuilder(Reader&, const char*, List&) -> ListBuilder<List>;

/// Tells each item of a list of the one before it, if there is one that was accepted.
template <class T>
class Siblings {
 public:
  /// `item` is about to be read.
  void announce(Reader& in, const T& item) {
    if constexpr (kIsEmitted<T>)
      in.item_before().announce(item, std::exchange(distance_, std::ptrdiff_t{sizeof(T)}));
  }
  /// The item that was read last was refused: what it holds is not to be taken for allowed.
  void forget_last() { distance_ = 0; }

 private:
  std::ptrdiff_t distance_ = 0;
};

template <class T>
class ListBuilder<std::vector<T>> {
 public:
  /// The first item, if there is one, is at `array`.
  ListBuilder(Reader& in, const char* array, std::vector<T>& out)
      : in_(in), array_(array), out_(out) {
    out_.clear();
  }

  /// Reads the item there.
  template <const schema::Schema* S>
  [[nodiscard]] const char* read(const char* at) {
    if (out_.size() == out_.capacity()) make_room(at);
    if constexpr (std::is_same_v<T, bool>) {  // std::vector<bool> has no references to its items
      bool item = false;
      at = read_value<S>(in_, at, item);
      out_.push_back(item);
      return at;
    } else {
      T& item = out_.emplace_back();
      siblings_.announce(in_, item);
      return read_value<S>(in_, at, item);
    }
  }
  [[nodiscard]] bool has_room() const { return out_.size() != out_.capacity(); }
  void append(T item) { out_.push_back(item); }
  void forget_last() { siblings_.forget_last(); }
  [[nodiscard]] std::size_t size() const { return out_.size(); }
  void finish() { in_.item_before().forget(); }

 private:
  /// For what is likely still to come of the array. Numbers are counted. Of other items as many are
  /// expected as the text has left, if it goes on as the array does; but only once the array is no
  /// small part of it.
  void make_room(const char* at) {
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
      if (out_.empty()) out_.reserve(count_numbers(at, in_.end()));
    } else if (!out_.empty()) {
      constexpr std::size_t kSmallPart = 16;
      const auto passed = static_cast<std::size_t>(at - array_);
      const auto left = static_cast<std::size_t>(in_.end() - at);
      if (passed < left / kSmallPart) return;
      const std::size_t likely = out_.size() + out_.size() * left / passed + 1;
      out_.reserve(std::max(2 * out_.size(), std::min(likely, kSmallPart * out_.size())));
    }
  }

  Reader& in_;
  const char* array_;
  std::vector<T>& out_;
  Siblings<T> siblings_;
};

/// In the reader's arena, at the front of a region of its own. Nothing in there is ever destroyed.
template <class T>
class ListBuilder<ListView<T>> {
 public:
  ListBuilder(Reader& in, ListView<T>& out) : in_(in), region_(in.arena()->open_list()), out_(out) {
    begin_at(region_.front<T>());
  }
  ListBuilder(Reader& in, const char*, ListView<T>& out) : ListBuilder(in, out) {}

  /// Whether append() moves nothing.
  [[nodiscard]] bool has_room() const { return room_ != 0; }
  /// A new item. Of its members only those that have an initializer are set: the others, which are
  /// most of a large one's bytes, are read into it.
  T& append() {
    static_assert(std::is_trivially_destructible_v<T>, "a view holds no memory of its own");
    if (room_ == 0) move();
    --room_;
    return *::new (static_cast<void*>(next_++)) T;
  }
  void append(T item) { append() = item; }
  /// The room for items that are made without append(), and where they end then.
  [[nodiscard]] T* next() const { return next_; }
  [[nodiscard]] T* room_end() const { return next_ + room_; }
  void take(T* end) {
    room_ -= static_cast<std::size_t>(end - next_);
    next_ = end;
  }
  void forget_last() { siblings_.forget_last(); }
  template <const schema::Schema* S>
  [[nodiscard]] const char* read(const char* at) {
    T& item = append();
    siblings_.announce(in_, item);
    return read_value<S>(in_, at, item);
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(next_ - items_); }
  [[nodiscard]] T* begin() const { return items_; }
  void finish() {
    out_ = {items_, size()};
    region_.take(reinterpret_cast<char*>(next_));
    in_.arena()->close_list();
    in_.item_before().forget();
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
  Siblings<T> siblings_;
  T* items_ = nullptr;
  T* next_ = nullptr;
  std::size_t room_ = 0;  ///< For so many more.
};

}  // namespace eventc
