// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "route/plan_route.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// For the templates "bundle_header" and "bundle_source": the type that stands for all events, and
/// the tables by which its scanner tells them apart.
[[nodiscard]] View view_bundle(const Emission& emission, const RoutePlan& routes,
                               const NameOptions& options);

}  // namespace eventc::compiler
