// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/percent.hpp"

#include "eventc/hex_digit.hpp"

namespace eventc::http {

namespace {

std::string_view decode(std::string_view text, Arena& arena, bool plus_is_space) {
  if (text.find_first_of(plus_is_space ? "%+" : "%") == std::string_view::npos) return text;
  char* const begin = arena.room(text.size());
  char* to = begin;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%' && text.size() - i > 2) {
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high >= 0 && low >= 0) {
        c = static_cast<char>(high * 16 + low);
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
