// SPDX-License-Identifier: Apache-2.0
#include "view/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "cpp_literal.hpp"
#include "view/cpp_values.hpp"
#include "view/pattern_view.hpp"

namespace eventc::compiler {
namespace {

/// Counts past 32 bits are beyond any payload: as the least, nothing has as many; as the most, they
/// are no limit.
constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint32_t>::max();

/// More properties than this are looked for by their order.
constexpr std::size_t kSearchedInOrder = 32;

std::string least(std::uint64_t count) { return std::to_string(std::min(count, kUnlimited - 1)); }
bool is_limit(const std::optional<std::uint64_t>& most) { return most && *most < kUnlimited; }

/// The values of an enum class are those of one schema; null may stand beside them in another.
Node with_null(Node node, TypeSet types) {
  if (!types.has(kNull) || node.extension.open) return node;
  if (node.constant) {
    node.enumeration = {*std::exchange(node.constant, std::nullopt)};
    node.enumeration_text = {node.constant_text};
  }
  node.enumeration.emplace_back(nullptr);
  node.enumeration_text.emplace_back("null");
  return node;
}

std::string case_expression(const BranchCase& one) {
  if (one.value)
    return fmt::format("{{s::Value({}), {}}}", value_expression(*one.value, one.value->dump()),
                       one.branch);
  std::string types = one.types.empty() ? "" : types_expression(one.types);
  if (one.absent) types += types.empty() ? "s::kAbsent" : " | s::kAbsent";
  return fmt::format("{{{}, {}}}", types, one.branch);
}

}  // namespace

std::vector<std::string> enumeration_expressions(const Node& node) {
  std::vector<std::string> strings;
  std::vector<std::string> others;
  for (std::size_t i = 0; i < node.enumeration.size(); ++i) {
    std::vector<std::string>& list = node.enumeration[i].is_string() ? strings : others;
    const std::string expression = value_expression(node.enumeration[i], node.enumeration_text[i]);
    if (std::find(list.begin(), list.end(), expression) == list.end()) list.push_back(expression);
  }
  strings.insert(strings.end(), others.begin(), others.end());
  return strings;
}

Table Table::of_node(const Node& node, const UnionPlan* plan, const ChildExpression& child,
                     const ChildExpression& reference) {
  Table table;
  table.add_types(node.types);
  table.add_values(node);
  table.add_numbers(node);
  table.add_strings(node, child);
  table.add_arrays(node, child);
  table.add_objects(node, child);
  if (node.ref) table.add("ref", reference(*node.ref));
  table.add_combinators(node, plan, child);
  table.add_conditions(node, child, reference);
  return table;
}

Table Table::of_shape(const Shape& shape, const NormalForm& form, const ChildExpression& child,
                      const ReadingExpression& reading) {
  Table table;
  table.add_types(shape.types);
  if (shape.values) table.add_values(with_null(form[*shape.values], shape.types));
  if (shape.is_base64) table.add("content_encoding", "s::Encoding::Base64");
  if (shape.content) table.add("content_schema", reading(*shape.content));
  if (shape.items) table.add("items", reading(*shape.items));
  std::vector<std::string> prefix;
  for (const ReadingSchema& item : shape.prefix_items) prefix.push_back(reading(item));
  table.add_list("prefix_items", "s::Child", "items_of_", std::move(prefix));
  if (shape.min_items != 0) table.add("min_items", least(shape.min_items));
  table.add_map(shape, form, reading);
  std::vector<std::string> properties;
  for (const std::string& name : shape.properties)
    properties.push_back(fmt::format("{{{}, &s::any}}", cpp_string_view(name)));
  table.add_list("properties", "s::Property", "properties_of_", std::move(properties));
  table.add_children("all_of", "all_of_", shape.checked_by, child);
  if (shape.adds_checks) table.add("adds_checks", "true");
  if (shape.map_keys) table.add_conditions({{".property_names = " + child(*shape.map_keys)}});
  std::vector<std::string> branches;
  for (const ReadingSchema& branch : shape.branches) branches.push_back(reading(branch));
  if (branches.empty()) return table;
  const bool has_null = shape.types.has(kNull);
  const std::string null_branch = std::to_string(branches.size());
  if (has_null) branches.emplace_back("&s::null");
  table.add_list(shape.exactly_one ? "one_of" : "any_of", "s::Child",
                 shape.exactly_one ? "one_of_" : "any_of_", std::move(branches));
  if (shape.selector) table.add_selector(*shape.selector);
  if (has_null) table.add("null_branch", null_branch);
  return table;
}

std::string Table::content() const {
  const auto text_of = [](const std::vector<Item>& items) {
    std::string text;
    for (const Item& item : items) text += item.text + "@" + item.rest + ",";
    return text;
  };
  std::string text;
  for (const Field& field : fields_) text += field.name + "=" + field.value + field.prefix + ";";
  for (const List& list : lists_) text += list.prefix + list.type + text_of(list.items) + ";";
  for (const PatternFunction& function : patterns_) text += function.pattern.source + ";";
  return text;
}

bool Table::has(std::string_view field) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [field](const Field& one) { return one.name == field; });
}

bool Table::is_only_types() const {
  return lists_.empty() && (fields_.empty() || (fields_.size() == 1 && fields_[0].name == "types"));
}

View Table::view(const std::string& name, const std::string& location) const {
  View patterns = View::array();
  for (const PatternFunction& function : patterns_) {
    patterns.push_back(view_pattern(function.pattern, function.prefix + name));
  }
  View lists = View::array();
  for (const List& list : lists_) {
    lists.push_back({{"type", list.type},
                     {"name", list.prefix + name},
                     {"is_array", list.is_array},
                     {"items", View::array()}});
    for (const Item& item : list.items)
      lists.back()["items"].push_back(item.text + (item.names_table ? name : "") + item.rest);
  }
  View fields = View::array();
  if (fields_.empty()) fields.push_back({{"name", "types"}, {"value", types_expression(kAnyType)}});
  for (const Field& field : fields_) {
    const std::string value =
        field.prefix.empty() ? field.value : (field.by_address ? "&" : "") + field.prefix + name;
    fields.push_back({{"name", field.name}, {"value", value}});
  }
  return {{"name", name},
          {"location", location},
          {"patterns", std::move(patterns)},
          {"lists", std::move(lists)},
          {"fields", std::move(fields)}};
}

void Table::add_types(TypeSet types) {
  if (types != kAnyType) add("types", types_expression(types));
}

void Table::add_list(std::string_view field, std::string type, std::string prefix,
                     std::vector<std::string> items) {
  if (items.empty()) return;
  fields_.push_back({std::string(field), {}, prefix});
  List list{std::move(type), std::move(prefix), {}};
  for (std::string& item : items) list.items.push_back({std::move(item)});
  lists_.push_back(std::move(list));
}

void Table::add_children(std::string_view field, std::string prefix,
                         const std::vector<NodeId>& nodes, const ChildExpression& child) {
  std::vector<std::string> items;
  for (const NodeId node : nodes) items.push_back(child(node));
  add_list(field, "s::Child", std::move(prefix), std::move(items));
}

void Table::add_values(const Node& node) {
  add_list("enumeration", "s::Value", "values_of_", enumeration_expressions(node));
  if (!node.enumeration.empty() && node.extension.open) add("open", "true");
  if (node.constant) add("constant", value_expression(*node.constant, node.constant_text));
}

void Table::add_numbers(const Node& node) {
  if (node.multiple_of) add("multiple_of", number_expression(*node.multiple_of));
  if (node.minimum) add("minimum", number_expression(*node.minimum));
  if (node.exclusive_minimum) add("exclusive_minimum", number_expression(*node.exclusive_minimum));
  if (node.maximum) add("maximum", number_expression(*node.maximum));
  if (node.exclusive_maximum) add("exclusive_maximum", number_expression(*node.exclusive_maximum));
}

void Table::add_strings(const Node& node, const ChildExpression& child) {
  if (node.min_length != 0) add("min_length", least(node.min_length));
  if (is_limit(node.max_length)) add("max_length", std::to_string(*node.max_length));
  if (node.pattern) {
    patterns_.push_back({"", *node.pattern});
    fields_.push_back({"pattern", {}, "pattern_of_", true});
  }
  if (node.format_check != nullptr)
    add("format", fmt::format("&eventc::format::{}", node.format_check->constant));
  if (node.is_base64) add("content_encoding", "s::Encoding::Base64");
  if (node.content_schema) add("content_schema", child(*node.content_schema));
  const bool has_content = node.is_base64 || node.is_json;
  if (has_content && node.asserts_content) add("content_assertion", "true");
}

void Table::add_arrays(const Node& node, const ChildExpression& child) {
  if (node.items) add("items", child(*node.items));
  add_children("prefix_items", "items_of_", node.prefix_items, child);
  if (node.is_items_list) add("items_list", "true");
  if (node.min_items != 0) add("min_items", least(node.min_items));
  if (is_limit(node.max_items)) add("max_items", std::to_string(*node.max_items));
}

void Table::add_objects(const Node& node, const ChildExpression& child) {
  std::set<std::string> required(node.required.begin(), node.required.end());
  std::vector<std::string> properties;
  for (const NodeProperty& property : node.properties) {
    const std::string last = required.erase(property.name) != 0 ? ", s::kRequired" : "";
    properties.push_back(
        fmt::format("{{{}, {}{}}}", cpp_string_view(property.name), child(property.schema), last));
  }
  add_list("properties", "s::Property", "properties_of_", std::move(properties));
  if (node.properties.size() > kSearchedInOrder) add_order(node.properties);
  std::vector<std::string> others;
  for (const std::string& name : node.required) {
    if (required.erase(name) != 0) others.push_back(cpp_string_view(name));
  }
  add_list("required", "std::string_view", "required_of_", std::move(others));
  std::vector<std::pair<Pattern, std::string>> by_pattern;
  for (const NodePatternProperty& property : node.pattern_properties)
    by_pattern.emplace_back(property.pattern, child(property.schema));
  add_patterns(by_pattern);
  if (node.additional_properties) add("additional_properties", child(*node.additional_properties));
  if (node.extension.keep_unknown) add("keep_unknown", "true");
  if (node.min_properties != 0) add("min_properties", least(node.min_properties));
  if (is_limit(node.max_properties)) add("max_properties", std::to_string(*node.max_properties));
}

void Table::add_order(const std::vector<NodeProperty>& properties) {
  std::vector<std::size_t> places(properties.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(), [&](std::size_t left, std::size_t right) {
    const std::string& a = properties[left].name;
    const std::string& b = properties[right].name;
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  std::vector<std::string> items;
  for (const std::size_t place : places) items.push_back(std::to_string(place));
  add_list("by_name", "std::uint32_t", "order_of_", std::move(items));
}

void Table::add_patterns(const std::vector<std::pair<Pattern, std::string>>& patterns) {
  std::vector<Item> by_pattern;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const std::string number = i == 0 ? "name_in_" : fmt::format("name_{}_in_", i + 1);
    patterns_.push_back({number, patterns[i].first});
    by_pattern.push_back(
        {"{&pattern_of_" + number, true, fmt::format(", {}}}", patterns[i].second)});
  }
  if (by_pattern.empty()) return;
  fields_.push_back({"pattern_properties", {}, "patterns_of_"});
  lists_.push_back({"s::PatternProperty", "patterns_of_", std::move(by_pattern)});
}

void Table::add_map(const Shape& shape, const NormalForm& form, const ReadingExpression& reading) {
  if (!shape.map_values) return;
  const std::string values = reading(*shape.map_values);
  if (!shape.map_pattern) return add("additional_properties", values);
  add_patterns({{form[*shape.map_pattern].pattern_properties[0].pattern, values}});
}

void Table::add_combinators(const Node& node, const UnionPlan* plan, const ChildExpression& child) {
  add_children("all_of", "all_of_", node.all_of, child);
  add_children("any_of", "any_of_", node.any_of, child);
  add_children("one_of", "one_of_", node.one_of, child);
  if (plan == nullptr) return;
  if (plan->selector) add_selector(*plan->selector);
  if (plan->null_branch) add("null_branch", std::to_string(*plan->null_branch));
}

void Table::add_conditions(const Node& node, const ChildExpression& child,
                           const ChildExpression& reference) {
  std::vector<Item> parts;
  const auto set = [&parts](std::string_view field, const std::string& value) {
    parts.push_back({fmt::format(".{} = {}", field, value)});
  };
  const auto set_child = [&](std::string_view field, const std::optional<NodeId>& one) {
    if (one) set(field, child(*one));
  };
  const auto set_list = [&](std::string_view field, const std::string& type,
                            const std::string& prefix, std::vector<Item> items) {
    if (items.empty()) return;
    lists_.push_back({type, prefix, std::move(items)});
    parts.push_back({fmt::format(".{} = {}", field, prefix), true});
  };
  set_child("not_", node.not_);
  set_child("if_", node.if_);
  set_child("then_", node.then_);
  set_child("else_", node.else_);
  if (node.dynamic_ref) set("dynamic_ref", reference(*node.dynamic_ref));
  if (node.dynamic_ref && node.is_recursive_ref) set("recursive", "true");
  set_child("contains", node.contains);
  if (node.contains && node.min_contains != 1) set("min_contains", least(node.min_contains));
  if (is_limit(node.max_contains)) set("max_contains", std::to_string(*node.max_contains));
  if (node.contains && !node.contains_evaluates) set("contains_evaluates", "false");
  if (node.unique_items) set("unique_items", "true");
  set_child("unevaluated_items", node.unevaluated_items);
  set_child("property_names", node.property_names);
  std::vector<Item> required;
  for (const auto& [name, others] : node.dependent_required) {
    for (const std::string& other : others)
      required.push_back(
          {fmt::format("{{{}, {}}}", cpp_string_view(name), cpp_string_view(other))});
  }
  set_list("dependent_required", "s::Dependent", "dependents_of_", std::move(required));
  std::vector<Item> schemas;
  for (const NodeProperty& dependent : node.dependent_schemas)
    schemas.push_back(
        {fmt::format("{{{}, {}}}", cpp_string_view(dependent.name), child(dependent.schema))});
  set_list("dependent_schemas", "s::Property", "schemas_of_dependents_of_", std::move(schemas));
  const bool has_dependents = !node.dependent_required.empty() || !node.dependent_schemas.empty();
  if (has_dependents && node.is_dependencies) set("as_dependencies", "true");
  set_child("unevaluated_properties", node.unevaluated_properties);
  if (node.is_json && node.asserts_content && !node.content_schema) set("json_content", "true");
  add_conditions(std::move(parts));
}

void Table::add_conditions(std::vector<Item> parts) {
  if (parts.empty()) return;
  lists_.push_back({"s::Conditions", "conditions_of_", std::move(parts), false});
  fields_.push_back({"conditions", {}, "conditions_of_", true});
}

void Table::add_selector(const BranchSelector& selector) {
  std::vector<Item> parts;
  const auto add_cases = [&](const std::string& field, const std::string& prefix,
                             const std::vector<BranchCase>& cases) {
    if (cases.empty()) return;
    List list{"s::Case", prefix, {}};
    for (const BranchCase& one : cases) list.items.push_back({case_expression(one)});
    lists_.push_back(std::move(list));
    parts.push_back({"." + field + " = " + prefix, true});
  };
  add_cases("by_type", "types_of_branches_of_", selector.by_type);
  if (!selector.by_property.empty())
    parts.push_back({".property = " + cpp_string_view(selector.property)});
  add_cases("by_property", "tags_of_", selector.by_property);
  if (!selector.by_member.empty()) {
    List list{"s::OwnMember", "own_members_of_", {}};
    for (const OwnMember& one : selector.by_member)
      list.items.push_back({fmt::format("{{{}, {}}}", cpp_string_view(one.name), one.branch)});
    parts.push_back({".by_member = " + list.prefix, true});
    lists_.push_back(std::move(list));
  }
  lists_.push_back({"s::Selector", "branches_of_", std::move(parts), false});
  fields_.push_back({"select", {}, "branches_of_", true});
}

}  // namespace eventc::compiler
