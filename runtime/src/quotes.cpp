// SPDX-License-Identifier: Apache-2.0
#include "quotes.hpp"

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

}  // namespace eventc
