// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "normalize/normal_form.hpp"

/// Instances: values, as opposed to schemas.
namespace eventc::compiler {

/// The nearest double of a number's literal; infinite past the largest.
[[nodiscard]] double nearest_double(const std::string& literal);

/// Whether a value is valid under all schemas of the pack (see flatten()). For values that the
/// compiler makes up itself: numbers are compared as doubles, and a value that a pattern was asked
/// about which can't be tried here (its counts are too large, or PCRE2 decides it) is not vouched
/// for. Payloads are judged by emitted code, not by this.
[[nodiscard]] bool accepts(const NormalForm& form, const std::vector<NodeId>& pack,
                           const Json& value);

}  // namespace eventc::compiler
