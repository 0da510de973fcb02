// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/percent.hpp"

namespace eventc::http {

namespace {

/// Past 15: it is none.
unsigned hexadecimal(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return 16;
}

std::string_view decode(std::string_view text, Arena& arena, bool plus_is_space) {
  if (text.find_first_of(plus_is_space ? "%+" : "%") == std::string_view::npos) return text;
  char* const begin = arena.room(text.size());
  char* to = begin;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%' && text.size() - i > 2) {
      const unsigned high = hexadecimal(text[i + 1]);
      const unsigned low = hexadecimal(text[i + 2]);
      if (high < 16 && low < 16) {
        c = static_cast<char>(high << 4 | low);
        i += 2;
      }
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    *to++ = c;
  }
  arena.take(to);
  return {begin, static_cast<std::size_t>(to - begin)};
}

}  // namespace

std::string_view percent_decode(std::string_view text, Arena& arena) {
  return decode(text, arena, false);
}
std::string_view form_decode(std::string_view text, Arena& arena) {
  return decode(text, arena, true);
}

}  // namespace eventc::http
