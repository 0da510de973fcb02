// SPDX-License-Identifier: Apache-2.0
#include "sequence_number.hpp"

#include <algorithm>

namespace eventc::batch::detail {
namespace {

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

}  // namespace

bool is_lower(std::string_view sequence_number, std::string_view other) {
  const std::string_view a = without_zeros(sequence_number);
  const std::string_view b = without_zeros(other);
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace eventc::batch::detail
