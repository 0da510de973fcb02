// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/short_decimal.hpp"

#include <array>
#include <cfloat>
#include <cstddef>
#include <cstdint>

#include "eventc/emitted/digits.hpp"

namespace eventc {
namespace {

/// Powers of ten that a double holds exactly.
constexpr std::array<double, 23> kExactTens = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

}  // namespace

/// Where the digits are an integer that a double holds exactly, as are the powers of ten, one
/// division rounds once. (Clinger, How to Read Floating Point Numbers Accurately, 1990.)
const char* read_short_decimal(const char* p, const char* end, double& out) {
  if constexpr (FLT_EVAL_METHOD != 0) return nullptr;
  constexpr std::uint64_t kExact = std::uint64_t{1} << 53;
  const bool negative = p != end && *p == '-';
  if (negative) ++p;
  std::uint64_t digits = 0;
  const char* const begin = p;
  p = add_digits(p, end, digits);
  const std::ptrdiff_t before_point = p - begin;
  if (before_point == 0 || (before_point > 1 && *begin == '0')) return nullptr;
  std::ptrdiff_t behind_point = 0;
  if (p != end && *p == '.') {
    const char* const fraction = p + 1;
    p = add_digits(fraction, end, digits);
    behind_point = p - fraction;
    if (behind_point == 0) return nullptr;
  }
  const bool has_exponent = p != end && (*p == 'e' || *p == 'E');
  const bool is_short =
      static_cast<std::size_t>(before_point + behind_point) <= kSafeDigits && digits <= kExact;
  if (has_exponent || !is_short) return nullptr;
  const double value =
      static_cast<double>(digits) / kExactTens[static_cast<std::size_t>(behind_point)];
  out = negative ? -value : value;
  return p;
}

}  // namespace eventc
