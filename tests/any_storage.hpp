// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "eventc/event.hpp"
#include "eventc/view.hpp"

/// Events of either storage, seen alike.
namespace eventc::test {

/// A Result of the value, or of a view together with what it borrows from.
template <class T>
[[nodiscard]] auto parse_to_keep(std::string_view text) {
  if constexpr (ViewEvent<T>) {
    return parse<T>(std::string(text));
  } else {
    return parse<T>(text);
  }
}

template <class T>
[[nodiscard]] const T& value_of(const Result<T>& result) {
  return *result;
}
template <class T>
[[nodiscard]] const T& value_of(const Result<Kept<T>>& result) {
  return **result;
}

}  // namespace eventc::test
