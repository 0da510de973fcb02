// SPDX-License-Identifier: Apache-2.0
#include "cpp_literal.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "pattern/code_points.hpp"

namespace eventc::compiler {

namespace {

std::string escaped_byte(unsigned char byte, bool after_question_mark) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '?':
      return after_question_mark ? "\\?" : "?";
    default:
      if (byte >= 0x20 && byte < 0x7F) return std::string(1, static_cast<char>(byte));
      return fmt::format("\\{:03o}", byte);
  }
}

/// Characters that break a line, do not show, or reorder what stands around them (Unicode's Cc, Zl,
/// Zp, Bidi_Control, the zero-width ones, interlinear annotations and tags).
const CodePointSet& unprintable() {
  static const CodePointSet set({{0x00, 0x1F},
                                 {0x7F, 0x9F},
                                 {0xAD, 0xAD},
                                 {0x061C, 0x061C},
                                 {0x180E, 0x180E},
                                 {0x200B, 0x200F},
                                 {0x2028, 0x202E},
                                 {0x2060, 0x206F},
                                 {0xFEFF, 0xFEFF},
                                 {0xFFF9, 0xFFFB},
                                 {0xE0000, 0xE007F}});
  return set;
}

std::string readable(char32_t code_point) {
  if (!unprintable().contains(code_point)) return encode_utf8(code_point);
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

}  // namespace

std::string cpp_string_literal(std::string_view text) {
  std::string literal = "\"";
  bool after_question_mark = false;
  for (const char c : text) {
    literal += escaped_byte(static_cast<unsigned char>(c), after_question_mark);
    after_question_mark = c == '?';
  }
  literal += '"';
  return literal;
}

std::string cpp_string_view(std::string_view text) {
  const std::string literal = cpp_string_literal(text);
  if (text.find('\0') == std::string_view::npos) return literal;
  return fmt::format("{{{}, {}}}", literal, text.size());
}

std::string cpp_comment_text(std::string_view text) {
  std::string line;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::optional<DecodedCodePoint> character = decode_utf8(text, offset);
    const char32_t code_point = character ? character->code_point : U'\uFFFD';
    if (line.ends_with("??") && code_point == '/') line += ' ';  // a trigraph's backslash
    line += readable(code_point);
    offset += character ? character->size : 1;
  }
  while (line.ends_with(' ')) line.pop_back();
  // A backslash at the end would join the next line to the comment, even with blanks behind it.
  if (line.ends_with('\\')) line += " (backslash)";
  return line;
}

}  // namespace eventc::compiler
