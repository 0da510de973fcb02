// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment.hpp"
#include "eventc/lambda/run.hpp"
#include "runtime_client.hpp"
#include "stop.hpp"

namespace eventc::lambda {

/// Takes events and answers them, one after another, until a stop is requested. False when it ended
/// because the API failed. `is_alone`: no other loop runs in this process.
[[nodiscard]] bool answer_events(const Dispatch& function, RuntimeClient& client,
                                 const Environment& environment, const Stop& stop, bool is_alone);

}  // namespace eventc::lambda
