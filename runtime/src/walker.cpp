// SPDX-License-Identifier: Apache-2.0
#include "walker.hpp"

#include <algorithm>
#include <optional>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/locate.hpp"
#include "messages.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::Schema;
using schema::Types;

/// Goes down one step and, when it ends, back up. Does nothing without a trail.
class Descent {
 public:
  Descent(Trail* trail, std::string_view keyword_step, std::string_view target) : trail_(trail) {
    if (trail_ == nullptr) return;
    keyword_size_ = trail_->keyword.size();
    absolute_ = trail_->absolute;
    trail_->keyword += keyword_step;
    trail_->absolute += keyword_step;
    if (target.empty()) return;
    if (keyword_step != "/$ref") trail_->keyword += "/$ref";
    trail_->absolute = target;
  }
  ~Descent() {
    if (trail_ == nullptr) return;
    trail_->keyword.resize(keyword_size_);
    trail_->absolute = std::move(absolute_);
  }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;

 private:
  Trail* trail_;
  std::size_t keyword_size_ = 0;
  std::string absolute_;
};

/// The same for the payload's side.
class InstanceStep {
 public:
  InstanceStep(Trail* trail, std::string_view token) : trail_(trail) {
    if (trail_ == nullptr) return;
    size_ = trail_->instance.size();
    append_pointer_token(token, trail_->instance);
  }
  ~InstanceStep() {
    if (trail_ != nullptr) trail_->instance.resize(size_);
  }
  InstanceStep(const InstanceStep&) = delete;
  InstanceStep& operator=(const InstanceStep&) = delete;

 private:
  Trail* trail_;
  std::size_t size_ = 0;
};

std::string indexed(std::string_view keyword, std::size_t index) {
  return "/" + std::string(keyword) + "/" + std::to_string(index);
}

std::string named(std::string_view keyword, std::string_view name) {
  std::string step = "/" + std::string(keyword);
  append_pointer_token(name, step);
  return step;
}

bool allows_everything(const Schema& s) {
  const bool has_parts = s.items.present() || !s.prefix_items.empty() || !s.properties.empty() ||
                         !s.required.empty() || !s.pattern_properties.empty() ||
                         s.additional_properties.present();
  const bool is_union = !s.any_of.empty() || !s.one_of.empty();
  return s.types == schema::kAny && s.enumeration.empty() && !has_parts && !is_union &&
         !has_checks_beside_union(s);
}

/// Whether C++ types keep members that are neither declared nor match a pattern.
bool keeps_additional(const Schema& schema) {
  const Child& additional = schema.additional_properties;
  const bool has_type = additional.present() && !allows_everything(*additional.schema);
  return schema.keep_unknown || (has_type && schema.pattern_properties.empty());
}

std::string_view text_between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

/// What is known of an object's members while they pass.
struct Walker::Members {
  const char* object = nullptr;
  std::vector<bool> seen_properties;
  std::vector<bool> seen_required;
  /// Of those that are not declared and that the C++ type keeps all the same; they must differ.
  std::vector<std::string> names = {};
  std::size_t count = 0;
};

bool Walker::refuse(const char* at, std::string_view keyword, std::string_view expected,
                    std::string_view found) {
  if (stopped_at_ == nullptr) stopped_at_ = at;
  if (trail_ == nullptr) return false;
  if (trail_->errors.size() >= trail_->options.max_errors) {
    trail_->complete = false;
    return false;
  }
  Error error{.kind = ErrorKind::Invalid,
              .message = std::string(expected),
              .instance_location = trail_->instance};
  if (!found.empty() && trail_->options.quote_payload)
    error.message += ", found " + std::string(found);
  const std::string last_step =
      keyword.empty() ? "" : "/" + std::string(keyword);  // none: the schema is `false`
  error.keyword_location = trail_->keyword + last_step;
  error.absolute_keyword_location = trail_->absolute + last_step;
  error.offset =
      static_cast<std::size_t>((trail_->anchor != nullptr ? trail_->anchor : at) - begin_);
  trail_->errors.push_back(std::move(error));
  return false;
}

bool Walker::refuse_type(const Schema& schema, Types found, const char* at) {
  if (schema.types.empty()) return refuse(at, {}, "expected no value here");
  return refuse(at, "type", message::expected_types(schema.types), message::found_type(found));
}

bool Walker::check(const Schema& schema, Parts parts) {
  in_.peek();
  const char* const value = in_.position();
  bool ok = true;
  if (parts == Parts::All) {
    ok = check_own(schema);
  } else {
    in_.skip();
  }
  if (stopped()) return false;
  if (parts == Parts::Choices) return check_choices(schema, value);
  return check_in_place(schema, value) && ok;
}

bool Walker::check_own(const Schema& schema) {
  const Types found = in_.peek_type();
  const char* const value = in_.position();
  bool ok = false;
  if (found == schema::kNumber) {
    ok = check_number(schema);
  } else if (!schema.types.has(found)) {
    in_.skip();
    if (!in_.ok()) return false;
    return refuse_type(schema, found, value);
  } else if (found == schema::kString) {
    ok = check_string(schema);
  } else if (found == schema::kArray) {
    ok = check_array(schema);
  } else if (found == schema::kObject) {
    ok = check_object(schema);
  } else {
    in_.skip();
    ok = true;
  }
  if (stopped()) return false;
  return check_fixed(schema, value) && ok;
}

bool Walker::check_fixed(const Schema& schema, const char* value) {
  const std::string_view text = text_between(value, in_.position());
  bool ok = true;
  if (!schema.enumeration.empty() && !schema.open && !is_one_of(text, schema.enumeration)) {
    ok = refuse(value, "enum", message::expected_one_of(schema.enumeration),
                message::found_value(text));
  }
  if (schema.constant.present() && !equals(text, schema.constant)) {
    ok = refuse(value, "const", "expected " + message::value(schema.constant),
                message::found_value(text));
  }
  return ok;
}

bool Walker::check_number(const Schema& schema) {
  const NumberToken token = in_.read_number();
  if (!in_.ok()) return false;
  const char* const at = token.text.data();
  const Types type = has_fraction(token) ? schema::kFraction : schema::kInteger;
  if (!schema.types.has(type)) {
    return refuse_type(schema, schema.types.has(schema::kNumber) ? type : schema::kNumber, at);
  }
  bool ok = true;
  const auto require = [&](bool satisfied, std::string_view keyword, std::string_view words,
                           const schema::Number& n) {
    if (!satisfied)
      ok = refuse(at, keyword, std::string(words) + message::number(n),
                  message::found_value(token.text));
  };
  require(satisfies_multiple_of(token.text, schema.multiple_of), "multipleOf",
          "expected a multiple of ", schema.multiple_of);
  require(satisfies_minimum(token.text, schema.minimum), "minimum", "expected at least ",
          schema.minimum);
  require(satisfies_exclusive_minimum(token.text, schema.exclusive_minimum), "exclusiveMinimum",
          "expected more than ", schema.exclusive_minimum);
  require(satisfies_maximum(token.text, schema.maximum), "maximum", "expected at most ",
          schema.maximum);
  require(satisfies_exclusive_maximum(token.text, schema.exclusive_maximum), "exclusiveMaximum",
          "expected less than ", schema.exclusive_maximum);
  return ok;
}

bool Walker::check_string(const Schema& schema) {
  const char* const at = in_.position();
  const StringToken token = in_.read_string();
  if (!in_.ok()) return false;
  std::string text;
  unescape(token, text);
  bool ok = true;
  if (!satisfies_min_length(text, schema.min_length)) {
    ok = refuse(at, "minLength", message::at_least(schema.min_length, "character"),
                message::characters(text));
  }
  if (!satisfies_max_length(text, schema.max_length)) {
    ok = refuse(at, "maxLength", message::at_most(schema.max_length, "character"),
                message::characters(text));
  }
  if (schema.pattern.present() && !schema.pattern->matches(text)) {
    ok = refuse(at, "pattern", message::expected_match(schema.pattern->source),
                message::quoted(text));
  }
  return check_content(schema, token, at) && ok;
}

bool Walker::check_content(const Schema& schema, StringToken token, const char* at) {
  std::string content;
  if (schema.content_encoding == schema::Encoding::Base64) {
    if (!decode_content(token, content))
      return refuse(at, "contentEncoding", "expected base64 (RFC 4648, padded)");
  } else if (schema.content_schema.present()) {
    unescape(token, content);
  }
  if (!schema.content_schema.present()) return true;

  Tried tried;
  Walker inside(Reader(content, in_.depth_left()), begin_, tried, trail_);
  const char* const outer_anchor = trail_ == nullptr ? nullptr : trail_->anchor;
  if (trail_ != nullptr && outer_anchor == nullptr) trail_->anchor = at;
  const bool ok = inside.check_child(schema.content_schema, "/contentSchema");
  if (inside.in_.ok() && !inside.stopped()) inside.in_.finish();
  if (trail_ != nullptr) trail_->anchor = outer_anchor;
  if (inside.in_.ok()) {
    if (!ok && stopped_at_ == nullptr) stopped_at_ = at;
    return ok;
  }
  if (inside.in_.failure() == Failure::TooDeep) {
    in_.fail(Failure::TooDeep, at, inside.in_.failure_message());
    return false;
  }
  return refuse(at, "contentMediaType",
                "expected JSON in the text: " + std::string(inside.in_.failure_message()));
}

bool Walker::check_array(const Schema& schema) {
  const char* const at = in_.position();
  in_.open('[');
  bool ok = true;
  std::size_t count = 0;
  for (bool first = true; in_.step(']', first); ++count) {
    const InstanceStep step(trail_, trail_ == nullptr ? std::string() : std::to_string(count));
    if (count < schema.prefix_items.size()) {
      ok = check_child(schema.prefix_items[count],
                       trail_ == nullptr ? "" : indexed("prefixItems", count)) &&
           ok;
    } else if (schema.items.present()) {
      ok = check_child(schema.items, "/items") && ok;
    } else {
      in_.skip();
    }
    if (stopped()) return false;
  }
  if (!in_.ok()) return false;
  if (count < schema.min_items)
    ok = refuse(at, "minItems", message::at_least(schema.min_items, "item"), std::to_string(count));
  if (count > schema.max_items)
    ok = refuse(at, "maxItems", message::at_most(schema.max_items, "item"), std::to_string(count));
  return ok;
}

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
    if (stopped() || !property.pattern->matches(name)) continue;
    matched = true;
    const std::string below = named("patternProperties", property.pattern->source);
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
    in_.skip();
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

bool Walker::check_in_place(const Schema& schema, const char* value) {
  bool ok = true;
  if (schema.ref.present()) ok = check_again(schema.ref, "/$ref", value);
  for (std::size_t i = 0; i < schema.all_of.size() && !stopped(); ++i) {
    ok = check_again(schema.all_of[i], trail_ == nullptr ? "" : indexed("allOf", i), value) && ok;
  }
  if (stopped()) return false;
  return check_choices(schema, value) && ok;
}

bool Walker::check_choices(const Schema& schema, const char* value) {
  bool ok = true;
  if (!schema.any_of.empty()) ok = check_union(schema, value, false);
  if (stopped()) return false;
  if (!schema.one_of.empty()) ok = check_union(schema, value, true) && ok;
  return ok;
}

bool Walker::check_union(const Schema& schema, const char* value, bool exactly_one) {
  const schema::List<Child>& branches = exactly_one ? schema.one_of : schema.any_of;
  const std::string_view keyword = exactly_one ? "oneOf" : "anyOf";
  const bool selects = schema.select != nullptr && (exactly_one || schema.one_of.empty());
  if (selects) {
    Walker ahead(in_.reread(value), begin_, tried_, nullptr);
    const std::size_t branch = ahead.choose(schema);
    if (branch == schema::kNoBranch) return refuse_union(schema, value, keyword);
    return check_again(branches[branch], trail_ == nullptr ? "" : indexed(keyword, branch), value);
  }
  std::size_t fitting = 0;
  std::size_t closest = 0;
  const char* furthest = nullptr;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const Verdict verdict = try_branch(branches[i], value);
    if (verdict.ok) ++fitting;
    if (verdict.ok && !exactly_one) return true;
    if (!verdict.ok && (furthest == nullptr || verdict.stopped_at > furthest)) {
      furthest = verdict.stopped_at;
      closest = i;
    }
  }
  if (fitting == 1) return true;
  if (fitting > 1) {
    return refuse(value, keyword, "expected exactly one alternative to fit",
                  std::to_string(fitting) + " that do");
  }
  refuse(value, keyword,
         "fits none of the " + std::to_string(branches.size()) + " alternatives; number " +
             std::to_string(closest + 1) + " comes closest");
  if (trail_ == nullptr) return false;
  check_again(branches[closest], indexed(keyword, closest), value);
  return false;
}

bool Walker::refuse_union(const Schema& schema, const char* value, std::string_view keyword) {
  const Types found = in_.reread(value).peek_type();
  const bool by_property = !schema.select->by_property.empty();
  if (by_property && found == schema::kObject)
    return refuse(value, keyword, message::expected_tag(*schema.select));
  Types expected = by_property ? schema::kObject : Types{};
  for (const schema::Case& one : schema.select->by_type) expected = expected | one.types;
  return refuse(value, keyword, message::expected_types(expected), message::found_type(found));
}

bool Walker::check_child(const Child& child, std::string_view step) {
  const Descent descent(trail_, step, child.target);
  return check(*child.schema);
}

bool Walker::check_again(const Child& child, std::string_view step, const char* value) {
  const Descent descent(trail_, step, child.target);
  Walker again(in_.reread(value), begin_, tried_, trail_);
  const bool ok = again.check(*child.schema);
  if (!again.in_.ok()) {
    in_.fail(again.in_.failure(), again.in_.failed_at(), again.in_.failure_message());
  } else if (!ok && stopped_at_ == nullptr) {
    stopped_at_ = again.stopped_at_ != nullptr ? again.stopped_at_ : value;
  }
  return ok;
}

Walker::Verdict Walker::try_branch(const Child& child, const char* value) {
  const auto key = std::make_pair(child.schema, value);
  if (const auto known = tried_.find(key); known != tried_.end()) return known->second;
  Walker trial(in_.reread(value), begin_, tried_, nullptr);
  const bool ok = trial.check(*child.schema);
  const char* stopped_at = trial.in_.ok() ? trial.stopped_at_ : trial.in_.failed_at();
  const Verdict verdict{ok, stopped_at};
  tried_.emplace(key, verdict);
  return verdict;
}

}  // namespace eventc
