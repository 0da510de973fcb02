// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dialect.hpp"
#include "identifiers.hpp"

namespace eventc::compiler {
namespace {

/// What tables live beside: the name by which emitted code calls eventc::schema, and what a
/// document says of itself.
const std::set<std::string, std::less<>> kBesideTables{"s", "root", "identifiers"};

/// A table's lists are called after it, with a word in front: no table may be called so.
std::string table_name(std::string_view words) {
  constexpr std::array<std::string_view, 17> kListPrefixes{
      "all_of_",
      "any_of_",
      "one_of_",
      "items_of_",
      "properties_of_",
      "required_of_",
      "patterns_of_",
      "pattern_of_",
      "matches_",
      "values_of_",
      "types_of_branches_of_",
      "tags_of_",
      "branches_of_",
      "own_members_of_",
      "conditions_of_",
      "dependents_of_",
      "schemas_of_dependents_of_",
  };
  const std::string name = snake_case(words);
  const bool is_like_a_list =
      std::any_of(kListPrefixes.begin(), kListPrefixes.end(),
                  [&name](std::string_view prefix) { return name.starts_with(prefix); });
  return is_like_a_list ? "schema_" + name : name;
}

/// Where a schema stands, in words: "/$defs/Line/properties/quantity" is "Line quantity".
std::string words_of_pointer(std::string_view pointer) {
  std::string words;
  bool is_name = false;
  while (!pointer.empty()) {
    const std::size_t end = pointer.find('/', 1);
    const std::string token =
        unescape_pointer_token(pointer.substr(1, end == std::string_view::npos ? end : end - 1))
            .value_or("");
    pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
    const Keyword* const keyword = is_name ? nullptr : find_keyword(Dialect::Draft202012, token);
    const bool holds_names = keyword != nullptr && keyword->shape == ValueShape::SchemaMap;
    is_name = holds_names;
    if (token == "additionalProperties" && keyword != nullptr) {
      words += " values";
    } else if (!holds_names) {
      words += " " + token;
    }
  }
  return words;
}

class NameDecider {
 public:
  NameDecider(const NormalForm& form, const Model& model, const ParsePlan& plan,
              const NameOptions& options, Diagnostics& diagnostics)
      : form_(form), model_(model), plan_(plan), options_(options), diagnostics_(diagnostics) {}

  Names run() {
    for (std::size_t document = 0; document < form_.roots.size(); ++document)
      name_document(document);
    name_types();
    name_member_enums();
    check_hoisted();
    name_schemas();
    return std::move(names_);
  }

 private:
  // ---- Documents

  void name_document(std::size_t document) {
    const Node& root = form_[form_.roots[document]];
    DocumentNames names;
    names.stem = file_stem(form_.names[document]);
    names.outer = root.extension.name_space.value_or(options_.name_space);
    if (!is_namespace(names.outer)) {
      diagnostics_.error(root.location.child("x-eventc").child("namespace"),
                         fmt::format("\"namespace\": \"{}\" is no C++ namespace", names.outer));
    }
    std::string own = snake_case(names.stem);
    if (own == "std" || own == "eventc")
      own += '_';  // they would hide the namespaces that emitted code is made of
    names.inner = names.outer + "::" + own;
    names.folder = namespace_folder(options_.name_space);
    const auto [known, added] = stems_.emplace(names.stem, document);
    if (!added) {
      diagnostics_
          .error(Location{form_[form_.roots[document]].location.file},
                 fmt::format("its output would be \"{}.hpp\", and another schema's is that: rename "
                             "one of the files",
                             names.stem))
          .notes.push_back(
              {"the other schema", Location{form_[form_.roots[known->second]].location.file}});
    }
    names_.documents.push_back(std::move(names));
  }

  /// Roots meet in the namespace that they are hoisted into.
  void check_hoisted() {
    std::map<std::string, NodeId> hoisted;
    for (const Event& event : model_.events) {
      if (!event.root) continue;
      const std::string& outer = names_.documents[event.document].outer;
      const NodeId root = form_.roots[event.document];
      const std::string name = outer + "::" + names_.types[*event.root];
      const auto [known, added] = hoisted.emplace(name, root);
      if (!added) {
        diagnostics_
            .error(form_[root].location, fmt::format("two schemas are both called \"{}\"", name))
            .notes = {
            {"the other one", form_[known->second].location},
            {"give one of them \"x-eventc\": {\"name\": …}, another title or another namespace"}};
      } else if (options_.bundle && outer == options_.name_space &&
                 names_.types[*event.root] == *options_.bundle) {
        diagnostics_.error(form_[root].location,
                           fmt::format("the schema and the bundle are both called \"{}\"", name));
      }
    }
  }

  // ---- Types

  void name_types() {
    names_.types.resize(model_.types.size());
    scopes_.resize(form_.roots.size());
    // A root's name is its schema's, whatever else would like to be called so; then definitions,
    // then the rest.
    for (const Event& event : model_.events) {
      if (event.root) name_type(*event.root);
    }
    for (const bool only_definitions : {true, false}) {
      for (TypeId id = 0; id < model_.types.size(); ++id) {
        const Type& type = model_.types[id];
        if (type.is_named() && names_.types[id].empty() &&
            (!only_definitions || is_definition(type)))
          name_type(id);
      }
    }
  }

  /// After all types: they have the better claim to a name.
  void name_member_enums() {
    for (TypeId id = 0; id < model_.types.size(); ++id) {
      if (model_.as<StructType>(id) == nullptr) continue;
      names_.member_enums[id] =
          scopes_[model_.types[id].document].take(names_.types[id] + "Member");
    }
  }

  bool is_definition(const Type& type) const {
    const auto& definitions = form_.definitions[type.document];
    return type.node &&
           std::any_of(definitions.begin(), definitions.end(),
                       [&](const auto& definition) { return definition.second == *type.node; });
  }

  void name_type(TypeId id) {
    const Type& type = model_.types[id];
    std::vector<std::string> candidates;
    for (const std::string& words : type.name_candidates) candidates.push_back(pascal_case(words));
    names_.types[id] = scopes_[type.document].take(candidates);
    if (const auto* const structure = model_.as<StructType>(id)) name_fields(id, *structure);
    if (const auto* const enumeration = model_.as<EnumType>(id)) {
      Scope scope;
      for (const std::string& value : enumeration->values)
        names_.enumerators[id].push_back(scope.take(pascal_case(value)));
    }
  }

  void name_fields(TypeId id, const StructType& type) {
    Scope members;
    Scope constants;
    for (const Field& field : type.fields) {
      names_.fields[id].push_back(members.take(snake_case(field.json_name)));
      names_.field_constants[id].push_back(constants.take("k" + pascal_case(field.json_name)));
    }
    for (const MemberMap& map : type.maps)
      names_.member_maps[id].push_back(members.take(snake_case(map.name)));
  }

  // ---- Schemas

  void name_schemas() {
    std::map<std::size_t, Scope> scopes;
    const auto scope_of = [&](std::size_t document) -> Scope& {
      return scopes.try_emplace(document, Scope(kBesideTables)).first->second;
    };
    // Definitions first: their names are the ones that people look for.
    names_.schemas.resize(form_.nodes.size());
    for (std::size_t document = 0; document < form_.roots.size(); ++document) {
      const auto& root = model_.events[document].root;
      const std::string name = root ? names_.types[*root] : names_.documents[document].stem;
      names_.schemas[form_.roots[document]] = scope_of(document).take(table_name(name));
      for (const auto& [definition, node] : form_.definitions[document]) {
        if (names_.schemas[node].empty())
          names_.schemas[node] = scope_of(document).take(table_name(definition));
      }
    }
    for (NodeId id = 0; id < form_.nodes.size(); ++id) {
      if (!names_.schemas[id].empty()) continue;
      const SchemaPlace& place = form_[id].place;
      const bool given = place.document < form_.roots.size();
      const std::string prefix = given ? "" : file_stem(form_.names[place.document]) + " json";
      names_.schemas[id] =
          scope_of(place.document).take(table_name(prefix + words_of_pointer(place.pointer)));
    }
    for (const Shape& shape : plan_.shapes) {
      const NodeId node = shape.pack.back();
      names_.shapes.push_back(
          scope_of(form_[node].place.document).take(names_.schemas[node] + "_shape"));
    }
  }

  const NormalForm& form_;
  const Model& model_;
  const ParsePlan& plan_;
  const NameOptions& options_;
  Diagnostics& diagnostics_;
  Names names_;
  std::map<std::string, std::size_t> stems_;
  std::vector<Scope> scopes_;
};

}  // namespace

Names decide_names(const NormalForm& form, const Model& model, const ParsePlan& plan,
                   const NameOptions& options, Diagnostics& diagnostics) {
  return NameDecider(form, model, plan, options, diagnostics).run();
}

}  // namespace eventc::compiler
