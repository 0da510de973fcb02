// SPDX-License-Identifier: Apache-2.0
#include "route_scanner.hpp"

#include <algorithm>

#include "eventc/decimal.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/document.hpp"
#include "eventc/emitted/route_index.hpp"

namespace eventc::route {

bool holds(const Fact& fact, const Sight& sight) {
  if (!fact.types.has(sight.type)) return false;
  const bool is_string = sight.type == schema::kString;
  if (fact.pattern != nullptr && is_string &&
      fact.pattern->match(sight.characters) != schema::Match::Yes)
    return false;
  if (fact.values.empty()) return true;
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const schema::Value& wanted) {
    if (is_string) return wanted.is_string() && wanted.text() == sight.characters;
    return !sight.json.empty() && equals(sight.json, wanted);
  });
}

Scanner::Scanner(std::string_view text, const Table& table, const Options& options, Until until)
    : in_(open_document(text, options)),
      table_(table),
      until_(until),
      seen_(table.locations.size()) {}

std::size_t Scanner::run() {
  if (table_.locations.empty()) return kUnknown;
  seen_.insert(0);
  scan(0);
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

/// The value ahead stands at a location.
void Scanner::scan(std::size_t location) {
  const schema::Types type = in_.peek_type();
  if (type != schema::kObject && type != schema::kArray) return scan_scalar(location, type);
  const bool is_inner = table_.locations[location].inner;
  if (is_inner) open_.push_back(location);  // before it is seen: nothing below it is settled
  see({.location = location, .offset = in_.offset(), .type = type});
  if (decided_) return;
  if (!is_inner) {
    in_.skip();
    return;
  }
  if (type == schema::kObject) {
    scan_members(location);
  } else {
    scan_items(location);
  }
  open_.pop_back();
  if (in_.ok() && !decided_) decide();
}

void Scanner::scan_scalar(std::size_t location, schema::Types type) {
  const std::size_t offset = in_.offset();
  if (type != schema::kString) {
    const std::string_view json = in_.skip();
    if (in_.ok()) see({.location = location, .offset = offset, .type = type, .json = json});
    return;
  }
  const StringToken token = in_.read_string();
  if (!in_.ok()) return;
  const std::string_view characters =
      token.escaped() ? unescaped_.emplace_front(text_of(token)) : token.raw();
  see({.location = location, .offset = offset, .type = type, .characters = characters});
}

void Scanner::scan_members(std::size_t location) {
  in_.open('{');
  for (bool first = true; in_.step('}', first);) {
    const std::size_t child = find_member(location, in_.read_key());
    if (child == kUnknown || seen_.has(child)) {
      in_.skip();
      continue;
    }
    seen_.insert(child);
    scan(child);
    if (decided_) return;
  }
}

void Scanner::scan_items(std::size_t location) {
  const std::size_t item = find_first_item(location);
  in_.open('[');
  for (bool first = true; in_.step(']', first);) {
    if (item == kUnknown || seen_.has(item)) {
      in_.skip();
      continue;
    }
    seen_.insert(item);
    scan(item);
    if (decided_) return;
  }
}

std::size_t Scanner::find_member(std::size_t parent, StringToken key) const {
  if (!key.escaped()) return find_row(table_.locations, table_.location_index, parent, key.raw());
  const std::string name = text_of(key);
  return find_row(table_.locations, table_.location_index, parent, std::string_view(name));
}

std::size_t Scanner::find_first_item(std::size_t parent) const {
  return find_row(table_.locations, table_.location_index, parent, FirstItem{});
}

// ---- What it may be

void Scanner::see(const Sight& sight) {
  sights_.push_back(sight);
  check_candidates(sight);
  find_candidates(sight);
  decide();
}

void Scanner::check_candidates(const Sight& sight) {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    Candidate& candidate = candidates_[i];
    if (candidate.is_out) continue;
    for (const Fact& fact : table_.alternatives[candidate.alternative].facts) {
      if (fact.location != sight.location) continue;
      candidate.is_out = !holds(fact, sight);
      --candidate.open_facts;
      is_any_complete_ = is_any_complete_ || candidate.open_facts == 0;
    }
  }
}

void Scanner::find_candidates(const Sight& sight) {
  find_by_key(sight);
  const Location& here = table_.locations[sight.location];
  for (std::size_t i = here.tests_begin; i < here.tests_end; ++i) {
    if (holds(table_.alternatives[i].facts[0], sight)) add_candidate(i);
  }
}

void Scanner::find_by_key(const Sight& sight) {
  const auto find = [&](const auto& key) {
    return find_row(table_.keys, table_.key_index, sight.location, key);
  };
  std::size_t row = kUnknown;
  if (sight.type == schema::kString) {
    row = find(sight.characters);
  } else if (sight.type.has(schema::kNumber)) {
    const auto integer = to_int64(Decimal(sight.json));
    if (integer) row = find(schema::Value(*integer));
  } else if (sight.type == schema::kBoolean) {
    row = find(schema::Value(sight.json == "true"));
  } else if (sight.type == schema::kNull) {
    row = find(schema::Value(nullptr));
  }
  if (row == kUnknown) return;
  const schema::Value& value = table_.keys[row].value;
  for (; row < table_.keys.size() && index::has_key(table_.keys[row], sight.location, value);
       ++row) {
    add_candidate(table_.keys[row].alternative);
  }
}

/// Its first fact holds; the others may have been seen before.
void Scanner::add_candidate(std::size_t alternative) {
  const schema::List<Fact>& facts = table_.alternatives[alternative].facts;
  Candidate candidate{.alternative = alternative, .open_facts = facts.size() - 1};
  for (const Fact* fact = facts.begin() + 1; fact != facts.end(); ++fact) {
    const Sight* const sight = sight_at(fact->location);
    if (sight == nullptr) continue;
    if (!holds(*fact, *sight)) return;
    --candidate.open_facts;
  }
  is_any_complete_ = is_any_complete_ || candidate.open_facts == 0;
  candidates_.push_back(candidate);
}

// ---- The answer

void Scanner::decide() {
  if (!is_any_complete_ || until_ == Until::End) return;
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
    if (open_[i] == location) return true;
  }
  return false;
}

}  // namespace eventc::route
