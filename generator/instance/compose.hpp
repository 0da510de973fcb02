// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "normalize/normal_form.hpp"
#include "route/closed_world.hpp"

namespace eventc::compiler {

/// A small value that all schemas of the pack accept, and that has something at each of the
/// `wanted` paths where the schemas allow it. Nothing: none was found, though there may be one.
[[nodiscard]] std::optional<Json> compose(const NormalForm& form, const Pack& pack,
                                          const std::vector<Path>& wanted = {});

}  // namespace eventc::compiler
