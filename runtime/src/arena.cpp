// SPDX-License-Identifier: Apache-2.0
#include "eventc/arena.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace eventc {

/// The memory begins behind it.
struct alignas(std::max_align_t) Region::Chunk {
  Chunk* before = nullptr;
  std::size_t size = 0;
  std::size_t used = 0;  ///< Once there is another behind it.

  [[nodiscard]] char* begin() { return reinterpret_cast<char*>(this + 1); }
};

Region::~Region() {
  while (last_ != nullptr) ::operator delete(std::exchange(last_, last_->before));
}

void Region::extend(std::size_t size) {
  constexpr std::size_t kLeast = 256;
  const std::size_t all = std::max({size, std::exchange(wanted_, 0), capacity_ / 2, kLeast});
  auto* const chunk =
      ::new (::operator new(sizeof(Chunk) + all)) Chunk{.before = last_, .size = all};
  if (last_ != nullptr) last_->used = static_cast<std::size_t>(front_ - begin_);
  used_before_ = used();
  last_ = chunk;
  capacity_ += all;
  begin_ = chunk->begin();
  front_ = begin_;
  end_ = begin_ + all;
}

void Region::drop_unused() {
  Chunk* const before = last_->before;
  if (before == nullptr || before->used != 0) return;
  last_->before = before->before;
  capacity_ -= before->size;
  ::operator delete(before);
}

void Region::reset() {
  if (last_ == nullptr) return;
  const std::size_t wanted = std::max(std::exchange(most_, 0), used());
  used_before_ = 0;
  front_ = begin_;
  if (last_->before == nullptr) return;
  wanted_ = wanted;
  while (last_ != nullptr) ::operator delete(std::exchange(last_, last_->before));
  begin_ = front_ = end_ = nullptr;
  capacity_ = 0;
}

void Arena::add_list() { lists_.push_back(std::make_unique<Region>()); }

void Arena::reset() {
  texts_.reset();
  for (const std::unique_ptr<Region>& list : lists_) list->reset();
  depth_ = 0;
}

std::size_t Arena::used() const {
  std::size_t used = texts_.used();
  for (const std::unique_ptr<Region>& list : lists_) used += list->used();
  return used;
}

std::size_t Arena::capacity() const {
  std::size_t capacity = texts_.capacity();
  for (const std::unique_ptr<Region>& list : lists_) capacity += list->capacity();
  return capacity;
}

}  // namespace eventc
