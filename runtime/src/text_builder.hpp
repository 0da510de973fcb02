// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "eventc/arena.hpp"

namespace eventc {

/// A text that grows at the front of an arena. It moves when there is no more room, to where there
/// is twice as much.
class TextBuilder {
 public:
  TextBuilder(Arena& arena, std::string_view begin) : arena_(arena) { append(begin); }

  /// Where it ends, with room for `size` bytes, of which take() says how many are used.
  [[nodiscard]] char* room(std::size_t size) {
    if (static_cast<std::size_t>(room_end_ - end_) < size) [[unlikely]]
      move(size);
    return end_;
  }
  void take(char* end) { end_ = end; }
  void append(std::string_view text) {
    char* const to = room(text.size());
    std::copy(text.begin(), text.end(), to);
    take(to + text.size());
  }
  /// It is the arena's from now on.
  [[nodiscard]] std::string_view finish() {
    arena_.take(end_);
    return {begin_, static_cast<std::size_t>(end_ - begin_)};
  }

 private:
  [[gnu::noinline]] void move(std::size_t size) {
    constexpr std::size_t kLeast = 64;
    const auto used = static_cast<std::size_t>(end_ - begin_);
    const std::size_t all = used + std::max({size, used, kLeast});
    char* const begin = arena_.room(all);
    if (begin != begin_) std::copy(begin_, end_, begin);
    begin_ = begin;
    end_ = begin + used;
    room_end_ = begin + all;
  }

  Arena& arena_;
  char* begin_ = nullptr;
  char* end_ = nullptr;
  char* room_end_ = nullptr;
};

}  // namespace eventc
