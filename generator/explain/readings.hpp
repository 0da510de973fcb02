// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/emission.hpp"

/// How values are read: the way of emitted code through all types of a model, with the schema under
/// which each value is read, seen from the schemas.
namespace eventc::compiler {

/// What looks at a value to which a schema applies.
enum class ReadBy : std::uint8_t {
  Nothing,    ///< no value is ever read under the schema
  Codec,      ///< the codec of its type, under the schema itself
  Shape,      ///< the codec of its type, under a table that the compiler made of several schemas
  Struct,     ///< the reader of its struct, of which the schema is a part
  Null,       ///< the codec of an optional, which looks for null before it reads a value
  NullUnion,  ///< the codec of an optional: the schema is a union of null and one other branch
  Content,    ///< the codec of what the string contains
  Constant,   ///< a comparison: the schema fixes the member, which is not stored
  Forbidden,  ///< a refusal: no value is allowed
  Walker,     ///< a check of a value's text, beside its reading or in place of it
};

struct Reading {
  ReadBy by = ReadBy::Nothing;
  /// Of the value, without what makes it optional. Where nothing is read by a type: 0.
  TypeId type = 0;
  /// The JSON types that the value may have, by all schemas that apply to it.
  TypeSet types = kAnyType;
  /// Of ReadBy::Shape: the schema is checked on the value's text as well.
  bool is_on_span = false;
  /// The schema in whose place the value stands.
  NodeId at = 0;
};

/// Why a value's text is read again once it has been read, or before.
enum class RereadingCause : std::uint8_t {
  InPlace,         ///< keywords that apply schemas to the value, or need all of it
  Members,         ///< the same of an object that is read into a struct
  Choices,         ///< a union that makes no alternatives
  SeveralSchemas,  ///< `count` of them apply to one value
  PartsOfSeveral,  ///< the same of its items, values or branches
  BesideStruct,    ///< a struct's reader knows less of the value than applies to it
  Trials,          ///< nothing tells the branches of a union apart
  TagAhead,        ///< the member `name` is looked for before the object is read
  OwnMemberAhead,  ///< a branch's own member is
  BesideUnion,     ///< a union's branch has been read, and not what stands beside it
  Untyped,         ///< the value is an eventc::Json
  Fixed,           ///< a constant
};

struct Rereading {
  RereadingCause cause = RereadingCause::InPlace;
  /// Whose keywords ask for it.
  NodeId schema = 0;
  std::size_t count = 0;
  std::string name = {};

  bool operator==(const Rereading&) const = default;
};

/// What stands in a schema's place.
struct Held {
  enum class As : std::uint8_t {
    Value,
    Part,       ///< the schema is one of several that make the type
    Null,       ///< a branch of a union: the type that holds the union is an optional
    Constant,   ///< a static member: `owner` and `field` say which
    Kept,       ///< a member that is declared under a condition: whatever it is
    Skipped,    ///< members that are not stored
    Forbidden,  ///< nothing
  };

  As as = As::Value;
  TypeId type = 0;
  /// Of a struct's member.
  std::optional<TypeId> owner = {};
  std::size_t field = 0;

  bool operator==(const Held&) const = default;
};

/// All that is known of a schema, each thing once.
struct SchemaReadings {
  std::vector<Reading> readings = {};
  std::vector<Rereading> rereadings = {};
  std::vector<Held> held = {};
  /// The schema around it whose values are read again, and these with them.
  std::optional<NodeId> again_with = {};
};

/// By NodeId. Definitions that nothing refers to are seen as if a value were read under them:
/// `model` and `plan` have a wrapper for each definition behind the types that are emitted, in the
/// order of Model::definitions.
[[nodiscard]] std::vector<SchemaReadings> find_readings(const Emission& emission,
                                                        std::size_t first_wrapper);

}  // namespace eventc::compiler
