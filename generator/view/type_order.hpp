// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model.hpp"

namespace eventc::compiler {

/// The named types of a document in an order that C++ accepts: what a type holds by value, and
/// every alias it mentions, stands before it. Where that leaves a choice, the order of the schema.
struct TypeOrder {
  std::vector<TypeId> types;
  /// Structs that are mentioned (in a list, a map or a box) before they are defined.
  std::vector<TypeId> declared_first;
};

/// That of each document.
[[nodiscard]] std::vector<TypeOrder> order_types(const Model& model);

}  // namespace eventc::compiler
