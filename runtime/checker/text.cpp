// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "eventc/quote.hpp"
#include "eventc/utf8.hpp"

namespace eventc::checker {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr char32_t kReplacement = 0xFFFD;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// In a JSON string that holds no logging command; two "#" may begin one.
bool stands_for_itself(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '#'; }

void append_unit(unsigned unit, std::string& out) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[unit >> shift & 0xFU];
}

void append_escaped(char32_t code, std::string& out) {
  if (code < 0x10000) return append_unit(static_cast<unsigned>(code), out);
  const auto above = static_cast<unsigned>(code - 0x10000);
  append_unit(0xD800 + (above >> 10), out);
  append_unit(0xDC00 + (above & 0x3FFU), out);
}

/// Levenshtein's distance, in bytes.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string printable_name(std::string_view name) {
  std::string text = printable(name);
  replace_all(text, "::", ":\\x3A");
  return without_commands(text);
}

std::string without_commands(std::string_view line) {
  std::string out;
  for (std::size_t at = line.find("##"); at != std::string_view::npos; at = line.find("##")) {
    out += line.substr(0, at + 1);
    line.remove_prefix(at + 1);
    const std::size_t word_end =
        std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1), line.size());
    if (!line.substr(word_end).starts_with('[')) continue;
    out += "\\x23";
    line.remove_prefix(1);
  }
  return out + std::string(line);
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p != end) {
    const char* const plain_end = std::find_if_not(p, end, stands_for_itself);
    out.append(p, plain_end);
    p = plain_end;
    if (p == end) break;
    const bool is_sequence = utf8_sequence(p, end) != 0;
    const char32_t code = is_sequence ? decode_utf8(p) : kReplacement;
    if (!is_sequence) ++p;
    if (code == '"' || code == '\\') {
      out += '\\';
      out += static_cast<char>(code);
    } else if (code == '#' && out.back() != '#') {
      out += '#';
    } else {
      append_escaped(code, out);
    }
  }
  return out + "\"";
}

std::string github_data(std::string_view text) {
  std::string out = without_commands(printable(text));
  replace_all(out, "%", "%25");
  return out;
}

std::string github_property(std::string_view text) {
  std::string out = github_data(text);
  replace_all(out, ":", "%3A");
  replace_all(out, ",", "%2C");
  return out;
}

std::string_view suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kLongestName = 128;  // comparing two takes the product of their sizes
  std::string_view best;
  if (word.size() > kLongestName) return best;
  std::size_t best_distance = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > 2 * kLongestName) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace eventc::checker
