// SPDX-License-Identifier: Apache-2.0
#include "view/storage_view.hpp"

#include <fmt/format.h>

namespace eventc::compiler {
namespace {

/// The members that a struct or a wrapper stores, in their order.
std::vector<std::string> stored_members(const Emission& emission, TypeId id) {
  const auto* const type = emission.model.as<StructType>(id);
  if (type == nullptr) return {"value"};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < type->fields.size(); ++i) {
    if (type->fields[i].kind == Field::Kind::Stored)
      names.push_back(emission.names.fields.at(id)[i]);
  }
  for (std::size_t i = 0; i < type->maps.size(); ++i)
    names.push_back(emission.names.member_maps.at(id)[i]);
  return names;
}

}  // namespace

std::string event_name(const Emission& emission, std::size_t document, const TypeSpace& space) {
  const DocumentNames& names = emission.names.documents[document];
  const std::string& root = emission.names.types[*emission.model.events[document].root];
  return (space.is_of_twins ? space.name : names.outer) + "::" + root;
}

std::string parse_parameters(Storage storage) {
  return storage == Storage::View ? "std::string_view text, Arena& arena, const Options& options"
                                  : "std::string_view text, const Options& options";
}

View view_copies(const Emission& emission, std::size_t document, const std::vector<TypeId>& types) {
  if (!emission.storage[document].has_twins) return View::array();
  View structs = View::array();
  for (const TypeId id : types) {
    if (!is_class(emission.model, id)) continue;
    const std::string& name = emission.names.types[id];
    const std::vector<std::string> members = stored_members(emission, id);
    structs.push_back({{"name", name},
                       {"owned", type_space(emission, document, Storage::Owned) + "::" + name},
                       {"has_members", !members.empty()},
                       {"members", members}});
  }
  if (structs.empty()) return View::array();
  return View::array(
      {{{"space", type_space(emission, document, Storage::View)}, {"structs", structs}}});
}

}  // namespace eventc::compiler
