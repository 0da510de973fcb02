// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "explain/readings.hpp"
#include "explain/runtime_rules.hpp"

/// How find_readings() works, for its own files alone.
namespace eventc::compiler {

class ReadingFinder {
 public:
  explicit ReadingFinder(const Emission& emission)
      : emission_(emission),
        form_(emission.form),
        model_(emission.model),
        found_(emission.form.nodes.size()) {}

  std::vector<SchemaReadings> run(std::size_t first_wrapper);

 private:
  // ---- Types with readers of their own (readings.cpp)

  void visit_type(TypeId type);
  void visit_root(const Event& event);
  void visit_definition(std::size_t document, std::size_t index, TypeId wrapper);
  void visit_struct(TypeId id, const StructType& type);
  void hold_others(NodeId node, const StructType& type);
  void hold_kept(TypeId id, const StructType& type);
  void visit_members(TypeId id, const StructType& type);
  void visit_member(TypeId id, std::size_t index, const std::vector<NodeId>& declared);
  void visit_compared_member(TypeId id, std::size_t index, const std::vector<NodeId>& declared);
  void visit_map(const MemberMap& map, const std::vector<NodeId>& pack,
                 const ReadingSchema& schema);

  // ---- Values (readings_of_values.cpp)

  /// A value on its way through the codecs.
  struct Value {
    TypeId type = 0;
    ReadingSchema schema;
    /// The schemas that apply to it, those included that only lead to others.
    std::vector<NodeId> applied;
    /// Where it stands.
    NodeId at = 0;
    /// Of a list of types, the one that is read.
    TypeSet seen_as = kAnyType;
  };

  /// A value that stands in the place of these schemas, all of which apply to it.
  void visit_value(TypeId type, const std::vector<NodeId>& declared, const ReadingSchema& schema);
  void read(Value value);
  void read_optional(const Value& value, TypeId inside);
  void read_content(const Value& value);
  void read_list(const Value& value, const ListType& type);
  void read_tuple(const Value& value, const TupleType& type);
  void read_map(const Value& value, const MapType& type);
  void read_keys(const Value& value, TypeId key);
  void read_json(const Value& value);
  /// What `conforms()` is called for behind a codec that does not check all.
  void recheck(const Value& value, RereadingCause cause);
  /// The same of a shape, which says itself why it is not enough.
  [[nodiscard]] Rereading rereading_of_shape(const Value& value, RereadingCause cause) const;

  // ---- Unions (readings_of_unions.cpp)

  void read_union(const Value& value, const UnionType& type);
  void note_choice(const Value& value, const UnionType& type,
                   const std::optional<BranchSelector>& select);
  void read_types(const Value& value, const UnionType& type);
  void read_branches(const Value& value, const UnionType& type);
  void read_ways(const Value& value, const UnionType& type);
  void hold_way(NodeId schema, TypeId choice, Held::As as);
  [[nodiscard]] TypeId alias_of(TypeId choice) const;
  /// The schema of an alternative, where the union is read under a shape.
  [[nodiscard]] std::optional<ReadingSchema> branch_of(const Value& value, std::size_t index) const;
  void note_null_branch(NodeId node);

  // ---- Parts and schemas

  /// The schemas that say of what parts the value is: also those of a union's only branch.
  [[nodiscard]] std::vector<NodeId> described_by(const Value& value) const;
  /// The schema of a part: `child` of the user's, or the shape's.
  [[nodiscard]] ReadingSchema part_of(const Value& value, const std::optional<NodeId>& child,
                                      const std::optional<ReadingSchema>& of_shape) const;
  template <class Select>
  [[nodiscard]] std::vector<NodeId> children(const std::vector<NodeId>& nodes,
                                             Select select) const {
    std::vector<NodeId> found;
    for (const NodeId id : nodes) {
      if (const std::optional<NodeId> child = select(form_[id])) found.push_back(*child);
    }
    return found;
  }

  // ---- Notes

  /// The schemas and all that references and "allOf" lead to from them, each once.
  [[nodiscard]] std::vector<NodeId> applied_with(const std::vector<NodeId>& declared) const;
  void hold(const std::vector<NodeId>& declared, const Held& held);
  void note_readings(const Value& value);
  void note_branches_of_one_type(const Value& value, NodeId id);
  void note_only_branch(const Value& value, NodeId id, Reading reading);
  [[nodiscard]] Reading reading_of(const Value& value, NodeId node, TypeSet types,
                                   bool is_content) const;
  void add_reading(NodeId node, const Reading& reading);
  void add_rereading(NodeId node, Rereading rereading);
  /// Values of these schemas, and of all below them, are read again with those of `cause`.
  void read_again(std::vector<NodeId> nodes, NodeId cause);
  void read_parts_again(NodeId node, NodeId cause);

  /// A reading schema as a key.
  using SchemaKey = std::pair<std::size_t, std::size_t>;
  static SchemaKey key_of(const ReadingSchema& schema);
  const EmittedTable& table_of(const ReadingSchema& schema);

  const Emission& emission_;
  const NormalForm& form_;
  const Model& model_;
  std::vector<SchemaReadings> found_;
  std::map<SchemaKey, EmittedTable> tables_;
  /// A type under a schema is looked through once.
  std::set<std::pair<TypeId, SchemaKey>> read_;
};

}  // namespace eventc::compiler
