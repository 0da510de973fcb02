// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <utility>

namespace eventc::compiler {

Diagnostic& Diagnostics::error(Location location, std::string message) {
  ++errors_;
  return all_.emplace_back(
      Diagnostic{Severity::Error, std::move(location), std::move(message), {}});
}

Diagnostic& Diagnostics::warning(Location location, std::string message) {
  return all_.emplace_back(
      Diagnostic{Severity::Warning, std::move(location), std::move(message), {}});
}

Diagnostic& Diagnostics::note(Location location, std::string message) {
  return all_.emplace_back(Diagnostic{Severity::Note, std::move(location), std::move(message), {}});
}

}  // namespace eventc::compiler
