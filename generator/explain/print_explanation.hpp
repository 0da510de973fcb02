// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "explain/explanation.hpp"

namespace eventc::compiler {

enum class ExplainFormat : std::uint8_t { Human, Json };

/// Human: each schema with its C++ type, its keywords with what became of them, and why its text is
/// read again; behind each document how many keywords met which fate, and what is read again why:
///     order.schema.json                  events::Order (struct)
///         required      checked inline
///       /properties/id                   std::string id
///         pattern       checked inline
/// Schemas of files that were not given follow those that refer to them, where they are read again.
/// Text of schemas is escaped, so that no terminal acts upon it.
///
/// Json: one object a line, for each schema:
///     {"schema","location","types":[],"keywords":[{"keyword","fates":[{"fate","why"}]}],
///      "read_again":[],"read_again_with"}
/// null stands for what does not apply.
[[nodiscard]] std::string print(const Explanation& explanation, ExplainFormat format);

}  // namespace eventc::compiler
