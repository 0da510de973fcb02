// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/token.hpp"

#include <array>

#include "escapes.hpp"
#include "eventc/arena.hpp"
#include "eventc/emitted/bytes16.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

/// Moves `p` to the next backslash or to the end, and copies what it passes; gives where that ends.
/// There is as much room at `to` as there are bytes left.
char* copy_to_backslash(const char*& p, const char* end, char* to) {
  constexpr std::ptrdiff_t kBlock = 16;
  for (; end - p >= kBlock; p += kBlock, to += kBlock) {
    const Bytes16 bytes = Bytes16::load(p);
    bytes.store(to);
    const auto backslash = bytes.equal('\\');
    if (!backslash.any()) continue;
    p += backslash.first();
    return to + backslash.first();
  }
  while (p != end && *p != '\\') *to++ = *p++;
  return to;
}

}  // namespace

char* unescape(StringToken token, char* to) {
  const char* p = token.raw().data();
  const char* const end = p + token.raw().size();
  while (p != end) {
    to = copy_to_backslash(p, end, to);
    for (; p != end && *p == '\\'; p += 2) {  // one is often followed by the next
      const char character = kShortEscape[static_cast<unsigned char>(p[1])];
      if (character == '\0') break;
      *to++ = character;
    }
    if (p != end && *p == '\\') {
      const char32_t code_point = code_point_of(p);
      p += code_point < 0x10000 ? 6 : 12;
      to = encode_utf8(code_point, to);
    }
  }
  return to;
}

void unescape(StringToken token, std::string& out) {
  const std::size_t size = out.size();
  out.resize(size + token.raw().size());  // escapes are no shorter than what they stand for
  const char* const end = unescape(token, out.data() + size);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string_view unescape(StringToken token, Arena& arena) {
  char* const begin = arena.room(token.raw().size());
  char* const end = unescape(token, begin);
  arena.take(end);
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool equals(StringToken token, std::string_view characters) {
  if (!token.escaped()) return token.raw() == characters;
  std::array<char, 256> some;
  if (token.raw().size() > some.size()) return text_of(token) == characters;
  const char* const end = unescape(token, some.data());
  return std::string_view(some.data(), static_cast<std::size_t>(end - some.data())) == characters;
}

}  // namespace eventc
