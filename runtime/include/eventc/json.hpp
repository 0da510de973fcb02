// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace eventc {

/// One JSON value of any type, kept as its text (RFC 8259, section 2), so that nothing of it is
/// lost: digits of numbers, order and repetition of members, white space inside. For members whose
/// schema allows everything. `null` by default; a std::optional<Json> is empty for an absent member
/// alone, and for a null in place of a string that contains JSON.
template <class Text>
class BasicJson {
 public:
  BasicJson() = default;
  /// `text` must be exactly one JSON value without white space around it. That is not checked: the
  /// reader hands over what it has read as such.
  explicit BasicJson(Text text) : text_(std::move(text)) {}

  [[nodiscard]] std::string_view text() const {
    return text_.empty() ? std::string_view("null") : text_;
  }
  [[nodiscard]] bool is_null() const { return text() == "null"; }

  /// By text: 1 and 1.0 differ.
  friend bool operator==(const BasicJson& a, const BasicJson& b) { return a.text() == b.text(); }

 private:
  /// Empty stands for null, so that neither a default value nor one that was moved from is without
  /// a value.
  Text text_;
};

using Json = BasicJson<std::string>;
/// As a part of a payload.
using JsonView = BasicJson<std::string_view>;

}  // namespace eventc
