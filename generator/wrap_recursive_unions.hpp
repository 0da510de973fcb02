// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model.hpp"

namespace eventc::compiler {

/// Makes a struct around a value of each union that contains itself, if only by way of lists and
/// maps. An alias of std::variant can't be declared before its alternatives, and comparing one asks
/// for all of them to be complete; a struct can be declared first and stands for it in the circle.
void wrap_recursive_unions(Model& model);

}  // namespace eventc::compiler
