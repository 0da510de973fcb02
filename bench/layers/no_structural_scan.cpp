// SPDX-License-Identifier: Apache-2.0

// Where simdjson was not found.

#include "../structural_scan.hpp"

namespace eventc::bench {

struct StructuralScan::State {};

StructuralScan::StructuralScan(std::string_view) {}
StructuralScan::~StructuralScan() = default;

bool StructuralScan::is_here() { return false; }
bool StructuralScan::run() { return false; }

}  // namespace eventc::bench
