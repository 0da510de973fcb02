// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace eventc::test {

/// What the exception says that the call throws; "accepted" where it throws none.
template <class Exception = std::logic_error, class Call>
[[nodiscard]] std::string refusal(const Call& call) {
  try {
    call();
  } catch (const Exception& exception) {
    return exception.what();
  }
  return "accepted";
}

}  // namespace eventc::test
