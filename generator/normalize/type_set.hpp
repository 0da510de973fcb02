// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace eventc::compiler {

/// A set of JSON's types. A number is an integer or has a fraction: "number" stands for both.
class TypeSet {
 public:
  constexpr TypeSet() = default;

  [[nodiscard]] static constexpr TypeSet bit(unsigned index) { return TypeSet(1U << index); }
  [[nodiscard]] constexpr bool has(TypeSet other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr TypeSet without(TypeSet other) const {
    return TypeSet(bits_ & ~other.bits_);
  }
  constexpr TypeSet operator|(TypeSet other) const { return TypeSet(bits_ | other.bits_); }
  constexpr TypeSet operator&(TypeSet other) const { return TypeSet(bits_ & other.bits_); }
  constexpr bool operator==(const TypeSet&) const = default;

 private:
  constexpr explicit TypeSet(unsigned bits) : bits_(static_cast<std::uint8_t>(bits)) {}

  std::uint8_t bits_ = 0;
};

inline constexpr TypeSet kNull = TypeSet::bit(0);
inline constexpr TypeSet kBoolean = TypeSet::bit(1);
inline constexpr TypeSet kInteger = TypeSet::bit(2);
inline constexpr TypeSet kFraction = TypeSet::bit(3);
inline constexpr TypeSet kNumber = kInteger | kFraction;
inline constexpr TypeSet kString = TypeSet::bit(4);
inline constexpr TypeSet kArray = TypeSet::bit(5);
inline constexpr TypeSet kObject = TypeSet::bit(6);
inline constexpr TypeSet kAnyType = kNull | kBoolean | kNumber | kString | kArray | kObject;

/// Types that C++ tells apart: each becomes an alternative where a value may be of several, in this
/// order.
inline constexpr std::array kCategories{kBoolean, kNumber, kString, kArray, kObject};

}  // namespace eventc::compiler
