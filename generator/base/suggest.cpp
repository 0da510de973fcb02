// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <span>

namespace eventc::compiler {
namespace {

/// Nobody misspells a word of this size; comparing two takes the product of their sizes.
constexpr std::size_t kMaxWord = 128;

/// Levenshtein's distance, in bytes; `limit` where it is that or more.
std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit) {
  if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) >= limit) return limit;
  // `to` is shorter than kMaxWord and the limit, which is a third of it.
  std::array<std::size_t, 2 * kMaxWord> cells;
  const std::span<std::size_t> row(cells.data(), to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
    if (*std::min_element(row.begin(), row.end()) >= limit) return limit;
  }
  return row.back();
}

}  // namespace

std::string_view suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  if (word.size() > kMaxWord) return best;
  std::size_t best_distance = std::max<std::size_t>(word.size() / 3, word.size() > 1 ? 1 : 0) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate, best_distance);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace eventc::compiler
