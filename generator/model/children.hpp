// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model.hpp"

namespace eventc::compiler {

/// Where a type's values keep those of a type that it is made of.
enum class Held {
  Inside,     ///< in their own memory
  Elsewhere,  ///< on the heap: what lists, maps and boxes hold
};

/// Of the items of a list, of a map's values. A struct may be declared alone where a list of it is
/// declared; what is a template itself, such as std::optional, asks for what it holds at once.
[[nodiscard]] inline Held held_as_item(const Model& model, TypeId item) {
  return is_class(model, item) ? Held::Elsewhere : Held::Inside;
}

/// Calls visit(TypeId& child, Held) for each type that a type of the model is made of.
template <class Visit>
void for_each_child(const Model& model, Definition& definition, const Visit& visit) {
  struct Visitor {
    const Model& model;
    const Visit& visit;

    void operator()(Scalar&) const {}
    void operator()(EnumType&) const {}
    void operator()(ListType& type) const { visit(type.item, held_as_item(model, type.item)); }
    void operator()(MapType& type) const {
      if (type.key) visit(*type.key, Held::Inside);
      visit(type.value, held_as_item(model, type.value));
    }
    void operator()(BoxType& type) const { visit(type.value, Held::Elsewhere); }
    void operator()(OptionalType& type) const { visit(type.value, Held::Inside); }
    void operator()(NullableType& type) const { visit(type.value, Held::Inside); }
    void operator()(AliasType& type) const { visit(type.target, Held::Inside); }
    void operator()(WrapperType& type) const { visit(type.value, Held::Inside); }
    void operator()(TupleType& type) const {
      for (TypeId& item : type.items) visit(item, Held::Inside);
      if (type.rest) visit(*type.rest, held_as_item(model, *type.rest));
    }
    void operator()(UnionType& type) const {
      for (Alternative& alternative : type.alternatives) visit(alternative.type, Held::Inside);
    }
    void operator()(StructType& type) const {
      for (Field& field : type.fields) {
        if (field.kind == Field::Kind::Stored) visit(field.type, Held::Inside);
      }
      for (MemberMap& map : type.maps) visit(map.value, held_as_item(model, map.value));
    }
  };
  std::visit(Visitor{model, visit}, definition);
}

}  // namespace eventc::compiler
