// SPDX-License-Identifier: Apache-2.0
#include "structural_scan.hpp"

#include <simdjson.h>

#include <stdexcept>

namespace eventc::bench {

struct StructuralScan::State {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> implementation;
  simdjson::padded_string text;
};

StructuralScan::StructuralScan(std::string_view text) : state_(std::make_unique<State>()) {
  state_->text = simdjson::padded_string(text);
  const simdjson::error_code made =
      simdjson::get_active_implementation()->create_dom_parser_implementation(
          text.size(), simdjson::DEFAULT_MAX_DEPTH, state_->implementation);
  if (made != simdjson::SUCCESS) throw std::runtime_error(simdjson::error_message(made));
}

StructuralScan::~StructuralScan() = default;

bool StructuralScan::is_here() { return true; }

bool StructuralScan::run() {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(state_->text.data());
  return state_->implementation->stage1(bytes, state_->text.size(),
                                        simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

}  // namespace eventc::bench
