// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment.hpp"
#include "eventc/context.hpp"
#include "runtime_client.hpp"

namespace eventc::lambda {

/// What handlers are told of an invocation. A deadline that is no number, or that no clock reaches,
/// is left out.
[[nodiscard]] Context make_context(const Invocation& invocation, const Environment& environment);

/// Puts the invocation's trace where AWS SDKs look for it, the variable _X_AMZN_TRACE_ID, or
/// removes the one of before. Only where no other thread may look at the environment.
void export_trace(const Context& context);

}  // namespace eventc::lambda
