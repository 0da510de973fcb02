// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cases.hpp"

namespace wild {

/// Markdown: a row for each case with nanoseconds for each contender, the first of which is
/// compared to. `floor` is the index of the contender that does what nobody can leave out; behind
/// it come the peers. Below the table: what each does, and how the first stands against each peer
/// (median and worst ratio, and how often it is slower), of valid payloads and of invalid ones, and
/// of valid ones without what the floor takes.
[[nodiscard]] std::string to_markdown(const std::vector<Case>& cases,
                                      const std::vector<Times>& contenders, std::size_t floor);

}  // namespace wild
