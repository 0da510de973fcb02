// SPDX-License-Identifier: Apache-2.0
#include "eventc/enum_map.hpp"

#include <stdexcept>
#include <string>

namespace eventc::detail {

void throw_no_entry(long long enumerator) {
  throw std::out_of_range("no entry for enumerator " + std::to_string(enumerator));
}

}  // namespace eventc::detail
