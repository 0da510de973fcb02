// SPDX-License-Identifier: Apache-2.0
#include "walker.hpp"

#include "eventc/emitted/checks.hpp"
#include "messages.hpp"

namespace eventc {

using schema::Child;
using schema::Schema;
using schema::Types;

namespace {

std::string_view text_between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

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
  if (parts == Parts::All && is_only_union(schema, in_.peek_type()))
    return check_only_union(schema);
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
  if (schema.pattern.present() && !matches(*schema.pattern, text, at)) {
    if (!in_.ok()) return false;
    ok = refuse(at, "pattern", message::expected_match(schema.pattern->source()),
                message::quoted(text));
  }
  return check_content(schema, token, at) && ok;
}

bool Walker::matches(const schema::Pattern& pattern, std::string_view text, const char* at) {
  const schema::Match match = pattern.match(text);
  if (match == schema::Match::GaveUp) in_.fail(Failure::MatchLimit, at, pattern.source());
  return match == schema::Match::Yes;
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

  Memory memory;
  Walker inside(Reader(content, in_.depth_left()), begin_, &memory, trail_);
  const char* const outer_anchor = trail_ == nullptr ? nullptr : trail_->anchor;
  if (trail_ != nullptr && outer_anchor == nullptr) trail_->anchor = at;
  const bool ok = inside.check_child(schema.content_schema, "/contentSchema");
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

bool Walker::check_in_place(const Schema& schema, const char* value) {
  bool ok = true;
  if (schema.ref.present()) ok = check_again(schema.ref, "/$ref", value);
  for (std::size_t i = 0; i < schema.all_of.size() && !stopped(); ++i) {
    ok = check_again(schema.all_of[i], trail_ == nullptr ? "" : indexed("allOf", i), value) && ok;
  }
  if (stopped()) return false;
  return check_choices(schema, value) && ok;
}

bool Walker::check_child(const Child& child, std::string_view step) {
  const Descent descent(trail_, step, child.target);
  return check(*child.schema);
}

bool Walker::check_again(const Child& child, std::string_view step, const char* value) {
  const Descent descent(trail_, step, child.target);
  Walker again(in_.reread(value), begin_, memory_, trail_);
  const bool ok = again.check(*child.schema);
  if (!again.in_.ok()) {
    in_.fail(again.in_.failure(), again.in_.failed_at(), again.in_.failure_message());
  } else if (!ok && stopped_at_ == nullptr) {
    stopped_at_ = again.stopped_at_ != nullptr ? again.stopped_at_ : value;
  }
  return ok;
}

}  // namespace eventc
