// SPDX-License-Identifier: Apache-2.0
#include "plan_parse.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "accepts_null.hpp"
#include "only_branch.hpp"
#include "outcome.hpp"

namespace eventc::compiler {
namespace {

class ParsePlanner {
 public:
  ParsePlanner(const NormalForm& form, const Model& model) : form_(form), model_(model) {}

  ParsePlan run() {
    for (NodeId id = 0; id < form_.nodes.size(); ++id) {
      if (form_[id].is_union()) plan_.unions.emplace(id, plan_union(form_, form_[id]));
    }
    for (TypeId id = 0; id < model_.types.size(); ++id) {
      if (const auto* const type = model_.as<StructType>(id)) plan_struct(id, *type);
      if (const auto* const type = model_.as<WrapperType>(id))
        plan_.values.emplace(id, reading(type->value, type->pack));
    }
    return std::move(plan_);
  }

 private:
  void plan_struct(TypeId id, const StructType& type) {
    const std::unordered_set<std::string_view> required_first = required_before_declared(type);
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const Field& field = type.fields[i];
      if (field.pack.empty()) continue;
      const ReadingSchema schema = field.kind == Field::Kind::Stored
                                       ? reading(field.type, field.pack)
                                       : checking(field.pack);
      const bool is_readers_choice = field.node && !required_first.contains(field.json_name) &&
                                     schema == ReadingSchema(follow(form_, *field.node));
      if (!is_readers_choice) plan_.fields.emplace(std::pair(id, i), schema);
    }
    for (std::size_t i = 0; i < type.maps.size(); ++i)
      plan_.maps.emplace(std::pair(id, i), reading(type.maps[i].value, type.maps[i].pack));
    Shape kept{.types = kObject, .pack = type.pack};
    for (const Field& field : type.fields) {
      if (field.is_conditional) kept.properties.push_back(field.json_name);
    }
    if (kept.properties.empty()) return;
    plan_.kept.emplace(id, add(std::move(kept)));
  }

  /// The members that a schema requires, and says no more of, before the first that declares them:
  /// the reader would take them for members that may be anything.
  std::unordered_set<std::string_view> required_before_declared(const StructType& type) const {
    std::unordered_set<std::string_view> declared;
    std::unordered_set<std::string_view> required_first;
    for (const NodeId id : type.pack) {
      for (const NodeProperty& property : form_[id].properties) declared.insert(property.name);
      for (const std::string& name : form_[id].required) {
        if (!declared.contains(name)) required_first.insert(name);
      }
    }
    return required_first;
  }

  /// For a member that is checked and not stored.
  ReadingSchema checking(const std::vector<NodeId>& pack) {
    if (pack.size() == 1) return pack[0];
    return add({.checked_by = pack, .pack = pack});
  }

  /// `decided` are those of the pack whose choice among schemas has been made before.
  ReadingSchema reading(TypeId type, const std::vector<NodeId>& pack,
                        const std::vector<NodeId>& decided = {}) {
    if (pack.empty()) return AnySchema{};
    if (pack.size() == 1 && is_plain(type, pack[0])) return pack[0];
    return make_shape(type, pack, decided);
  }

  /// Whether the type's codec finds all that it needs in this one schema.
  bool is_plain(TypeId id, NodeId node) {
    // Unions may lead to each other by more ways than can be gone.
    const auto known = plain_.find({id, node});
    if (known != plain_.end()) return known->second;
    const bool plain = finds_all(id, node);
    plain_.emplace(std::pair(id, node), plain);
    return plain;
  }

  bool finds_all(TypeId id, NodeId node) {
    struct Visitor {
      ParsePlanner& planner;
      TypeId type_id;
      NodeId id;
      const Node& node;

      bool operator()(Scalar kind) const {
        if (kind == Scalar::Bytes) return node.is_base64;
        return kind != Scalar::String || !node.is_base64 || !node.asserts_content;
      }
      bool operator()(const EnumType&) const { return planner.model_.types[type_id].node == id; }
      bool operator()(const ListType& type) const {
        return planner.child_is_plain(type.item, node.items);
      }
      bool operator()(const TupleType& type) const {
        for (std::size_t i = 0; i < type.items.size(); ++i) {
          if (i >= node.prefix_items.size() ||
              !planner.child_is_plain(type.items[i], node.prefix_items[i]))
            return false;
        }
        return !type.rest || planner.child_is_plain(*type.rest, node.items);
      }
      bool operator()(const MapType& type) const {
        return planner.child_is_plain(type.value, planner.map_child(node)) &&
               (!type.key || planner.child_is_plain(*type.key, node.property_names));
      }
      bool operator()(const OptionalType& type) const {
        return planner.is_plain_inside(type.value, id);
      }
      bool operator()(const NullableType& type) const {
        return planner.is_plain_inside(type.value, id);
      }
      bool operator()(const BoxType& type) const { return planner.is_plain(type.value, id); }
      bool operator()(const AliasType& type) const { return planner.is_plain(type.target, id); }
      bool operator()(const UnionType& type) const { return planner.union_is_plain(type, id); }
      bool operator()(const WrapperType&) const { return planner.is_checked(type_id, id); }
      bool operator()(const StructType&) const { return planner.is_checked(type_id, id); }
    };
    const Node& found = form_[node];
    if (found.content_schema) return child_is_plain(without_optional(id), found.content_schema);
    if (find_content(described_by(id, {node}))) return false;  // it is a branch that has it
    return std::visit(Visitor{*this, id, node, found}, model_.types[id].definition);
  }

  /// Whether a struct's own reader checks the node, itself or as the only branch that it has.
  bool is_checked(TypeId type, NodeId node) {
    if (checks(model_, type, node)) return true;
    const Node& found = form_[node];
    return !found.asserts_beside_choices() && !found.if_ && found.branches().size() == 1 &&
           child_is_plain(type, found.branches().front());
  }

  /// The same for the value inside an optional: of a union of null and one branch, that branch.
  bool is_plain_inside(TypeId type, NodeId node) {
    const Node& found = form_[node];
    if (found.is_union() && found.branches().size() == 2) {
      const auto null_branch = plan_.unions.at(node).null_branch;
      if (null_branch) return child_is_plain(type, found.branches()[1 - *null_branch]);
    }
    return is_plain(type, node);
  }

  bool child_is_plain(TypeId type, const std::optional<NodeId>& child) {
    if (!child) return is_json(type);
    const std::vector<NodeId> pack = flatten(form_, *child);
    const NodeId itself = follow(form_, *child);
    if (pack.empty()) return is_json(type) && !form_[itself].ref && form_[itself].all_of.empty();
    return pack.size() == 1 && pack[0] == itself && is_plain(type, itself);
  }

  bool union_is_plain(const UnionType& type, NodeId id) {
    const Node& node = form_[id];
    if (type.node != id) return false;
    std::size_t alternative = 0;
    for (std::size_t i = 0; i < node.branches().size(); ++i) {
      if (plan_.unions.at(id).null_branch == i) continue;
      const TypeId one = type.alternatives[alternative++].type;
      if (!child_is_plain(one, node.branches()[i])) return false;
      if (node.has_parts() && !checks_parts(one, id)) return false;
    }
    return true;
  }

  /// Whether what a union says of parts is checked by the reader of one of its alternatives: by a
  /// struct that is made of it and the branch.
  bool checks_parts(TypeId alternative, NodeId id) const {
    const TypeId inner = without_alias(alternative);
    const auto* const type = model_.as<UnionType>(inner);
    if (type == nullptr) return checks(model_, inner, id, {id});
    return std::all_of(type->alternatives.begin(), type->alternatives.end(),
                       [&](const Alternative& one) { return checks_parts(one.type, id); });
  }

  static std::optional<NodeId> map_child(const Node& node) {
    if (!node.pattern_properties.empty()) return node.pattern_properties[0].schema;
    return node.additional_properties;
  }

  // ---- Shapes

  ReadingSchema add(Shape shape) {
    plan_.shapes.push_back(std::move(shape));
    return ShapeRef{plan_.shapes.size() - 1};
  }

  ReadingSchema make_shape(TypeId id, const std::vector<NodeId>& pack,
                           const std::vector<NodeId>& decided) {
    Shape shape{.types = types_of(form_, pack), .checked_by = pack, .pack = pack};
    // What the reader of the value inside of an optional checks, it does not check for null.
    if (!accepts_null(form_, pack)) shape.types = shape.types.without(kNull);
    const TypeId inner = without_alias(without_optional(id));
    if (const auto content = find_content(described_by(id, pack))) {
      const Node& node = form_[*content];
      shape.is_base64 = node.is_base64;
      shape.content = reading(without_optional(id), flatten(form_, *node.content_schema));
      return add(std::move(shape));
    }
    fill(shape, inner, pack);
    std::erase_if(shape.checked_by,
                  [&](NodeId node) { return checks(model_, inner, node, decided); });
    shape.adds_checks = is_class(model_, inner) && !shape.checked_by.empty();
    return add(std::move(shape));
  }

  void fill(Shape& shape, TypeId type, const std::vector<NodeId>& pack) {
    if (const auto* const choice = model_.as<UnionType>(type))
      return fill_union(shape, *choice, pack);
    if (const auto* const scalar = model_.as<Scalar>(type))
      shape.is_base64 = *scalar == Scalar::Bytes;
    fill_parts(shape, type, described_by(type, pack));
  }

  void fill_parts(Shape& shape, TypeId type, const std::vector<NodeId>& pack) {
    if (model_.as<EnumType>(type) != nullptr) shape.values = model_.types[type].node;
    if (const auto* const list = model_.as<ListType>(type)) {
      shape.items =
          reading(list->item, children(pack, [](const Node& node) { return node.items; }));
    }
    if (const auto* const map = model_.as<MapType>(type)) {
      if (map->key) shape.map_keys = model_.types[*map->key].node;
      const auto by_pattern = std::find_if(pack.begin(), pack.end(), [this](NodeId node) {
        return !form_[node].pattern_properties.empty();
      });
      if (by_pattern != pack.end()) shape.map_pattern = *by_pattern;
      shape.map_values = reading(map->value, children(pack, map_child));
    }
    if (const auto* const tuple = model_.as<TupleType>(type)) {
      const auto has_items = [this](NodeId id) { return !form_[id].prefix_items.empty(); };
      const Node& node = form_[*std::find_if(pack.begin(), pack.end(), has_items)];
      shape.min_items = node.min_items;
      for (std::size_t i = 0; i < tuple->items.size(); ++i)
        shape.prefix_items.push_back(
            reading(tuple->items[i], flatten(form_, node.prefix_items[i])));
      if (tuple->rest) {
        shape.items =
            reading(*tuple->rest, children(pack, [](const Node& one) { return one.items; }));
      }
    }
  }

  /// The schemas that say of what parts a value of the type is. Where a union is no variant, its
  /// branches are of one type, and of types with parts only equal branches are: what the first says
  /// of them, all say.
  std::vector<NodeId> described_by(TypeId type, std::vector<NodeId> pack) const {
    const TypeId inner = without_alias(without_optional(type));
    if (model_.as<UnionType>(inner) != nullptr) return pack;
    if (model_.as<Scalar>(inner) != nullptr) return with_only_branches(form_, std::move(pack));
    for (std::size_t i = 0; i < pack.size(); ++i) {
      if (const auto branch = first_branch(form_[pack[i]])) add_missing(*branch, pack);
    }
    return pack;
  }

  /// The first branch of a union that is not null alone.
  std::optional<std::vector<NodeId>> first_branch(const Node& node) const {
    for (const NodeId branch : node.branches()) {
      std::vector<NodeId> parts = flatten(form_, branch);
      if (types_of(form_, parts) != kNull) return parts;
    }
    return std::nullopt;
  }

  std::optional<NodeId> find_content(const std::vector<NodeId>& pack) const {
    const auto found = std::find_if(pack.begin(), pack.end(), [this](NodeId id) {
      return form_[id].content_schema.has_value();
    });
    return found == pack.end() ? std::nullopt : std::optional(*found);
  }

  void fill_union(Shape& shape, const UnionType& type, const std::vector<NodeId>& pack) {
    if (type.is_list_of_types()) return fill_list_of_types(shape, type, pack);
    for (const Alternative& one : type.alternatives)
      shape.branches.push_back(reading(one.type, one.pack, one.decided));
    if (type.node) {
      const UnionPlan& plan = plan_.unions.at(*type.node);
      shape.exactly_one = !form_[*type.node].one_of.empty() && !adds_null(shape, type);
      if (plan.selector) shape.selector = without_branch(*plan.selector, plan.null_branch);
    } else {
      shape.selector = type.by_condition;
    }
    if (!shape.selector || !shape.selector->by_member.empty()) check_branches(shape);
    // What holds for every alternative is checked when one is read, and which it is by the
    // selector.
    const bool is_counted = type.node && !form_[*type.node].one_of.empty() && !shape.exactly_one;
    if (shape.selector) {
      std::erase_if(shape.checked_by, [&](NodeId node) {
        return is_checked_by(type, node) && !(is_counted && node == *type.node);
      });
    }
  }

  /// Whether null, which is a branch of its own in a shape, belongs to another of its branches too.
  bool adds_null(const Shape& shape, const UnionType& type) const {
    return shape.types.has(kNull) &&
           std::any_of(type.alternatives.begin(), type.alternatives.end(),
                       [this](const Alternative& one) { return accepts_null(form_, one.pack); });
  }

  bool is_checked_by(const UnionType& type, NodeId node) const {
    const Node& found = form_[node];
    const bool chooses_once = !found.is_union() || !found.if_;
    if (contains(type.decided, node) && chooses_once && !found.asserts_beside_choices())
      return true;
    return std::all_of(type.alternatives.begin(), type.alternatives.end(),
                       [&](const Alternative& one) { return contains(one.pack, node); });
  }

  void fill_list_of_types(Shape& shape, const UnionType& type, const std::vector<NodeId>& pack) {
    for (const Alternative& one : type.alternatives)
      shape.branches.push_back(reading_part(one, pack));
    shape.selector = select_by_type(types_of(form_, pack));
    const bool are_checked = std::all_of(
        shape.branches.begin(), shape.branches.end(),
        [](const ReadingSchema& branch) { return std::holds_alternative<NodeId>(branch); });
    if (!are_checked) return;
    // Each type's reader sees all of the schema, and what numbers it allows.
    shape.checked_by.clear();
    shape.types = visible(shape.types);
  }

  /// A branch that is tried says all that it asks for, though its type's reader needs none of it.
  void check_branches(const Shape& shape) {
    for (const ReadingSchema& branch : shape.branches) {
      const auto* const ref = std::get_if<ShapeRef>(&branch);
      if (ref == nullptr) continue;
      Shape& tried = plan_.shapes[ref->shape];
      tried.checked_by = tried.pack;
    }
  }

  /// A part of "type": [...]: the schema itself is every part's, seen through one type.
  ReadingSchema reading_part(const Alternative& alternative, const std::vector<NodeId>& pack) {
    if (pack.size() == 1 && is_plain(alternative.type, pack[0])) return pack[0];
    Shape shape{.types = kAnyType, .pack = pack};
    fill(shape, without_alias(alternative.type), pack);
    return add(std::move(shape));
  }

  template <class Select>
  std::vector<NodeId> children(const std::vector<NodeId>& pack, Select select) const {
    std::vector<NodeId> nodes;
    for (const NodeId id : pack) {
      if (const std::optional<NodeId> child = select(form_[id])) nodes.push_back(*child);
    }
    return flatten(form_, nodes);
  }

  TypeId without_optional(TypeId id) const {
    if (const auto* const type = model_.as<OptionalType>(id)) return type->value;
    if (const auto* const type = model_.as<NullableType>(id)) return type->value;
    return id;
  }
  TypeId without_alias(TypeId id) const {
    if (const auto* const type = model_.as<AliasType>(id)) return type->target;
    if (const auto* const type = model_.as<BoxType>(id)) return without_alias(type->value);
    return id;
  }
  bool is_json(TypeId id) const {
    const auto* const scalar = model_.as<Scalar>(without_optional(id));
    return scalar != nullptr && *scalar == Scalar::Json;
  }

  const NormalForm& form_;
  const Model& model_;
  ParsePlan plan_;
  std::map<std::pair<TypeId, NodeId>, bool> plain_;
};

}  // namespace

ParsePlan plan_parse(const NormalForm& form, const Model& model) {
  return ParsePlanner(form, model).run();
}

}  // namespace eventc::compiler
