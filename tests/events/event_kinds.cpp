// SPDX-License-Identifier: Apache-2.0
#include "events/event_kinds.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "any_storage.hpp"
#include "eventc/to_owned.hpp"

namespace eventc::test {
namespace {

template <class T>
std::string round_trip(std::string_view text) {
  const auto first = parse_to_keep<T>(text);
  if (!first) return "not parsed: " + first.error().to_string();
  const Result<std::string> json = to_json(value_of<T>(first));
  if (!json) return "not written: " + json.error().to_string();
  const auto second = parse_to_keep<T>(*json);
  if (!second) return "written, then not parsed: " + second.error().to_string() + " in " + *json;
  return value_of<T>(first) == value_of<T>(second) ? "" : "not the same after " + *json;
}

template <class T>
std::function<bool(std::string_view, Arena&)> parse_into() {
  if constexpr (ViewEvent<T>) {
    return [](std::string_view text, Arena& arena) { return parse<T>(text, arena).has_value(); };
  } else {
    return {};
  }
}

/// The type whose validate() walks the schema, and so says independently of parse() what is valid:
/// a view's reads.
template <class T>
struct WalkedOf {
  using Type = T;
};
template <ViewEvent T>
struct WalkedOf<T> {
  using Type = Owned<T>;
};
template <class T>
using Walked = typename WalkedOf<T>::Type;

template <class T>
EventKind kind() {
  constexpr std::string_view kSuffix = ".schema.json";
  std::string folder(EventTraits<T>::schema);
  folder.resize(folder.size() - kSuffix.size());
  std::optional<events::Bundle::Event> event;
  if constexpr (events::Bundle::Events::contains<T>)
    event = static_cast<events::Bundle::Event>(events::Bundle::Events::index_of<T>());
  return {std::move(folder),
          std::string(EventTraits<T>::name),
          event,
          [](std::string_view text) {
            const auto result = parse_to_keep<T>(text);
            return result ? std::nullopt : std::optional(result.error());
          },
          [](std::string_view text) { return validate<Walked<T>>(text); },
          parse_into<T>(),
          round_trip<T>};
}

template <class... T>
std::vector<EventKind> kinds_of(EventList<T...>) {
  return {kind<T>()...};
}

}  // namespace

const std::vector<EventKind>& event_kinds() {
  static const std::vector<EventKind> kKinds = kinds_of(events::Bundle::Types());
  return kKinds;
}

std::vector<Fixture> fixtures(const std::string& folder) {
  std::vector<Fixture> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(EVENTC_SOURCE_DIR "/tests/events/" + folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    found.push_back({entry.path().string(), text.str()});
  }
  std::sort(found.begin(), found.end(),
            [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
  return found;
}

std::string event_name(const std::optional<events::Bundle::Event>& event) {
  if (!event) return "none";
  return std::string(events::Bundle::routes().event_names[static_cast<std::size_t>(*event)]);
}

}  // namespace eventc::test
