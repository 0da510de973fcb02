// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/short_decimal.hpp"

#include <array>
#include <cfloat>
#include <cstddef>
#include <cstdint>

#include "eventc/emitted/bytes16.hpp"
#include "eventc/emitted/digits.hpp"

namespace eventc {
namespace {

/// Powers of ten that a double holds exactly.
constexpr std::array<double, 23> kExactTens = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// A decimal without its sign: its digits as one integer, and how many of them are behind the
/// point.
struct Decimal {
  std::uint64_t digits = 0;
  std::size_t behind_point = 0;
};

/// That of less than sixteen characters, with up to eight of them behind a point; 24 bytes are
/// there. They all are found at once. A double holds fifteen digits exactly.
const char* read_few_digits(const char* p, Decimal& out) {
  const Bytes16::Mask others = ~Bytes16::load(p).between('0', '9');
  if (!others.any()) return nullptr;
  const std::size_t before_point = others.first();
  if (before_point == 0 || (before_point > 1 && *p == '0')) return nullptr;
  out.digits = before_point <= 8 ? EightDigits::value(load_word(p), before_point)
                                 : EightDigits::value(load_word(p), 8) * kTens[before_point - 8] +
                                       EightDigits::value(load_word(p + 8), before_point - 8);
  if (p[before_point] != '.') return p + before_point;
  const Bytes16::Mask others_behind = others.without_first();
  if (!others_behind.any()) return nullptr;
  const std::size_t size = others_behind.first();
  out.behind_point = size - before_point - 1;
  if (out.behind_point == 0 || out.behind_point > 8) return nullptr;
  out.digits = out.digits * kTens[out.behind_point] +
               EightDigits::value(load_word(p + before_point + 1), out.behind_point);
  return p + size;
}

/// That of up to kSafeDigits, which a double holds exactly.
const char* read_some_digits(const char* p, const char* end, Decimal& out) {
  constexpr std::uint64_t kExact = std::uint64_t{1} << 53;
  const char* const begin = p;
  out = {};
  p = add_digits(p, end, out.digits);
  const auto before_point = static_cast<std::size_t>(p - begin);
  if (before_point == 0 || (before_point > 1 && *begin == '0')) return nullptr;
  if (p != end && *p == '.') {
    const char* const fraction = p + 1;
    p = add_digits(fraction, end, out.digits);
    out.behind_point = static_cast<std::size_t>(p - fraction);
    if (out.behind_point == 0) return nullptr;
  }
  const bool is_short = before_point + out.behind_point <= kSafeDigits && out.digits <= kExact;
  return is_short ? p : nullptr;
}

}  // namespace

/// Where the digits are an integer that a double holds exactly, as are the powers of ten, one
/// division rounds once. (Clinger, How to Read Floating Point Numbers Accurately, 1990.)
const char* read_short_decimal(const char* p, const char* end, double& out) {
  if constexpr (FLT_EVAL_METHOD != 0) return nullptr;
  const bool negative = p != end && *p == '-';
  if (negative) ++p;
  Decimal decimal;
  const char* behind = end - p >= 24 ? read_few_digits(p, decimal) : nullptr;
  if (behind == nullptr) behind = read_some_digits(p, end, decimal);
  const bool has_exponent =
      behind != nullptr && behind != end && (*behind == 'e' || *behind == 'E');
  if (behind == nullptr || has_exponent) return nullptr;
  const double value = static_cast<double>(decimal.digits) / kExactTens[decimal.behind_point];
  out = negative ? -value : value;
  return behind;
}

}  // namespace eventc
