// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Strings and numbers as a reader has found them in its text, checked; and what strings stand for.
namespace eventc {

class Arena;

/// The characters of a string, between its quotes, checked: UTF-8, no control characters,
/// well-formed escapes, paired surrogates.
///
/// As large as two words, so that functions return it in registers.
class StringToken {
 public:
  /// Of no string: the reader has failed.
  constexpr StringToken() = default;
  constexpr StringToken(std::string_view raw, bool escaped)
      : characters_(raw.data()), size_and_escaped_(raw.size() << 1 | std::size_t{escaped}) {}

  [[nodiscard]] constexpr explicit operator bool() const { return characters_ != nullptr; }
  [[nodiscard]] constexpr std::string_view raw() const {
    return {characters_, size_and_escaped_ >> 1};
  }
  /// raw() holds a backslash: unescape() it.
  [[nodiscard]] constexpr bool escaped() const { return (size_and_escaped_ & 1) != 0; }

 private:
  const char* characters_ = nullptr;
  std::size_t size_and_escaped_ = 0;
};

/// A number's literal, checked against the grammar of RFC 8259 section 6.
struct NumberToken {
  std::string_view text;
  bool plain = false;  ///< An optional minus and digits: no fraction, no exponent.
};

/// The characters that a checked token stands for, appended to `out`.
void unescape(StringToken token, std::string& out);
/// The same into `to`, which has room for token.raw().size(); gives where they end.
char* unescape(StringToken token, char* to);
/// The same, kept in the arena.
[[nodiscard]] std::string_view unescape(StringToken token, Arena& arena);
/// The characters that it stands for.
[[nodiscard]] inline std::string text_of(StringToken token) {
  if (!token.escaped()) return std::string(token.raw());
  std::string text;
  unescape(token, text);
  return text;
}
/// Whether it stands for these characters.
[[nodiscard]] bool equals(StringToken token, std::string_view characters);

}  // namespace eventc
