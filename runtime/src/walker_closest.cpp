// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <utility>

#include "eventc/emitted/checks.hpp"
#include "messages.hpp"
#include "walker.hpp"

// Which branch of a union comes closest to a value that fits none. Only reports ask for it.

namespace eventc {

using schema::Child;
using schema::Schema;
using schema::Types;

namespace {

/// What is past this makes no branch any closer.
constexpr Options kFewViolations{.max_errors = 32};
/// How many schemas are asked for a branch's types and tags, where it is made of others.
constexpr int kLooks = 64;

enum class Tag : std::uint8_t { Differs, None, Fits };

Types type_of(const schema::Value& value) {
  using Kind = schema::Value::Kind;
  switch (value.kind()) {
    case Kind::None:
      return schema::kAny;
    case Kind::Null:
      return schema::kNull;
    case Kind::Boolean:
      return schema::kBoolean;
    case Kind::Integer:
      return schema::kInteger;
    case Kind::String:
      return schema::kString;
    case Kind::Raw:
      break;
  }
  return Cursor(value.text(), 1).peek_type();
}

/// Whether a schema, and those that it applies to the same value, allow the type. Where they are
/// more than can be asked, they are taken to.
bool allows_type(const Schema& schema, Types type, int& looks) {
  if (--looks < 0) return true;
  const auto allows = [&](const Child& child) { return allows_type(*child.schema, type, looks); };
  const auto is_of_type = [&](const schema::Value& value) { return type_of(value).has(type); };
  if (!schema.types.has(type) || !is_of_type(schema.constant)) return false;
  if (!schema.enumeration.empty() && !schema.open &&
      std::none_of(schema.enumeration.begin(), schema.enumeration.end(), is_of_type))
    return false;
  if (schema.ref.present() && !allows(schema.ref)) return false;
  if (!std::all_of(schema.all_of.begin(), schema.all_of.end(), allows)) return false;
  for (const auto* const branches : {&schema.any_of, &schema.one_of}) {
    if (!branches->empty() && std::none_of(branches->begin(), branches->end(), allows))
      return false;
  }
  return true;
}

/// Arrays and objects are no tags.
Tag own_tag(const Schema& schema, const Outline& value) {
  Tag tag = Tag::None;
  if (!value.has_members()) return tag;
  for (const schema::Property& property : schema.properties) {
    const Schema& fixed = *property.schema.schema;
    if (!fixed.lists_values) continue;
    const Outline::Member* const member = value.find(property.name);
    if (member == nullptr) continue;
    const std::string_view text = member->text();
    if (text.front() == '{' || text.front() == '[') continue;
    if (!is_listed(fixed, text)) return Tag::Differs;
    tag = Tag::Fits;
  }
  return tag;
}

/// What constants and enumerations of direct members say of them.
Tag tag_of(const Schema& schema, const Outline& value, int& looks) {
  if (--looks < 0) return Tag::None;
  Tag tag = own_tag(schema, value);
  const auto meet = [&](Tag other) {
    if (tag != Tag::Differs && other != Tag::None) tag = other;
  };
  if (schema.ref.present()) meet(tag_of(*schema.ref.schema, value, looks));
  for (const Child& one : schema.all_of) meet(tag_of(*one.schema, value, looks));
  for (const auto* const branches : {&schema.any_of, &schema.one_of}) {
    Tag best = branches->empty() ? Tag::None : Tag::Differs;
    for (const Child& one : *branches) best = std::max(best, tag_of(*one.schema, value, looks));
    meet(best);
  }
  return tag;
}

}  // namespace

/// The value ahead: of a number, whether it has a fraction.
schema::Types Walker::exact_type() const {
  Cursor ahead = in_;
  const Types type = ahead.peek_type();
  if (type != schema::kNumber) return type;
  return has_fraction(ahead.read_number()) ? schema::kFraction : schema::kInteger;
}

/// Those whose types fit, before those whose tags do.
std::vector<std::size_t> Walker::find_alike(const schema::List<Child>& branches,
                                            const Branches& tried, const char* value) {
  Walker ahead(in_, value, begin_, memory_, nullptr);
  const Types type = ahead.exact_type();
  const Outline outline = ahead.outline_ahead();
  std::pair<bool, Tag> best{false, Tag::Differs};
  std::vector<std::size_t> alike;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    const std::size_t index = tried[i];
    const Schema& branch = *branches[index].schema;
    int looks = kLooks;
    const bool has_type = allows_type(branch, type, looks);
    looks = kLooks;
    const std::pair<bool, Tag> likeness{has_type, tag_of(branch, outline, looks)};
    if (likeness < best) continue;
    if (best < likeness) alike.clear();
    best = likeness;
    alike.push_back(index);
  }
  return alike;
}

Walker::Closest Walker::find_closest(const schema::List<Child>& branches, const Branches& tried,
                                     const char* value) {
  Closest closest;
  for (const std::size_t index : find_alike(branches, tried, value)) {
    const Count count = count_violations(branches[index], value);
    const auto is_before = [](const Count& left, const Count& right) {
      return std::tuple(left.violations, right.stopped_at) <
             std::tuple(right.violations, left.stopped_at);
    };
    if (closest.branch != schema::kNoBranch && !is_before(count, closest.count)) continue;
    closest = {index, count};
  }
  return closest;
}

/// Each schema is counted once for each value: a union in a branch has its own counts at hand
/// then.
Count Walker::count_violations(const Child& child, const char* value) {
  const Site site{child.schema, value};
  if (const Count* const known = memory_->counts.find(site)) return *known;
  Trail counting{.options = kFewViolations, .only_counts = true};
  // What the report has told is counted all the same.
  decltype(memory_->told) told;
  std::swap(told, memory_->told);
  Walker trial = look_again(value, &counting);
  trial.check(*child.schema);
  std::swap(told, memory_->told);
  Count count{counting.count, trial.stopped_at_};
  if (!trial.in_.ok()) count = {kFewViolations.max_errors, trial.in_.failed_at()};
  count.violations = std::min(count.violations, kFewViolations.max_errors);
  memory_->counts[site] = count;
  return count;
}

bool Walker::refuse_all(const schema::List<Child>& branches, const Branches& tried,
                        const char* value, std::string_view keyword) {
  if (trail_ == nullptr || trail_->is_full()) return refuse(value, keyword, [](Words&) {});
  const Closest closest = find_closest(branches, tried, value);
  if (trail_->only_counts) {
    trail_->count += closest.count.violations;
    if (stopped_at_ == nullptr) stopped_at_ = closest.count.stopped_at;
    return false;
  }
  const std::size_t at = trail_->errors.size();
  refuse(value, keyword,
         [&](Words& words) { words.say(message::fits_none(branches.size(), closest.branch)); });
  trail_->summaries.push_back(at);
  check_beside(branches[closest.branch], {keyword, closest.branch}, value);
  trail_->tell_what_it_lacks(at);
  return false;
}

/// Of the errors behind that of a union, the first one in the payload.
void Trail::tell_what_it_lacks(std::size_t summary) {
  const Error* first = nullptr;
  for (std::size_t i = summary + 1; i < errors.size(); ++i) {
    // Of a union in it, what its own closest branch lacks follows.
    if (std::binary_search(summaries.begin(), summaries.end(), i) ||
        errors[i].kind != errors[summary].kind)
      continue;
    if (first == nullptr || errors[i].offset < first->offset) first = &errors[i];
  }
  if (first == nullptr) return;
  Error& error = errors[summary];
  const std::string below = first->instance_location.substr(error.instance_location.size());
  error.message += ": ";
  if (!below.empty() && options.quote_payload)
    error.message += "at " + message::place_below(below) + ": ";
  error.message += first->message;
}

}  // namespace eventc
