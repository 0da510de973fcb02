// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace eventc {

/// The version of the runtime's interface to emitted code. Emitted code asserts the one that its
/// compiler knew: regenerate when the assertion fails.
inline constexpr int kRuntimeVersion = 8;

}  // namespace eventc
