// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/same_text.hpp"
#include "messages.hpp"
#include "schema_words.hpp"
#include "walker.hpp"
#include "walker_members.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;

namespace {

/// Whether an object that has passed is looked at again: other schemas apply to it.
bool is_looked_at_again(const Schema& schema) {
  if (!schema.applies_others) return false;
  if (schema.ref.present() || !schema.all_of.empty() || !schema.any_of.empty() ||
      !schema.one_of.empty())
    return true;
  const schema::Conditions& conditions = *schema.conditions;
  return conditions.not_.present() || conditions.if_.present() ||
         conditions.dynamic_ref.present() || !conditions.dependent_schemas.empty();
}

/// Whether C++ types may keep members that are neither declared nor match a pattern.
bool keeps_additional(const Schema& schema) {
  const auto has_type = [](const Child& child) {
    return child.present() && !message::accepts_everything(*child.schema);
  };
  if (schema.keep_unknown || has_type(schema.additional_properties)) return true;
  return schema.conditions.present() && (schema.conditions->property_names.present() ||
                                         has_type(schema.conditions->unevaluated_properties));
}

/// Whether nothing has to be known of members that passed but which declared ones there were.
bool needs_declared_alone(const Schema& schema) {
  return !is_looked_at_again(schema) && !keeps_additional(schema) &&
         schema.pattern_properties.empty() && schema.min_properties == 0 &&
         schema.max_properties == schema::kUnlimited;
}

/// The place of the property, or how many there are. Members often come in the schema's order:
/// those from `expected` on are looked at first.
std::size_t find_property(const Schema& schema, std::string_view name, std::size_t expected) {
  const schema::List<schema::Property>& all = schema.properties;
  const auto has_name = [&](const schema::Property& property) {
    return is_same_text(property.name, name);
  };
  const auto* const first = all.begin() + expected;
  const bool has_order = !schema.by_name.empty();
  const auto* const last =
      has_order ? first + std::min<std::size_t>(3, all.end() - first) : all.end();
  if (const auto* const found = std::find_if(first, last, has_name); found != last)
    return static_cast<std::size_t>(found - all.begin());
  if (!has_order) {
    const auto* const found = std::find_if(all.begin(), first, has_name);
    return found == first ? all.size() : static_cast<std::size_t>(found - all.begin());
  }
  const std::uint32_t* const found =
      std::lower_bound(schema.by_name.begin(), schema.by_name.end(), name,
                       [&](std::uint32_t place, std::string_view wanted) {
                         return schema::comes_before(all[place].name, wanted);
                       });
  const bool is_there = found != schema.by_name.end() && has_name(all[*found]);
  return is_there ? *found : all.size();
}

}  // namespace

bool has_parts(const Schema& s) {
  return s.items.present() || !s.prefix_items.empty() || !s.properties.empty() ||
         !s.required.empty() || !s.pattern_properties.empty() || s.additional_properties.present();
}

void Walker::Members::accept(const Headway& headway, const Schema& schema) {
  const std::size_t declared = schema.properties.size();
  const auto is_accepted = [&](std::size_t member) {
    return (headway.accepted >> member & 1) != 0;
  };
  for (std::size_t i = 0; i < declared; ++i) {
    if (!is_accepted(i) || properties.has(i)) continue;
    properties.insert(i);
    if (schema.properties[i].required) ++required_count;
  }
  std::size_t member = declared;
  for (std::size_t i = 0; i < schema.required.size(); ++i) {
    if (find_property(schema, schema.required[i], 0) != declared) continue;
    if (!is_accepted(member++) || required.has(i)) continue;
    required.insert(i);
    ++required_count;
  }
}

bool Walker::Members::have(std::string_view wanted, const Schema& schema) {
  const std::size_t place = find_property(schema, wanted, 0);
  return place != schema.properties.size() ? properties.has(place) : undeclared.have(wanted);
}

bool Walker::check_object(const Schema& schema, Evaluated* evaluated) {
  const Outline known = known_outline(in_.position());
  if (schema.properties.empty() && schema.required.empty() && asks_for_few_names(schema)) {
    if (known.has_members()) {
      in_.move_to(known.end());
    } else if (memory_ != nullptr && is_looked_at_again(schema)) {
      static_cast<void>(outline_ahead());
    } else if (!jump()) {
      in_.skip();
    }
    return in_.ok();
  }
  Members members(in_.position(), schema, known.has_members());
  const bool ok = members.are_known ? check_known(schema, members, known, evaluated)
                                    : check_passing_members(schema, members, evaluated);
  if (stopped()) return false;
  return check_members_as_whole(schema, members, evaluated) && ok;
}

bool Walker::check_passing_members(const Schema& schema, Members& members, Evaluated* evaluated) {
  Outlines::Recording recording(
      memory_ != nullptr && is_looked_at_again(schema) ? &memory_->outlines : nullptr);
  in_.open('{');
  const Headway* headway =
      has_headways() && needs_declared_alone(schema) ? find_headway(schema, evaluated) : nullptr;
  bool ok = true;
  for (bool first = true;; ++members.count) {
    if (headway != nullptr) members.accept(*jump(headway, first), schema);
    if (!in_.step('}', first)) break;
    const StringToken key = in_.read_key();
    in_.peek();
    const char* const value = in_.position();
    if (!in_.ok()) return false;
    ok = check_member(schema, members, key, evaluated) && ok;
    if (stopped()) return false;
    recording.add({key, value, in_.position()});
  }
  if (in_.ok()) recording.keep(members.object, in_.position());
  return ok;
}

bool Walker::check_member(const Schema& schema, Members& members, StringToken key,
                          Evaluated* evaluated) {
  const char* const value = in_.position();
  const char* const key_at = key.raw().data() - 1;
  bool ok = check_name(schema, key, key_at);
  if (stopped()) return false;
  members.name = characters_of(key, members.unescaped);
  const InstanceStep step(trail_, {.name = members.name});
  ok = check_declared(schema, members, value) && ok;
  if (!in_.ok()) return false;
  if (!members.declared && schema.conditions.present() && has_dependents(*schema.conditions))
    members.undeclared.add(key);
  members.matched = false;
  if (!schema.pattern_properties.empty()) ok = check_by_pattern(schema, members, value) && ok;
  const bool is_additional = !members.declared && !members.matched;
  if (is_additional) ok = check_additional(schema, members, key_at) && ok;
  if (evaluated != nullptr && (!is_additional || schema.additional_properties.present()))
    evaluated->add(members.count);
  if (!members.declared && (members.matched || keeps_additional(schema))) members.names.add(key);
  return ok;
}

bool Walker::check_declared(const Schema& schema, Members& members, const char* value) {
  bool twice = false;
  const auto see = [&](IndexSet& seen, std::size_t index) {
    twice = twice || seen.has(index);
    seen.insert(index);
  };
  const std::size_t place = find_property(schema, members.name, members.expected);
  members.declared = place != schema.properties.size();
  if (members.declared) {
    members.expected = place + 1;
    see(members.properties, place);
    if (schema.properties[place].required) ++members.required_count;
  } else {
    for (std::size_t i = 0; i < schema.required.size(); ++i) {
      if (!is_same_text(schema.required[i], members.name)) continue;
      see(members.required, i);
      ++members.required_count;
    }
  }
  if (twice) {
    in_.fail(Failure::NotJson, value, "a member is given twice");
    return false;
  }
  if (!members.declared) return true;
  return check_child(schema.properties[place].schema, {"properties", members.name});
}

bool Walker::check_by_pattern(const Schema& schema, Members& members, const char* value) {
  bool ok = true;
  for (const schema::PatternProperty& property : schema.pattern_properties) {
    if (stopped() || !matches(*property.pattern, members.name, value)) continue;
    const KeywordStep below("patternProperties", property.pattern->source());
    if (members.declared || members.matched) {
      ok = check_again(property.schema, below, value) && ok;
    } else {
      ok = check_child(property.schema, below) && ok;
    }
    members.matched = true;
  }
  return ok;
}

bool Walker::check_additional(const Schema& schema, const Members& members, const char* key_at) {
  if (!schema.additional_properties.present()) {
    if (!members.are_known && !jump()) in_.skip();
    return true;
  }
  if (!schema.additional_properties.schema->types.empty()) {
    return check_child(schema.additional_properties, "additionalProperties");
  }
  in_.skip();
  if (!in_.ok()) return false;
  return refuse(key_at, "additionalProperties", [](Words& words) {
    words.say("this member is not declared, and no others are allowed");
  });
}

/// The name is a string in the text, as any other.
bool Walker::check_name(const Schema& schema, StringToken key, const char* key_at) {
  if (!schema.conditions.present() || !schema.conditions->property_names.present()) return true;
  const NameStep step(trail_, key);
  return check_again(schema.conditions->property_names, "propertyNames", key_at);
}

bool Walker::check_members_as_whole(const Schema& schema, Members& members, Evaluated* evaluated) {
  bool ok = members.required_count == schema.required_properties + schema.required.size() ||
            refuse_missing(schema, members);
  if (stopped()) return false;
  if (members.count < schema.min_properties) {
    ok = refuse(members.object, "minProperties", [&](Words& words) {
      words.expect_at_least(schema.min_properties, "member").found_count(members.count);
    });
  }
  if (members.count > schema.max_properties) {
    ok = refuse(members.object, "maxProperties", [&](Words& words) {
      words.expect_at_most(schema.max_properties, "member").found_count(members.count);
    });
  }
  if (members.names.have_one_twice()) {
    in_.fail(Failure::NotJson, members.object, "a member is given twice");
    return false;
  }
  if (!schema.conditions.present() || stopped() || !has_dependents(*schema.conditions)) return ok;
  return check_dependents(schema, members, evaluated) && ok;
}

bool Walker::refuse_missing(const Schema& schema, const Members& members) {
  std::size_t left = schema.required_properties + schema.required.size() - members.required_count;
  const auto refuse_one = [&](std::string_view name) {
    --left;
    return refuse(members.object, "required",
                  [&](Words& words) { words.say("a member is missing: ").say_quoted(name); });
  };
  bool ok = true;
  for (std::size_t i = 0; i < schema.properties.size() && left != 0 && !stopped(); ++i) {
    if (schema.properties[i].required && !members.properties.has(i))
      ok = refuse_one(schema.properties[i].name);
  }
  for (std::size_t i = 0; i < schema.required.size() && left != 0 && !stopped(); ++i) {
    if (!members.required.has(i)) ok = refuse_one(schema.required[i]);
  }
  return ok;
}

bool Walker::check_dependents(const Schema& schema, Members& members, Evaluated* evaluated) {
  const schema::Conditions& conditions = *schema.conditions;
  bool ok = true;
  for (const schema::Dependent& dependent : conditions.dependent_required) {
    if (stopped()) return false;
    if (!members.have(dependent.property, schema) || members.have(dependent.required, schema))
      continue;
    const KeywordStep keyword = conditions.as_dependencies
                                    ? KeywordStep("dependencies", dependent.property)
                                    : KeywordStep("dependentRequired");
    ok = refuse(members.object, keyword, [&](Words& words) {
      words.say("a member is missing: ").say_quoted(dependent.required);
      words.say(", which belongs to ").say_quoted(dependent.property);
    });
  }
  for (const schema::Property& dependent : conditions.dependent_schemas) {
    if (stopped()) return false;
    if (!members.have(dependent.name, schema)) continue;
    const char* const keyword = conditions.as_dependencies ? "dependencies" : "dependentSchemas";
    ok = check_beside(dependent.schema, {keyword, dependent.name}, members.object, evaluated) && ok;
  }
  return ok;
}
}  // namespace eventc
