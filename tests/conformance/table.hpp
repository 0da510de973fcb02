// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "scoring.hpp"

namespace conformance {

/// The line above the rows:
///     draft         part               passed   total
[[nodiscard]] std::string table_head();

/// A line for each part of a draft that has tests. Exceptions are told where there are some:
///     draft7        optional              106     108   2 excepted
[[nodiscard]] std::string table_rows(const std::string& draft, const std::map<Part, Score>& scores);

}  // namespace conformance
