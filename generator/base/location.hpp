// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace eventc::compiler {

/// A place in a file. Line and column are not kept: they are worked out from the file's text when a
/// diagnostic is printed, and only then.
struct Location {
  /// Which part of the pointed-at member a diagnostic underlines.
  enum class Part { Value, Key };

  /// The file's path as the user named it. Empty: no file (a diagnostic about the command line or a
  /// whole bundle).
  std::string file = {};
  /// JSON Pointer (RFC 6901) of the value, as in "/properties/total". Empty: the whole document.
  std::string pointer = {};
  Part part = Part::Value;
  /// A byte of the text, counted from 0, where the pointer does not say it: in a text that is not
  /// JSON (the pointer is then empty), or of a member whose name its object has twice.
  std::optional<std::size_t> offset = {};

  /// The location of a member or item below this one; `token` is not yet escaped.
  [[nodiscard]] Location child(std::string_view token) const;
  [[nodiscard]] Location child(std::size_t index) const;
  /// The same place, underlined at its key.
  [[nodiscard]] Location key() const;

  auto operator<=>(const Location&) const = default;
};

/// One reference token escaped as RFC 6901, section 3 asks: "~" becomes "~0" and "/" becomes "~1".
[[nodiscard]] std::string escape_pointer_token(std::string_view token);
/// The reverse. Nothing for a "~" that neither 0 nor 1 follows.
[[nodiscard]] std::optional<std::string> unescape_pointer_token(std::string_view token);

}  // namespace eventc::compiler
