// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace golden {

/// All that is said of a payload of the event with this number: what its reading as a view, as an
/// owned twin and as data disagree on, and the report on it or what to_json() writes.
[[nodiscard]] std::string outcome_of(std::size_t event, std::string_view payload);

}  // namespace golden
