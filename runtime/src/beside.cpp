// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/beside.hpp"

#include <algorithm>

#include "eventc/emitted/bytes16.hpp"

namespace eventc {
namespace {

constexpr std::ptrdiff_t kNowhere = std::numeric_limits<std::ptrdiff_t>::max();

/// Up to where the texts at `at` and at `before` are the same: as far as `end`, or somewhat beyond.
/// Blocks that begin before `end` are inside of the text.
const char* find_difference(const char* at, const char* before, const char* end) {
  for (; at < end; at += 16, before += 16) {
    const auto others = ~Bytes16::load(at).equal(Bytes16::load(before));
    if (others.any()) return at + others.first();
  }
  return at;
}

}  // namespace

void Beside::begin(const Reader& in, const char* object) {
  next_ = first_;
  last_ = known_end_;
  open_ = nullptr;
  same_end_ = nullptr;
  refusals_ = in.refusals();
  if (is_in_step()) {
    object_end_before_ = object_ + size_;
    compare(in, object, object_);
  }
  known_end_ = first_;
  object_ = object;
}

void Beside::compare(const Reader& in, const char* at, const char* before) {
  shift_ = at - before;
  same_end_ = find_difference(at, before, std::min(in.window_end(), object_end_before_ + shift_));
}

void Beside::close(const Reader& in, const char* at) {
  open_->end = at - begin_;
  open_ = nullptr;
  if (in.refusals() != refusals_) return lose_step();
  if (is_in_step()) compare(in, at, end_before_);
}

void Beside::add(std::size_t member, const char* at, const char* value) {
  if (next_ == room_end_) return;
  if (is_in_step() && next_->member == member) {
    end_before_ = at - shift_ + next_->end;
  } else {
    lose_step();
    next_->parts = nullptr;
  }
  next_->member = member;
  next_->value = value - at;
  begin_ = at;
  open_ = next_++;
}

void Beside::finish(const Reader& in, const char* at) {
  if (in.refusals() != refusals_) return;
  known_end_ = next_;
  next_->value = kNowhere;
  next_->end = kNowhere;
  size_ = at - object_;
}

Beside* BesideRoom::take(std::size_t members) {
  const bool has_room =
      used_.objects < objects_.size() && members < members_.size() - used_.members;
  if (!has_room) return nullptr;
  Beside& taken = objects_[used_.objects];
  taken.first_ = members_.data() + used_.members;
  taken.room_end_ = taken.first_ + members;
  taken.known_end_ = taken.first_;
  std::fill_n(taken.first_, members + 1, MemberSpan{0, kNowhere, kNowhere, nullptr});
  used_ = {used_.objects + 1, used_.members + members + 1};
  return &taken;
}

}  // namespace eventc
