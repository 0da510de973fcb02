// SPDX-License-Identifier: Apache-2.0
#include "normalize/normal_form.hpp"

#include <algorithm>

namespace eventc::compiler {
namespace {

void append_flattened(const NormalForm& form, NodeId id, std::vector<NodeId>& pack) {
  const Node& node = form[id];
  if (node.ref) append_flattened(form, *node.ref, pack);
  for (const NodeId part : node.all_of) append_flattened(form, part, pack);
  if (node.asserts_itself() && std::find(pack.begin(), pack.end(), id) == pack.end()) pack.push_back(id);
}

TypeSet types_of_values(const std::vector<Json>& values) {
  TypeSet types;
  for (const Json& value : values) types = types | type_of_value(value);
  return types;
}

TypeSet types_of_branches(const NormalForm& form, const std::vector<NodeId>& branches) {
  TypeSet types;
  for (const NodeId branch : branches) types = types | types_of(form, flatten(form, branch));
  return types;
}

TypeSet types_of_node(const NormalForm& form, const Node& node) {
  TypeSet types = node.types;
  if (!node.enumeration.empty() && !node.extension.open) types = types & types_of_values(node.enumeration);
  if (node.constant) types = types & type_of_value(*node.constant);
  if (!node.any_of.empty()) types = types & types_of_branches(form, node.any_of);
  if (!node.one_of.empty()) types = types & types_of_branches(form, node.one_of);
  return types;
}

}  // namespace

bool Node::asserts_itself() const {
  return types != kAnyType || !enumeration.empty() || constant || multiple_of || minimum || exclusive_minimum || maximum ||
         exclusive_maximum || min_length != 0 || max_length || pattern || is_base64 || content_schema || items ||
         !prefix_items.empty() || min_items != 0 || max_items || !properties.empty() || !required.empty() ||
         !pattern_properties.empty() || additional_properties || min_properties != 0 || max_properties ||
         is_union() || extension.keep_unknown;
}

std::vector<NodeId> flatten(const NormalForm& form, NodeId node) {
  std::vector<NodeId> pack;
  append_flattened(form, node, pack);
  return pack;
}

std::vector<NodeId> flatten(const NormalForm& form, const std::vector<NodeId>& nodes) {
  std::vector<NodeId> pack;
  for (const NodeId node : nodes) append_flattened(form, node, pack);
  return pack;
}

NodeId follow(const NormalForm& form, NodeId node) {
  while (form[node].ref && form[node].all_of.empty() && !form[node].asserts_itself()) node = *form[node].ref;
  return node;
}

TypeSet types_of(const NormalForm& form, const std::vector<NodeId>& pack) {
  TypeSet types = kAnyType;
  for (const NodeId id : pack) types = types & types_of_node(form, form[id]);
  return types;
}

TypeSet type_of_value(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return kNull;
    case Json::value_t::boolean:
      return kBoolean;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return kInteger;
    case Json::value_t::number_float:
      return kNumber;  // its literal decides, which is compared exactly: 1.0 is an integer
    case Json::value_t::string:
      return kString;
    case Json::value_t::array:
      return kArray;
    case Json::value_t::object:
      return kObject;
    default:
      return {};
  }
}

}  // namespace eventc::compiler
