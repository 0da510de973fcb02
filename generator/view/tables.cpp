// SPDX-License-Identifier: Apache-2.0
#include "view/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cpp_literal.hpp"
#include "view/cpp_values.hpp"

namespace eventc::compiler {

std::string schema_location(const NormalForm& form, NodeId node) {
  const SchemaPlace& place = form[node].place;
  return form.sources[place.document] + "#" + place.pointer;
}

std::string commented_location(const NormalForm& form, NodeId node) {
  std::string location = schema_location(form, node);
  if (location.ends_with('#')) location.pop_back();
  return cpp_comment_text(location);
}

namespace {

/// How tables call the namespace of the schemas that the runtime has.
constexpr std::string_view kBuiltIn = "s::";

bool is_built_in(std::string_view name) { return name.starts_with(kBuiltIn); }

}  // namespace

const Tables& AllTables::of(std::size_t document) {
  Made& made = tables_[document];
  std::call_once(made.once,
                 [&] { made.tables = std::make_unique<Tables>(emission_, *this, document); });
  return *made.tables;
}

Tables::Tables(const Emission& emission, AllTables& all, std::size_t document)
    : emission_(emission), all_(all), document_(document) {
  for (const NodeId node : emission_.sharing.reached_by(document_)) {
    if (emission_.sharing.owner(node, document_) == document_) add_node(node);
  }
  for (const auto& [use, schema] : emission_.plan.fields) {
    if (emission_.model.types[use.first].document == document_) add_shape(schema);
  }
  for (const auto& [use, schema] : emission_.plan.maps) {
    if (emission_.model.types[use.first].document == document_) add_shape(schema);
  }
  for (const auto* const schemas : {&emission_.plan.values, &emission_.plan.kept}) {
    for (const auto& [type, schema] : *schemas) {
      if (emission_.model.types[type].document == document_) add_shape(schema);
    }
  }
  for (const NodeId node : forwarded_) forwards_.push_back(emission_.names.schemas[node]);
}

bool Tables::keeps_its_name(NodeId node) const {
  const auto& definitions = emission_.form.definitions[document_];
  return node == emission_.form.roots[document_] || forwarded_.contains(node) ||
         std::any_of(definitions.begin(), definitions.end(),
                     [node](const auto& one) { return one.second == node; });
}

void Tables::add_node(NodeId id) {
  const NormalForm& form = emission_.form;
  // What only refers is replaced by what it refers to, but for a root, where reports begin.
  if (names_.contains(id) || (follow(form, id) != id && id != form.roots[document_])) return;
  if (const FormatCheck* const check = form[id].format_check)
    runtime_includes_.insert(check->is_idn ? "eventc/emitted/formats_idn.hpp"
                                           : "eventc/emitted/formats.hpp");
  const auto plan = emission_.plan.unions.find(id);
  const Table table = Table::of_node(
      form[id], plan == emission_.plan.unions.end() ? nullptr : &plan->second,
      [this](NodeId node) { return child(node); },
      [this](NodeId node) { return reference(follow(emission_.form, node)); });
  const std::string& name = emission_.names.schemas[id];
  if (!keeps_its_name(id)) {
    const std::string builtin = table.is_only_types() ? builtin_schema(form[id].types) : "";
    const std::string& shared =
        builtin.empty() ? by_content_.emplace(table.content(), name).first->second : builtin;
    names_.emplace(id, shared);
    if (shared != name) return;
  }
  names_.emplace(id, name);
  tables_.push_back(table.view(name, commented_location(form, id)));
}

void Tables::add_shape(const ReadingSchema& schema) {
  const auto* const ref = std::get_if<ShapeRef>(&schema);
  if (ref == nullptr || !shapes_.insert(ref->shape).second) return;
  const Shape& shape = emission_.plan.shapes[ref->shape];
  const Table table = Table::of_shape(
      shape, emission_.form, [this](NodeId node) { return child(node); },
      [this](const ReadingSchema& part) { return reading_child(part); });
  std::string places;
  for (const NodeId node : shape.pack)
    places += (places.empty() ? "" : " and ") + commented_location(emission_.form, node);
  tables_.push_back(
      table.view(emission_.names.shapes[ref->shape], "To read what " + places + " describe"));
}

View Tables::identifiers() const {
  const NormalForm& form = emission_.form;
  std::set<std::size_t> documents;
  for (const NodeId node : emission_.sharing.reached_by(document_))
    documents.insert(form[node].place.document);
  View identifiers = View::array();
  for (const Identifier& one : form.identifiers) {
    if (!documents.contains(one.place.document)) continue;
    identifiers.push_back(
        fmt::format("{{{}, {}}}",
                    cpp_string_literal(form.sources[one.place.document] + "#" + one.place.pointer),
                    cpp_string_literal(one.uri)));
  }
  return identifiers;
}

std::string Tables::child(NodeId node) {
  const NodeId target = follow(emission_.form, node);
  return target == node ? "&" + refer(node) : reference(target);
}

std::string Tables::reference(NodeId target) {
  return fmt::format("{{&{}, {}}}", refer(target),
                     cpp_string_literal(schema_location(emission_.form, target)));
}

std::string Tables::refer(NodeId node) {
  const std::size_t owner = emission_.sharing.owner(node, document_);
  if (owner != document_) {
    const std::string& name = all_.of(owner).names_.at(node);
    if (is_built_in(name)) return name;
    depends_on_.insert(owner);
    return "::" + emission_.names.documents[owner].inner + "::schema::" + name;
  }
  if (const auto known = names_.find(node); known != names_.end()) return known->second;
  forwarded_.insert(node);
  return emission_.names.schemas[node];
}

std::string Tables::reading_child(const ReadingSchema& schema) {
  if (const auto* const node = std::get_if<NodeId>(&schema)) return "&" + refer(*node);
  if (const auto* const ref = std::get_if<ShapeRef>(&schema)) {
    add_shape(schema);
    return "&" + emission_.names.shapes[ref->shape];
  }
  return "&s::any";
}

std::string Tables::name(const ReadingSchema& schema) const {
  if (const auto* const ref = std::get_if<ShapeRef>(&schema))
    return "schema::" + emission_.names.shapes[ref->shape];
  const auto* const node = std::get_if<NodeId>(&schema);
  if (node == nullptr) return "eventc::schema::any";
  const std::size_t owner = emission_.sharing.owner(*node, document_);
  const std::string& name = all_.of(owner).names_.at(*node);
  if (is_built_in(name)) return "eventc::schema::" + name.substr(kBuiltIn.size());
  const bool is_own = owner == document_;
  return (is_own ? "" : "::" + emission_.names.documents[owner].inner + "::") + "schema::" + name;
}

}  // namespace eventc::compiler
