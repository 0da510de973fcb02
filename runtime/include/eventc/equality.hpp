// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace eventc {

/// Whether two JSON texts, each one value without white space around it, are the same value:
/// numbers by their mathematical value, strings by their characters, objects whatever their order
/// (JSON Schema Core 4.2.2). Both are checked texts.
[[nodiscard]] bool equal_json(std::string_view left, std::string_view right);

/// The places of the first value that equals one before it, and of that one. Takes as long as
/// reading the values does, whatever they are made to be.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find_equal(
    const std::vector<std::string_view>& values);

}  // namespace eventc
