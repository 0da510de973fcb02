// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace eventc::bench {

/// "AMD EPYC 7763, 2 cores"
[[nodiscard]] std::string processor();
/// The compiler and its options: "GNU 12.2.0, -O2 -DNDEBUG"
[[nodiscard]] std::string compiler();
/// How many threads wanted to run in the last minute, on average; negative where it is not known.
[[nodiscard]] double load();

}  // namespace eventc::bench
