// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "measurement.hpp"

namespace eventc::bench {

/// A Markdown table for each step that was measured: a row for each payload and form, a column for
/// each contender; in a cell GB/s and how many times as fast eventc is. What each column does
/// stands below. Rows and columns come in the order in which they are first measured.
[[nodiscard]] std::string to_markdown(const std::vector<Measurement>& measurements);

}  // namespace eventc::bench
