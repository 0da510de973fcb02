// SPDX-License-Identifier: Apache-2.0
#include "plain.hpp"

#include <type_traits>

#include "eventc/emitted/bytes16.hpp"
#include "outcome.hpp"

static_assert(std::is_same_v<eventc::Bytes16, eventc::PlainBytes16>);

extern "C" void eventc_plain_outcome(std::size_t event, std::string_view payload,
                                     std::string& outcome) {
  outcome = golden::outcome_of(event, payload);
}
