// SPDX-License-Identifier: Apache-2.0
#include "normalize/normal_form.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace eventc::compiler {
namespace {

/// A schema that several others lead to is looked at once: each of those may lead to it twice, and
/// so on.
class Flattener {
 public:
  explicit Flattener(const NormalForm& form) : form_(form) {}

  void add(NodeId id) {
    const Node& node = form_[id];
    if (!node.all_of.empty() && !seen_.insert(id).second) return;
    if (node.ref) add(*node.ref);
    if (node.dynamic_ref) add(*node.dynamic_ref);
    for (const NodeId part : node.all_of) add(part);
    if (node.asserts_itself() && !contains(pack_, id)) pack_.push_back(id);
  }

  std::vector<NodeId> take() { return std::move(pack_); }

 private:
  const NormalForm& form_;
  std::set<NodeId> seen_;
  std::vector<NodeId> pack_;
};

TypeSet types_of_values(const std::vector<Json>& values) {
  TypeSet types;
  for (const Json& value : values) types = types | type_of_value(value);
  return types;
}

/// Works out the types of a schema once, however many unions it is a branch of.
class TypeFinder {
 public:
  explicit TypeFinder(const NormalForm& form) : form_(form) {}

  TypeSet of_pack(const std::vector<NodeId>& pack) {
    TypeSet types = kAnyType;
    for (const NodeId id : pack) types = types & of_node(id);
    if (types == kAnyType) return types;  // "not" alone makes no type of all others
    for (const NodeId id : pack) types = types & not_excluded(form_[id]);
    return types;
  }

 private:
  TypeSet of_node(NodeId id) {
    const Node& node = form_[id];
    if (!node.is_union()) return of_values(node);
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    TypeSet types = of_values(node);
    for (const auto* const branches : {&node.any_of, &node.one_of}) {
      if (!branches->empty()) types = types & of_branches(*branches);
    }
    known_.emplace(id, types);
    return types;
  }

  static TypeSet of_values(const Node& node) {
    TypeSet types = node.types;
    if (!node.enumeration.empty() && !node.extension.open)
      types = types & types_of_values(node.enumeration);
    if (node.constant) types = types & type_of_value(*node.constant);
    return types;
  }

  /// Without those that "not" names and says no more of.
  TypeSet not_excluded(const Node& node) const {
    if (!node.not_) return kAnyType;
    const std::vector<NodeId> pack = flatten(form_, *node.not_);
    if (pack.size() != 1) return kAnyType;
    const Node& excluded = form_[pack.front()];
    const bool says_more = excluded.is_union() || excluded.if_ || excluded.asserts_beside_choices();
    const bool is_half_of_numbers =
        excluded.types.has(kNumber) && (excluded.types & kNumber) != kNumber;
    return says_more || is_half_of_numbers ? kAnyType : kAnyType.without(excluded.types);
  }

  TypeSet of_branches(const std::vector<NodeId>& branches) {
    TypeSet types;
    for (const NodeId branch : branches) types = types | of_pack(flatten(form_, branch));
    return types;
  }

  const NormalForm& form_;
  std::map<NodeId, TypeSet> known_;
};

}  // namespace

bool Node::asserts_itself() const {
  return types != kAnyType || is_union() || if_ || asserts_beside_choices();
}

bool Node::asserts_beside_choices() const {
  const bool of_values = !enumeration.empty() || constant;
  const bool of_numbers =
      multiple_of || minimum || exclusive_minimum || maximum || exclusive_maximum;
  const bool of_strings = min_length != 0 || max_length || pattern || format_check != nullptr ||
                          is_base64 || content_schema || (is_json && asserts_content);
  const bool of_arrays = items || !prefix_items.empty() || min_items != 0 || max_items ||
                         contains || unique_items || unevaluated_items;
  const bool of_objects = !properties.empty() || !required.empty() || !pattern_properties.empty() ||
                          additional_properties || property_names || !dependent_required.empty() ||
                          !dependent_schemas.empty() || unevaluated_properties ||
                          min_properties != 0 || max_properties || extension.keep_unknown;
  const bool of_cpp = extension.type.has_value();
  return of_values || of_numbers || of_strings || of_arrays || of_objects || of_cpp || not_;
}

bool Node::has_parts() const {
  return !properties.empty() || !required.empty() || additional_properties ||
         !pattern_properties.empty() || items || !prefix_items.empty();
}

bool contains(const std::vector<NodeId>& nodes, NodeId node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

void add_missing(const std::vector<NodeId>& nodes, std::vector<NodeId>& to) {
  for (const NodeId node : nodes) {
    if (!contains(to, node)) to.push_back(node);
  }
}

void for_each_in_place(const Node& node, const std::function<void(NodeId)>& visit) {
  for (const auto* const one :
       {&node.ref, &node.dynamic_ref, &node.not_, &node.if_, &node.then_, &node.else_}) {
    if (*one) visit(**one);
  }
  for (const auto* const list : {&node.all_of, &node.any_of, &node.one_of}) {
    for (const NodeId part : *list) visit(part);
  }
  for (const NodeProperty& dependent : node.dependent_schemas) visit(dependent.schema);
}

void for_each_child(const Node& node, const std::function<void(NodeId)>& visit) {
  if (node.ref) visit(*node.ref);
  if (node.dynamic_ref) visit(*node.dynamic_ref);
  if (node.content_schema) visit(*node.content_schema);
  if (node.items) visit(*node.items);
  for (const NodeId item : node.prefix_items) visit(item);
  for (const auto* const one : {&node.contains, &node.unevaluated_items}) {
    if (*one) visit(**one);
  }
  for (const NodeProperty& property : node.properties) visit(property.schema);
  for (const NodePatternProperty& property : node.pattern_properties) visit(property.schema);
  if (node.additional_properties) visit(*node.additional_properties);
  for (const auto* const one : {&node.property_names, &node.unevaluated_properties}) {
    if (*one) visit(**one);
  }
  for (const auto* const list : {&node.all_of, &node.any_of, &node.one_of}) {
    for (const NodeId part : *list) visit(part);
  }
  for (const auto* const one : {&node.not_, &node.if_, &node.then_, &node.else_}) {
    if (*one) visit(**one);
  }
  for (const NodeProperty& dependent : node.dependent_schemas) visit(dependent.schema);
}

std::vector<NodeId> flatten(const NormalForm& form, NodeId node) {
  Flattener flattener(form);
  flattener.add(node);
  return flattener.take();
}

std::vector<NodeId> flatten(const NormalForm& form, const std::vector<NodeId>& nodes) {
  Flattener flattener(form);
  for (const NodeId node : nodes) flattener.add(node);
  return flattener.take();
}

NodeId follow(const NormalForm& form, NodeId node) {
  while (form[node].ref && !form[node].dynamic_ref && form[node].all_of.empty() &&
         !form[node].asserts_itself())
    node = *form[node].ref;
  return node;
}

TypeSet types_of(const NormalForm& form, const std::vector<NodeId>& pack) {
  return TypeFinder(form).of_pack(pack);
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

std::vector<std::string> required_members(const NormalForm& form, const std::vector<NodeId>& pack) {
  std::vector<std::string> names;
  for (const NodeId id : pack) {
    for (const std::string& name : form[id].required) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

}  // namespace eventc::compiler
