// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/emitted/cursor.hpp"
#include "schema_words.hpp"
#include "walker.hpp"

// Schemas that another applies to the same value, and what they leave unevaluated.

namespace eventc {

using schema::Child;
using schema::Conditions;
using schema::Schema;

bool Walker::check_in_place(const Schema& schema, const char* value, Evaluated* evaluated) {
  bool ok = true;
  if (schema.ref.present()) ok = check_beside(schema.ref, "$ref", value, evaluated);
  const Outline outline = known_outline(value);
  for (std::size_t i = 0; i < schema.all_of.size() && !stopped(); ++i) {
    if (is_idle(*schema.all_of[i].schema, outline)) continue;
    ok = check_beside(schema.all_of[i], {"allOf", i}, value, evaluated) && ok;
  }
  if (stopped()) return false;
  ok = check_choices(schema, value, evaluated) && ok;
  if (stopped() || !schema.conditions.present()) return ok;
  return check_conditions(*schema.conditions, value, evaluated) && ok;
}

/// Whether a schema has nothing to say but what follows an "if", and that is ruled out at a glance.
bool Walker::is_idle(const Schema& schema, const Outline& value) {
  if (schema.limits_values || !schema.conditions.present()) return false;
  const Conditions& conditions = *schema.conditions;
  if (!conditions.if_.present() || conditions.else_.present()) return false;
  const bool is_only_if = !schema.ref.present() && schema.all_of.empty() && schema.any_of.empty() &&
                          schema.one_of.empty() && conditions.are_only_if();
  return is_only_if && value.rules_out(*conditions.if_.schema);
}

bool Walker::check_conditions(const Conditions& conditions, const char* value,
                              Evaluated* evaluated) {
  bool ok = true;
  if (conditions.dynamic_ref.present()) {
    ok = check_beside(conditions.dynamic_ref,
                      conditions.recursive ? "$recursiveRef" : "$dynamicRef", value, evaluated);
  }
  if (conditions.not_.present() && !stopped()) ok = check_not(conditions.not_, value) && ok;
  if (conditions.if_.present() && !stopped()) ok = check_if(conditions, value, evaluated) && ok;
  return ok && !stopped();
}

bool Walker::check_not(const Child& child, const char* value) {
  if (!fits(child, value) || stopped()) return true;
  if (message::accepts_everything(*child.schema)) return refuse_nothing(value, "not");
  return refuse(value, "not", [&](Words& words) {
    const bool is_object = Cursor(in_, value).peek_type() == schema::kObject;
    words.say(message::excluded(*child.schema, is_object));
  });
}

bool Walker::check_if(const Conditions& conditions, const char* value, Evaluated* evaluated) {
  const bool holds = fits(conditions.if_, value, evaluated);
  if (stopped()) return false;
  const Child& next = holds ? conditions.then_ : conditions.else_;
  return !next.present() || check_beside(next, holds ? "then" : "else", value, evaluated);
}

bool Walker::check_unevaluated(const Conditions& conditions, const char* value,
                               Evaluated& evaluated) {
  Walker again = look_again(value, trail_);
  const schema::Types type = again.in_.peek_type();
  bool ok = true;
  if (type == schema::kArray && conditions.unevaluated_items.present()) {
    ok = again.check_unevaluated_items(conditions.unevaluated_items, evaluated);
  } else if (type == schema::kObject && conditions.unevaluated_properties.present()) {
    ok = again.check_unevaluated_properties(conditions.unevaluated_properties, evaluated);
  }
  return conclude(again, ok, value);
}

bool Walker::check_unevaluated_items(const Child& child, Evaluated& evaluated) {
  in_.open('[');
  bool ok = true;
  std::size_t index = 0;
  for (bool first = true; !stopped() && in_.step(']', first); ++index) {
    if (evaluated.has(index)) {
      pass();
      continue;
    }
    const InstanceStep step(trail_, {.index = index});
    in_.peek();
    const char* const value = in_.position();
    if (child.schema->types.empty()) {
      in_.skip();
      ok = refuse(value, "unevaluatedItems",
                  [](Words& words) { words.say("no further items are allowed"); });
    } else {
      ok = check_child(child, "unevaluatedItems") && ok;
    }
    evaluated.add(index);
  }
  return ok;
}

bool Walker::check_unevaluated_properties(const Child& child, Evaluated& evaluated) {
  in_.open('{');
  bool ok = true;
  std::size_t index = 0;
  for (bool first = true; !stopped() && in_.step('}', first); ++index) {
    in_.peek();
    const char* const key_at = in_.position();
    const StringToken key = in_.read_key();
    if (evaluated.has(index)) {
      pass();
      continue;
    }
    const std::string name = text_of(key);
    const InstanceStep step(trail_, {.name = name});
    if (child.schema->types.empty()) {
      in_.skip();
      ok = refuse(key_at, "unevaluatedProperties", [](Words& words) {
        words.say("this member is not declared where it stands, and no others are allowed");
      });
    } else {
      ok = check_child(child, "unevaluatedProperties") && ok;
    }
    evaluated.add(index);
  }
  return ok;
}

}  // namespace eventc
