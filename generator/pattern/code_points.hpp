// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eventc::compiler {

/// From the first to the last, both included.
struct CodePointRange {
  char32_t first = 0;
  char32_t last = 0;

  bool operator==(const CodePointRange&) const = default;
};

/// A set of Unicode scalar values: of code points that are no surrogates, since UTF-8 (RFC 3629,
/// section 3) has none of these.
class CodePointSet {
 public:
  CodePointSet() = default;
  /// The ranges may come in any order, overlap, and hold surrogates, which are left out.
  explicit CodePointSet(std::vector<CodePointRange> ranges);

  /// In ascending order, with a gap between any two.
  [[nodiscard]] const std::vector<CodePointRange>& ranges() const { return ranges_; }

  [[nodiscard]] bool empty() const { return ranges_.empty(); }
  [[nodiscard]] bool contains(char32_t code_point) const;
  [[nodiscard]] bool intersects(const CodePointSet& other) const;
  /// The member of a set that has one only.
  [[nodiscard]] std::optional<char32_t> single() const;
  [[nodiscard]] CodePointSet complement() const;

  bool operator==(const CodePointSet&) const = default;

 private:
  std::vector<CodePointRange> ranges_;
};

[[nodiscard]] CodePointSet united(const CodePointSet& left, const CodePointSet& right);
[[nodiscard]] CodePointSet common(const CodePointSet& left, const CodePointSet& right);

/// UTF-8 of a scalar value.
[[nodiscard]] std::string encode_utf8(char32_t code_point);

/// The character at a byte of a text and how many bytes it takes.
struct DecodedCodePoint {
  char32_t code_point = 0;
  std::size_t size = 0;
};

/// Nothing where no sequence of RFC 3629 begins: a stray or missing continuation, an overlong form,
/// a surrogate, a value past U+10FFFF, or the end of the text.
[[nodiscard]] std::optional<DecodedCodePoint> decode_utf8(std::string_view text,
                                                          std::size_t offset);

/// How many characters a text of valid UTF-8 has.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace eventc::compiler
