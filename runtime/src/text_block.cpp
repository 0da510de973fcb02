// SPDX-License-Identifier: Apache-2.0
#include "text_block.hpp"

#include <cstring>

namespace eventc {

TextBlock look_at_last(const char* p, std::string_view text) {
  const char* const end = text.data() + text.size();
  const auto left = static_cast<std::size_t>(end - p);
  if (left == 0) return {};
  if (text.size() >= TextBlock::kSize) {
    const TextBlock block = look_at_block(end - TextBlock::kSize);
    const std::size_t passed = TextBlock::kSize - left;
    return {block.quotes >> passed, block.others >> passed};
  }
  char copy[TextBlock::kSize];
  std::memset(copy, ' ', sizeof copy);
  std::memcpy(copy, p, left);
  return look_at_block(copy);
}

}  // namespace eventc
