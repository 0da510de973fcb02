// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace eventc {

/// An enumerator of E, or the text of a value that E does not have (yet): for enumerations that a
/// service extends without asking. By default the enumerator whose number is 0.
template <class E, class Text = std::string>
class OpenEnum {
  static_assert(std::is_enum_v<E>);

 public:
  OpenEnum() = default;
  OpenEnum(E known) : value_(known) {}
  /// `text` must not be that of an enumerator; emitted code looks before it comes here.
  explicit OpenEnum(Text text) : text_(std::move(text)), known_(false) {}

  [[nodiscard]] bool is_known() const { return known_; }
  [[nodiscard]] std::optional<E> known() const {
    return known_ ? std::optional<E>(value_) : std::nullopt;
  }
  /// The text of an unknown value, which may itself be empty; empty for a known one.
  [[nodiscard]] std::string_view text() const { return text_; }

  friend bool operator==(const OpenEnum& a, const OpenEnum& b) {
    return a.known_ == b.known_ && a.value_ == b.value_ && a.text_ == b.text_;
  }
  friend bool operator==(const OpenEnum& a, E b) { return a.known_ && a.value_ == b; }

 private:
  /// Empty when known.
  Text text_;
  /// E{} when unknown, so that memberwise comparison holds.
  E value_ = E{};
  bool known_ = true;
};

/// The same, the text a part of a payload.
template <class E>
using OpenEnumView = OpenEnum<E, std::string_view>;

}  // namespace eventc
