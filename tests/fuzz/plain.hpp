// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "readings.hpp"

/// golden::read_as(), compiled as for a machine that has no vectors.
extern "C" void eventc_plain_read_as(std::size_t event, std::string_view payload,
                                     golden::Readings& readings);
