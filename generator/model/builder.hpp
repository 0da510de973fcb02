// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model.hpp"
#include "plan_conditions.hpp"

/// How build_model() works, for its own files alone: each holds the types of one kind.
namespace eventc::compiler {

/// Where a type is needed: by this it is named.
struct Context {
  std::size_t document = 0;
  std::string parent = {};  ///< the name of the struct around it
  std::string member = {};  ///< what it is called there: a property, "lines item"
  /// The schema with a name of its own that the type is made of; `member` is the name.
  std::optional<NodeId> itself = {};
  /// The value is an alternative: nodes whose choice among schemas has been made.
  std::vector<NodeId> decided = {};

  [[nodiscard]] Context inside(const std::string& suffix) const {
    return {document, parent, member + " " + suffix};
  }
  [[nodiscard]] Context part() const { return {document, parent, member}; }
};

class ModelBuilder {
 public:
  ModelBuilder(const NormalForm& form, const Sharing& sharing, Diagnostics& diagnostics);
  Model run();

 private:
  // ---- Documents

  void add_event(std::size_t document);
  TypeId root_type(std::size_t document, NodeId root, const std::vector<NodeId>& pack);
  std::string root_name(const Node& root) const;

  // ---- Types by pack

  /// The type of a value to which all schemas of the pack apply.
  TypeId type_of(const std::vector<NodeId>& pack, const Context& from);
  TypeId refuse_depth(const std::vector<NodeId>& pack);

  struct Entry {
    std::optional<TypeId> type = {};     ///< once it is known
    std::optional<TypeId> wrapper = {};  ///< it is needed while it is being made
    Context context = {};
    std::optional<NodeId> node = {};
  };
  /// A document, a pack, and what of the pack has been decided.
  using Key = std::tuple<std::size_t, std::vector<NodeId>, std::vector<NodeId>>;

  TypeId revisit(Entry& entry);

  /// A definition or a document's root is called after itself, and belongs to its own document
  /// where that is given.
  Context owner_of(const std::vector<NodeId>& pack, const Context& from) const;
  TypeId make(const std::vector<NodeId>& pack, const Context& context);
  /// Whether what a string contains becomes the value.
  bool has_content(const std::vector<NodeId>& pack) const;
  TypeId make_not_null(const std::vector<NodeId>& pack, TypeSet types, const Context& context);
  /// What "x-eventc" has the type be.
  std::optional<TypeId> given_type(const std::vector<NodeId>& pack, TypeSet types);
  /// Whether an alternative may be a choice itself. Choices inside of choices by way of references
  /// multiply: past a number that no schema has that was written out, structs check the inner ones.
  bool may_choose(const Context& context);
  TypeId make_plain(const std::vector<NodeId>& pack, TypeSet types, const Context& context);
  void warn_of_missing_type(const std::vector<NodeId>& pack);

  // ---- Scalars

  TypeId make_number(const std::vector<NodeId>& pack, TypeSet types);
  TypeId make_string(const std::vector<NodeId>& pack, const Context& context);
  /// The strings that a node lists; where it lists others too, its values and the names of members
  /// under it share the type.
  TypeId make_strings(const Node& node, const Context& context);
  TypeId make_enum(const std::vector<Json>& values, const Node& node, const Context& context);

  // ---- Arrays

  TypeId make_array(const std::vector<NodeId>& pack, const Context& context);
  TypeId make_tuple(const Node& node, const Context& context);
  /// Whether there is more to say of the items behind the prefix than that they may be there.
  bool keeps_rest(const Node& node) const;

  // ---- Objects

  TypeId make_object(const std::vector<NodeId>& pack, const Context& context);

  /// The schema of a map's values, where exactly one schema of the pack has one.
  std::optional<NodeId> map_values(const std::vector<NodeId>& pack, bool& ignore_case) const;

  /// Whether nothing is said of members' values.
  bool allows_any_values(const std::vector<NodeId>& pack) const;
  /// The enumeration that is all that the schemas say of members' names ("propertyNames").
  std::optional<NodeId> map_names(const std::vector<NodeId>& pack) const;
  /// Its strings, as an enum class.
  TypeId make_key(NodeId names, const Context& context);

  /// Whether a schema for additional members gives them a type: neither `true` nor `false` does.
  bool says_something(NodeId id) const;
  TypeId make_map(const std::vector<NodeId>& pack, const Context& context);
  TypeId make_struct(const std::vector<NodeId>& pack, const Context& context);

  /// One after another, and not each inside the one that holds it: definitions may hold each other
  /// by the thousand.
  void fill_structs();

  /// What the schemas of a pack say of one member.
  struct DeclaredMember {
    std::string name;
    std::vector<NodeId> schemas = {};
    bool required = false;
  };
  /// In the order of the schemas; of each schema those that it only requires come last.
  std::vector<DeclaredMember> declared_members(const std::vector<NodeId>& pack) const;
  Field make_field(DeclaredMember member, const Context& inside);

  /// The scalar that a required member must be.
  std::optional<Json> fixed_value(const Field& field) const;
  bool is_null_distinct(const std::vector<NodeId>& schemas, const std::vector<NodeId>& pack) const;

  /// The members that a struct has beside those of its pack: what schemas declare that apply under
  /// a condition, and no type expresses.
  std::vector<std::string> conditional_members(const StructType& type) const;

  std::vector<MemberMap> make_maps(const std::vector<NodeId>& pack, const Context& inside);
  /// One for each pattern; their types are not known yet.
  std::vector<MemberMap> maps_by_pattern(const std::vector<NodeId>& pack) const;
  std::string map_name(const NodePatternProperty& property) const;
  /// The schemas of members that are neither declared nor match a pattern; empty when they may be
  /// anything, or are not allowed.
  std::vector<NodeId> values_of_others(const std::vector<NodeId>& pack) const;
  bool finds_parts_in_place(const std::vector<NodeId>& pack) const;

  // ---- Unions

  /// The node of the pack whose "oneOf" or "anyOf" is to be decided; none when there are several,
  /// which no variant expresses.
  std::optional<NodeId> find_union(const std::vector<NodeId>& pack,
                                   const std::vector<NodeId>& decided) const;

  /// Whether a branch says what a value is, and not only what it must have.
  bool describes_type(NodeId branch, TypeSet types) const;
  TypeId make_union(const std::vector<NodeId>& pack, NodeId chosen, TypeSet types,
                    const Context& context);
  TypeId refuse_alternatives(const Node& node, std::size_t count);
  Alternative make_alternative(std::vector<NodeId> pack, const Context& inside);

  /// The conditions of the pack that are told apart by a member's value.
  std::optional<ConditionPlan> find_conditions(const std::vector<NodeId>& pack, TypeSet types,
                                               const std::vector<NodeId>& decided) const;
  TypeId make_conditional(const std::vector<NodeId>& pack, ConditionPlan plan,
                          const Context& context);

  /// The value of the constant that marks an alternative is its best name, then that of the
  /// definition it refers to.
  std::string alternative_name(NodeId branch, std::size_t index) const;
  TypeId type_without_null(TypeId type) const;

  /// "type": ["string", "integer"].
  TypeId make_union_of_types(const std::vector<NodeId>& pack, TypeSet types,
                             const Context& context);
  TypeId add_union(UnionType type, const std::vector<NodeId>& pack, NodeId node,
                   const Context& context);

  // ---- Names and small types

  std::vector<std::string> candidates(const std::optional<NodeId>& node,
                                      const Context& context) const;

  /// The root of a given document is a type of its own, around one that has none.
  Context beside_root(const Context& context) const;
  bool is_given_root(NodeId node) const;

  /// Lists, maps and tuples that a definition names keep the name.
  TypeId alias_of_definition(TypeId type, const Context& context);
  TypeId wrap_optional(TypeId type);
  TypeId make_nullable(TypeId type);
  bool is_json(TypeId type) const;
  TypeId scalar(Scalar kind);
  TypeId add(Type type);

  const NormalForm& form_;
  const Sharing& sharing_;
  Diagnostics& diagnostics_;
  Model model_;
  /// Of definitions and of the roots of documents.
  std::map<NodeId, std::string> own_names_;
  /// Those, by what they are made of.
  std::map<std::vector<NodeId>, NodeId> named_packs_;
  std::map<Key, Entry> known_;
  /// The strings among the values of several types that a node lists, by its document.
  std::map<std::pair<std::size_t, NodeId>, TypeId> strings_;
  std::deque<TypeId> structs_to_fill_;
  std::size_t depth_ = 0;
  std::size_t inner_choices_ = 0;
  std::map<Scalar, TypeId> scalars_;
};

}  // namespace eventc::compiler
