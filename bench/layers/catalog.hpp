// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

namespace eventc::bench {

/// Prints what it takes to classify each event of the catalog that is routed, from the fixtures in
/// this folder: without white space in the order in which its service writes it, and in the worst
/// of a hundred orders.
void measure_catalog(const std::filesystem::path& fixtures, std::size_t rounds);

}  // namespace eventc::bench
