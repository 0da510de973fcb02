// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace eventc {

/// Whether two JSON texts, each one value without white space around it, are the same value:
/// numbers by their mathematical value, strings by their characters, objects whatever their order
/// (JSON Schema Core 4.2.2). Both are checked texts.
[[nodiscard]] bool equal_json(std::string_view left, std::string_view right);

}  // namespace eventc
