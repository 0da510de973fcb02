// SPDX-License-Identifier: Apache-2.0
#include "explain/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "explain/fates.hpp"
#include "explain/words.hpp"
#include "plan_parse.hpp"
#include "view/cpp_types.hpp"

namespace eventc::compiler {
namespace {

/// The model with a struct around each definition, as if a value were read under it.
Model with_definitions(const NormalForm& form, Model model) {
  for (std::size_t document = 0; document < model.definitions.size(); ++document) {
    for (std::size_t i = 0; i < model.definitions[document].size(); ++i) {
      const NodeId node = form.definitions[document][i].second;
      model.types.push_back(
          {WrapperType{model.definitions[document][i], flatten(form, node)}, document, {}, node});
    }
  }
  return model;
}

template <class T>
void add_once(std::vector<T>& list, T one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
}

class Explainer {
 public:
  Explainer(const Resolved& resolved, const Emission& emission,
            const std::vector<SchemaReadings>& readings)
      : resolved_(resolved),
        emission_(emission),
        readings_(readings),
        commented_(emission.model),
        facts_{resolved, emission, readings, commented_} {
    for (const Node& node : emission.form.nodes) nodes_[node.place].push_back(node.id);
  }

  Explanation run() {
    Explanation explanation;
    for (std::size_t i = 0; i < resolved_.given; ++i) {
      const DocumentNames& names = emission_.names.documents[i];
      ExplainedDocument& document = explanation.emplace_back(ExplainedDocument{
          .file = resolved_.documents[i].file, .name_space = names.inner, .schemas = {}});
      visit(resolved_.documents[i].root, {i, ""}, document);
      visit_others(i, document);
    }
    return explanation;
  }

 private:
  /// Schemas may stand in what is no keyword, where references find them: all values are looked at.
  void visit(const Json& value, const SchemaPlace& place, ExplainedDocument& document) {
    const auto schema = resolved_.by_place.find(place);
    if (schema != resolved_.by_place.end()) {
      ExplainedSchema explained = explain(resolved_.schemas[schema->second], place.document);
      const bool is_told_of = value.is_object() || !explained.types.empty();
      if (is_told_of) document.schemas.push_back(std::move(explained));
    }
    if (value.is_object()) {
      for (const auto& [name, member] : value.items())
        visit(member, {place.document, place.pointer + "/" + escape_pointer_token(name)}, document);
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i)
        visit(value[i], {place.document, fmt::format("{}/{}", place.pointer, i)}, document);
    }
  }

  /// Schemas of files that were not given, where they cost a second reading.
  void visit_others(std::size_t document, ExplainedDocument& explained) {
    std::set<SchemaPlace> places;
    for (const NodeId node : emission_.sharing.reached_by(document)) {
      const SchemaPlace& place = emission_.form[node].place;
      if (place.document >= resolved_.given && !readings_[node].rereadings.empty())
        places.insert(place);
    }
    for (const SchemaPlace& place : places) {
      explained.schemas.push_back(explain(resolved_.at(place), document));
      explained.schemas.back().file = resolved_.documents[place.document].file;
    }
  }

  /// As seen from the namespace of a given document's types.
  ExplainedSchema explain(const ResolvedSchema& schema, std::size_t document) const {
    const std::vector<NodeId>& nodes = nodes_.at(schema.place);
    ExplainedSchema explained{.pointer = schema.place.pointer};
    const bool is_given_root = schema.place == SchemaPlace{document, ""};
    if (is_given_root && !emission_.model.events[document].root)
      explained.types.emplace_back("no type: it holds definitions");
    for (const NodeId node : nodes) {
      for (const Held& held : readings_[node].held)
        add_once(explained.types, describe(schema.place, document, held));
      for (const Rereading& rereading : readings_[node].rereadings)
        add_once(explained.rereadings, words_for_rereading(emission_.form, rereading));
      if (const auto cause = readings_[node].again_with)
        explained.again_with =
            place_name(resolved_, emission_.form[*cause].place, schema.place.document);
    }
    if (explained.types.empty()) add_types_of_readings(nodes, document, explained);
    if (schema.json->is_object()) {
      for (const auto& [name, value] : schema.json->items())
        explained.keywords.push_back({name, fates_of(facts_, schema, nodes, name, value)});
    }
    return explained;
  }

  // ---- Types

  /// Of a schema in whose place no value stands, but that references lead to.
  void add_types_of_readings(const std::vector<NodeId>& nodes, std::size_t document,
                             ExplainedSchema& explained) const {
    for (const NodeId node : nodes) {
      for (const Reading& reading : readings_[node].readings) {
        const bool has_type = reading.by == ReadBy::Codec || reading.by == ReadBy::Shape ||
                              reading.by == ReadBy::Struct;
        if (has_type) add_once(explained.types, name_of_type(document, reading.type));
      }
    }
  }

  std::string describe(const SchemaPlace& place, std::size_t document, const Held& held) const {
    switch (held.as) {
      case Held::As::Part:
        return "a part of " + name_of_type(document, without_optional(held.type));
      case Held::As::Null:
        return "null: an empty std::optional";
      case Held::As::Constant:
        return describe_constant(held);
      case Held::As::Kept:
        return fmt::format("{} {} (kept as it comes)", name_of_type(document, held.type),
                           emission_.names.fields.at(*held.owner)[held.field]);
      case Held::As::Skipped:
        return "no type: members that are not stored";
      case Held::As::Forbidden:
        return "nothing: no value is allowed";
      case Held::As::Value:
        break;
    }
    const bool is_root = place == SchemaPlace{document, ""} && !held.owner;
    const std::string type =
        is_root ? name_of_root(document, held.type) : name_of_type(document, held.type);
    const std::string member =
        held.owner ? " " + emission_.names.fields.at(*held.owner)[held.field] : "";
    return type + member + describe_definition(place, document, held.type);
  }

  std::string name_of_type(std::size_t document, TypeId type) const {
    return CppTypes(emission_, document, emission_.storage[document].plain).name(type);
  }
  std::string name_of_root(std::size_t document, TypeId type) const {
    const bool is_root = emission_.model.events[document].root == type;
    const std::string outer = is_root ? emission_.names.documents[document].outer + "::" : "";
    return outer + name_of_type(document, type);
  }

  std::string describe_constant(const Held& held) const {
    const auto& type = std::get<StructType>(emission_.model.types[*held.owner].definition);
    const Json& value = *type.fields[held.field].constant;
    const std::string_view name = value.is_string()    ? "std::string_view"
                                  : value.is_boolean() ? "bool"
                                                       : "std::int64_t";
    return fmt::format("static constexpr {} {}", name,
                       emission_.names.fields.at(*held.owner)[held.field]);
  }

  TypeId without_optional(TypeId id) const {
    const Definition& definition = emission_.model.types[id].definition;
    if (const auto* const optional = std::get_if<OptionalType>(&definition))
      return without_optional(optional->value);
    if (const auto* const nullable = std::get_if<NullableType>(&definition))
      return without_optional(nullable->value);
    const auto* const box = std::get_if<BoxType>(&definition);
    return box == nullptr ? id : without_optional(box->value);
  }

  /// What a named type is, where its schema stands: " (struct)". Behind what is made of it, its
  /// name is said, too.
  std::string describe_definition(const SchemaPlace& place, std::size_t document,
                                  TypeId held) const {
    const TypeId id = without_optional(held);
    const Type& type = emission_.model.types[id];
    if (!type.is_named() || !type.node || emission_.form[*type.node].place != place) return "";
    CppTypes types(emission_, document, emission_.storage[document].plain);
    const std::string name = id == held ? "" : " " + emission_.names.types[id];
    if (std::holds_alternative<StructType>(type.definition))
      return fmt::format(" (struct{})", name);
    if (std::holds_alternative<EnumType>(type.definition))
      return fmt::format(" (enum class{})", name);
    if (const auto* const wrapper = std::get_if<WrapperType>(&type.definition))
      return fmt::format(" (struct{} around {})", name, types.name(wrapper->value));
    return fmt::format(" ({} = {})", emission_.names.types[id],
                       types.spelled_out(std::get<AliasType>(type.definition).target));
  }

  const Resolved& resolved_;
  const Emission& emission_;
  const std::vector<SchemaReadings>& readings_;
  const CommentedSchemas commented_;
  const FateFacts facts_;
  std::map<SchemaPlace, std::vector<NodeId>> nodes_;
};

}  // namespace

Explanation explain_schemas(const Resolved& resolved, const Emission& emission) {
  const Model model = with_definitions(emission.form, emission.model);
  const ParsePlan plan = plan_parse(emission.form, model);
  const Emission all{emission.form,    emission.sharing, model,           plan,
                     emission.storage, emission.names,   emission.orders, emission.list_items};
  const auto readings = find_readings(all, emission.model.types.size());
  return Explainer(resolved, all, readings).run();
}

}  // namespace eventc::compiler
