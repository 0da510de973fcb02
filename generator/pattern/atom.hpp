// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pattern/code_points.hpp"
#include "pattern/pattern.hpp"
#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// The text of a pattern, and where in it the reader is. After a refusal it is at its end, so that
/// every loop over it stops.
class Cursor {
 public:
  explicit Cursor(std::string_view source) : source_(source) {}

  [[nodiscard]] bool at_end() const { return offset_ == source_.size(); }
  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] bool is_at(char c) const { return !at_end() && source_[offset_] == c; }
  [[nodiscard]] bool is_at(std::string_view text) const;
  /// The byte here, or NUL at the end.
  [[nodiscard]] char peek() const { return peek(0); }
  /// The same so many bytes behind it.
  [[nodiscard]] char peek(std::size_t ahead) const {
    return ahead < source_.size() - offset_ ? source_[offset_ + ahead] : '\0';
  }
  [[nodiscard]] bool take(std::string_view text);
  /// The next character. At the end, or where the text is not UTF-8, refuses and gives U+FFFD.
  [[nodiscard]] char32_t take_character();
  void go_to(std::size_t offset) { offset_ = offset; }
  [[nodiscard]] std::string_view since(std::size_t begin) const {
    return source_.substr(begin, offset_ - begin);
  }

  /// The first refusal is kept.
  void refuse(std::size_t offset, std::string reason);
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  std::string_view source_;
  std::size_t offset_ = 0;
  std::optional<Refusal> refusal_;
};

/// What an escape or a character of a class stands for.
struct Atom {
  CharacterClass what;
  /// One character, as opposed to \d, \w, …; it may be a surrogate, whose set is empty.
  std::optional<char32_t> character;
};

/// `\d`.
[[nodiscard]] CodePointSet digit();
/// `\w`.
[[nodiscard]] CodePointSet word();
/// `.`: every character but the LineTerminators (12.3).
[[nodiscard]] CodePointSet dot();
/// `\s`: WhiteSpace (12.2: TAB, VT, FF, U+FEFF and Unicode's Zs) and LineTerminator (12.3).
[[nodiscard]] CodePointSet space();

/// At the backslash: 22.2.1's AtomEscape, or ClassEscape within a class.
[[nodiscard]] Atom read_escape(Cursor& cursor, bool in_class);

/// At the "[": CharacterClass.
[[nodiscard]] CharacterClass read_class(Cursor& cursor);

/// Behind "\u": four digits, two surrogates of four, or as many as the braces hold. Nothing where
/// it is not finished.
[[nodiscard]] std::optional<char32_t> take_unicode_escape(Cursor& cursor);

}  // namespace eventc::compiler::pattern_syntax
