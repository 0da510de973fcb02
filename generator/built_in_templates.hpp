// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace eventc::compiler {

/// The templates that eventc was built with: the text of every file of templates/, by its path
/// there without ".mustache" ("header", "partials/member").
[[nodiscard]] const std::map<std::string, std::string>& built_in_templates();

}  // namespace eventc::compiler
