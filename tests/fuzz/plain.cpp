// SPDX-License-Identifier: Apache-2.0
#include "plain.hpp"

#include <type_traits>

#include "eventc/emitted/bytes16.hpp"

static_assert(std::is_same_v<eventc::Bytes16, eventc::PlainBytes16>);

extern "C" void eventc_plain_read_as(std::size_t event, std::string_view payload,
                                     golden::Readings& readings) {
  readings = golden::read_as(event, payload);
}
