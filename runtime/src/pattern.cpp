// SPDX-License-Identifier: Apache-2.0
#include "eventc/pattern.hpp"

#include "eventc/emitted/scan.hpp"

namespace eventc {
namespace {

template <class Outside>
[[gnu::always_inline]] inline std::size_t run(std::string_view text, Outside outside) {
  const char* const begin = text.data();
  return static_cast<std::size_t>(find_end_of_run(begin, begin, begin + text.size(), outside) -
                                  begin);
}

}  // namespace

bool CharSet::is_range_of_all(std::string_view text) const {
  // A pattern may ask of each part of a long text: not of all that is behind it each time.
  constexpr std::size_t kFew = 128;
  if (range_count_ != 1 || text.size() < 16 || text.size() > kFew) return false;
  const AsciiRange range = ranges_[0];
  return !finds_within(text.data(), text.data() + text.size(), [range](Bytes16 bytes) {
    return bytes.find_outside(range.first, range.last);
  });
}

std::size_t CharSet::ascii_run(std::string_view text) const {
  const AsciiRange first = ranges_[0];
  if (range_count_ == 1)
    return run(text, [first](Bytes16 bytes) { return ~bytes.between(first.first, first.last); });
  return run(text, [this, first](Bytes16 bytes) {
    Bytes16::Mask inside = bytes.between(first.first, first.last);
    for (std::size_t i = 1; i < range_count_; ++i)
      inside = inside | bytes.between(ranges_[i].first, ranges_[i].last);
    return ~inside;
  });
}

bool Matcher::repeat_many(const CharSet& set, std::size_t min, std::size_t max) {
  const std::string_view most = rest_.substr(0, max);
  if (!set.is_range_of_all(most)) return repeat_as_far(set, min, max);
  rest_.remove_prefix(most.size());
  return most.size() >= min;
}

bool Matcher::repeat_as_far(const CharSet& set, std::size_t min, std::size_t max) {
  std::size_t count = 0;
  if (set.has_ranges() && rest_.size() >= 16) {
    count = set.ascii_run(rest_.substr(0, max));
    rest_.remove_prefix(count);
  }
  while (count != max && one(set)) ++count;
  return count >= min;
}

}  // namespace eventc
