// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "model.hpp"
#include "plan_union.hpp"

namespace eventc::compiler {

using ShapeId = std::size_t;

/// Anything is read as eventc::Json.
struct AnySchema {
  bool operator==(const AnySchema&) const = default;
};
struct ShapeRef {
  ShapeId shape = 0;
  bool operator==(const ShapeRef&) const = default;
};

/// The schema under which a C++ value is read and written: one of the user's, or a shape.
using ReadingSchema = std::variant<AnySchema, NodeId, ShapeRef>;

/// A schema that no user wrote. Where several apply to one value ("allOf", a "$ref" with siblings),
/// or where a type was made of parts of several, it says in one place what the C++ type needs to
/// know, and has the user's schemas check the rest.
struct Shape {
  TypeSet types = kAnyType;
  std::optional<NodeId> values =
      {};  ///< the node with the enumeration or constant of an enum class
  bool is_base64 = false;
  std::optional<ReadingSchema> content = {};
  std::optional<ReadingSchema> items = {};
  std::vector<ReadingSchema> prefix_items = {};
  std::uint64_t min_items = 0;
  std::optional<NodeId> map_keys = {};  ///< the node with the enumeration of a map's keys
  std::optional<ReadingSchema> map_values = {};
  std::optional<Pattern> map_pattern = {};  ///< a map passes the members that it does not match
  /// Members that may be anything.
  std::vector<std::string> properties = {};
  std::vector<ReadingSchema> branches = {};  ///< of a union, null's left out
  std::optional<BranchSelector> selector = {};
  bool exactly_one = false;
  /// The schemas that check the value's text.
  std::vector<NodeId> checked_by = {};
  /// Of a struct: its own reader does not check these.
  bool adds_checks = false;
  /// The pack of the value, which gives it its name.
  std::vector<NodeId> pack = {};
};

struct ParsePlan {
  /// Of every node with "oneOf" or "anyOf".
  std::map<NodeId, UnionPlan> unions;
  std::vector<Shape> shapes;
  /// Of a struct's stored fields, by their place: where the reader's own choice, the first schema
  /// that declares the member, is not the right one.
  std::map<std::pair<TypeId, std::size_t>, ReadingSchema> fields;
  /// Of a wrapper's value.
  std::map<TypeId, ReadingSchema> values;
  /// Of the values of a struct's maps of members, by their place.
  std::map<std::pair<TypeId, std::size_t>, ReadingSchema> maps;
  /// Of structs that keep members which apply under a condition: a shape that declares them.
  std::map<TypeId, ReadingSchema> kept;
};

/// For each type, the schemas that its reader uses. Requires the model of the same normal form.
[[nodiscard]] ParsePlan plan_parse(const NormalForm& form, const Model& model);

}  // namespace eventc::compiler
