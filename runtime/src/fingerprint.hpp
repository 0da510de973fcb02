// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace eventc {

/// The same number for values that equal_json() takes for equal, and almost always another one for
/// others: who has to be sure compares those that have the same. `json` is a checked text without
/// white space around it. Takes one pass, and memory for strings with escapes alone.
[[nodiscard]] std::uint64_t fingerprint(std::string_view json);

}  // namespace eventc
