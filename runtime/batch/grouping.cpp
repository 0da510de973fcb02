// SPDX-License-Identifier: Apache-2.0
#include "grouping.hpp"

#include <algorithm>
#include <numeric>

namespace eventc::batch::detail {

Grouping::Grouping(const RecordList& records) : order_(records.size()) {
  read_keys(records);
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
    const int order = key_of(a).compare(key_of(b));
    return order != 0 ? order < 0 : a < b;
  });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i == 0 || !share_group(order_[i - 1], order_[i])) groups_.push_back({.begin = i, .end = i});
    ++groups_.back().end;
  }
  std::sort(groups_.begin(), groups_.end(),
            [this](Range a, Range b) { return order_[a.begin] < order_[b.begin]; });
}

void Grouping::read_keys(const RecordList& records) {
  keys_.reserve(records.size());
  std::string scratch;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::size_t begin = text_.size();
    text_ += records.facts(i, scratch).group;
    keys_.push_back({.begin = begin, .end = text_.size()});
  }
}

std::string_view Grouping::key_of(std::size_t record) const {
  const Range range = keys_[record];
  return std::string_view(text_).substr(range.begin, range.end - range.begin);
}

bool Grouping::share_group(std::size_t record, std::size_t other) const {
  return !key_of(record).empty() && key_of(record) == key_of(other);
}

std::string_view Grouping::key(std::size_t group) const {
  return key_of(order_[groups_[group].begin]);
}

std::span<const std::size_t> Grouping::members(std::size_t group) const {
  const Range range = groups_[group];
  return std::span(order_).subspan(range.begin, range.end - range.begin);
}

}  // namespace eventc::batch::detail
