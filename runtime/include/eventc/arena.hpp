// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace eventc {

/// Memory that is handed out from its front. What was handed out last can be moved to where there
/// is more room; all of it is taken back at once.
class Region {
 public:
  Region() = default;
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

  /// Where the free memory begins, aligned.
  template <class T>
  [[nodiscard]] T* front() const {
    const auto address = reinterpret_cast<std::uintptr_t>(front_);
    const std::size_t padding = -address & (alignof(T) - 1);
    return reinterpret_cast<T*>(padding > room() ? end_ : front_ + padding);
  }
  [[nodiscard]] char* end() const { return end_; }
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end_ - front_); }
  /// Memory up to `end` is in use.
  void take(char* end) { front_ = end; }

  /// As many bytes are needed at the front, of which not all may come into use.
  void ask(std::size_t size) {
    if (room() < size) extend(size);
    most_ = std::max(most_, used() + size);
  }
  /// The front moves to memory of `size` bytes, aligned for any type.
  void extend(std::size_t size);
  /// Gives back the memory of before, where nothing of it is in use.
  void drop_unused();
  void reset();

  [[nodiscard]] std::size_t used() const {
    return used_before_ + static_cast<std::size_t>(front_ - begin_);
  }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

 private:
  struct Chunk;

  char* begin_ = nullptr;  ///< Of the last chunk's memory.
  char* front_ = nullptr;
  char* end_ = nullptr;
  Chunk* last_ = nullptr;
  std::size_t used_before_ = 0;  ///< In the chunks before the last.
  std::size_t capacity_ = 0;     ///< Of all chunks.
  std::size_t most_ = 0;         ///< That was needed at once since the last reset().
  std::size_t wanted_ = 0;  ///< What a single chunk has to have for what was there before reset().
};

/// Where views (`"storage": "view"`) keep what they cannot borrow from their payload: lists, maps,
/// strings with escapes, decoded bytes. Reset it between events: its memory is used again, and once
/// it has seen an event of each size, reading allocates nothing.
///
///     eventc::Arena arena;
///     for (const std::string& payload : payloads) {
///       arena.reset();
///       const auto event = eventc::parse<events::KinesisEvent>(payload, arena);
///
/// For one thread at a time. After the first reset() that follows, what was read is gone.
class Arena {
 public:
  Arena() = default;

  /// Takes all memory back, for what is read next.
  void reset();
  /// In bytes: what is in use, and what is held.
  [[nodiscard]] std::size_t used() const;
  [[nodiscard]] std::size_t capacity() const;

  /// For readers: room for `size` bytes, of which take() says how many are used.
  [[nodiscard]] char* room(std::size_t size) {
    texts_.ask(size);
    return texts_.front<char>();
  }
  void take(char* end) { texts_.take(end); }
  /// A T of its own.
  template <class T, class... Arguments>
  [[nodiscard]] T* make(const Arguments&... arguments) {
    texts_.ask(sizeof(T) + alignof(T));
    T* const made = texts_.front<T>();
    texts_.take(reinterpret_cast<char*>(made + 1));
    return ::new (static_cast<void*>(made)) T(arguments...);
  }

  /// For readers of lists. Each list that is being read grows at the front of a region of its own,
  /// which the lists inside of it leave alone: so its items are read where they stay.
  [[nodiscard]] Region& open_list() {
    if (depth_ == lists_.size()) [[unlikely]]
      add_list();
    return *lists_[depth_++];
  }
  void close_list() { --depth_; }

 private:
  void add_list();

  Region texts_;
  std::vector<std::unique_ptr<Region>> lists_;  ///< By how many lists are open around.
  std::size_t depth_ = 0;
};

}  // namespace eventc
