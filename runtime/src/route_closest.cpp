// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/locate.hpp"
#include "eventc/route.hpp"
#include "route_scanner.hpp"
#include "words.hpp"

namespace eventc::route {
namespace {

class Comparison {
 public:
  Comparison(const Table& table, const Scanner& scanner, std::string_view text, bool quotes)
      : table_(table), scanner_(scanner), text_(text), quotes_(quotes) {}

  /// Of an event's alternatives that are as close, the one with the least rank. Where events are as
  /// close, none is closest.
  [[nodiscard]] std::optional<Closest> run() const {
    const Alternative* best = nullptr;
    double closest = 0;
    bool is_tied = false;
    for (const Alternative& one : table_.alternatives) {
      const double closeness = closeness_of(one);
      if (closeness < closest || closeness == 0) continue;
      const bool is_as_close = best != nullptr && closeness == closest;
      is_tied = is_as_close && (is_tied || one.event != best->event);
      if (!is_as_close || one.rank < best->rank) best = &one;
      closest = closeness;
    }
    if (best == nullptr || is_tied) return std::nullopt;
    return Closest{best->event, difference_from(*best)};
  }

 private:
  [[nodiscard]] bool holds(const Fact& fact) const {
    const Sight* const sight = scanner_.sight_at(fact.location);
    return sight != nullptr && route::holds(fact, *sight);
  }

  /// The share of the facts that hold, those counted in part that nearly do.
  [[nodiscard]] double closeness_of(const Alternative& alternative) const {
    double sum = 0;
    for (const Fact& fact : alternative.facts) sum += closeness_of(fact);
    return sum / static_cast<double>(alternative.facts.size());
  }

  /// A value that is another counts half; a missing or mistyped one a little less than the part of
  /// the way to it that is there.
  [[nodiscard]] double closeness_of(const Fact& fact) const {
    const Sight* const sight = scanner_.sight_at(fact.location);
    if (sight != nullptr && route::holds(fact, *sight)) return 1;
    if (sight != nullptr && fact.types.has(sight->type)) return 0.5;
    return 0.9 * share_of_way_to(fact.location);
  }

  [[nodiscard]] double share_of_way_to(std::size_t location) const {
    double all = 0;
    double seen = 0;
    for (; location != 0; location = table_.locations[location].parent) {
      ++all;
      if (scanner_.sight_at(location) != nullptr) ++seen;
    }
    return all == 0 ? 0 : seen / all;
  }

  [[nodiscard]] Error difference_from(const Alternative& alternative) const {
    const Fact* fact = alternative.facts.begin();
    while (holds(*fact)) ++fact;  // not all of them do: it is no payload of this event
    std::size_t there = fact->location;
    while (scanner_.sight_at(there) == nullptr) there = table_.locations[there].parent;
    Error error{.kind = ErrorKind::Invalid,
                .message = "missing",
                .instance_location = pointer_to(fact->location),
                .offset = scanner_.sight_at(there)->offset};
    if (there == fact->location) error.message = mismatch(*fact, *scanner_.sight_at(there));
    const LineColumn place = line_column(text_, error.offset);
    error.line = place.line;
    error.column = place.column;
    return error;
  }

  [[nodiscard]] std::string mismatch(const Fact& fact, const Sight& sight) const {
    std::string text;
    Words words(text, quotes_);
    if (!fact.types.has(sight.type)) {
      words.expect_types(fact.types);
    } else if (fact.values.empty()) {
      words.expect_match(fact.pattern->source());
    } else {
      words.expect_one_of(fact.values);
    }
    tell_found(sight, words);
    return text;
  }

  static void tell_found(const Sight& sight, Words& words) {
    if (sight.type == schema::kString) {
      words.found_text(sight.text);
    } else if (sight.text.empty()) {
      words.found_type(sight.type);
    } else {
      words.found_value(sight.text);
    }
  }

  [[nodiscard]] std::string pointer_to(std::size_t location) const {
    if (location == 0) return {};
    const Location& row = table_.locations[location];
    std::string pointer = pointer_to(row.parent);
    append_pointer_token(row.first_item ? "0" : row.member, pointer);
    return pointer;
  }

  const Table& table_;
  const Scanner& scanner_;
  std::string_view text_;
  bool quotes_;
};

}  // namespace

std::optional<Closest> find_closest(std::string_view text, const Table& table,
                                    const Options& options) {
  Scanner scanner(text, table, options, Scanner::Until::End);
  if (table.locations.empty() || scanner.run() != kUnknown || !scanner.ok()) return std::nullopt;
  return Comparison(table, scanner, text, options.quote_payload).run();
}

}  // namespace eventc::route
