// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include "eventc/error.hpp"
#include "eventc/route.hpp"

namespace eventc {

/// The event types of a bundle.
template <class... Ts>
struct EventList {
  static constexpr std::size_t size = sizeof...(Ts);

  template <class T>
  static constexpr bool contains = (std::is_same_v<T, Ts> || ...);

  /// The place of T among them. Requires contains<T>.
  template <class T>
  static constexpr std::size_t index_of() {
    static_assert(contains<T>, "this type is none of the bundle's events");
    constexpr std::array<bool, size> is_it{std::is_same_v<T, Ts>...};
    std::size_t index = 0;
    while (!is_it[index]) ++index;
    return index;
  }
};

/// Which event of a bundle a payload is; nothing for a payload that is none of them or no JSON. It
/// is told by what marks an event, not validated: see route::classify().
///
/// A bundle is a type that the compiler emits:
///     struct Bundle {
///       enum class Event { KafkaEvent, KinesisEvent };           // in the order of Events
///       using Events = eventc::EventList<KafkaEvent, KinesisEvent>;
///       static const eventc::route::Table& routes();             // and of its event_names
///     };
template <class Bundle>
[[nodiscard]] std::optional<typename Bundle::Event> classify(std::string_view text,
                                                             const Options& options = {}) {
  const std::size_t event = route::classify(text, Bundle::routes(), options);
  if (event == route::kUnknown) return std::nullopt;
  return static_cast<typename Bundle::Event>(event);
}

}  // namespace eventc
