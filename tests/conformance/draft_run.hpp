// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scoring.hpp"
#include "settings.hpp"

namespace conformance {

/// Takes a draft's schemas through eventc and the C++ compiler, and its payloads through the
/// program that results. What is found is also to be reported in the specification's basic form, as
/// the suite's output-schema.json has it.
[[nodiscard]] Outcome run_draft(const std::string& draft, const Settings& settings);

/// The suite's output-tests/ of a draft: reports in basic form against the schemas that the suite
/// has for them.
[[nodiscard]] Outcome run_output_tests(const std::string& draft, const Settings& settings);

}  // namespace conformance
