// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "evaluated.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/schema.hpp"

namespace eventc {

/// Whether a value satisfies a schema.
struct Verdict {
  bool ok = false;
  /// Where it was refused: the furthest branch of a union came closest.
  const char* stopped_at = nullptr;
};

/// How many violations of a schema a value has, as far as they were counted.
struct Count {
  std::size_t violations = 0;
  const char* stopped_at = nullptr;  ///< the first of them
};

/// A verdict, and what the schema evaluated on the way to it where that was asked.
struct Finding {
  Verdict verdict;
  std::optional<Evaluated> evaluated = {};
};

/// What was found out about a text, for whoever looks at it again. Without it, nested unions would
/// be looked at again from each level above them.
struct Memory {
  /// Of schemas that others apply to the same value, and those inside of them.
  std::map<std::pair<const schema::Schema*, const char*>, Finding> findings;
  /// Of these, those whose violations a report has: it need not have them once for each way that
  /// leads to the value.
  std::set<std::pair<const schema::Schema*, const char*>> told;
  /// Of the branches of unions that a value does not fit.
  std::map<std::pair<const schema::Schema*, const char*>, Count> counts;
  /// Where arrays and objects end that were passed on the way.
  std::unordered_map<const char*, const char*> ends;
};

/// That of the outermost MemoryScope around what a reader reads; null where there is none.
[[nodiscard]] Memory* remember(const Reader& in);

}  // namespace eventc
