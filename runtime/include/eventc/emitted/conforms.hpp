// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "eventc/emitted/reader.hpp"
#include "eventc/schema.hpp"

/// Checks on the text of a value, for what one pass cannot decide: they walk the schema as data.
namespace eventc {

/// Which of a schema's keywords conforms() looks at.
enum class Parts : std::uint8_t {
  All,
  /// Those that apply whole subschemas to the same value: "allOf", "anyOf", "oneOf", a "$ref"
  /// beside other keywords.
  InPlace,
  /// Of those only the ones that no merging of types can express: "anyOf" and "oneOf".
  Choices,
};

/// Whether the value that begins at `value`, which `in` has passed or stands before, satisfies the
/// schema. The text itself fails `in` where it is not JSON.
[[nodiscard]] bool conforms(const Reader& in, const char* value, const schema::Schema& schema,
                            Parts parts = Parts::All);

/// The branch of a union that the value ahead belongs to, as Schema::select says; schema::kNoBranch
/// when none does, or when several do where "oneOf" allows one. Moves nothing.
[[nodiscard]] std::size_t choose_branch(Reader& in, const schema::Schema& schema);

}  // namespace eventc
