// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog.hpp"

/// How eventc is called for an entry.
namespace wild {

/// The C++ namespace of what is emitted for it: "wild_eslintrc".
[[nodiscard]] std::string name_space_of(const Entry& entry);

/// --dialect, and -I for each document that the schema refers to: a copy, below the folder `work`,
/// that stands where its URI says.
[[nodiscard]] std::vector<std::string> options_for(const Entry& entry, const std::string& work);

}  // namespace wild
