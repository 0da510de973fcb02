// SPDX-License-Identifier: Apache-2.0
#include "quotes.hpp"

#include <cstring>

namespace eventc {

void Quotes::move_to(const char* at, std::string_view text) {
  const std::ptrdiff_t passed = at - block_;
  if (passed >= 0 && passed < kSize) {
    quotes_ = quotes_ >> passed << passed;
  } else {
    block_ = at;
    look(text);
  }
}

TextBlock Quotes::look_at_last(const char* p, std::string_view text) {
  const char* const end = text.data() + text.size();
  const auto left = static_cast<std::size_t>(end - p);
  if (left == 0) return {};
  if (text.size() >= TextBlock::kSize) {
    const TextBlock block = look_at_block(end - kSize);
    const std::size_t passed = TextBlock::kSize - left;
    return {block.quotes >> passed, block.others >> passed};
  }
  char copy[TextBlock::kSize];
  std::memset(copy, ' ', sizeof copy);
  std::memcpy(copy, p, left);
  return look_at_block(copy);
}

}  // namespace eventc
