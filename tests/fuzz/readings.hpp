// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace golden {

/// All that is said of a payload.
struct Readings {
  /// What its readings as a view, as an owned twin and as data disagree on, in words. Empty:
  /// nothing.
  std::string difference;
  /// What to_json() writes, or the report on it.
  std::string outcome;

  bool operator==(const Readings&) const = default;
};

/// For the event with this number.
[[nodiscard]] Readings read_as(std::size_t event, std::string_view payload);

}  // namespace golden
