// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc {

/// A step from a schema to one below it, or (in the payload) to a part of a value: a keyword, and
/// where in its value. Words are made of it when something is told: a walk takes many steps, and
/// tells of few.
struct KeywordStep {
  static constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

  std::string_view keyword = {};
  std::string_view name = {};  ///< Without data: none.
  std::size_t index = kNoIndex;

  constexpr KeywordStep() = default;
  constexpr KeywordStep(const char* of) : keyword(of) {}  // NOLINT(google-explicit-constructor)
  constexpr KeywordStep(std::string_view of)
      : keyword(of) {}  // NOLINT(google-explicit-constructor)
  constexpr KeywordStep(std::string_view of, std::string_view at_name)
      : keyword(of), name(at_name.data() == nullptr ? std::string_view("") : at_name) {}
  constexpr KeywordStep(std::string_view of, std::size_t at_index) : keyword(of), index(at_index) {}

  /// "/items", "/properties/name", "/allOf/2"; of no step none.
  [[nodiscard]] std::string text() const;
  /// How long that is; and it, in front of what begins at `end`: gives where it begins.
  [[nodiscard]] std::size_t size() const;
  char* put_before(char* end) const;
};

/// A member of an object, or an item of an array.
struct InstanceToken {
  std::string_view name = {};
  std::size_t index = KeywordStep::kNoIndex;  ///< Of an item.

  [[nodiscard]] bool is_first_item() const { return index == 0; }
  /// As a part of a JSON Pointer.
  [[nodiscard]] std::size_t size() const;
  char* put_before(char* end) const;
};

}  // namespace eventc
