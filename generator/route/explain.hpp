// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "route/plan_route.hpp"

/// A plan for people.
namespace eventc::compiler {

/// What types are called in C++, by TypeId.
using TypeNames = std::vector<std::string>;

/// The tree, and for each pair of events the location and values that separate it:
///     2 events, recognised by what stands at 2 locations
///
///     the payload
///     └─ type
///        ├─ "ORDER" → Order, if /lines is there
///        └─ "REFUND" → Refund
///
///     Order | Refund: /type: "ORDER" | "REFUND"
/// Text of schemas is escaped, so that no terminal acts upon it.
[[nodiscard]] std::string explain_routes(const RoutePlan& plan, const TypeNames& names);

/// The tree in the DOT language of Graphviz.
[[nodiscard]] std::string draw_routes(const RoutePlan& plan, const TypeNames& names);

}  // namespace eventc::compiler
