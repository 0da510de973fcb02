// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "normalize/normal_form.hpp"
#include "plan_union.hpp"
#include "sharing.hpp"

/// The types that schemas describe, in no language's terms.
namespace eventc::compiler {

using TypeId = std::size_t;

enum class Scalar { Null, Boolean, Int64, UInt64, Double, String, Bytes, Json };

struct EnumType {
  std::vector<std::string> values;
  bool open = false;
};
struct ListType {
  TypeId item = 0;
};
/// "prefixItems". Items behind `required` may be missing: their types are OptionalType.
struct TupleType {
  std::vector<TypeId> items;
  /// Of each item behind them, where the schema has something to say of those.
  std::optional<TypeId> rest = {};
};
struct MapType {
  TypeId value = 0;
  bool ignore_case = false;
  /// The enumeration that "propertyNames" is; none: any text is a key.
  std::optional<TypeId> key = {};
};
/// A value that may be null, or a member that may be absent.
struct OptionalType {
  TypeId value = 0;
};
/// The same where null and absence are told apart.
struct NullableType {
  TypeId value = 0;
};
/// A value of its own on the heap, where a type contains itself; break_cycles() puts it in.
struct BoxType {
  TypeId value = 0;
};
struct Alternative {
  TypeId type = 0;
  std::vector<NodeId> pack;
  /// Those of the pack whose choice among schemas is made when the alternative is known.
  std::vector<NodeId> decided = {};
};
struct UnionType {
  std::vector<Alternative> alternatives;
  /// The node whose "oneOf" or "anyOf" this is; none for a list of types, and where conditions
  /// ("if") tell the alternatives apart.
  std::optional<NodeId> node;
  std::optional<BranchSelector> by_condition = {};
  /// Those whose choice among schemas the alternatives are.
  std::vector<NodeId> decided = {};

  [[nodiscard]] bool is_list_of_types() const { return !node && !by_condition; }
};
/// A name for a type without one of its own: a list, map, tuple or union.
struct AliasType {
  TypeId target = 0;
  /// Of a union: the schemas of the value, flattened.
  std::vector<NodeId> pack = {};
};
/// A struct around one value: for a root that is no object, and for a list, map or union that
/// contains itself.
struct WrapperType {
  TypeId value = 0;
  std::vector<NodeId> pack;
};

struct Field {
  enum class Kind {
    Stored,
    Constant,   ///< the schema fixes the value: checked and written, not stored
    Forbidden,  ///< the schema allows no value
  };

  std::string json_name;
  Kind kind = Kind::Stored;
  TypeId type = 0;
  bool required = false;
  std::optional<Json> constant = {};
  /// The schemas of the member, flattened.
  std::vector<NodeId> pack = {};
  /// The first schema that declares it; none for a name that is only required.
  std::optional<NodeId> node = {};
  /// Schemas declare it that apply under a condition: it may be anything, and is kept as it comes.
  bool is_conditional = false;
};

/// Members that a struct keeps beside the declared ones.
struct MemberMap {
  struct ByPattern {
    NodeId schema = 0;      ///< one of the struct's pack
    std::size_t index = 0;  ///< of its "patternProperties"
  };

  TypeId value = 0;
  /// The schemas of the values, flattened; empty where they may be anything.
  std::vector<NodeId> pack = {};
  /// Those whose names match it and none before; otherwise all that no other map takes.
  std::optional<ByPattern> by_pattern = {};
  std::string name;
};

struct StructType {
  std::vector<Field> fields = {};
  /// In the order in which a member is looked for.
  std::vector<MemberMap> maps = {};
  /// The schemas of the object, flattened: all that declare its members or check it.
  std::vector<NodeId> pack;
  /// The struct is an alternative: those of the pack whose choice among schemas has been made when
  /// it is read.
  std::vector<NodeId> decided = {};
};

/// The map of members that are neither declared nor match a pattern, where their schema gives them
/// a type.
[[nodiscard]] inline const MemberMap* map_of_others(const StructType& type) {
  const bool has_map =
      !type.maps.empty() && !type.maps.back().by_pattern && !type.maps.back().pack.empty();
  return has_map ? &type.maps.back() : nullptr;
}

using Definition =
    std::variant<Scalar, EnumType, ListType, TupleType, MapType, OptionalType, NullableType,
                 BoxType, UnionType, AliasType, WrapperType, StructType>;

struct Type {
  Definition definition;
  /// The given document whose namespace it lives in.
  std::size_t document = 0;
  /// Of a struct, enumeration, alias or wrapper: what it is to be called, best first; the last is
  /// sure to be long enough to differ from its siblings'.
  std::vector<std::string> name_candidates;
  /// The schema that it is told of in comments.
  std::optional<NodeId> node;

  [[nodiscard]] bool is_named() const { return !name_candidates.empty(); }
};

/// What a given document becomes.
struct Event {
  std::size_t document = 0;
  /// None for a document that is only a library of definitions.
  std::optional<TypeId> root;
  /// False: nothing is routed to it ("x-eventc": {"route": false}).
  bool is_routed = true;
};

struct Model {
  std::vector<Type> types;
  std::vector<Event> events;
  /// The types of each given document's definitions, in the order of NormalForm::definitions.
  std::vector<std::vector<TypeId>> definitions;

  template <class T>
  [[nodiscard]] const T* as(TypeId id) const {
    return std::get_if<T>(&types[id].definition);
  }
};

/// Whether it becomes a C++ class, with a reader of its own.
[[nodiscard]] inline bool is_class(const Model& model, TypeId type) {
  return model.as<StructType>(type) != nullptr || model.as<WrapperType>(type) != nullptr;
}

/// Whether who reads a value of the type checks it against the node too; `decided` are those whose
/// choice among schemas has been made before.
[[nodiscard]] bool checks(const Model& model, TypeId type, NodeId node,
                          const std::vector<NodeId>& decided = {});

/// Types for the root and the definitions of each given document, and for all that they contain.
/// Definitions of given documents are shared by all that refer to them; what references reach in
/// other files becomes a part of the document that reaches it. Requires a normal form without
/// errors. Warns of locations that no type describes by what looks like an oversight: "properties"
/// without "type": "object".
[[nodiscard]] Model build_model(const NormalForm& form, const Sharing& sharing,
                                Diagnostics& diagnostics);

}  // namespace eventc::compiler
