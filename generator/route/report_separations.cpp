// SPDX-License-Identifier: Apache-2.0
#include "route/report_separations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "instance/compose.hpp"

namespace eventc::compiler {
namespace {

Diagnostic& report_pair(const RoutedEvent& one, const RoutedEvent& other, const std::string& why,
                        Diagnostics& diagnostics) {
  Diagnostic& error = diagnostics.error(
      one.location, fmt::format("{} and {} can't be told apart: {}", one.name, other.name, why));
  error.notes.push_back({fmt::format("{} is declared here", other.name), other.location});
  return error;
}

void add_way_out(Diagnostic& error) {
  error.notes.push_back(
      {"give one of them a constant that the other does not have, an \"x-eventc\" discriminator, "
       "or a higher \"x-eventc\" priority"});
}

/// By the events' numbers.
using EventPair = std::pair<std::size_t, std::size_t>;

EventPair events_of(const std::vector<Candidate>& candidates, const Separation& pair) {
  return {candidates[pair.left].event(), candidates[pair.right].event()};
}

/// What stands at any of the paths by which the two are recognised.
std::vector<Path> routing_paths(const Candidate& left, const Candidate& right) {
  std::set<Path> paths;
  for (const Candidate* const one : {&left, &right}) {
    for (const PathFact& fact : one->routing()) paths.insert(fact.path);
  }
  return {paths.begin(), paths.end()};
}

void note_precedence(const RoutedEvent& first, const RoutedEvent& second,
                     const std::optional<Difference>& difference, Diagnostics& diagnostics) {
  const std::string what =
      difference ? fmt::format(" (see {})", to_string(difference->path)) : std::string();
  diagnostics
      .note(first.location,
            fmt::format("{} goes before {}: a payload that fits both is routed to {}{}", first.name,
                        second.name, first.name, what))
      .notes.push_back({fmt::format("a higher \"x-eventc\" priority of {} says that this is meant",
                                    first.name)});
}

void note_added_facts(const RoutedEvent& one, const RoutedEvent& other, const Path& path,
                      Diagnostics& diagnostics) {
  diagnostics
      .note(one.location,
            fmt::format("{} and {} are told apart by {} alone: a payload without it is neither",
                        one.name, other.name, to_string(path)))
      .notes.push_back({fmt::format("{} is declared here", other.name), other.location});
}

/// Whatever has the facts of the second has those of the first.
void warn_of_shadow(const RoutedEvent& first, const RoutedEvent& second, Diagnostics& diagnostics) {
  diagnostics
      .warning(second.location, fmt::format("no payload is routed to {}: what fits it fits {} as "
                                            "well, which goes before",
                                            second.name, first.name))
      .notes.push_back({fmt::format("{} is declared here", first.name), first.location});
}

}  // namespace

void report_unroutable(const RoutedEvent& event, const EventForms& found,
                       Diagnostics& diagnostics) {
  const std::string what =
      found.forms.empty() ? event.name + " is not routed: it requires nothing that would tell it"
                          : "some payloads of " + event.name +
                                " are not routed: a branch requires nothing that would tell them";
  diagnostics.warning(event.location, what + " from any other object")
      .notes.push_back({"require a member, preferably one with a \"const\"; or set \"x-eventc\": "
                        "{\"route\": false}"});
}

void report_overlaps(const NormalForm& form, const std::vector<RoutedEvent>& events,
                     const std::vector<Candidate>& candidates,
                     const std::vector<Separation>& separations, Diagnostics& diagnostics) {
  std::set<EventPair> reported;
  for (const Separation& pair : separations) {
    if (pair.kind != SeparationKind::Overlap) continue;
    const EventPair numbers = events_of(candidates, pair);
    if (!reported.insert(numbers).second) continue;
    const RoutedEvent& one = events[numbers.first];
    const RoutedEvent& other = events[numbers.second];
    const auto paths = routing_paths(candidates[pair.left], candidates[pair.right]);
    std::vector<std::string> places;
    for (const Path& path : paths) places.push_back(to_string(path));
    Diagnostic& error = report_pair(
        one, other, fmt::format("a payload that has {} can be either", fmt::join(places, ", ")),
        diagnostics);
    Pack both = one.root;
    both.insert(both.end(), other.root.begin(), other.root.end());
    const auto witness = compose(form, both, paths);
    error.notes.push_back({witness ? "both accept " + witness->dump(-1, ' ', true)
                                   : "no payload that both accept was found, and no proof that "
                                     "there is none"});
    add_way_out(error);
  }
}

void note_consequences(const std::vector<RoutedEvent>& events,
                       const std::vector<Candidate>& candidates,
                       const std::vector<Separation>& separations, Diagnostics& diagnostics) {
  std::set<EventPair> noted;
  for (const Separation& pair : separations) {
    const EventPair numbers = events_of(candidates, pair);
    const RoutedEvent& left = events[numbers.first];
    const RoutedEvent& right = events[numbers.second];
    if (pair.kind == SeparationKind::Apart) {
      if (pair.is_added && noted.insert(numbers).second)
        note_added_facts(left, right, find_difference(pair, candidates)->path, diagnostics);
      continue;
    }
    const bool is_left = pair.kind == SeparationKind::LeftFirst;
    const RoutedEvent& first = is_left ? left : right;
    const RoutedEvent& second = is_left ? right : left;
    const Candidate& first_candidate = candidates[is_left ? pair.left : pair.right];
    const Candidate& second_candidate = candidates[is_left ? pair.right : pair.left];
    if (includes(second_candidate.routing(), first_candidate.routing())) {
      if (noted.insert(numbers).second) warn_of_shadow(first, second, diagnostics);
    } else if (first.priority <= second.priority && noted.insert(numbers).second) {
      note_precedence(first, second, find_difference(pair, candidates), diagnostics);
    }
  }
}

void report_circle(const RoutedEvent& one, const RoutedEvent& other, Diagnostics& diagnostics) {
  add_way_out(report_pair(one, other, "each goes before another, and the last before the first",
                          diagnostics));
}

}  // namespace eventc::compiler
