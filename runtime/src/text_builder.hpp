// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "eventc/arena.hpp"

namespace eventc {

/// At the front of an arena.
class RoomInArena {
 public:
  explicit RoomInArena(Arena& arena) : arena_(arena) {}

  /// Room for so many bytes, which begins with the text.
  [[nodiscard]] char* extend(std::string_view text, std::size_t size) {
    char* const begin = arena_.room(size);
    if (begin != text.data()) std::copy(text.begin(), text.end(), begin);
    return begin;
  }
  /// The text is the arena's from now on.
  void finish(std::string_view text, char* end) {
    if (!text.empty()) arena_.take(end);
  }

 private:
  Arena& arena_;
};

/// In a string, whose own memory is used first.
class RoomInString {
 public:
  explicit RoomInString(std::string& out) : out_(out) {}

  [[nodiscard]] char* extend(std::string_view, std::size_t size) {
    out_.resize(std::max(size, out_.capacity()));
    return out_.data();
  }
  void finish(std::string_view text, char*) { out_.resize(text.size()); }

 private:
  std::string& out_;
};

/// A text that grows. Where there is no more room, it moves to where there is twice as much.
template <class Room>
class TextBuilder {
 public:
  TextBuilder(Room room, std::string_view begin) : room_(room) { append(begin); }

  /// Where it ends, with room for `size` bytes, of which take() says how many are used.
  [[nodiscard]] char* room(std::size_t size) {
    if (static_cast<std::size_t>(room_end_ - end_) < size) [[unlikely]]
      extend(size);
    return end_;
  }
  void take(char* end) { end_ = end; }
  void append(std::string_view text) {
    char* const to = room(text.size());
    take(std::copy(text.begin(), text.end(), to));
  }
  std::string_view finish() {
    room_.finish(text(), end_);
    return text();
  }

 private:
  [[nodiscard]] std::string_view text() const {
    return {begin_, static_cast<std::size_t>(end_ - begin_)};
  }
  [[gnu::noinline]] void extend(std::size_t size) {
    constexpr std::size_t kLeast = 64;
    const std::size_t used = text().size();
    const std::size_t all = used + std::max({size, used, kLeast});
    begin_ = room_.extend(text(), all);
    end_ = begin_ + used;
    room_end_ = begin_ + all;
  }

  Room room_;
  char* begin_ = nullptr;
  char* end_ = nullptr;
  char* room_end_ = nullptr;
};

}  // namespace eventc
