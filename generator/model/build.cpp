// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "model/builder.hpp"
#include "only_branch.hpp"

namespace eventc::compiler {
namespace {

/// The name of a schema that stands right below "$defs" or "definitions".
std::optional<std::string> definition_name(std::string_view pointer) {
  bool is_name = false;
  bool is_definition = false;
  std::optional<std::string> name;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view token = pointer.substr(1, end - 1);
    pointer.remove_prefix(end);
    name = is_name && is_definition ? unescape_pointer_token(token) : std::nullopt;
    is_definition = !is_name && (token == "$defs" || token == "definitions");
    is_name =
        is_definition || (!is_name && (token == "properties" || token == "patternProperties"));
  }
  return name;
}

/// Of types that are no structs, one in the other: far more than any payload has, and fewer than a
/// stack holds.
constexpr std::size_t kMaxDepth = 200;

std::size_t count_categories(TypeSet types) {
  return static_cast<std::size_t>(std::count_if(kCategories.begin(), kCategories.end(),
                                                [types](TypeSet c) { return types.has(c); }));
}

}  // namespace

ModelBuilder::ModelBuilder(const NormalForm& form, const Sharing& sharing, Diagnostics& diagnostics)
    : form_(form), sharing_(sharing), diagnostics_(diagnostics) {
  for (NodeId id = 0; id < form.nodes.size(); ++id) {
    const std::string& pointer = form[id].place.pointer;
    if (pointer.empty()) own_names_.emplace(id, root_name(form[id]));
    if (const auto name = definition_name(pointer)) own_names_.emplace(id, *name);
  }
  // A definition that is only a reference to another is that other one.
  for (const auto& [id, name] : own_names_) {
    if (std::vector<NodeId> pack = flatten(form, id); pack == std::vector{id})
      named_packs_.emplace(std::move(pack), id);
  }
  for (const auto& [id, name] : own_names_) named_packs_.emplace(flatten(form, id), id);
  named_packs_.erase(std::vector<NodeId>());
}

Model ModelBuilder::run() {
  for (std::size_t document = 0; document < form_.roots.size(); ++document) add_event(document);
  return std::move(model_);
}

void ModelBuilder::add_event(std::size_t document) {
  const NodeId root = form_.roots[document];
  const std::vector<NodeId> pack = flatten(form_, root);
  const bool refers = form_[root].ref || form_[root].dynamic_ref || !form_[root].all_of.empty();
  const bool is_library = pack.empty() && !refers && !form_.definitions[document].empty();
  Event event{.document = document,
              .root = std::nullopt,
              .is_routed = form_[root].extension.route && !is_library};
  if (!is_library) event.root = root_type(document, root, pack);
  fill_structs();
  std::vector<TypeId>& definitions = model_.definitions.emplace_back();
  for (const auto& [name, node] : form_.definitions[document]) {
    definitions.push_back(type_of(flatten(form_, node), {document, "", name, node}));
    fill_structs();
  }
  model_.events.push_back(event);
}

TypeId ModelBuilder::root_type(std::size_t document, NodeId root, const std::vector<NodeId>& pack) {
  const std::string name = root_name(form_[root]);
  const TypeId type = type_of(pack, {document, "", name, root});
  const bool checks_root = std::all_of(pack.begin(), pack.end(),
                                       [&](NodeId node) { return checks(model_, type, node); });
  // Another document's keeps its name there.
  if (is_class(model_, type) && checks_root && model_.types[type].document == document) {
    model_.types[type].name_candidates = {name};
    return type;
  }
  const TypeId wrapper = add({WrapperType{type, pack}, document, {name}, root});
  return wrapper;
}

std::string ModelBuilder::root_name(const Node& root) const {
  if (root.extension.name) return *root.extension.name;
  if (!root.annotations.title.empty()) return root.annotations.title;
  const std::string& file = form_.names[root.place.document];
  return file.substr(0, file.find('.'));
}

TypeId ModelBuilder::type_of(const std::vector<NodeId>& pack, const Context& from) {
  const Context context = from.decided.empty() ? owner_of(pack, from) : from;
  const Key key(context.document, pack, context.decided);
  if (const auto known = known_.find(key); known != known_.end()) return revisit(known->second);
  // A type that contains itself meets its own entry here, unless a struct stands between: its
  // members are made later.
  known_.emplace(key, Entry{.context = context,
                            .node = pack.empty() ? std::nullopt : std::optional(pack.back())});
  ++depth_;
  const TypeId type = depth_ > kMaxDepth ? refuse_depth(pack) : make(pack, context);
  --depth_;
  Entry& entry = known_.at(key);
  if (entry.wrapper) {
    Type& value = model_.types[type_without_null(type)];
    if (std::holds_alternative<AliasType>(value.definition)) {
      value.name_candidates = candidates(entry.node, context.inside("value"));
    }
    std::get<WrapperType>(model_.types[*entry.wrapper].definition) = {type, pack};
    entry.type = entry.wrapper;
  } else {
    entry.type = type;
  }
  return *entry.type;
}

TypeId ModelBuilder::refuse_depth(const std::vector<NodeId>& pack) {
  if (!pack.empty()) {
    diagnostics_.error(
        form_[pack.back()].location,
        fmt::format("lists, maps and unions nest deeper than {} levels here", kMaxDepth));
  }
  return scalar(Scalar::Json);
}

TypeId ModelBuilder::revisit(Entry& entry) {
  if (entry.type) return *entry.type;
  if (!entry.wrapper) {
    entry.wrapper = add(
        {WrapperType{}, entry.context.document, candidates(entry.node, entry.context), entry.node});
  }
  return *entry.wrapper;
}

Context ModelBuilder::owner_of(const std::vector<NodeId>& pack, const Context& from) const {
  const auto named = named_packs_.find(pack);
  if (named == named_packs_.end()) return from;
  const NodeId itself = named->second;
  const std::size_t home = form_[itself].place.document;
  // The same parts may have been put together elsewhere, from what both refer to.
  const bool is_reached = home == from.document ||
                          std::any_of(pack.begin(), pack.end(),
                                      [&](NodeId id) { return form_[id].place.document == home; });
  if (!is_reached) return from;
  return {sharing_.owner(itself, from.document), "", own_names_.at(itself), itself};
}

TypeId ModelBuilder::make(const std::vector<NodeId>& pack, const Context& context) {
  const TypeSet types = types_of(form_, pack);
  const TypeSet without_null = types.without(kNull);
  if (types == kNull) return scalar(Scalar::Null);
  const TypeId type = make_not_null(pack, without_null, context);
  const bool is_content = without_null == kString && has_content(pack);
  const bool holds_null = is_json(type) && !is_content;
  return types.has(kNull) && !holds_null ? wrap_optional(type) : type;
}

bool ModelBuilder::has_content(const std::vector<NodeId>& pack) const {
  const std::vector<NodeId> all = with_only_branches(form_, pack);
  return std::any_of(all.begin(), all.end(),
                     [this](NodeId id) { return form_[id].content_schema.has_value(); });
}

TypeId ModelBuilder::make_not_null(const std::vector<NodeId>& pack, TypeSet types,
                                   const Context& context) {
  if (const auto given = given_type(pack, types)) return *given;
  if (const auto chosen = find_union(pack, context.decided); chosen && may_choose(context))
    return make_union(pack, *chosen, types, context);
  if (auto plan = find_conditions(pack, types, context.decided); plan && may_choose(context))
    return make_conditional(pack, *std::move(plan), context);
  return make_plain(pack, types, context);
}

std::optional<TypeId> ModelBuilder::given_type(const std::vector<NodeId>& pack, TypeSet types) {
  struct Word {
    std::string_view name;
    Scalar scalar;
    TypeSet holds;
  };
  static constexpr std::array kWords{
      Word{"json", Scalar::Json, kAnyType}, Word{"string", Scalar::String, kString},
      Word{"int64", Scalar::Int64, kInteger}, Word{"uint64", Scalar::UInt64, kInteger},
      Word{"double", Scalar::Double, kNumber}};
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    if (!node.extension.type) continue;
    const auto* const word = std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) {
      return one.name == *node.extension.type;
    });
    if (types.without(word->holds).empty() && (word->scalar == Scalar::Json || !has_content(pack)))
      return scalar(word->scalar);
    diagnostics_.error(node.location.child("x-eventc").child("type"),
                       fmt::format("a value of this schema may be another than \"{}\" holds",
                                   *node.extension.type));
  }
  return std::nullopt;
}

TypeId ModelBuilder::make_plain(const std::vector<NodeId>& pack, TypeSet types,
                                const Context& context) {
  const bool fixed = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
    return !form_[id].enumeration.empty() || form_[id].constant;
  });
  const std::size_t categories = count_categories(types);
  // Of arrays and objects that are listed, no type can be made.
  const bool lists_parts = fixed && categories > 1 && types.has(kArray | kObject);
  if (categories == 0 || categories == kCategories.size() || lists_parts) {
    if (categories == kCategories.size()) warn_of_missing_type(pack);
    return scalar(Scalar::Json);
  }
  if (categories > 1) return make_union_of_types(pack, types, context);
  if (types.has(kBoolean)) return scalar(Scalar::Boolean);
  if (types.has(kNumber)) return make_number(pack, types);
  if (types.has(kString)) return make_string(pack, context);
  if (types.has(kArray)) return fixed ? scalar(Scalar::Json) : make_array(pack, context);
  return fixed ? scalar(Scalar::Json) : make_object(pack, context);
}

void ModelBuilder::warn_of_missing_type(const std::vector<NodeId>& pack) {
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    if (node.properties.empty()) continue;
    diagnostics_.warning(
        node.location.child("properties").key(),
        "without \"type\": \"object\" any value is accepted here, so the C++ type is eventc::Json");
  }
}

bool checks(const Model& model, TypeId type, NodeId node, const std::vector<NodeId>& decided) {
  if (const auto* const wrapper = model.as<WrapperType>(type)) return contains(wrapper->pack, node);
  const auto* const object = model.as<StructType>(type);
  return object != nullptr && contains(object->pack, node) &&
         (!contains(object->decided, node) || contains(decided, node));
}

Model build_model(const NormalForm& form, const Sharing& sharing, Diagnostics& diagnostics) {
  return ModelBuilder(form, sharing, diagnostics).run();
}

}  // namespace eventc::compiler
