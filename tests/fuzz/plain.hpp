// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// golden::outcome_of(), compiled as for a machine that has no vectors.
extern "C" void eventc_plain_outcome(std::size_t event, std::string_view payload,
                                     std::string& outcome);
