// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "any_storage.hpp"
#include "eventc/event.hpp"
#include "eventc/to_owned.hpp"

/// The events of all golden folders, for one runner.
namespace golden {

/// What became of a payload.
struct Outcome {
  /// What to_json() writes, or the report on the payload: one line for each violation. Where the schema allows what C++ cannot
  /// hold, the error of parse().
  std::string text;
  /// What contradicts itself, in words: parse() and validate() disagree, or a value changes on its way through JSON.
  std::string contradiction;
};

struct Event {
  std::string_view folder;
  std::string_view stem;  ///< of its file
  Outcome (*accept)(std::string_view payload);
  Outcome (*refuse)(std::string_view payload);
  /// For any payload: what parse() and validate() disagree on, in words. Empty: nothing.
  std::string (*compare)(std::string_view payload, bool& is_accepted);
  eventc::Report (*validate)(std::string_view payload, const eventc::Options& options);
};

/// Of all folders; the build makes it from the emitted headers.
[[nodiscard]] std::vector<Event> events();

using eventc::test::parse_to_keep;
using eventc::test::value_of;

/// Whether there is an owned twin of the view T.
template <class T>
concept HasTwin = eventc::ViewEvent<T> && requires(const T& view) { eventc::to_owned(view); };

/// Where the view and its owned twin differ, in words. The arena is one that has seen other events.
template <HasTwin T>
std::string compare_with_twin(std::string_view payload) {
  static eventc::Arena arena;
  arena.reset();
  const eventc::Result<T> view = eventc::parse<T>(payload, arena);
  const auto owned = eventc::parse<eventc::Owned<T>>(payload);
  if (view.has_value() != owned.has_value())
    return view ? "the view accepts what its owned twin refuses: " + owned.error().to_string()
                : "the view refuses what its owned twin accepts: " + view.error().to_string();
  const eventc::Report walked = eventc::validate<eventc::Owned<T>>(payload);  // it never reads
  const bool is_valid = view || view.error().kind == eventc::ErrorKind::NotRepresentable;
  if (is_valid != walked.ok()) return "reading and walking disagree: " + walked.to_string();
  const eventc::Report read = eventc::validate<T>(payload);  // it walks what was refused alone
  if (read.errors() != walked.errors())
    return "reading reports\n" + read.to_string() + "and walking\n" + walked.to_string();
  if (!view) return view.error() == owned.error() ? "" : "the view and its twin differ in the error";
  if (!(eventc::to_owned(*view) == *owned)) return "the copy of the view is not what its twin is";
  const auto json = eventc::to_json(*view);
  const auto same_json = eventc::to_json(*owned);
  const bool is_same = json ? same_json && *json == *same_json : !same_json;
  return is_same ? "" : "the view and its twin are written in two ways";
}

/// For a payload that is valid.
template <class T>
Outcome accept(std::string_view payload) {
  const eventc::Report report = eventc::validate<T>(payload);
  if (!report) return {{}, "refused: " + report.to_string()};
  const auto value = parse_to_keep<T>(payload);
  if (!value) return {{}, "validate() accepts what parse() refuses: " + value.error().to_string()};
  const eventc::Result<std::string> json = eventc::to_json(value_of<T>(value));
  if (!json) return {{}, "cannot be written: " + json.error().to_string()};

  Outcome outcome{*json + "\n", {}};
  const auto again = parse_to_keep<T>(*json);
  if (!again) {
    outcome.contradiction = "what is written does not parse: " + again.error().to_string();
  } else if (!(value_of<T>(again) == value_of<T>(value))) {
    outcome.contradiction = "another value comes back from " + *json;
  } else if (const auto twice = eventc::to_json(value_of<T>(again)); !twice || *twice != *json) {
    outcome.contradiction = "the same value is written in another way";
  }
  return outcome;
}

/// For a payload that is not.
template <class T>
Outcome refuse(std::string_view payload) {
  const auto value = parse_to_keep<T>(payload);
  const eventc::Report report = eventc::validate<T>(payload);
  if (value) return {{}, report ? "accepted" : "parse() accepts what validate() refuses: " + report.to_string()};
  const eventc::Error& error = value.error();
  if (report) {
    const bool is_expected = error.kind == eventc::ErrorKind::NotRepresentable;
    return {error.to_string() + "\n", is_expected ? "" : "validate() accepts what parse() refuses: " + error.to_string()};
  }
  Outcome outcome{report.to_string(), {}};
  if (!outcome.text.ends_with('\n')) outcome.text += '\n';
  bool is_reported = false;
  for (const eventc::Error& one : report.errors()) is_reported = is_reported || one == error;
  if (!is_reported) outcome.contradiction = "the report has no word of parse()'s error: " + error.to_string();
  return outcome;
}

/// Both read the payload in a different way: into a struct under a schema known at compile time, and as data under one known at
/// run time.
template <class T>
std::string compare(std::string_view payload, bool& is_accepted) {
  if constexpr (HasTwin<T>) {
    if (std::string difference = compare_with_twin<T>(payload); !difference.empty())
      return difference;
  }
  const auto value = parse_to_keep<T>(payload);
  const eventc::Report report = eventc::validate<T>(payload);
  is_accepted = value.has_value();
  if (value) return report ? "" : "parse() accepts what validate() refuses: " + report.to_string();
  const eventc::Error& error = value.error();
  if (error.kind == eventc::ErrorKind::NotRepresentable)
    return report ? "" : "parse() says that it is valid, validate() does not: " + report.to_string();
  if (report) return "validate() accepts what parse() refuses: " + error.to_string();
  const std::vector<eventc::Error>& errors = report.errors();
  if (std::find(errors.begin(), errors.end(), error) == errors.end())
    return "the report has no word of parse()'s error: " + error.to_string();
  // parse() tells of a text that it is not JSON, or else of its first violation.
  const bool is_first = error == errors.front() && errors.back().kind != eventc::ErrorKind::NotJson;
  if (error.kind == eventc::ErrorKind::Invalid && !is_first)
    return "parse() tells of " + error.to_string() + "\nwhere the report begins with " + report.to_string();
  return "";
}

template <class T>
Event event(std::string_view folder, std::string_view stem) {
  return {folder, stem, &accept<T>, &refuse<T>, &compare<T>, &eventc::validate<T>};
}

}  // namespace golden
