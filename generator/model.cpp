// SPDX-License-Identifier: Apache-2.0
#include "model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace eventc::compiler {
namespace {

/// Where a type is needed, for its name.
struct Context {
  std::size_t document = 0;
  std::string parent = {};  ///< the name of the struct around it
  std::string member = {};  ///< what it is called there: a property, "lines item"
  /// The schema with a name of its own that the type is made of; `member` is the name.
  std::optional<NodeId> itself = {};

  [[nodiscard]] Context inside(const std::string& suffix) const { return {document, parent, member + " " + suffix}; }
  [[nodiscard]] Context part() const { return {document, parent, member}; }
};

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
    is_name = is_definition || (!is_name && (token == "properties" || token == "patternProperties"));
  }
  return name;
}

constexpr std::array kCategories{kBoolean, kNumber, kString, kArray, kObject};

std::size_t count_categories(TypeSet types) {
  return static_cast<std::size_t>(
      std::count_if(kCategories.begin(), kCategories.end(), [types](TypeSet c) { return types.has(c); }));
}

std::optional<std::int64_t> parse_int64(const std::optional<std::string>& literal) {
  if (!literal) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(literal->data(), literal->data() + literal->size(), value);
  if (error != std::errc() || end != literal->data() + literal->size()) return std::nullopt;
  return value;
}

/// Whether a literal is an integer of 2^63 or more.
bool is_past_int64(const std::optional<std::string>& literal) {
  return literal && literal->find_first_not_of("0123456789") == std::string::npos && !parse_int64(literal);
}

bool is_past_int64(const Json& value) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
}

bool all_strings(const std::vector<Json>& values) {
  return std::all_of(values.begin(), values.end(), [](const Json& v) { return v.is_string() || v.is_null(); });
}

class ModelBuilder {
 public:
  ModelBuilder(const NormalForm& form, const Sharing& sharing, Diagnostics& diagnostics)
      : form_(form), sharing_(sharing), diagnostics_(diagnostics) {
    for (NodeId id = 0; id < form.nodes.size(); ++id) {
      const std::string& pointer = form[id].place.pointer;
      if (pointer.empty()) own_names_.emplace(id, root_name(form[id]));
      if (const auto name = definition_name(pointer)) own_names_.emplace(id, *name);
    }
    // A definition that is only a reference to another is that other one.
    for (const auto& [id, name] : own_names_) {
      if (std::vector<NodeId> pack = flatten(form, id); pack == std::vector{id}) named_packs_.emplace(std::move(pack), id);
    }
    for (const auto& [id, name] : own_names_) named_packs_.emplace(flatten(form, id), id);
    named_packs_.erase(std::vector<NodeId>());
  }

  Model run() {
    for (std::size_t document = 0; document < form_.roots.size(); ++document) add_event(document);
    return std::move(model_);
  }

 private:
  // ---- Documents

  void add_event(std::size_t document) {
    const NodeId root = form_.roots[document];
    const std::vector<NodeId> pack = flatten(form_, root);
    const bool is_library = pack.empty() && !form_.definitions[document].empty();
    Event event{.document = document, .root = std::nullopt, .is_routed = form_[root].extension.route && !is_library};
    if (!is_library) event.root = root_type(document, root, pack);
    fill_structs();
    for (const auto& [name, node] : form_.definitions[document]) {
      type_of(flatten(form_, node), {document, "", name, node});
      fill_structs();
    }
    model_.events.push_back(event);
  }

  TypeId root_type(std::size_t document, NodeId root, const std::vector<NodeId>& pack) {
    const std::string name = root_name(form_[root]);
    const TypeId type = type_of(pack, {document, "", name, root});
    const bool is_struct = model_.as<StructType>(type) != nullptr || model_.as<WrapperType>(type) != nullptr;
    if (is_struct && model_.types[type].document == document) {  // another document's keeps its name there
      model_.types[type].name_candidates = {name};
      return type;
    }
    const TypeId wrapper = add({WrapperType{type, pack}, document, {name}, root});
    return wrapper;
  }

  std::string root_name(const Node& root) const {
    if (root.extension.name) return *root.extension.name;
    if (!root.annotations.title.empty()) return root.annotations.title;
    const std::string& file = form_.names[root.place.document];
    return file.substr(0, file.find('.'));
  }

  // ---- Types by pack

  /// The type of a value to which all schemas of the pack apply.
  TypeId type_of(const std::vector<NodeId>& pack, const Context& from) {
    const Context context = owner_of(pack, from);
    const auto key = std::make_pair(context.document, pack);
    if (const auto known = known_.find(key); known != known_.end()) return revisit(known->second);
    // A type that contains itself meets its own entry here, unless a struct stands between: its members are made later.
    known_.emplace(key, Entry{.context = context, .node = pack.empty() ? std::nullopt : std::optional(pack.back())});
    const TypeId type = make(pack, context);
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

  struct Entry {
    std::optional<TypeId> type = {};     ///< once it is known
    std::optional<TypeId> wrapper = {};  ///< it is needed while it is being made
    Context context = {};
    std::optional<NodeId> node = {};
  };
  using Key = std::pair<std::size_t, std::vector<NodeId>>;

  TypeId revisit(Entry& entry) {
    if (entry.type) return *entry.type;
    if (!entry.wrapper) {
      entry.wrapper = add({WrapperType{}, entry.context.document, candidates(entry.node, entry.context), entry.node});
    }
    return *entry.wrapper;
  }

  /// A definition or a document's root is called after itself, and belongs to its own document where that is given.
  Context owner_of(const std::vector<NodeId>& pack, const Context& from) const {
    const auto named = named_packs_.find(pack);
    if (named == named_packs_.end()) return from;
    const NodeId itself = named->second;
    const std::size_t home = form_[itself].place.document;
    // The same parts may have been put together elsewhere, from what both refer to.
    const bool is_reached = home == from.document || std::any_of(pack.begin(), pack.end(), [&](NodeId id) {
      return form_[id].place.document == home;
    });
    if (!is_reached) return from;
    return {sharing_.owner(itself, from.document), "", own_names_.at(itself), itself};
  }

  TypeId make(const std::vector<NodeId>& pack, const Context& context) {
    const TypeSet types = types_of(form_, pack);
    const TypeSet without_null = types.without(kNull);
    if (types == kNull) return scalar(Scalar::Null);
    const TypeId type = make_not_null(pack, without_null, context);
    if (!types.has(kNull) || is_json(type)) return type;
    return wrap_optional(type);
  }

  TypeId make_not_null(const std::vector<NodeId>& pack, TypeSet types, const Context& context) {
    if (const auto chosen = find_union(pack)) return make_union(pack, *chosen, types, context);
    return make_plain(pack, types, context);
  }

  TypeId make_plain(const std::vector<NodeId>& pack, TypeSet types, const Context& context) {
    const bool fixed = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
      return !form_[id].enumeration.empty() || form_[id].constant;
    });
    const std::size_t categories = count_categories(types);
    if (categories == 0 || categories == kCategories.size() || (fixed && categories > 1)) {
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

  void warn_of_missing_type(const std::vector<NodeId>& pack) {
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (node.properties.empty()) continue;
      diagnostics_.warning(node.location.child("properties").key(),
                           "without \"type\": \"object\" any value is accepted here, so the C++ type is eventc::Json");
    }
  }

  // ---- Scalars

  TypeId make_number(const std::vector<NodeId>& pack, TypeSet types) {
    if (types.has(kFraction)) return scalar(Scalar::Double);
    bool is_negative_refused = false;
    bool is_past_refused = false;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      std::vector<Json> values = node.enumeration;
      if (node.constant) values.push_back(*node.constant);
      // A value that only an uint64 holds decides; the few below 0 that stand beside it are then read as an error.
      if (std::any_of(values.begin(), values.end(), [](const Json& v) { return is_past_int64(v); })) return scalar(Scalar::UInt64);
      is_past_refused = is_past_refused || !values.empty() || parse_int64(node.maximum) || parse_int64(node.exclusive_maximum);
      is_negative_refused = is_negative_refused || parse_int64(node.minimum).value_or(-1) >= 0 || is_past_int64(node.minimum) ||
                            parse_int64(node.exclusive_minimum).value_or(-2) >= -1 || is_past_int64(node.exclusive_minimum);
    }
    return scalar(is_negative_refused && !is_past_refused ? Scalar::UInt64 : Scalar::Int64);
  }

  TypeId make_string(const std::vector<NodeId>& pack, const Context& context) {
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (node.content_schema) return type_of(flatten(form_, *node.content_schema), context.inside("content"));
      if (node.is_base64) return scalar(Scalar::Bytes);
      if (!node.enumeration.empty() && all_strings(node.enumeration)) return make_enum(node.enumeration, node, context);
      if (node.constant && node.constant->is_string()) return make_enum({*node.constant}, node, context);
    }
    return scalar(Scalar::String);
  }

  TypeId make_enum(const std::vector<Json>& values, const Node& node, const Context& context) {
    EnumType type{.values = {}, .open = node.extension.open};
    std::set<std::string_view> seen;
    for (const Json& value : values) {
      if (value.is_string() && seen.insert(value.get_ref<const std::string&>()).second) {
        type.values.push_back(value.get<std::string>());
      }
    }
    const NodeId id = form_.by_place.at(node.place);
    return add({std::move(type), context.document, candidates(id, beside_root(context)), id});
  }

  // ---- Arrays

  TypeId make_array(const std::vector<NodeId>& pack, const Context& context) {
    std::vector<NodeId> items;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (!node.prefix_items.empty()) return pack.size() == 1 ? make_tuple(node, context) : scalar(Scalar::Json);
      if (node.items) items.push_back(*node.items);
    }
    const TypeId item = type_of(flatten(form_, items), context.inside("item"));
    return alias_of_definition(add({ListType{item}, context.document, {}, {}}), context);
  }

  TypeId make_tuple(const Node& node, const Context& context) {
    TupleType tuple;
    for (std::size_t i = 0; i < node.prefix_items.size(); ++i) {
      const std::vector<NodeId> pack = flatten(form_, node.prefix_items[i]);
      const TypeId item = type_of(pack, context.inside("item " + std::to_string(i + 1)));
      tuple.items.push_back(i < node.min_items ? item : wrap_optional(item));
    }
    return alias_of_definition(add({std::move(tuple), context.document, {}, {}}), context);
  }

  // ---- Objects

  TypeId make_object(const std::vector<NodeId>& pack, const Context& context) {
    const bool is_struct = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
      return !form_[id].properties.empty() || !form_[id].required.empty() || form_[id].extension.keep_unknown;
    });
    return is_struct ? make_struct(pack, context) : make_map(pack, context);
  }

  /// The schema of a map's values, where exactly one schema of the pack has one.
  std::optional<NodeId> map_values(const std::vector<NodeId>& pack, bool& ignore_case) const {
    std::optional<NodeId> values;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      ignore_case = ignore_case || node.extension.keys_ignore_case;
      if (node.pattern_properties.empty() && !node.additional_properties) continue;
      const bool only_pattern = node.pattern_properties.size() == 1 &&
                                (!node.additional_properties || !says_something(*node.additional_properties));
      const bool only_additional = node.pattern_properties.empty() && says_something(*node.additional_properties);
      if (values || (!only_pattern && !only_additional)) return std::nullopt;
      values = only_pattern ? node.pattern_properties[0].schema : *node.additional_properties;
    }
    return values;
  }

  /// Whether a schema for additional members gives them a type: neither `true` nor `false` does.
  bool says_something(NodeId id) const {
    const std::vector<NodeId> pack = flatten(form_, id);
    return !pack.empty() && !types_of(form_, pack).empty();
  }

  TypeId make_map(const std::vector<NodeId>& pack, const Context& context) {
    bool ignore_case = false;
    const auto values = map_values(pack, ignore_case);
    if (!values) return scalar(Scalar::Json);
    const TypeId value = type_of(flatten(form_, *values), context.inside("value"));
    return alias_of_definition(add({MapType{value, ignore_case}, context.document, {}, {}}), context);
  }

  TypeId make_struct(const std::vector<NodeId>& pack, const Context& context, bool is_alternative = false) {
    const NodeId told_of = pack.size() == 1 ? pack[0] : context.itself.value_or(pack.back());
    const TypeId id = add({StructType{}, context.document, candidates(pack.back(), context), told_of});
    model_.types[id].definition =
        StructType{.fields = {}, .unknown = std::nullopt, .pack = pack, .is_alternative = is_alternative};
    structs_to_fill_.push_back(id);
    return id;
  }

  /// One after another, and not each inside the one that holds it: definitions may hold each other by the thousand.
  void fill_structs() {
    while (!structs_to_fill_.empty()) {
      const TypeId id = structs_to_fill_.front();
      structs_to_fill_.pop_front();
      StructType type = std::get<StructType>(model_.types[id].definition);
      const Context inside{.document = model_.types[id].document, .parent = model_.types[id].name_candidates.front()};
      for (const std::string& name : member_names(type.pack)) type.fields.push_back(make_field(name, type.pack, inside));
      type.unknown = make_unknown(type.pack, inside);
      model_.types[id].definition = std::move(type);
    }
  }

  /// Declared members in the order of the schemas, then those that are only required.
  std::vector<std::string> member_names(const std::vector<NodeId>& pack) const {
    std::vector<std::string> names;
    const auto add_name = [&names](const std::string& name) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const NodeId id : pack) {
      for (const NodeProperty& property : form_[id].properties) add_name(property.name);
      for (const std::string& name : form_[id].required) add_name(name);
    }
    return names;
  }

  Field make_field(const std::string& name, const std::vector<NodeId>& pack, const Context& inside) {
    Field field{.json_name = name, .constant = std::nullopt, .pack = {}, .node = std::nullopt};
    std::vector<NodeId> schemas;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      field.required = field.required || std::find(node.required.begin(), node.required.end(), name) != node.required.end();
      for (const NodeProperty& property : node.properties) {
        if (property.name == name) schemas.push_back(property.schema);
      }
    }
    if (!schemas.empty()) field.node = schemas.front();
    field.pack = flatten(form_, schemas);
    const TypeSet types = types_of(form_, field.pack);
    if (types.empty()) {
      field.kind = Field::Kind::Forbidden;
    } else if (const auto constant = fixed_value(field)) {
      field.kind = Field::Kind::Constant;
      field.constant = *constant;
    } else {
      field.type = type_of(field.pack, {inside.document, inside.parent, name});
      if (is_null_distinct(schemas, field.pack)) {
        field.type = make_nullable(field.type);
      } else if (!field.required) {
        field.type = wrap_optional(field.type);
      }
    }
    return field;
  }

  /// The scalar that a required member must be.
  std::optional<Json> fixed_value(const Field& field) const {
    if (!field.required) return std::nullopt;
    for (const NodeId id : field.pack) {
      const auto& constant = form_[id].constant;
      if (constant && (constant->is_string() || constant->is_boolean() || constant->is_number_integer())) return constant;
    }
    return std::nullopt;
  }

  bool is_null_distinct(const std::vector<NodeId>& schemas, const std::vector<NodeId>& pack) const {
    const auto distinct = [this](NodeId id) { return form_[id].extension.null_is_distinct; };
    return types_of(form_, pack).has(kNull) && (std::any_of(schemas.begin(), schemas.end(), distinct) ||
                                                std::any_of(pack.begin(), pack.end(), distinct));
  }

  std::optional<UnknownMembers> make_unknown(const std::vector<NodeId>& pack, const Context& inside) {
    std::optional<NodeId> additional;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (node.extension.keep_unknown) return UnknownMembers{scalar(Scalar::Json), {}};
      if (!node.additional_properties || !says_something(*node.additional_properties)) continue;
      // Two typed sets of additional members: their types cannot be told by name. They are checked, not kept.
      if (additional || !node.pattern_properties.empty()) return std::nullopt;
      additional = node.additional_properties;
    }
    if (!additional || pack.size() != 1) return std::nullopt;
    const std::vector<NodeId> values = flatten(form_, *additional);
    return UnknownMembers{type_of(values, {inside.document, inside.parent, "additional property"}), values};
  }

  // ---- Unions

  /// The node of the pack with "oneOf" or "anyOf"; none when there are several, which no variant expresses.
  std::optional<NodeId> find_union(const std::vector<NodeId>& pack) const {
    std::optional<NodeId> found;
    for (const NodeId id : pack) {
      if (!form_[id].is_union()) continue;
      if (found || (!form_[id].any_of.empty() && !form_[id].one_of.empty())) return std::nullopt;
      found = id;
    }
    return found;
  }

  /// Whether a branch says what a value is, and not only what it must have.
  bool describes_type(NodeId branch, TypeSet types) const {
    const std::vector<NodeId> pack = flatten(form_, branch);
    const bool has_parts = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
      const Node& node = form_[id];
      return !node.properties.empty() || node.items || !node.prefix_items.empty() || !node.pattern_properties.empty() ||
             (node.additional_properties && says_something(*node.additional_properties)) || !node.enumeration.empty() ||
             node.constant || node.content_schema || node.is_base64 || node.is_union();
    });
    return has_parts || (types_of(form_, pack) & types) != types;
  }

  TypeId make_union(const std::vector<NodeId>& pack, NodeId chosen, TypeSet types, const Context& context) {
    const Node& node = form_[chosen];
    std::vector<NodeId> branches;
    for (const NodeId branch : node.branches()) {
      if (types_of(form_, flatten(form_, branch)) != kNull) branches.push_back(branch);
    }
    TypeSet around = kAnyType;
    std::vector<NodeId> rest;
    for (const NodeId id : pack) {
      if (id != chosen) rest.push_back(id);
      around = around & form_[id].types;
    }
    const bool describes = std::any_of(branches.begin(), branches.end(), [&](NodeId branch) {
      return describes_type(branch, around.without(kNull));
    });
    if (!describes) return make_plain(pack, types, context);
    if (has_parts_beside_union(node)) rest.push_back(chosen);

    UnionType type{.alternatives = {}, .node = chosen};
    for (std::size_t i = 0; i < branches.size(); ++i) {
      type.alternatives.push_back(make_alternative(rest, branches[i], context, i, branches.size()));
    }
    const TypeId first = type.alternatives.front().type;
    const bool all_same = std::all_of(type.alternatives.begin(), type.alternatives.end(),
                                      [first](const Alternative& a) { return a.type == first; });
    if (all_same) return first;
    return add_union(std::move(type), chosen, context);
  }

  static bool has_parts_beside_union(const Node& node) {
    return !node.properties.empty() || !node.required.empty() || node.additional_properties ||
           !node.pattern_properties.empty() || node.items || !node.prefix_items.empty();
  }

  Alternative make_alternative(const std::vector<NodeId>& rest, NodeId branch, const Context& context, std::size_t index,
                               std::size_t count) {
    std::vector<NodeId> pack = rest;
    for (const NodeId id : flatten(form_, branch)) {
      if (std::find(pack.begin(), pack.end(), id) == pack.end()) pack.push_back(id);
    }
    const Context inside = count == 1 ? context.part() : context.inside(alternative_name(pack, branch, index));
    if (rest.empty()) return {type_without_null(type_of(pack, inside)), pack};
    const bool is_object = types_of(form_, pack).without(kNull) == kObject;
    if (!is_object) return {scalar(Scalar::Json), pack};
    // Several schemas make one struct: its reader need not decide the union again.
    const Key key{inside.document, pack};
    if (const auto known = known_.find(key); known != known_.end()) return {revisit(known->second), pack};
    const TypeId type = make_struct(pack, inside, true);
    known_.emplace(key, Entry{.type = type});
    return {type, pack};
  }

  /// The value of the constant that marks an alternative is its best name, then that of the definition it refers to.
  std::string alternative_name(const std::vector<NodeId>& pack, NodeId branch, std::size_t index) const {
    for (const NodeId id : pack) {
      for (const NodeProperty& property : form_[id].properties) {
        const auto& constant = form_[property.schema].constant;
        if (constant && constant->is_string()) return constant->get<std::string>();
      }
    }
    const auto named = own_names_.find(follow(form_, branch));
    return named != own_names_.end() ? named->second : "alternative " + std::to_string(index + 1);
  }

  TypeId type_without_null(TypeId type) const {
    const auto* const optional = model_.as<OptionalType>(type);
    return optional == nullptr ? type : optional->value;
  }

  /// "type": ["string", "integer"].
  TypeId make_union_of_types(const std::vector<NodeId>& pack, TypeSet types, const Context& context) {
    UnionType type{.alternatives = {}, .node = std::nullopt};
    for (const TypeSet category : kCategories) {
      if (!types.has(category)) continue;
      const TypeId one = category == kObject ? make_map(pack, context.inside("object"))
                                             : make_plain(pack, types & category, context.part());
      type.alternatives.push_back({one, pack});
    }
    return add_union(std::move(type), pack.back(), context);
  }

  TypeId add_union(UnionType type, NodeId node, const Context& context) {
    const TypeId id = add({std::move(type), context.document, {}, node});
    return add({AliasType{id}, context.document, candidates(node, beside_root(context)), node});
  }

  // ---- Names and small types

  std::vector<std::string> candidates(const std::optional<NodeId>& node, const Context& context) const {
    std::vector<std::string> names;
    const auto add_name = [&names](const std::string& name) {
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    // What a part of the type is called, having a name of its own, is not what the whole is called.
    const bool is_foreign = node && own_names_.contains(*node);
    if (const std::optional<NodeId> named = context.itself ? context.itself : is_foreign ? std::nullopt : node) {
      add_name(form_[*named].extension.name.value_or(""));
      if (!context.itself) add_name(form_[*named].annotations.title);
    }
    add_name(context.member);
    add_name(context.parent.empty() ? context.member : context.parent + " " + context.member);
    if (names.empty()) names.emplace_back("empty");  // the definition whose name is ""
    return names;
  }

  /// The root of a given document is a type of its own, around one that has none.
  Context beside_root(const Context& context) const {
    return context.itself && is_given_root(*context.itself) ? context.inside("value") : context;
  }

  bool is_given_root(NodeId node) const {
    return std::find(form_.roots.begin(), form_.roots.end(), node) != form_.roots.end();
  }

  /// Lists, maps and tuples that a definition names keep the name.
  TypeId alias_of_definition(TypeId type, const Context& context) {
    const bool named = context.itself && !is_given_root(*context.itself);
    return named ? add({AliasType{type}, context.document, candidates(context.itself, context), context.itself}) : type;
  }

  TypeId wrap_optional(TypeId type) {
    if (model_.as<OptionalType>(type) != nullptr) return type;
    return add({OptionalType{type}, model_.types[type].document, {}, {}});
  }

  TypeId make_nullable(TypeId type) {
    return add({NullableType{type_without_null(type)}, model_.types[type].document, {}, {}});
  }

  bool is_json(TypeId type) const {
    const auto* const kind = model_.as<Scalar>(type);
    return kind != nullptr && *kind == Scalar::Json;
  }

  TypeId scalar(Scalar kind) {
    const auto [known, added] = scalars_.emplace(kind, model_.types.size());
    if (added) model_.types.push_back({kind, 0, {}, {}});
    return known->second;
  }

  TypeId add(Type type) {
    model_.types.push_back(std::move(type));
    return model_.types.size() - 1;
  }

  const NormalForm& form_;
  const Sharing& sharing_;
  Diagnostics& diagnostics_;
  Model model_;
  /// Of definitions and of the roots of documents.
  std::map<NodeId, std::string> own_names_;
  /// Those, by what they are made of.
  std::map<std::vector<NodeId>, NodeId> named_packs_;
  std::map<Key, Entry> known_;
  std::deque<TypeId> structs_to_fill_;
  std::map<Scalar, TypeId> scalars_;
};

}  // namespace

Model build_model(const NormalForm& form, const Sharing& sharing, Diagnostics& diagnostics) {
  return ModelBuilder(form, sharing, diagnostics).run();
}

}  // namespace eventc::compiler
