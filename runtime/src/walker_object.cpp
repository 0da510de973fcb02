// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "eventc/emitted/codec.hpp"
#include "messages.hpp"
#include "walker.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;

namespace {

bool allows_everything(const Schema& s) {
  const bool is_union = !s.any_of.empty() || !s.one_of.empty();
  return s.types == schema::kAny && s.enumeration.empty() && !has_parts(s) && !is_union &&
         !has_checks_beside_union(s);
}

/// Whether C++ types keep members that are neither declared nor match a pattern.
bool keeps_additional(const Schema& schema) {
  const Child& additional = schema.additional_properties;
  const bool has_type = additional.present() && !allows_everything(*additional.schema);
  return schema.keep_unknown || (has_type && schema.pattern_properties.empty());
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
  std::size_t count = 0;
};

bool Walker::check_object(const Schema& schema) {
  Members members{.object = in_.position(),
                  .seen_properties = std::vector<bool>(schema.properties.size()),
                  .seen_required = std::vector<bool>(schema.required.size())};
  in_.open('{');
  bool ok = true;
  for (bool first = true; in_.step('}', first); ++members.count) {
    ok = check_member(schema, members) && ok;
    if (stopped()) return false;
  }
  if (!in_.ok()) return false;
  return check_members_as_whole(schema, members) && ok;
}

bool Walker::check_member(const Schema& schema, Members& members) {
  const char* const key_at = in_.position();
  const StringToken key = in_.read_key();
  if (!in_.ok()) return false;
  std::string name;
  unescape(key, name);
  const InstanceStep step(trail_, name);
  in_.peek();
  const char* const value = in_.position();

  bool ok = true;
  bool declared = false;
  bool twice = false;
  const auto see = [&](std::vector<bool>& seen, std::size_t index) {
    twice = twice || seen[index];
    seen[index] = true;
  };
  for (std::size_t i = 0; i < schema.required.size(); ++i) {
    if (schema.required[i] == name) see(members.seen_required, i);
  }
  for (std::size_t i = 0; i < schema.properties.size() && !declared; ++i) {
    if (schema.properties[i].name != name) continue;
    declared = true;
    see(members.seen_properties, i);
    if (!twice)
      ok = check_child(schema.properties[i].schema,
                       trail_ == nullptr ? "" : named("properties", name));
  }
  if (twice) {
    in_.fail(Failure::NotJson, value, "a member is given twice");
    return false;
  }
  bool passed = declared;
  bool matched = false;
  for (const schema::PatternProperty& property : schema.pattern_properties) {
    if (stopped() || !matches(*property.pattern, name, value)) continue;
    matched = true;
    const std::string below = named("patternProperties", property.pattern->source());
    if (passed) {
      ok = check_again(property.schema, below, value) && ok;
    } else {
      ok = check_child(property.schema, below) && ok;
      passed = true;
    }
  }
  if (!passed) ok = check_additional(schema, key_at) && ok;
  if (!declared && (matched || keeps_additional(schema))) members.names.push_back(std::move(name));
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

bool Walker::check_members_as_whole(const Schema& schema, Members& members) {
  bool ok = true;
  for (std::size_t i = 0; i < schema.required.size(); ++i) {
    if (members.seen_required[i]) continue;
    ok = refuse(members.object, "required",
                "a member is missing: " + message::member(schema.required[i]));
    if (stopped()) return false;
  }
  if (members.count < schema.min_properties) {
    ok = refuse(members.object, "minProperties", message::at_least(schema.min_properties, "member"),
                std::to_string(members.count));
  }
  if (members.count > schema.max_properties) {
    ok = refuse(members.object, "maxProperties", message::at_most(schema.max_properties, "member"),
                std::to_string(members.count));
  }
  std::sort(members.names.begin(), members.names.end());
  if (std::adjacent_find(members.names.begin(), members.names.end()) != members.names.end()) {
    in_.fail(Failure::NotJson, members.object, "a member is given twice");
    return false;
  }
  return ok;
}

}  // namespace eventc
