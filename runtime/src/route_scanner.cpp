// SPDX-License-Identifier: Apache-2.0
#include "route_scanner.hpp"

#include <algorithm>

#include "eventc/decimal.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/route_index.hpp"

namespace eventc::route {

[[gnu::noinline]] bool is_as_in(const Fact& fact, const Sight& sight) {
  const bool is_string = sight.type == schema::kString;
  if (fact.pattern != nullptr && is_string && fact.pattern->match(sight.text) != schema::Match::Yes)
    return false;
  if (fact.values.empty()) return true;
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const schema::Value& wanted) {
    if (is_string) return wanted.is_string() && wanted.text() == sight.text;
    return !sight.text.empty() && equals(sight.text, wanted);
  });
}

Scanner::Scanner(std::string_view text, const Table& table, const Options& options, Until until)
    : in_(text, options), table_(table), until_(until), seen_(table.locations.size()) {}

/// The steps below are inlined here: most are short, and calls of them would take as long.
[[gnu::flatten]] std::size_t Scanner::run() {
  if (table_.locations.empty()) return kUnknown;
  seen_.insert(0);
  for (std::size_t location = 0; location != kUnknown; location = find_next()) look_at(location);
  if (decided_ || !in_.ok()) return answer_;
  const Alternative* const alternative = best();
  return alternative == nullptr ? kUnknown : alternative->event;
}

const Sight* Scanner::sight_at(std::size_t location) const {
  if (!seen_.has(location)) return nullptr;
  for (std::size_t i = 0; i < sights_.size(); ++i) {
    if (sights_[i].location == location) return &sights_[i];
  }
  return nullptr;
}

// ---- The payload

inline std::size_t Scanner::find_member(std::size_t parent, StringToken key) const {
  if (key.escaped()) [[unlikely]]
    return find_escaped_member(parent, key);
  return find_row(table_.locations, table_.location_index, parent, key.raw());
}

[[gnu::noinline]] std::size_t Scanner::find_escaped_member(std::size_t parent,
                                                           StringToken key) const {
  const std::string name = text_of(key);
  return find_row(table_.locations, table_.location_index, parent, std::string_view(name));
}

std::size_t Scanner::find_first_item(std::size_t parent) const {
  return find_row(table_.locations, table_.location_index, parent, FirstItem{});
}

/// The location of the next value that stands at one, and is the first there; kUnknown: none does,
/// the answer is known, or the text is not JSON.
std::size_t Scanner::find_next() {
  while (open_.size() != 0 && !decided_) {
    const Level& here = open_.back();
    const std::size_t location =
        here.is_object ? find_next_member(here.location) : find_next_item(here.first_item);
    if (location != kUnknown) return location;
    if (!in_.ok()) break;
    leave();
  }
  return kUnknown;
}

/// In the innermost object; kUnknown: it has ended, or the text is not JSON.
std::size_t Scanner::find_next_member(std::size_t parent) {
  while (const StringToken name = in_.next_member(is_first_)) {
    const std::size_t location = find_member(parent, name);
    if (location != kUnknown && seen_.insert(location)) return location;
    in_.skip();
  }
  return kUnknown;
}

std::size_t Scanner::find_next_item(std::size_t first_item) {
  while (in_.next_item(is_first_)) {
    if (first_item != kUnknown && seen_.insert(first_item)) return first_item;
    in_.skip();
  }
  return kUnknown;
}

/// Behind the innermost array or object.
void Scanner::leave() {
  open_.pop_back();
  if (is_any_complete_ && in_.ok()) decide();
}

/// The value ahead stands at a location.
void Scanner::look_at(std::size_t location) {
  const schema::Types type = in_.peek_type();
  if (type == schema::kObject || type == schema::kArray) {
    look_at_parts(location, type);
  } else {
    look_at_scalar(location, type);
  }
}

[[gnu::always_inline]] inline void Scanner::see(std::size_t location, const char* at,
                                                schema::Types type, std::string_view text) {
  Sight& sight = sights_.add();
  sight.location = location;
  sight.offset = in_.offset_of(at);
  sight.type = type;
  sight.text = text;
  const Location& here = table_.locations[location];
  const bool leads_further = here.keyed || here.tests_begin != here.tests_end;
  if (leads_further || candidates_.size() != 0) compare(sight);
}

void Scanner::look_at_parts(std::size_t location, schema::Types type) {
  const bool is_inner = table_.locations[location].inner;
  if (is_inner) {  // open before it is seen: nothing below it is settled
    Level& level = open_.add();
    level.location = location;
    level.is_object = type == schema::kObject;
    level.first_item = level.is_object ? kUnknown : find_first_item(location);
    is_first_ = true;
  }
  see(location, in_.position(), type, {});
  if (decided_) return;
  if (is_inner) {
    in_.open();
  } else {
    in_.skip();
  }
}

void Scanner::look_at_scalar(std::size_t location, schema::Types type) {
  const char* const at = in_.position();
  std::string_view text;
  if (type == schema::kString) {
    const StringToken token = in_.read_string();
    text = token.escaped() ? unescaped_.emplace_front(text_of(token)) : token.raw();
  } else {
    text = in_.take();
  }
  if (in_.ok()) see(location, at, type, text);
}

// ---- What it may be

/// With what the candidates have to be here, and with the alternatives that are filed here.
void Scanner::compare(const Sight& sight) {
  check_candidates(sight);
  const Location& here = table_.locations[sight.location];
  if (here.keyed) find_by_key(sight);
  for (std::size_t i = here.tests_begin; i < here.tests_end; ++i) {
    if (holds(table_.alternatives[i].facts[0], sight)) add_candidate(i);
  }
  if (is_any_complete_) decide();
}

void Scanner::check_candidates(const Sight& sight) {
  const std::size_t location = sight.location;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    Candidate& candidate = candidates_[i];
    if (candidate.is_out) continue;
    for (const Fact& fact : table_.alternatives[candidate.alternative].facts) {
      if (fact.location != location) continue;
      candidate.is_out = !holds(fact, sight);
      --candidate.open_facts;
      is_any_complete_ = is_any_complete_ || candidate.open_facts == 0;
    }
  }
}

void Scanner::find_by_key(const Sight& sight) {
  std::size_t row = sight.type == schema::kString
                        ? find_row(table_.keys, table_.key_index, sight.location, sight.text)
                        : find_row_of_other(sight);
  if (row == kUnknown) return;
  const schema::Value& value = table_.keys[row].value;
  for (; row < table_.keys.size() && index::has_key(table_.keys[row], sight.location, value);
       ++row) {
    add_candidate(table_.keys[row].alternative);
  }
}

/// Of a value that is no string.
[[gnu::noinline]] std::size_t Scanner::find_row_of_other(const Sight& sight) const {
  const auto find = [&](const schema::Value& value) {
    return find_row(table_.keys, table_.key_index, sight.location, value);
  };
  if (sight.type.has(schema::kNumber)) {
    const auto integer = to_int64(Decimal(sight.text));
    return integer ? find(schema::Value(*integer)) : kUnknown;
  }
  if (sight.type == schema::kBoolean) return find(schema::Value(sight.text == "true"));
  return sight.type == schema::kNull ? find(schema::Value(nullptr)) : kUnknown;
}

/// Its first fact holds; the others may have been seen before.
void Scanner::add_candidate(std::size_t alternative) {
  const schema::List<Fact>& facts = table_.alternatives[alternative].facts;
  std::size_t open_facts = facts.size() - 1;
  for (const Fact* fact = facts.begin() + 1; fact != facts.end(); ++fact) {
    const Sight* const sight = sight_at(fact->location);
    if (sight == nullptr) continue;
    if (!holds(*fact, *sight)) return;
    --open_facts;
  }
  is_any_complete_ = is_any_complete_ || open_facts == 0;
  Candidate& candidate = candidates_.add();
  candidate.alternative = alternative;
  candidate.open_facts = open_facts;
}

// ---- The answer

void Scanner::decide() {
  if (until_ == Until::End) return;
  const Alternative* const alternative = best();
  if (alternative == nullptr) return;
  for (const std::size_t location : alternative->waits_for) {
    if (!is_settled(location)) return;
  }
  decided_ = true;
  answer_ = alternative->event;
}

/// Of the candidates whose facts all hold, the one with the least rank.
const Alternative* Scanner::best() const {
  const Alternative* best = nullptr;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (candidates_[i].is_out || candidates_[i].open_facts != 0) continue;
    const Alternative& one = table_.alternatives[candidates_[i].alternative];
    if (best == nullptr || one.rank < best->rank) best = &one;
  }
  return best;
}

/// It has been seen, or what would hold it has been read to its end without it.
bool Scanner::is_settled(std::size_t location) const {
  if (seen_.has(location)) return true;
  while (!seen_.has(location)) location = table_.locations[location].parent;
  return !is_open(location);
}

bool Scanner::is_open(std::size_t location) const {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i].location == location) return true;
  }
  return false;
}

}  // namespace eventc::route
