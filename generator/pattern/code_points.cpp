// SPDX-License-Identifier: Apache-2.0
#include "pattern/code_points.hpp"

#include <algorithm>
#include <cassert>

namespace eventc::compiler {

namespace {

constexpr CodePointRange kSurrogates{0xD800, 0xDFFF};
constexpr char32_t kLastCodePoint = 0x10FFFF;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_scalar(char32_t code_point) {
  return code_point <= kLastCodePoint &&
         (code_point < kSurrogates.first || code_point > kSurrogates.last);
}

void split_at_surrogates(std::vector<CodePointRange>& ranges) {
  const std::size_t count = ranges.size();
  for (std::size_t i = 0; i != count; ++i) {
    CodePointRange& range = ranges[i];
    if (range.last < kSurrogates.first || range.first > kSurrogates.last) continue;
    const CodePointRange above{kSurrogates.last + 1, range.last};
    range.last = kSurrogates.first - 1;
    if (above.first <= above.last) ranges.push_back(above);
  }
  std::erase_if(ranges, [](const CodePointRange& range) { return range.first > range.last; });
}

}  // namespace

CodePointSet::CodePointSet(std::vector<CodePointRange> ranges) {
  split_at_surrogates(ranges);
  std::sort(ranges.begin(), ranges.end(),
            [](const CodePointRange& a, const CodePointRange& b) { return a.first < b.first; });
  for (const CodePointRange& range : ranges) {
    if (ranges_.empty() || range.first > ranges_.back().last + 1) {
      ranges_.push_back(range);
    } else {
      ranges_.back().last = std::max(ranges_.back().last, range.last);
    }
  }
}

bool CodePointSet::contains(char32_t code_point) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const CodePointRange& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

bool CodePointSet::intersects(const CodePointSet& other) const {
  auto left = ranges_.begin();
  auto right = other.ranges_.begin();
  while (left != ranges_.end() && right != other.ranges_.end()) {
    if (left->last < right->first) {
      ++left;
    } else if (right->last < left->first) {
      ++right;
    } else {
      return true;
    }
  }
  return false;
}

std::optional<char32_t> CodePointSet::single() const {
  if (ranges_.size() != 1 || ranges_[0].first != ranges_[0].last) return std::nullopt;
  return ranges_[0].first;
}

CodePointSet CodePointSet::complement() const {
  std::vector<CodePointRange> gaps;
  char32_t next = 0;
  for (const CodePointRange& range : ranges_) {
    if (next < range.first) gaps.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) gaps.push_back({next, kLastCodePoint});
  return CodePointSet(std::move(gaps));
}

CodePointSet united(const CodePointSet& left, const CodePointSet& right) {
  std::vector<CodePointRange> ranges = left.ranges();
  ranges.insert(ranges.end(), right.ranges().begin(), right.ranges().end());
  return CodePointSet(std::move(ranges));
}

CodePointSet common(const CodePointSet& left, const CodePointSet& right) {
  std::vector<CodePointRange> ranges;
  auto one = left.ranges().begin();
  auto other = right.ranges().begin();
  while (one != left.ranges().end() && other != right.ranges().end()) {
    const CodePointRange shared{std::max(one->first, other->first),
                                std::min(one->last, other->last)};
    if (shared.first <= shared.last) ranges.push_back(shared);
    if (one->last < other->last) {
      ++one;
    } else {
      ++other;
    }
  }
  return CodePointSet(std::move(ranges));
}

std::string encode_utf8(char32_t code_point) {
  assert(is_scalar(code_point));
  if (code_point < 0x80) return std::string(1, static_cast<char>(code_point));
  const std::size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  std::string text(size, '\0');
  for (std::size_t i = size - 1; i != 0; --i) {
    text[i] = static_cast<char>(0x80U | (code_point & 0x3FU));
    code_point >>= 6;
  }
  text[0] = static_cast<char>((0xF00U >> size & 0xFFU) | code_point);
  return text;
}

std::optional<DecodedCodePoint> decode_utf8(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return DecodedCodePoint{lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - offset < size) return std::nullopt;
  char32_t code_point = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i != size; ++i) {
    if (!is_continuation(text[offset + i])) return std::nullopt;
    code_point = code_point << 6 | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  const bool overlong = (size == 3 && code_point < 0x800) || (size == 4 && code_point < 0x10000);
  if (overlong || !is_scalar(code_point)) return std::nullopt;
  return DecodedCodePoint{code_point, size};
}

std::size_t count_code_points(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

}  // namespace eventc::compiler
