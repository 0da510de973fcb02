// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// Any text as it may stand within an identifier, and behind "_": what is no ASCII letter or digit
/// becomes "_", at the ends nothing, and several in a row become one.
[[nodiscard]] std::string identifier_part(std::string_view text);

/// What --dialect calls a draft of the official test suite: "2020-12" for "draft2020-12", "07" for
/// "draft7".
[[nodiscard]] std::string dialect(const std::string& draft);

}  // namespace verdicts
