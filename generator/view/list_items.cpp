// SPDX-License-Identifier: Apache-2.0
#include "view/list_items.hpp"

namespace eventc::compiler {
namespace {

void add(const Model& model, TypeId id, std::set<TypeId>& items) {
  const auto* const type = model.as<StructType>(id);
  if (type == nullptr || !items.insert(id).second) return;
  for (const Field& field : type->fields) {
    if (field.kind == Field::Kind::Stored) add(model, field.type, items);
  }
}

}  // namespace

std::set<TypeId> find_list_items(const Model& model) {
  std::set<TypeId> items;
  for (const Type& type : model.types) {
    if (const auto* const list = std::get_if<ListType>(&type.definition))
      add(model, list->item, items);
  }
  return items;
}

}  // namespace eventc::compiler
