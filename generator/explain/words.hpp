// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "explain/readings.hpp"

namespace eventc::compiler {

/// Why a value is read again, as a part of a sentence: `"uniqueItems" needs the whole value`.
[[nodiscard]] std::string words_for_rereading(const NormalForm& form, const Rereading& rereading);

}  // namespace eventc::compiler
