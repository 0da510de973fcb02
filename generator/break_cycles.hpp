// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model.hpp"

namespace eventc::compiler {

/// Puts a BoxType into each place where a type would contain itself by value. Lists and maps of
/// structs, and boxes, hold their values elsewhere and break a circle by themselves; what closes
/// one without them is boxed.
void break_cycles(Model& model);

}  // namespace eventc::compiler
