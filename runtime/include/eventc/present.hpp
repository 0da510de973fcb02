// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string_view>

/// Members of emitted types that one schema may leave out and another asks for.
namespace eventc {

/// The member's value; null where it is absent, or null.
template <class Member>
[[nodiscard]] constexpr const auto* present(const Member& member) {
  if constexpr (requires { member.has_value(); }) {
    return member ? &*member : nullptr;
  } else {
    return &member;
  }
}

/// A member that is a text where it is present.
template <class Member>
concept TextMember = requires(const Member& member) {
  { *present(member) } -> std::convertible_to<std::string_view>;
};

/// Its text; empty where it is absent, or null.
template <TextMember Member>
[[nodiscard]] constexpr std::string_view text_or_empty(const Member& member) {
  const auto* const text = present(member);
  return text ? std::string_view(*text) : std::string_view();
}

}  // namespace eventc
