// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "model.hpp"

namespace eventc::compiler {

/// The structs that lists have as their items, and those that are members of such by value: when
/// one is read, a like one mostly has been read before it.
[[nodiscard]] std::set<TypeId> find_list_items(const Model& model);

}  // namespace eventc::compiler
