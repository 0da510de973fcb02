// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/sequence_number.hpp"

#include <algorithm>
#include <cstddef>

namespace eventc::batch {
namespace {

constexpr std::size_t kMostDigits = 129;

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

}  // namespace

bool is_lower(std::string_view sequence_number, std::string_view other) {
  const std::string_view a = without_zeros(sequence_number);
  const std::string_view b = without_zeros(other);
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

std::string sortable(std::string_view sequence_number) {
  const std::string_view digits = without_zeros(sequence_number);
  std::string text(kMostDigits - std::min(digits.size(), kMostDigits), '0');
  text += digits;
  return text;
}

}  // namespace eventc::batch
