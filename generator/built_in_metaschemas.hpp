// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace eventc::compiler {

/// The metaschemas that eventc was built with: the text of every file of generator/metaschemas/, by
/// its path there without ".json" ("draft-07/schema").
[[nodiscard]] const std::map<std::string, std::string>& built_in_metaschemas();

}  // namespace eventc::compiler
