// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// What a schema tells its readers, as lines for behind "///": the description (or the title), and
/// whether it is deprecated, its format, default and examples. Wrapped at `width` characters. Safe
/// in a comment, whatever the schema says.
[[nodiscard]] std::vector<std::string> doc_lines(const Annotations& annotations, std::size_t width);

/// What a member's own schema allows, in a few words for behind its declaration: "1 to 999", "3
/// characters". Empty when its type says it all.
[[nodiscard]] std::string limits_note(const Node& node, bool is_unsigned);

}  // namespace eventc::compiler
