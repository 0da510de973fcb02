// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>

#include "evaluated.hpp"
#include "eventc/arena.hpp"
#include "eventc/emitted/headway.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/schema.hpp"
#include "flat_map.hpp"
#include "outline.hpp"

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
  const Evaluated* evaluated = nullptr;
};

/// A schema, and where a value begins that it is applied to.
struct Site {
  const schema::Schema* schema = nullptr;
  const char* value = nullptr;

  [[nodiscard]] std::uint64_t hash() const { return hash_of(value) ^ hash_of(schema) * 31; }
  bool operator==(const Site&) const = default;
};

/// Reading goes on behind what a reader failed at.
struct Resumption {
  explicit Resumption(const Headways& failed) : headways(failed) {}

  const Headways& headways;
  Arena arena;  ///< For what nobody will look at.
};

/// What was found out about a text, for whoever looks at it again. Without it, nested unions would
/// be looked at again from each level above them.
struct Memory {
  /// Of schemas that others apply to the same value, and those inside of them.
  FlatMap<Site, Finding> findings;
  /// What these have evaluated.
  std::forward_list<Evaluated> evaluated;
  /// Of these, those whose violations a report has: it need not have them once for each way that
  /// leads to the value.
  FlatMap<Site, bool> told;
  /// Of the branches of unions that a value does not fit.
  FlatMap<Site, Count> counts;
  /// Of objects that are looked at again; where arrays and objects end that were passed on the way.
  Outlines outlines;
  /// Null where no reader failed before.
  Resumption* resumption = nullptr;
};

/// That of the outermost MemoryScope around what a reader reads; null where there is none.
[[nodiscard]] Memory* remember(const Reader& in);

}  // namespace eventc
