// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "eventc/batch/record_list.hpp"
#include "eventc/batch/source.hpp"

namespace eventc::batch::detail {

/// A response, or why there is none that the service could act upon.
struct Report {
  std::string response = {};
  std::optional<std::string> fault = {};
};

/// What the source is to deliver again, so that no record is lost that is not done: Batch says
/// which. `not_done` has the places of the records that are not, in order; `state` is a window's,
/// as JSON.
[[nodiscard]] Report report(Source source, const RecordList& records,
                            std::span<const std::size_t> not_done,
                            const std::optional<std::string>& state);

}  // namespace eventc::batch::detail
