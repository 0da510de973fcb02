// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

namespace eventc {

/// A step from a schema to one below it, or (in the payload) to a part of a value: a keyword, and
/// where in its value. Words are made of it when something is told: a walk takes many steps, and
/// tells of few.
struct KeywordStep {
  static constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);
  /// With the slash before it.
  static constexpr std::size_t kMostOfIndex = 1 + std::numeric_limits<std::size_t>::digits10 + 1;
  [[nodiscard]] static constexpr std::size_t most_of_token(std::string_view name) {
    return 1 + 2 * name.size();
  }

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
  /// How long that is at the most; and it, in front of what begins at `end`: gives where it begins.
  [[nodiscard]] std::size_t most() const {
    return keyword.size() + most_of_token(name) + kMostOfIndex + 1;
  }
  char* put_before(char* end) const;
};

/// A text that is written from its end on: `write` is given that, and gives the text's begin. It is
/// no longer than `most`.
template <class Write>
[[nodiscard]] std::string written_from_end(std::size_t most, const Write& write) {
  std::array<char, 512> some;
  std::string many;
  if (most > some.size()) many.resize(most);
  char* const end = many.empty() ? some.data() + some.size() : many.data() + many.size();
  return {write(end), end};
}

/// The text in front of what begins at `end`; gives where it begins.
inline char* put_before(char* end, std::string_view text) {
  end -= text.size();
  if (!text.empty()) std::memcpy(end, text.data(), text.size());
  return end;
}

/// A member of an object, or an item of an array.
struct InstanceToken {
  std::string_view name = {};
  std::size_t index = KeywordStep::kNoIndex;  ///< Of an item.

  [[nodiscard]] bool is_first_item() const { return index == 0; }
  /// The same two of a part of a JSON Pointer.
  [[nodiscard]] std::size_t most() const {
    return KeywordStep::most_of_token(name) + KeywordStep::kMostOfIndex;
  }
  char* put_before(char* end) const;
};

}  // namespace eventc
