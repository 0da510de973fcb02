// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

namespace eventc::bench {

/// simdjson's first stage, made ready for one text: it finds where the structure is and checks
/// UTF-8, as fast as the processor can. Nothing that reads JSON does with less than a scan like it.
class StructuralScan {
 public:
  explicit StructuralScan(std::string_view text);
  ~StructuralScan();
  StructuralScan(const StructuralScan&) = delete;
  StructuralScan& operator=(const StructuralScan&) = delete;

  /// Whether this program has it.
  static bool is_here();
  /// Whether the text has all of its structure: one that is cut may not, and is looked at as far as
  /// it goes.
  [[nodiscard]] bool run();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace eventc::bench
