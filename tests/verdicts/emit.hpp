// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "process.hpp"

namespace verdicts {

/// What eventc emitted for one schema.
struct Unit {
  /// What the judge is asked for by; without white space or quotes.
  std::string id;
  /// As it is included: "suite/draft7/ref_12/ref_12.hpp". The source file stands beside it.
  std::string header;
  /// The type of the whole payload.
  std::string type;
};

struct Emission {
  /// Nothing where eventc refuses the schema.
  std::optional<Unit> unit;
  /// How eventc ended; its output is its diagnostics.
  Finished eventc;
};

/// Runs `eventc generate --no-routes OPTIONS SCHEMA` into `folder`, in a namespace that nothing
/// else shares ("suite::draft7::ref_12"). The unit's id is the namespace.
[[nodiscard]] Emission emit(const std::string& eventc, const std::vector<std::string>& options,
                            const std::string& schema, const std::string& name_space,
                            const std::string& folder);

/// Any text as it may stand within an identifier: what is no ASCII letter or digit becomes "_".
[[nodiscard]] std::string identifier_part(std::string text);

}  // namespace verdicts
