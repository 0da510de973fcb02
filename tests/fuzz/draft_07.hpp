// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>

/// Schemas in the words of draft 7, which is what valijson knows.
namespace golden {

/// Why a schema cannot be said in the words of draft 7, or is not decided by valijson as the
/// drafts say.
struct NotInDraft07 : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The same schema, of draft 7 and later, for valijson. JSON Pointers into it stay good. A schema
/// takes part unless it has
/// - a keyword that draft 7 has no word for: unevaluated…, min- and maxContains, dynamic and
///   recursive references, anchors, vocabularies;
/// - a reference into another resource, or an identifier below the root: valijson resolves them
///   against the wrong document;
/// - contents that are asserted, which valijson never does;
/// - a divisor that is no integer: valijson divides doubles;
/// - an integer of 2^63 or more: valijson reads it as a negative one;
/// - a pattern that std::regex, which goes by bytes, may see in another way than ECMA-262;
/// - of "x-eventc" what changes the verdict.
/// "format" is left out of it: valijson asserts some, eventc asserts none unless it is told to.
[[nodiscard]] nlohmann::json to_draft_07(const nlohmann::json& schema);

}  // namespace golden
