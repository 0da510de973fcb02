// SPDX-License-Identifier: Apache-2.0
#include "instance/base64_text.hpp"

#include <algorithm>
#include <cstdint>

namespace eventc::compiler {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 3; ++i)
      word = word << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      text += i <= bytes.size() ? kAlphabet[word >> (18 - 6 * i) & 0x3FU] : '=';
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t word = 0;
  std::size_t digits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    word = (word << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFFU;
    ++digits;
    if (digits % 4 != 1) bytes += static_cast<char>(word >> (6 - 2 * ((digits - 1) % 4)) & 0xFFU);
  }
  // Written again it is the same, or it was not well-formed.
  return to_base64(bytes) == text ? std::optional(bytes) : std::nullopt;
}

}  // namespace eventc::compiler
