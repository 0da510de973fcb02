// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace eventc {

/// The nearest double of the number that begins at `p`, where that has no exponent and few digits;
/// gives where it ends. Null for any other text.
[[nodiscard]] const char* read_short_decimal(const char* p, const char* end, double& out);

}  // namespace eventc
