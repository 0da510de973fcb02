// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "view/emission.hpp"
#include "view/table.hpp"

/// The rules by which the runtime decides, as emitted code is compiled, whether a value's text is
/// read again. Each is called as in the runtime's headers and asks the same of the same table, so
/// that the two can be laid side by side: <eventc/emitted/codec.hpp>, <eventc/emitted/
/// object_reader.hpp>, <eventc/emitted/codec_containers.hpp>, <eventc/emitted/codec_union.hpp>.
namespace eventc::compiler {

/// What a reader sees of the schema under which it reads: the emitted table.
class EmittedTable {
 public:
  EmittedTable(const Emission& emission, const ReadingSchema& schema);

  /// Whether the table sets this field of eventc::schema::Schema.
  [[nodiscard]] bool has(std::string_view field) const { return table_ && table_->has(field); }
  [[nodiscard]] TypeSet types() const { return types_; }
  /// Whether it says anything: "&schema::any" is read without a check.
  [[nodiscard]] bool says_anything() const {
    return types_ != kAnyType || (table_ && !table_->is_only_types());
  }
  /// Whether Schema::conditions has more than "propertyNames".
  [[nodiscard]] bool has_conditions_beside_names() const { return has_conditions_beside_names_; }
  /// Schema::select; none: the branches of a union have to be tried.
  [[nodiscard]] const std::optional<BranchSelector>& select() const { return select_; }

 private:
  std::optional<Table> table_;
  TypeSet types_ = kAnyType;
  bool has_conditions_beside_names_ = false;
  std::optional<BranchSelector> select_;
};

// ---- codec.hpp

/// Codec<T>::kChecksAll. An alias is its target; a box is what it holds.
[[nodiscard]] bool checks_all(const Model& model, TypeId type);
[[nodiscard]] bool has_in_place(const EmittedTable& schema);
[[nodiscard]] bool has_in_place_beside_names(const EmittedTable& schema);
[[nodiscard]] bool has_checks_beside_union(const EmittedTable& schema);
/// kReadsContent<S, T>.
[[nodiscard]] bool reads_content(const NormalForm& form, const Model& model,
                                 const EmittedTable& schema, TypeId type);

// ---- codec_containers.hpp

/// kHoldsNull<S, T>; `without_null` is the table of without_null<S>().
[[nodiscard]] bool holds_null(const NormalForm& form, const Model& model,
                              const EmittedTable& without_null, TypeId type);

// ---- object_reader.hpp

/// Whether "additionalProperties" allows members, and may say what they are.
[[nodiscard]] bool types_additional(const NormalForm& form, const Node& node);
/// ObjectReader::needs_all, of one schema of a struct's; `several`: it has others, or
/// keeps members that are declared under a condition.
[[nodiscard]] bool needs_all(const NormalForm& form, const Node& node, const EmittedTable& schema,
                             bool is_decided, bool several);
/// ObjectReader::needs_choices.
[[nodiscard]] bool needs_choices(const EmittedTable& schema, bool is_decided);

}  // namespace eventc::compiler
