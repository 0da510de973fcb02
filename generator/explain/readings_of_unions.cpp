// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain/reading_finder.hpp"

// The way of read_value() through unions: of branches, of types, and of what conditions lead to.

namespace eventc::compiler {

void ReadingFinder::read_union(const Value& value, const UnionType& type) {
  const EmittedTable& table = table_of(value.schema);
  note_choice(value, type, table.select());
  if (type.is_list_of_types()) {
    read_types(value, type);
  } else if (type.by_condition) {
    read_ways(value, type);
  } else {
    read_branches(value, type);
  }
  if (!has_checks_beside_union(table)) return;
  // What the alternatives have in common, their readers check once one has been selected.
  const bool is_beside = !type.is_list_of_types() && table.select();
  const bool is_of_node = std::holds_alternative<NodeId>(value.schema);
  recheck(value, is_beside || is_of_node ? RereadingCause::BesideUnion : RereadingCause::InPlace);
}

void ReadingFinder::note_choice(const Value& value, const UnionType& type,
                                const std::optional<BranchSelector>& select) {
  const NodeId node = type.node.value_or(follow(form_, value.at));
  if (!select) {
    add_rereading(node, {.cause = RereadingCause::Trials, .schema = node});
    read_again(form_[node].branches(), node);
  } else if (!select->by_property.empty()) {
    add_rereading(node,
                  {.cause = RereadingCause::TagAhead, .schema = node, .name = select->property});
  } else if (!select->by_member.empty()) {
    add_rereading(node, {.cause = RereadingCause::OwnMemberAhead, .schema = node});
  }
}

/// The schema itself, seen as one of its types.
void ReadingFinder::read_types(const Value& value, const UnionType& type) {
  const TypeSet types = types_of(form_, flatten(form_, value.applied));
  std::size_t i = 0;
  for (const TypeSet category : kCategories) {
    if (!types.has(category)) continue;
    Value part{type.alternatives[i].type, branch_of(value, i).value_or(value.schema), value.applied,
               value.at};
    part.seen_as = category;
    read(std::move(part));
    ++i;
  }
}

void ReadingFinder::read_branches(const Value& value, const UnionType& type) {
  const auto null_branch = emission_.plan.unions.at(*type.node).null_branch;
  const std::vector<NodeId>& branches = form_[*type.node].branches();
  note_null_branch(*type.node);
  std::size_t i = 0;
  for (std::size_t index = 0; index < branches.size(); ++index) {
    if (null_branch == index) continue;
    const NodeId branch = branches[index];
    const Alternative& alternative = type.alternatives[i];
    const ReadingSchema schema = part_of(value, branch, branch_of(value, i));
    std::vector<NodeId> applied = applied_with({branch});
    if (std::holds_alternative<ShapeRef>(schema)) add_missing(alternative.pack, applied);
    hold({branch}, {.type = alternative.type});
    read({alternative.type, schema, std::move(applied), branch});
    ++i;
  }
}

void ReadingFinder::read_ways(const Value& value, const UnionType& type) {
  for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
    const Alternative& alternative = type.alternatives[i];
    read({alternative.type, part_of(value, std::nullopt, branch_of(value, i)), alternative.pack,
          value.at});
  }
  const TypeSet types = types_of(form_, flatten(form_, value.applied));
  for (const NodeId id : type.decided) {
    // One that is a condition and nothing else is in no alternative.
    add_reading(id, reading_of(value, id, types, false));
    const Node& node = form_[id];
    hold_way(*node.if_, value.type, Held::As::Part);
    if (node.then_) hold_way(*node.then_, value.type, Held::As::Value);
    if (node.else_) hold_way(*node.else_, value.type, Held::As::Value);
  }
}

/// The alternatives of which the schema is a part; where it leads to other conditions alone, to the
/// union. The only alternative is held `as` that.
void ReadingFinder::hold_way(NodeId schema, TypeId choice, Held::As as) {
  const std::vector<NodeId> parts = flatten(form_, schema);
  if (types_of(form_, parts).empty()) return hold({schema}, {.as = Held::As::Forbidden});
  std::vector<TypeId> found;
  for (const Alternative& one : model_.as<UnionType>(choice)->alternatives) {
    const bool has_part = std::any_of(parts.begin(), parts.end(),
                                      [&](NodeId part) { return contains(one.pack, part); });
    if (has_part) found.push_back(one.type);
  }
  if (found.size() == 1) return hold({schema}, {.as = as, .type = found.front()});
  for (const TypeId type : found) hold({schema}, {.as = Held::As::Part, .type = type});
  if (found.empty()) hold({schema}, {.as = Held::As::Part, .type = alias_of(choice)});
}

TypeId ReadingFinder::alias_of(TypeId choice) const {
  const auto found =
      std::find_if(model_.types.begin(), model_.types.end(), [choice](const Type& type) {
        const auto* const alias = std::get_if<AliasType>(&type.definition);
        return alias != nullptr && alias->target == choice;
      });
  return found == model_.types.end() ? choice : static_cast<TypeId>(found - model_.types.begin());
}

std::optional<ReadingSchema> ReadingFinder::branch_of(const Value& value, std::size_t index) const {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  if (ref == nullptr) return std::nullopt;
  return emission_.plan.shapes[ref->shape].branches[index];
}

void ReadingFinder::note_null_branch(NodeId node) {
  const auto null_branch = emission_.plan.unions.at(node).null_branch;
  if (!null_branch) return;
  const NodeId branch = form_[node].branches()[*null_branch];
  hold({branch}, {.as = Held::As::Null});
  for (const NodeId id : applied_with({branch}))
    add_reading(id, {.by = ReadBy::Null, .types = kNull, .at = branch});
}

}  // namespace eventc::compiler
