// SPDX-License-Identifier: Apache-2.0
#include "eventc/base64.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "base64_block.hpp"

namespace eventc {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Set, above the 24 bits of a group, for a character outside of the alphabet.
constexpr std::uint32_t kInvalid = 1U << 24;

using Table = std::array<std::uint32_t, 256>;

/// The six bits of each character, moved to where they belong in a group of four.
constexpr Table make_table(unsigned shift) {
  Table table{};
  for (std::uint32_t& entry : table) entry = kInvalid;
  for (std::uint32_t i = 0; i < kAlphabet.size(); ++i) {
    table[static_cast<unsigned char>(kAlphabet[i])] = i << shift;
  }
  return table;
}

constexpr std::array<Table, 4> kTables = {make_table(18), make_table(12), make_table(6),
                                          make_table(0)};

/// Of each twelve bits, the two characters.
constexpr std::array<std::array<char, 2>, 4096> kPairs = [] {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {kAlphabet[i >> 6], kAlphabet[i & 63]};
  return pairs;
}();

std::uint32_t sextet(char c, std::size_t place) {
  return kTables[place][static_cast<unsigned char>(c)];
}

void store(std::uint32_t group, char* out) {
  out[0] = static_cast<char>(group >> 16 & 0xFFU);
  out[1] = static_cast<char>(group >> 8 & 0xFFU);
  out[2] = static_cast<char>(group & 0xFFU);
}

/// How many bytes the last group, of up to four characters, stands for: they are written to `out`.
/// Where it is not as it should be 0, and `bad` is the character that is to be blamed.
std::size_t decode_last(std::string_view group, char* out, std::size_t& bad) {
  std::uint32_t bits = 0;
  std::size_t i = 0;
  for (; i < group.size(); ++i) {
    const std::uint32_t part = sextet(group[i], i);
    if (part == kInvalid) break;
    bits |= part;
  }
  const bool padded = i >= 2 && group.find_first_not_of('=', i) == std::string_view::npos;
  bad = i;
  if (i < group.size() && !padded) return 0;
  bad = group.size();
  if (group.size() < 4) return 0;
  // Two characters hold 8 bits and 4 spare ones, three hold 16 and 2.
  const std::size_t bytes = i - 1;
  bad = bytes;
  if ((bits & 0xFFFFFFU >> 8 * bytes) != 0) return 0;
  store(bits, out);
  return bytes;
}

/// Of any text but an empty one.
[[gnu::noinline]] char* decode_carefully(std::string_view text, char* to, std::size_t& bad) {
  // Every group but the last is without padding.
  const std::size_t body = (text.size() - 1) / 4 * 4;
  const char* const last = text.data() + body;
  for (const char* from = decode_blocks(text.data(), last, to); from != last; from += 4, to += 3) {
    const std::uint32_t group =
        sextet(from[0], 0) | sextet(from[1], 1) | sextet(from[2], 2) | sextet(from[3], 3);
    if (group >= kInvalid) {
      bad = static_cast<std::size_t>(from - text.data());
      while (sextet(text[bad], 0) != kInvalid) ++bad;
      return nullptr;
    }
    store(group, to);
  }
  std::size_t bad_in_last = 0;
  const std::size_t bytes = decode_last(text.substr(body), to, bad_in_last);
  if (bytes == 0) {
    bad = body + bad_in_last;
    return nullptr;
  }
  return to + bytes;
}

}  // namespace

char* decode_base64(std::string_view text, char* to, std::size_t& bad) {
  if (text.size() >= 16 && text.size() % 4 == 0) {
    char* const end = decode_whole(text.data(), text.data() + text.size(), to);
    if (end != nullptr) return end;
  }
  return text.empty() ? to : decode_carefully(text, to, bad);
}

bool decode_base64(std::string_view text, std::string& out, std::size_t& bad) {
  out.resize(decoded_room(text.size()));
  const char* const end = decode_base64(text, out.data(), bad);
  out.resize(end == nullptr ? 0 : static_cast<std::size_t>(end - out.data()));
  return end != nullptr;
}

char* encode_base64(std::string_view bytes, char* out) {
  const auto byte = [bytes](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[i])};
  };
  const auto put_two = [&out](std::uint32_t twelve_bits) {
    std::memcpy(out, kPairs[twelve_bits].data(), 2);
    out += 2;
  };
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const std::uint32_t group = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    put_two(group >> 12);
    put_two(group & 0xFFFU);
  }
  if (i == bytes.size()) return out;
  const bool two = i + 2 == bytes.size();
  const std::uint32_t group = byte(i) << 16 | (two ? byte(i + 1) << 8 : 0U);
  put_two(group >> 12);
  put_two(group & 0xFFFU);
  if (!two) out[-2] = '=';
  out[-1] = '=';
  return out;
}

void append_base64(std::string_view bytes, std::string& out) {
  const std::size_t at = out.size();
  out.resize(at + base64_size(bytes.size()));
  encode_base64(bytes, out.data() + at);
}

}  // namespace eventc
