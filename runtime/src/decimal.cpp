// SPDX-License-Identifier: Apache-2.0
#include "eventc/decimal.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace eventc {
namespace {

constexpr std::array<std::uint64_t, 20> kPowersOfTen = [] {
  std::array<std::uint64_t, 20> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// The significant digits of a number one after the other, then zeros without end.
class DigitStream {
 public:
  explicit DigitStream(const Decimal& number)
      : next_(number.digits().data()), end_(next_ + number.digits().size()) {}

  /// The next `count` digits (at most 19) as a number.
  std::uint64_t take(std::size_t count) {
    std::uint64_t result = 0;
    for (; count > 0 && next_ != end_; ++next_) {
      if (*next_ == '.') continue;
      result = result * 10 + static_cast<std::uint64_t>(*next_ - '0');
      --count;
    }
    return result * kPowersOfTen[count];
  }

 private:
  const char* next_;
  const char* end_;
};

/// How many digits stand in front of the decimal point; not positive for numbers below 1.
std::int64_t integer_digits(const Decimal& number) {
  return number.exponent() + static_cast<std::int64_t>(number.digit_count());
}

/// Of numbers that are not zero, without their signs.
std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) {
  if (const auto order = integer_digits(a) <=> integer_digits(b); order != 0) return order;
  DigitStream a_digits(a);
  DigitStream b_digits(b);
  for (std::size_t left = std::max(a.digit_count(), b.digit_count()); left > 0;) {
    const std::size_t count = std::min<std::size_t>(left, 18);
    if (const auto order = a_digits.take(count) <=> b_digits.take(count); order != 0) return order;
    left -= count;
  }
  return std::strong_ordering::equal;
}

/// The magnitude of an integer, if 64 bits hold it.
std::optional<std::uint64_t> to_magnitude(const Decimal& value) {
  if (!is_integer(value) || integer_digits(value) > 20) return std::nullopt;
  const auto count = static_cast<std::size_t>(integer_digits(value));
  DigitStream digits(value);
  if (count < 20) return digits.take(count);
  const std::uint64_t high = digits.take(19);
  const std::uint64_t low = digits.take(1);
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  if (high > (kMax - low) / 10) return std::nullopt;
  return high * 10 + low;
}

/// Whether the first `count` digits of `value`, read as one integer, are a multiple of those of a
/// divisor of at most 18.
bool divides_short(const Decimal& divisor, const Decimal& value, std::size_t count) {
  const std::uint64_t modulus = DigitStream(divisor).take(divisor.digit_count());
  // The remainder is shorter than 10^n, so that as many digits more stay below 10^19.
  const std::size_t step = 19 - divisor.digit_count();
  DigitStream digits(value);
  std::uint64_t remainder = 0;
  while (count > 0) {
    const std::size_t taken = std::min(count, step);
    remainder = (remainder * kPowersOfTen[taken] + digits.take(taken)) % modulus;
    count -= taken;
  }
  return remainder == 0;
}

constexpr std::size_t kLimbDigits = 9;
constexpr std::uint64_t kLimbBase = 1'000'000'000;

/// A natural number in base 10^9, the most significant limb last.
using Limbs = std::vector<std::uint32_t>;

/// `a` has one limb more than `b`, which may be zero.
bool less(const Limbs& a, const Limbs& b) {
  if (a.back() != 0) return false;
  return std::lexicographical_compare(a.rbegin() + 1, a.rend(), b.rbegin(), b.rend());
}

/// a -= factor * b, which is not greater than `a`. `a` has one limb more than `b`.
void subtract_product(Limbs& a, std::uint64_t factor, const Limbs& b) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t taken = carry + (i < b.size() ? factor * b[i] : 0);
    const std::uint64_t low = taken % kLimbBase;
    carry = taken / kLimbBase;
    if (a[i] < low) {
      a[i] = static_cast<std::uint32_t>(a[i] + kLimbBase - low);
      ++carry;
    } else {
      a[i] = static_cast<std::uint32_t>(a[i] - low);
    }
  }
}

/// Reduces `a` modulo `b`; `a` has one limb more, is less than b × 10^9, and the top limb of `b`
/// has all of its nine digits.
void reduce(Limbs& a, const Limbs& b) {
  while (!less(a, b)) {
    // Never more than the quotient, and short of it by a factor of 10^-8 at most: two or three
    // rounds.
    const std::uint64_t top = a.back() * kLimbBase + a[a.size() - 2];
    const std::uint64_t quotient = top / (std::uint64_t{b.back()} + 1);
    subtract_product(a, std::max<std::uint64_t>(quotient, 1), b);
  }
}

/// divides_short() for a divisor of any length.
bool divides_long(const Decimal& divisor, const Decimal& value, std::size_t count) {
  // Zeros behind both numbers fill the divisor's limbs up and do not change the answer.
  const std::size_t size = (divisor.digit_count() + kLimbDigits - 1) / kLimbDigits;
  const std::size_t filling = size * kLimbDigits - divisor.digit_count();
  Limbs modulus(size);
  DigitStream divisor_digits(divisor);
  for (std::size_t i = size; i-- > 0;) {
    modulus[i] = static_cast<std::uint32_t>(divisor_digits.take(kLimbDigits));
  }
  DigitStream digits(value);
  Limbs remainder(size + 1, 0);
  for (std::size_t left = count + filling; left > 0;) {
    const std::size_t over = left % kLimbDigits;
    const std::size_t taken = over == 0 ? kLimbDigits : over;
    // The top limb is zero after each reduction.
    std::copy_backward(remainder.begin(), remainder.end() - 1, remainder.end());
    remainder.front() = static_cast<std::uint32_t>(digits.take(taken));
    reduce(remainder, modulus);
    left -= taken;
  }
  return std::all_of(remainder.begin(), remainder.end(),
                     [](std::uint32_t limb) { return limb == 0; });
}

}  // namespace

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& number) {
    return number.is_zero() ? 0 : number.is_negative() ? -1 : 1;
  };
  if (const auto order = sign(a) <=> sign(b); order != 0) return order;
  if (a.is_zero()) return std::strong_ordering::equal;
  return a.is_negative() ? compare_magnitudes(b, a) : compare_magnitudes(a, b);
}

bool is_multiple_of(const Decimal& value, const Decimal& divisor) {
  if (value.is_zero()) return true;
  if (divisor.is_zero()) return false;
  // The value's digits do not end in zero, so that no power of ten is left to divide by.
  if (value.exponent() < divisor.exponent()) return false;
  if (divisor.digits() == "1") return true;
  if (integer_digits(value) < integer_digits(divisor)) return false;
  // The question is whether D divides V × 10^zeros. D < 10^n has fewer than 4n factors of two, or
  // of five: more zeros than that change nothing.
  const std::size_t most = 4 * divisor.digit_count();
  const auto zeros = static_cast<std::uint64_t>(value.exponent() - divisor.exponent());
  const std::size_t count = value.digit_count() + std::min<std::uint64_t>(zeros, most);
  return divisor.digit_count() <= 18 ? divides_short(divisor, value, count)
                                     : divides_long(divisor, value, count);
}

std::optional<std::int64_t> to_int64(const Decimal& value) {
  const std::optional<std::uint64_t> magnitude = to_magnitude(value);
  if (!magnitude) return std::nullopt;
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (*magnitude > kMax + (value.is_negative() ? 1 : 0)) return std::nullopt;
  // The conversion is modulo 2^64 (C++20), which makes the least value come out right.
  return static_cast<std::int64_t>(value.is_negative() ? 0 - *magnitude : *magnitude);
}

std::optional<std::uint64_t> to_uint64(const Decimal& value) {
  if (value.is_negative()) return std::nullopt;
  return to_magnitude(value);
}

}  // namespace eventc
