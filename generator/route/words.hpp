// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "outcome.hpp"

/// Facts in words. Text of schemas stands in them as it is.
namespace eventc::compiler {

/// "a string", "an object or null".
[[nodiscard]] std::string words_for_types(TypeSet types);

/// As JSON.
[[nodiscard]] std::string words_for_value(const Json& value);

/// `"a", "b" or "c"`; of many, the first few and how many more there are.
[[nodiscard]] std::string words_for_values(const std::vector<Json>& values);

/// "nothing", `"aws:sqs"`, "text that matches ^a, or nothing".
[[nodiscard]] std::string words_for_outcome(const Outcome& outcome);

}  // namespace eventc::compiler
