// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>
#include <string_view>

#include "walker_members.hpp"

// An object that was looked at before: its members are known.

namespace eventc {

using schema::Schema;

namespace {

constexpr std::size_t kFewNames = 8;

}  // namespace

bool asks_for_few_names(const Schema& schema) {
  const bool asks_for_others = !schema.pattern_properties.empty() ||
                               schema.additional_properties.present() || schema.keep_unknown ||
                               schema.min_properties != 0 ||
                               schema.max_properties != schema::kUnlimited;
  if (asks_for_others || schema.properties.size() + schema.required.size() > kFewNames)
    return false;
  if (!schema.conditions.present()) return true;
  const schema::Conditions& conditions = *schema.conditions;
  return !conditions.property_names.present() && !has_dependents(conditions) &&
         !conditions.unevaluated_properties.present();
}

/// The members that a schema asks for where these are few, in the text's order: each by its place
/// there, and by that of the property, behind which those that are only required have theirs.
struct Walker::Few {
  struct Member {  // not initialized: there are as many as `size` says
    std::size_t index;
    std::size_t place;
  };
  std::array<Member, kFewNames> members;
  std::size_t size = 0;

  void add(const Member& member) {
    std::size_t i = size++;
    for (; i > 0 && members[i - 1].index > member.index; --i) members[i] = members[i - 1];
    members[i] = member;
  }
};

/// Nothing where one of them is there twice.
std::optional<Walker::Few> Walker::find_few(const Schema& schema, const Outline& known) {
  Few few;
  const auto find = [&](std::string_view name, std::size_t place) {
    bool is_twice = false;
    const Outline::Member* const member = known.find(name, is_twice);
    if (member != nullptr) few.add({static_cast<std::size_t>(member - &known[0]), place});
    return !is_twice;
  };
  std::size_t place = 0;
  for (const schema::Property& property : schema.properties) {
    if (!find(property.name, place++)) return std::nullopt;
  }
  for (const std::string_view name : schema.required) {
    if (!find(name, place++)) return std::nullopt;
  }
  return few;
}

bool Walker::check_known(const Schema& schema, Members& members, const Outline& known,
                         Evaluated* evaluated) {
  if (asks_for_few_names(schema)) {
    if (const auto few = find_few(schema, known))
      return check_few_members(schema, members, known, *few, evaluated);
  }
  return check_known_members(schema, members, known, evaluated);
}

bool Walker::check_known_members(const Schema& schema, Members& members, const Outline& known,
                                 Evaluated* evaluated) {
  in_.open('{');
  bool ok = true;
  for (; members.count < known.size() && !stopped(); ++members.count) {
    const Outline::Member member = known[members.count];
    in_.move_to(member.value);
    ok = check_member(schema, members, member.name, evaluated) && ok;
  }
  leave(known);
  return ok;
}

/// Of an object whose members are known: nobody asks for the others.
bool Walker::check_few_members(const Schema& schema, Members& members, const Outline& known,
                               const Few& few, Evaluated* evaluated) {
  in_.open('{');
  bool ok = true;
  members.count = known.size();
  for (std::size_t i = 0; i < few.size && !stopped(); ++i) {
    const auto [index, place] = few.members[i];
    if (place >= schema.properties.size()) {
      members.required.insert(place - schema.properties.size());
      ++members.required_count;
      continue;
    }
    const schema::Property& property = schema.properties[place];
    members.properties.insert(place);
    if (property.required) ++members.required_count;
    const InstanceStep step(trail_, {.name = property.name});
    in_.move_to(known[index].value);
    ok = check_child(property.schema, {"properties", property.name}) && ok;
    if (evaluated != nullptr) evaluated->add(index);
  }
  leave(known);
  return ok;
}

/// The object whose members are known, from wherever in it.
void Walker::leave(const Outline& object) {
  if (stopped()) return;
  in_.move_to(object.end() - 1);
  bool first = true;
  in_.step('}', first);
}

}  // namespace eventc
