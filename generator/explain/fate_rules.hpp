// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "explain/fates.hpp"

/// How fates_of() works, for its own files alone: a rule for each keyword.
namespace eventc::compiler {

/// A keyword of a schema, as one way of reading sees it.
struct FateInput {
  const FateFacts& facts;
  const ResolvedSchema& schema;
  std::string_view keyword;
  const Json& value;
  const Node& node;
  const Reading& reading;

  /// The type that is read; null where the reading has none, or another.
  template <class T>
  [[nodiscard]] const T* type() const {
    const bool has_type = reading.by == ReadBy::Codec || reading.by == ReadBy::Shape ||
                          reading.by == ReadBy::Struct || reading.by == ReadBy::NullUnion;
    return has_type ? facts.emission.model.as<T>(reading.type) : nullptr;
  }
  /// Of a union read under a table of several schemas, whether the readers of its alternatives
  /// check this one: it has fates by their readings.
  [[nodiscard]] bool is_in_alternatives() const;
  /// Whether a struct's reader has been told which of the schema's choices applies.
  [[nodiscard]] bool is_decided() const;
  /// As seen from the schema's document.
  [[nodiscard]] std::string place_of(NodeId target) const;
};

using Fates = std::vector<KeywordFate>;
using FateRule = Fates (*)(const FateInput&);

/// Null: nobody knows what becomes of the keyword.
[[nodiscard]] FateRule find_fate_rule(std::string_view keyword);

/// Why no value of the types `of` is ever checked here, where that is so.
[[nodiscard]] std::optional<KeywordFate> find_idle(const FateInput& in, TypeSet of);
/// Of a check on values of these types, which a codec or a struct's reader makes where it reads
/// such a value itself.
[[nodiscard]] Fates fate_of_check(const FateInput& in, TypeSet of);
/// Of a check that only the walker makes.
[[nodiscard]] Fates fate_of_walk(const FateInput& in, TypeSet of);
/// That the type says it, where one is read; otherwise it is the walker who checks it.
[[nodiscard]] Fates fate_in_type(const FateInput& in, TypeSet of, std::string why = {});

// ---- fates_core.cpp: what schemas are called, and words for readers

[[nodiscard]] Fates fate_of_dialect(const FateInput& in);
[[nodiscard]] Fates fate_of_vocabulary(const FateInput& in);
[[nodiscard]] Fates fate_of_id(const FateInput& in);
[[nodiscard]] Fates fate_of_anchor(const FateInput& in);
[[nodiscard]] Fates fate_of_recursive_anchor(const FateInput& in);
[[nodiscard]] Fates fate_of_definitions(const FateInput& in);
[[nodiscard]] Fates fate_of_title(const FateInput& in);
[[nodiscard]] Fates fate_of_comment(const FateInput& in);
[[nodiscard]] Fates fate_of_words(const FateInput& in);
[[nodiscard]] Fates fate_of_extension(const FateInput& in);

// ---- fates_values.cpp: types, fixed values, numbers, strings

[[nodiscard]] Fates fate_of_type(const FateInput& in);
[[nodiscard]] Fates fate_of_enum(const FateInput& in);
[[nodiscard]] Fates fate_of_const(const FateInput& in);
[[nodiscard]] Fates fate_of_number(const FateInput& in);
[[nodiscard]] Fates fate_of_exclusive_limit(const FateInput& in);
[[nodiscard]] Fates fate_of_text(const FateInput& in);
[[nodiscard]] Fates fate_of_format(const FateInput& in);
[[nodiscard]] Fates fate_of_encoding(const FateInput& in);
[[nodiscard]] Fates fate_of_media_type(const FateInput& in);
[[nodiscard]] Fates fate_of_content_schema(const FateInput& in);

// ---- fates_parts.cpp: arrays and objects

[[nodiscard]] Fates fate_of_items(const FateInput& in);
[[nodiscard]] Fates fate_of_further_items(const FateInput& in);
[[nodiscard]] Fates fate_of_item_count(const FateInput& in);
[[nodiscard]] Fates fate_of_contains(const FateInput& in);
[[nodiscard]] Fates fate_of_contained_count(const FateInput& in);
[[nodiscard]] Fates fate_of_unique_items(const FateInput& in);
[[nodiscard]] Fates fate_of_unevaluated_items(const FateInput& in);
[[nodiscard]] Fates fate_of_properties(const FateInput& in);
[[nodiscard]] Fates fate_of_required(const FateInput& in);
[[nodiscard]] Fates fate_of_pattern_properties(const FateInput& in);
[[nodiscard]] Fates fate_of_additional_properties(const FateInput& in);
[[nodiscard]] Fates fate_of_property_names(const FateInput& in);
[[nodiscard]] Fates fate_of_member_count(const FateInput& in);
[[nodiscard]] Fates fate_of_dependents(const FateInput& in);
[[nodiscard]] Fates fate_of_unevaluated_properties(const FateInput& in);

// ---- fates_in_place.cpp: schemas that apply to the same value

[[nodiscard]] Fates fate_of_reference(const FateInput& in);
[[nodiscard]] Fates fate_of_dynamic_reference(const FateInput& in);
[[nodiscard]] Fates fate_of_all_of(const FateInput& in);
[[nodiscard]] Fates fate_of_union(const FateInput& in);
[[nodiscard]] Fates fate_of_not(const FateInput& in);
[[nodiscard]] Fates fate_of_if(const FateInput& in);
[[nodiscard]] Fates fate_of_consequence(const FateInput& in);

}  // namespace eventc::compiler
