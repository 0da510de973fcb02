// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eventc/batch/core.hpp"
#include "report.hpp"
#include "run.hpp"

namespace eventc::batch::detail {

/// Takes a batch through the run in the way that it was set up for: record by record, group by
/// group, or into a window's state. What is wrong with a window or its state is a fault. `window`
/// is null for events that have none.
[[nodiscard]] Report carry_out(const Core& core, const RecordList& records,
                               const WindowInput* window, const Context& context, Run& run);

}  // namespace eventc::batch::detail
