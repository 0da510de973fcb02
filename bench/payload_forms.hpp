// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The same JSON value in another form. `text` must be JSON, and throws nlohmann::json::parse_error
/// where it is not. What is ASCII stays ASCII, its `\u` escapes included.
namespace eventc::bench {

/// Over several lines, two spaces for each level.
[[nodiscard]] std::string pretty_printed(std::string_view text);
/// Without white space, the members of every object in an order that a generator of fixed seed
/// gives: the same on every machine.
[[nodiscard]] std::string key_shuffled(std::string_view text);
/// The same with another order for each seed.
[[nodiscard]] std::string key_shuffled(std::string_view text, std::uint32_t seed);

}  // namespace eventc::bench
