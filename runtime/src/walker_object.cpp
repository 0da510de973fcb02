// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "eventc/emitted/codec.hpp"
#include "messages.hpp"
#include "schema_words.hpp"
#include "walker.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;

namespace {

/// Whether C++ types may keep members that are neither declared nor match a pattern.
bool keeps_additional(const Schema& schema) {
  const auto has_type = [](const Child& child) {
    return child.present() && !message::accepts_everything(*child.schema);
  };
  if (schema.keep_unknown || has_type(schema.additional_properties)) return true;
  return schema.conditions.present() && (schema.conditions->property_names.present() ||
                                         has_type(schema.conditions->unevaluated_properties));
}

/// Null where it is not declared.
const schema::Property* find_property(const Schema& schema, std::string_view name) {
  if (schema.by_name.empty()) {
    const auto* const found =
        std::find_if(schema.properties.begin(), schema.properties.end(),
                     [&](const schema::Property& property) { return property.name == name; });
    return found == schema.properties.end() ? nullptr : found;
  }
  const std::uint32_t* const found =
      std::lower_bound(schema.by_name.begin(), schema.by_name.end(), name,
                       [&](std::uint32_t place, std::string_view wanted) {
                         return schema::comes_before(schema.properties[place].name, wanted);
                       });
  const bool is_there = found != schema.by_name.end() && schema.properties[*found].name == name;
  return is_there ? &schema.properties[*found] : nullptr;
}

}  // namespace

bool has_parts(const Schema& s) {
  return s.items.present() || !s.prefix_items.empty() || !s.properties.empty() ||
         !s.required.empty() || !s.pattern_properties.empty() || s.additional_properties.present();
}

/// What is known of an object's members while they pass.
struct Walker::Members {
  const char* object = nullptr;
  std::vector<bool> seen_properties;
  std::vector<bool> seen_required;
  /// Of those that are not declared and that the C++ type keeps all the same; they must differ.
  std::vector<std::string> names = {};
  /// Of all, where some ask for others.
  std::vector<std::string> all_names = {};
  std::size_t count = 0;
  /// Of the member that passes now.
  std::string name = {};
  bool declared = false;
  bool matched = false;

  /// All have passed, and are sorted.
  [[nodiscard]] bool have(std::string_view wanted) const {
    return std::binary_search(all_names.begin(), all_names.end(), wanted, std::less<>());
  }
};

bool Walker::check_object(const Schema& schema, Evaluated* evaluated) {
  Members members{.object = in_.position(),
                  .seen_properties = std::vector<bool>(schema.properties.size()),
                  .seen_required = std::vector<bool>(schema.required.size())};
  in_.open('{');
  bool ok = true;
  for (bool first = true; in_.step('}', first); ++members.count) {
    ok = check_member(schema, members, evaluated) && ok;
    if (stopped()) return false;
  }
  if (!in_.ok()) return false;
  return check_members_as_whole(schema, members, evaluated) && ok;
}

bool Walker::check_member(const Schema& schema, Members& members, Evaluated* evaluated) {
  in_.peek();
  const char* const key_at = in_.position();
  const StringToken key = in_.read_key();
  if (!in_.ok()) return false;
  bool ok = check_name(schema, key, key_at);
  if (stopped()) return false;
  members.name.clear();
  unescape(key, members.name);
  if (schema.conditions.present()) members.all_names.push_back(members.name);
  const InstanceStep step(trail_, members.name);
  in_.peek();
  const char* const value = in_.position();

  ok = check_declared(schema, members, value) && ok;
  if (!in_.ok()) return false;
  ok = check_by_pattern(schema, members, value) && ok;
  const bool is_additional = !members.declared && !members.matched;
  if (is_additional) ok = check_additional(schema, key_at) && ok;
  if (evaluated != nullptr && (!is_additional || schema.additional_properties.present()))
    evaluated->add(members.count);
  if (!members.declared && (members.matched || keeps_additional(schema)))
    members.names.push_back(members.name);
  return ok;
}

bool Walker::check_declared(const Schema& schema, Members& members, const char* value) {
  bool twice = false;
  const auto see = [&](std::vector<bool>& seen, std::size_t index) {
    twice = twice || seen[index];
    seen[index] = true;
  };
  for (std::size_t i = 0; i < schema.required.size(); ++i) {
    if (schema.required[i] == members.name) see(members.seen_required, i);
  }
  const schema::Property* const declared = find_property(schema, members.name);
  members.declared = declared != nullptr;
  if (members.declared)
    see(members.seen_properties, static_cast<std::size_t>(declared - schema.properties.begin()));
  if (twice) {
    in_.fail(Failure::NotJson, value, "a member is given twice");
    return false;
  }
  if (!members.declared) return true;
  return check_child(declared->schema, trail_ == nullptr ? "" : named("properties", members.name));
}

bool Walker::check_by_pattern(const Schema& schema, Members& members, const char* value) {
  members.matched = false;
  bool ok = true;
  for (const schema::PatternProperty& property : schema.pattern_properties) {
    if (stopped() || !matches(*property.pattern, members.name, value)) continue;
    const std::string below = named("patternProperties", property.pattern->source());
    if (members.declared || members.matched) {
      ok = check_again(property.schema, below, value) && ok;
    } else {
      ok = check_child(property.schema, below) && ok;
    }
    members.matched = true;
  }
  return ok;
}

bool Walker::check_additional(const Schema& schema, const char* key_at) {
  if (!schema.additional_properties.present()) {
    if (!jump()) in_.skip();
    return true;
  }
  if (!schema.additional_properties.schema->types.empty()) {
    return check_child(schema.additional_properties, "/additionalProperties");
  }
  in_.skip();
  if (!in_.ok()) return false;
  return refuse(key_at, "additionalProperties",
                "this member is not declared, and no others are allowed");
}

/// The name is a string in the text, as any other.
bool Walker::check_name(const Schema& schema, StringToken key, const char* key_at) {
  if (!schema.conditions.present() || !schema.conditions->property_names.present()) return true;
  std::string name;
  if (trail_ != nullptr) unescape(key, name);
  const NameStep step(trail_, message::quoted(name));
  return check_again(schema.conditions->property_names, "/propertyNames", key_at);
}

bool Walker::check_members_as_whole(const Schema& schema, Members& members, Evaluated* evaluated) {
  bool ok = refuse_missing(schema, members);
  if (stopped()) return false;
  const std::string count = std::to_string(members.count);
  if (members.count < schema.min_properties) {
    ok = refuse(members.object, "minProperties", message::at_least(schema.min_properties, "member"),
                count);
  }
  if (members.count > schema.max_properties) {
    ok = refuse(members.object, "maxProperties", message::at_most(schema.max_properties, "member"),
                count);
  }
  std::sort(members.names.begin(), members.names.end());
  if (std::adjacent_find(members.names.begin(), members.names.end()) != members.names.end()) {
    in_.fail(Failure::NotJson, members.object, "a member is given twice");
    return false;
  }
  if (!schema.conditions.present() || stopped()) return ok;
  return check_dependents(*schema.conditions, members, evaluated) && ok;
}

bool Walker::refuse_missing(const Schema& schema, const Members& members) {
  bool ok = true;
  for (std::size_t i = 0; i < schema.required.size() && !stopped(); ++i) {
    if (members.seen_required[i]) continue;
    ok = refuse(members.object, "required",
                "a member is missing: " + message::member(schema.required[i]));
  }
  return ok;
}

bool Walker::check_dependents(const schema::Conditions& conditions, Members& members,
                              Evaluated* evaluated) {
  bool ok = true;
  std::sort(members.all_names.begin(), members.all_names.end());
  for (const schema::Dependent& dependent : conditions.dependent_required) {
    if (stopped()) return false;
    if (!members.have(dependent.property) || members.have(dependent.required)) continue;
    const std::string keyword = conditions.as_dependencies
                                    ? named("dependencies", dependent.property).substr(1)
                                    : "dependentRequired";
    ok = refuse(members.object, keyword,
                "a member is missing: " + message::member(dependent.required) +
                    ", which belongs to " + message::member(dependent.property));
  }
  for (const schema::Property& dependent : conditions.dependent_schemas) {
    if (stopped()) return false;
    if (!members.have(dependent.name)) continue;
    const char* const keyword = conditions.as_dependencies ? "dependencies" : "dependentSchemas";
    ok = check_again(dependent.schema, named(keyword, dependent.name), members.object, evaluated) &&
         ok;
  }
  return ok;
}

}  // namespace eventc
