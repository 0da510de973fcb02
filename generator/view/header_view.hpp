// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/emission.hpp"

namespace eventc::compiler {

/// A named type: which template writes it, and with what.
struct TypeView {
  std::string template_name;  ///< "struct", "enum" or "alias"
  View view;
};

struct HeaderView {
  /// Of each of the document's type_spaces().
  std::vector<std::vector<TypeView>> types;
  /// For the template "header", which takes the written types of each as its "types".
  View header;
};

[[nodiscard]] HeaderView view_header(const Emission& emission, std::size_t document);

}  // namespace eventc::compiler
