// SPDX-License-Identifier: Apache-2.0
#include "walker.hpp"

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/utf8.hpp"
#include "messages.hpp"
#include "schema_words.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;
using schema::Types;

namespace {

/// Most messages are no longer than this, what is found included.
constexpr std::size_t kUsualMessage = 80;

/// Whether a schema has nothing to say of a value while it passes.
bool applies_others_alone(const Schema& schema) {
  if (schema.limits_values) return false;
  if (!schema.conditions.present()) return true;
  const schema::Conditions& conditions = *schema.conditions;
  return !conditions.contains.present() && !conditions.unique_items &&
         !conditions.property_names.present() && conditions.dependent_required.empty() &&
         conditions.dependent_schemas.empty() && !conditions.json_content;
}

std::string_view text_between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void Walker::note(const char* at, const KeywordStep& keyword, const InWords& in_words) {
  if (trail_->only_counts) {
    ++trail_->count;
  } else if (trail_->is_full()) {
    trail_->complete = false;
  } else {
    tell(at, keyword, in_words);
  }
}

void Walker::tell(const char* at, const KeywordStep& keyword, const InWords& in_words) {
  if (trail_->errors.empty()) trail_->errors.reserve(1);  // as a rule, there is one
  Error& error = trail_->errors.emplace_back();
  error.kind = trail_->kind;
  error.message.reserve(kUsualMessage);
  std::string name;
  if (trail_->name) {
    name = message::quoted(text_of(trail_->name));
    error.message += message::refused_name(name, trail_->options.quote_payload);
  }
  Words words(error.message, trail_->options.quote_payload, name);
  in_words.call(in_words.say, words);
  error.instance_location = trail_->instance_location();
  error.keyword_location = trail_->keyword_location(keyword);
  error.offset =
      static_cast<std::size_t>((trail_->anchor != nullptr ? trail_->anchor : at) - begin_);
}

bool Walker::refuse_type(const Schema& schema, Types found, const char* at) {
  if (schema.types.empty()) return refuse_nothing(at);
  return refuse(at, "type",
                [&](Words& words) { words.expect_types(schema.types).found_type(found); });
}

bool Walker::refuse_nothing(const char* at, std::string_view keyword) {
  return refuse(at, keyword, [&](Words& words) {
    const auto [step, outer_step] = trail_->last_steps();
    words.say(message::nothing_allowed(step.text(), outer_step.text(), trail_->is_at_first_item()));
  });
}

bool Walker::check(const Schema& schema, Parts parts, Evaluated* evaluated) {
  if (parts != Parts::All) return check_anew(schema, parts, evaluated);
  if (!schema.applies_others) return check_own(schema, evaluated);
  return remembers(schema) ? check_once(schema, evaluated, true)
                           : check_anew(schema, parts, evaluated);
}

/// With what is remembered of it. `is_kept`: more is remembered than which violations were told of.
bool Walker::check_once(const Schema& schema, Evaluated* evaluated, bool is_kept) {
  in_.peek();
  const char* const value = in_.position();
  const Site site{&schema, value};
  const Finding* const known = is_kept ? memory_->findings.find(site) : nullptr;
  if (known != nullptr && is_enough(*known, evaluated != nullptr)) {
    const Finding found = *known;
    pass();
    if (evaluated != nullptr && found.evaluated != nullptr) evaluated->add_all(*found.evaluated);
    if (!found.verdict.ok && stopped_at_ == nullptr) stopped_at_ = found.verdict.stopped_at;
    return found.verdict.ok;
  }
  if (trail_ != nullptr && memory_->told.contains(site)) {
    pass();
    if (stopped_at_ == nullptr) stopped_at_ = value;
    return false;
  }
  Evaluated* own = nullptr;
  if (is_kept && evaluated != nullptr) own = &memory_->evaluated.emplace_front();
  const bool ok = check_anew(schema, Parts::All, own != nullptr ? own : evaluated);
  if (own != nullptr) evaluated->add_all(*own);
  if (!in_.ok()) return ok;
  if (!ok && trail_ != nullptr) memory_->told[site] = true;
  if (!is_kept) return ok;
  if (ok) memory_->outlines.set_end(value, in_.position());
  if (ok || trail_ == nullptr) memory_->findings[site] = {{ok, stopped_at_}, own};
  return ok;
}

/// A refusal that is to be reported has to be found again.
bool Walker::is_enough(const Finding& found, bool is_asked_for_evaluated) const {
  if (!found.verdict.ok) return trail_ == nullptr;
  return !is_asked_for_evaluated || found.evaluated != nullptr;
}

/// Where several schemas apply to one value, and to its parts again, and to theirs, the innermost
/// would be looked at once for each way that leads to it.
bool Walker::remembers(const Schema& schema) {
  if (looks_ == 0 || memory_ == nullptr || !schema.applies_others) return false;
  const char first = in_.peek();
  return first == '{' || first == '[' || looks_ > kLooksAtScalars;
}

bool Walker::check_anew(const Schema& schema, Parts parts, Evaluated* evaluated) {
  const Types found = in_.peek_type();
  const char* const value = in_.position();
  if (schema.conditions.present()) parts = Parts::All;
  if (parts == Parts::All && evaluated == nullptr && is_only_union(schema, found))
    return check_only_union(schema);
  const bool asks = schema.conditions.present() && schema.conditions->ask_for_the_unevaluated();
  Evaluated own;
  Evaluated* const sink = asks ? &own : evaluated;
  bool ok = true;
  if (parts != Parts::All) {
    in_.skip();
  } else if (found != schema::kObject || !applies_others_alone(schema)) {
    ok = check_own(schema, sink);
  } else {
    const Outline object = outline_ahead();
    if (object.has_members()) in_.move_to(object.end());
  }
  if (stopped()) return false;
  if (parts == Parts::Choices) return check_choices(schema, value, nullptr);
  ok = check_in_place(schema, value, sink) && ok;
  if (!asks || stopped()) return ok;
  ok = check_unevaluated(*schema.conditions, value, own) && ok;
  if (evaluated != nullptr) evaluated->add_all(own);
  return ok;
}

bool Walker::check_own(const Schema& schema, Evaluated* evaluated) {
  const Types found = in_.peek_type();
  const char* const value = in_.position();
  bool ok = false;
  if (found == schema::kNumber) {
    ok = check_number(schema);
  } else if (!schema.types.has(found)) {
    if (trail_ != nullptr || found.empty()) in_.skip();
    if (!in_.ok()) return false;
    return refuse_type(schema, found, value);
  } else if (found == schema::kString) {
    ok = check_string(schema);
  } else if (found == schema::kArray) {
    ok = check_array(schema, evaluated);
  } else if (found == schema::kObject) {
    ok = check_object(schema, evaluated);
  } else {
    in_.skip();
    ok = true;
  }
  if (stopped()) return false;
  const bool is_listed = !schema.lists_values || check_fixed(schema, value);
  return is_listed && ok;
}

const Headway* Walker::find_headway(const Schema& schema, const Evaluated* evaluated) const {
  if (!in_.ok() || evaluated != nullptr || schema.conditions.present()) return nullptr;
  return memory_->headways->find(schema, in_.position());
}

const Headway* Walker::jump(const Headway*& headway, bool& first) {
  const Headway* const here = headway;
  first = here->is_at_first();
  if (!first) in_.move_to(here->stop);
  headway = memory_->headways->find(*here->schema, here->inside, here);
  return here;
}

bool Walker::check_fixed(const Schema& schema, const char* value) {
  const std::string_view text = text_between(value, in_.position());
  bool ok = true;
  if (!schema.enumeration.empty() && !schema.open && !is_one_of(text, schema.enumeration)) {
    ok = refuse(value, "enum",
                [&](Words& words) { words.expect_one_of(schema.enumeration).found_value(text); });
  }
  if (schema.constant.present() && !equals(text, schema.constant)) {
    ok = refuse(value, "const",
                [&](Words& words) { words.expect_value(schema.constant).found_value(text); });
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
  if (!schema.limits_numbers || allows_limits(schema, token.text)) return true;
  bool ok = true;
  const auto require = [&](bool satisfied, std::string_view keyword, std::string_view expected,
                           const schema::Number& n) {
    if (!satisfied)
      ok = refuse(at, keyword,
                  [&](Words& words) { words.say(expected).say_number(n).found_value(token.text); });
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
  if (!schema.limits_strings && !schema.conditions.present()) return true;
  std::string unescaped;
  const std::string_view text = characters_of(token, unescaped);
  bool ok = true;
  if (!satisfies_min_length(text, schema.min_length)) {
    ok = refuse(at, "minLength", [&](Words& words) {
      words.expect_at_least(schema.min_length, "character").found_count(count_code_points(text));
    });
  }
  if (!satisfies_max_length(text, schema.max_length)) {
    ok = refuse(at, "maxLength", [&](Words& words) {
      words.expect_at_most(schema.max_length, "character").found_count(count_code_points(text));
    });
  }
  if (schema.pattern.present() && !matches(*schema.pattern, text, at)) {
    if (!in_.ok()) return false;
    ok = refuse(at, "pattern", [&](Words& words) {
      words.expect_match(schema.pattern->source()).found_text(text);
    });
  }
  if (schema.format.present() && !schema.format->matches(text)) {
    ok = refuse(at, "format",
                [&](Words& words) { words.expect_format(schema.format->name).found_text(text); });
  }
  return check_content(schema, token, at) && ok;
}

bool Walker::matches(const schema::Pattern& pattern, std::string_view text, const char* at) {
  const schema::Match match = pattern.match(text);
  if (match == schema::Match::GaveUp) in_.fail(Failure::MatchLimit, at, pattern.source());
  return match == schema::Match::Yes;
}

bool Walker::check_content(const Schema& schema, StringToken token, const char* at) {
  const bool is_base64 = schema.content_encoding == schema::Encoding::Base64;
  const bool is_json = schema.content_schema.present() ||
                       (schema.conditions.present() && schema.conditions->json_content);
  if (!is_base64 && !is_json) return true;
  if (!schema.content_assertion && (trail_ == nullptr || !trail_->reads_content)) return true;
  const ErrorKind kind_around = trail_ == nullptr ? ErrorKind::Invalid : trail_->kind;
  if (trail_ != nullptr && !schema.content_assertion) trail_->kind = ErrorKind::NotRepresentable;
  std::string content;
  bool ok = true;
  if (!is_base64) {
    unescape(token, content);
  } else if (!decode_content(token, content)) {
    ok = refuse(at, "contentEncoding",
                [](Words& words) { words.say("expected base64 (RFC 4648, padded)"); });
  }
  if (ok && is_json) ok = check_json_inside(schema, content, at);
  if (trail_ != nullptr) trail_->kind = kind_around;
  return ok;
}

bool Walker::check_json_inside(const Schema& schema, const std::string& content, const char* at) {
  Memory memory;
  Walker inside(Reader(content, in_.depth_left()), content.data(), begin_, &memory, trail_);
  const char* const outer_anchor = trail_ == nullptr ? nullptr : trail_->anchor;
  if (trail_ != nullptr && outer_anchor == nullptr) trail_->anchor = at;
  const Child any(&schema::any);
  const Child& child = schema.content_schema.present() ? schema.content_schema : any;
  const bool ok = inside.check_child(child, "contentSchema");
  if (inside.in_.ok() && !inside.stopped()) inside.in_.finish();
  if (trail_ != nullptr) trail_->anchor = outer_anchor;
  if (inside.in_.ok()) {
    if (!ok && stopped_at_ == nullptr) stopped_at_ = at;
    return ok;
  }
  if (inside.in_.is_undecided()) {
    in_.fail(inside.in_.failure(), at, inside.in_.failure_message());
    return false;
  }
  return refuse(at, "contentMediaType", [&](Words& words) {
    words.say("expected JSON in the text: ").say(inside.in_.failure_message());
  });
}

bool Walker::check_child(const Child& child, const KeywordStep& step) {
  const Descent descent(trail_, step, child.target());
  return check(*child.schema);
}

bool Walker::check_again(const Child& child, const KeywordStep& step, const char* value,
                         Evaluated* evaluated) {
  const Descent descent(trail_, step, child.target());
  return on_text_at(value, [&] { return check(*child.schema, Parts::All, evaluated); });
}

bool Walker::check_beside(const Child& child, const KeywordStep& step, const char* value,
                          Evaluated* evaluated) {
  const Descent descent(trail_, step, child.target());
  return on_text_at(value, [&] { return check_part(child, evaluated); });
}

bool Walker::check_part(const Child& child, Evaluated* evaluated) {
  const Schema& schema = *child.schema;
  if (!schema.applies_others) return check_own(schema, evaluated);
  if (!remembers(schema)) return check_anew(schema, Parts::All, evaluated);
  const bool is_in_its_place = child.target().empty();
  return check_once(schema, evaluated, !is_in_its_place || looks_ > kLooksAtParts);
}

Walker Walker::look_again(const char* value, Trail* trail) const {
  Walker again(in_, value, begin_, memory_, trail);
  again.looks_ = looks_ + 1;
  return again;
}

bool Walker::conclude(const Walker& again, bool ok, const char* value) {
  if (!again.in_.ok()) {
    in_.fail(again.in_.failure(), again.in_.failed_at(), again.in_.failure_message());
  } else if (!ok && stopped_at_ == nullptr) {
    stopped_at_ = again.stopped_at_ != nullptr ? again.stopped_at_ : value;
  }
  return ok;
}

bool Walker::fits(const Child& child, const char* value, Evaluated* evaluated) {
  if (known_outline(value).rules_out(*child.schema)) return false;
  Walker trial = look_again(value, nullptr);
  Evaluated own;
  const bool ok = trial.check_part(child, evaluated == nullptr ? nullptr : &own);
  in_.share_limit(trial.in_);
  if (ok && evaluated != nullptr) evaluated->add_all(own);
  return ok && trial.in_.ok();
}

}  // namespace eventc
