// SPDX-License-Identifier: Apache-2.0
#include "eventc/route.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/document.hpp"
#include "eventc/emitted/reader.hpp"

namespace eventc::route {
namespace {

/// Zeros, on the stack where they are few.
template <class T, std::size_t Few>
class Zeros {
 public:
  explicit Zeros(std::size_t size) {
    if (size > Few) many_ = std::make_unique<T[]>(size);
  }

  T& operator[](std::size_t index) { return many_ ? many_[index] : few_[index]; }
  const T& operator[](std::size_t index) const { return many_ ? many_[index] : few_[index]; }

 private:
  std::array<T, Few> few_{};
  std::unique_ptr<T[]> many_;
};

/// A scalar as it stands in the payload; no text for an array or an object, which no fact names.
struct Value {
  schema::Types type;
  std::string_view json = {};
  std::string_view characters = {};
};

bool holds(const Fact& fact, const Value& value) {
  if (!fact.types.has(value.type)) return false;
  const bool is_string = value.type == schema::kString;
  if (fact.pattern != nullptr && is_string && !fact.pattern->matches(value.characters))
    return false;
  if (fact.values.empty()) return true;
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const schema::Value& wanted) {
    if (is_string) return wanted.is_string() && wanted.text() == value.characters;
    return !value.json.empty() && equals(value.json, wanted);
  });
}

class Scanner {
 public:
  Scanner(std::string_view text, const Table& table, const Options& options)
      : in_(open_document(text, options)),
        table_(table),
        states_(table.alternatives.size()),
        seen_(table.locations.size()) {}

  std::size_t run() {
    if (table_.locations.empty()) return kUnknown;
    decide();
    if (!decided_) scan(0);
    // A payload read to its end leaves every alternative out or with all of its facts.
    return answer_;
  }

 private:
  struct State {
    std::uint32_t held = 0;
    bool is_out = false;
  };

  /// The value ahead stands at a location.
  void scan(std::size_t location) {
    const schema::Types type = in_.peek_type();
    if (type == schema::kObject || type == schema::kArray) {
      settle(location, {type});
      if (!decided_) scan_below(location, type);
      return;
    }
    if (type == schema::kString) {
      scan_string(location);
    } else {
      const std::string_view json = in_.skip();
      if (in_.ok()) settle(location, {type, json});
    }
    if (in_.ok() && !decided_) miss_children(location);
  }

  void scan_string(std::size_t location) {
    const StringToken token = in_.read_string();
    if (!in_.ok()) return;
    std::string unescaped;
    if (token.escaped) unescape(token, unescaped);
    settle(location, {schema::kString, {}, token.escaped ? unescaped : token.raw});
  }

  void scan_below(std::size_t location, schema::Types type) {
    const Location& here = table_.locations[location];
    if (here.children_begin == here.children_end) {
      in_.skip();
    } else if (type == schema::kObject) {
      scan_members(location);
    } else {
      scan_items(location);
    }
    if (in_.ok() && !decided_) miss_children(location);
  }

  void scan_members(std::size_t location) {
    in_.open('{');
    for (bool first = true; in_.step('}', first);) {
      const std::size_t child = find_member(table_.locations[location], in_.read_key());
      if (child == kUnknown || seen_[child]) {
        in_.skip();
      } else {
        seen_[child] = true;
        scan(child);
      }
      if (decided_) return;
    }
  }

  void scan_items(std::size_t location) {
    const std::size_t last = table_.locations[location].children_end - 1;
    in_.open('[');
    for (bool first = true; in_.step(']', first);) {
      if (table_.locations[last].first_item && !seen_[last]) {
        seen_[last] = true;
        scan(last);
      } else {
        in_.skip();
      }
      if (decided_) return;
    }
  }

  std::size_t find_member(const Location& above, StringToken key) const {
    std::string unescaped;
    if (key.escaped) unescape(key, unescaped);
    const std::string_view name = key.escaped ? std::string_view(unescaped) : key.raw;
    const Location* begin = table_.locations.begin() + above.children_begin;
    const Location* end = table_.locations.begin() + above.children_end;
    if (begin != end && end[-1].first_item) --end;
    const Location* const found = std::lower_bound(
        begin, end, name,
        [](const Location& location, std::string_view wanted) { return location.member < wanted; });
    if (found == end || found->member != name) return kUnknown;
    return static_cast<std::size_t>(found - table_.locations.begin());
  }

  /// Something stands at the location.
  void settle(std::size_t location, const Value& value) {
    bool is_news = false;
    for (std::size_t i = 0; i < table_.alternatives.size(); ++i) {
      for (const Fact& fact : table_.alternatives[i].facts) {
        if (fact.location != location || states_[i].is_out) continue;
        is_news = true;
        if (holds(fact, value)) {
          ++states_[i].held;
        } else {
          states_[i].is_out = true;
        }
      }
    }
    if (is_news) decide();
  }

  /// The value at the location has been read: what has not been found right below it is not there.
  void miss_children(std::size_t location) {
    const Location& here = table_.locations[location];
    bool is_news = false;
    for (std::size_t child = here.children_begin; child < here.children_end; ++child) {
      if (!seen_[child]) is_news = miss(child) || is_news;
    }
    if (is_news) decide();
  }

  bool miss(std::size_t location) {
    bool is_news = false;
    for (std::size_t i = 0; i < table_.alternatives.size(); ++i) {
      if (states_[i].is_out) continue;
      const schema::List<Fact>& facts = table_.alternatives[i].facts;
      states_[i].is_out = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
        return is_at_or_below(fact.location, location);
      });
      is_news = is_news || states_[i].is_out;
    }
    return is_news;
  }

  /// A parent stands before its children.
  [[nodiscard]] bool is_at_or_below(std::size_t location, std::size_t other) const {
    while (location > other) location = table_.locations[location].parent;
    return location == other;
  }

  /// An alternative decides when its facts hold and none before it can: those are out, or they are
  /// of the same event, or it is alone.
  void decide() {
    std::size_t in_front = kUnknown;
    bool are_several_in_front = false;
    bool is_any_left = false;
    for (std::size_t i = 0; i < table_.alternatives.size(); ++i) {
      if (states_[i].is_out) continue;
      const Alternative& alternative = table_.alternatives[i];
      const bool is_free = in_front == kUnknown ||
                           (!are_several_in_front && in_front == alternative.event) ||
                           alternative.alone;
      if (states_[i].held == alternative.facts.size() && is_free) return answer(alternative.event);
      is_any_left = true;
      are_several_in_front =
          are_several_in_front || (in_front != kUnknown && in_front != alternative.event);
      in_front = alternative.event;
    }
    if (!is_any_left) answer(kUnknown);
  }

  void answer(std::size_t event) {
    decided_ = true;
    answer_ = event;
  }

  Reader in_;
  const Table& table_;
  Zeros<State, 64> states_;
  Zeros<bool, 256> seen_;
  bool decided_ = false;
  std::size_t answer_ = kUnknown;
};

}  // namespace

std::size_t classify(std::string_view text, const Table& table, const Options& options) {
  return Scanner(text, table, options).run();
}

}  // namespace eventc::route
