// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "eventc/batch/record_list.hpp"
#include "eventc/batch/source.hpp"

namespace eventc::batch::detail {

enum class Status : std::uint8_t { NotTried, Failed, Done };

/// A response, or why there is none that the service could act upon.
struct Report {
  std::string response = {};
  std::optional<std::string> fault = {};
};

/// What the source is to deliver again, so that no record is lost that is not done: Batch says
/// which. `state` is a window's, as JSON. `statuses` has one for each record.
[[nodiscard]] Report report(Source source, const RecordList& records,
                            std::span<const Status> statuses,
                            const std::optional<std::string>& state);

}  // namespace eventc::batch::detail
