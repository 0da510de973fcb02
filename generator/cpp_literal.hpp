// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// The only way of a schema's text into emitted C++. A schema is untrusted: whatever its bytes, the
/// text stays inside the literal or comment that it is put into.

namespace eventc::compiler {

/// The text as a string literal, its quotes included: a", newline, b becomes "a\"\nb". Bytes
/// outside printable ASCII are octal escapes of three digits, which no digit behind them can join,
/// and the second "?" of two is escaped, so that no trigraph forms. The literal holds NUL, but what
/// takes a `const char*` stops there: see cpp_string_view().
[[nodiscard]] std::string cpp_string_literal(std::string_view text);

/// What initialises a std::string_view (or a std::string) of the whole text: the literal, or
/// {"a\000b", 3} where it holds NUL.
[[nodiscard]] std::string cpp_string_view(std::string_view text);

/// The text for behind a `//`: one line of valid UTF-8 that ends in no backslash and in no space.
/// Control characters, line breaks of any kind, and bidirectional and other invisible controls are
/// written as U+0009; bytes that are not UTF-8 become U+FFFD; "??/" is parted, since older
/// compilers read a backslash there. "\u0041" stays as it is: compilers don't translate it in
/// comments (C++20, 5.2: universal character names are part of tokens, and a comment is none).
[[nodiscard]] std::string cpp_comment_text(std::string_view text);

}  // namespace eventc::compiler
