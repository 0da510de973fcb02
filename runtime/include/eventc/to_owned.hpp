// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "eventc/box.hpp"
#include "eventc/box_view.hpp"
#include "eventc/bytes.hpp"
#include "eventc/enum_map.hpp"
#include "eventc/enum_map_view.hpp"
#include "eventc/json.hpp"
#include "eventc/list_view.hpp"
#include "eventc/map.hpp"
#include "eventc/map_view.hpp"
#include "eventc/nullable.hpp"
#include "eventc/open_enum.hpp"
#include "eventc/rest.hpp"

/// Values that borrow from nothing, made of views.
namespace eventc {

/// The owned twin of a view, and the way to it. The primary template is for emitted structs, which
/// have a function of their own, found by argument-dependent lookup; and for what owns itself:
/// numbers, booleans, enumerators.
///     owned::Line copy(const Line& view);
template <class T>
struct OwnedTwin {
  template <class View>
  static auto of(const View& view) -> decltype(copy(view)) {
    return copy(view);
  }
};
template <class T>
requires std::is_arithmetic_v<T> || std::is_enum_v<T>
struct OwnedTwin<T> {
  static T of(T value) { return value; }
};
template <class T>
using Owned = decltype(OwnedTwin<T>::of(std::declval<const T&>()));

/// A copy that lives without the payload and the arena: of an emitted view whose schema has a twin
/// (`"storage": "both"`), or of any part of one.
template <class T>
[[nodiscard]] Owned<T> to_owned(const T& view) {
  return OwnedTwin<T>::of(view);
}

template <>
struct OwnedTwin<std::monostate> {
  static std::monostate of(std::monostate null) { return null; }
};
template <>
struct OwnedTwin<std::string_view> {
  static std::string of(std::string_view text) { return std::string(text); }
};
template <>
struct OwnedTwin<BytesView> {
  static Bytes of(const BytesView& bytes) { return Bytes(bytes.text()); }
};
template <>
struct OwnedTwin<JsonView> {
  static Json of(const JsonView& json) { return Json(std::string(json.text())); }
};
template <class E>
struct OwnedTwin<OpenEnumView<E>> {
  static OpenEnum<E> of(const OpenEnumView<E>& value) {
    return value.is_known() ? OpenEnum<E>(*value.known()) : OpenEnum<E>(std::string(value.text()));
  }
};
template <class T>
struct OwnedTwin<ListView<T>> {
  static auto of(const ListView<T>& list) {
    std::vector<Owned<T>> items;
    items.reserve(list.size());
    for (const T& item : list) items.push_back(to_owned(item));
    return items;
  }
};
template <class T>
struct OwnedTwin<RestView<T>> {
  static auto of(const RestView<T>& rest) { return Rest<Owned<T>>{to_owned(rest.items)}; }
};
template <class T>
struct OwnedTwin<BoxView<T>> {
  static auto of(const BoxView<T>& box) { return Box<Owned<T>>(to_owned(*box)); }
};
template <class T, class Order>
struct OwnedTwin<MapView<T, Order>> {
  static auto of(const MapView<T, Order>& map) {
    Map<Owned<T>, Order> entries;
    entries.reserve(map.size());
    for (const auto& [key, value] : map) entries.append(std::string(key)) = to_owned(value);
    static_cast<void>(entries.finish());  // they are sorted as they were
    return entries;
  }
};
template <class Key, class T>
struct OwnedTwin<EnumMapView<Key, T>> {
  static auto of(const EnumMapView<Key, T>& map) {
    EnumMap<Key, Owned<T>> entries;
    entries.reserve(map.size());
    for (const auto& [key, value] : map) entries.append(key) = to_owned(value);
    return entries;
  }
};
template <class T>
struct OwnedTwin<std::optional<T>> {
  static auto of(const std::optional<T>& value) {
    return value ? std::optional<Owned<T>>(to_owned(*value)) : std::nullopt;
  }
};
template <class T>
struct OwnedTwin<Nullable<T>> {
  /// Without a named result: GCC 12 fails on one, where it fills the member of an aggregate.
  static auto of(const Nullable<T>& value) {
    if (value.has_value()) return Nullable<Owned<T>>(to_owned(*value));
    return value.is_null() ? Nullable<Owned<T>>::null() : Nullable<Owned<T>>();
  }
};
template <class... T>
struct OwnedTwin<std::tuple<T...>> {
  static auto of(const std::tuple<T...>& items) {
    return std::apply([](const T&... item) { return std::tuple<Owned<T>...>(to_owned(item)...); },
                      items);
  }
};
template <class... T>
struct OwnedTwin<std::variant<T...>> {
  static auto of(const std::variant<T...>& value) {
    std::variant<Owned<T>...> copy;
    copy_alternative(value, copy, std::index_sequence_for<T...>());
    return copy;
  }

 private:
  /// By its place: two alternatives may be of one type.
  template <class Copy, std::size_t... I>
  static void copy_alternative(const std::variant<T...>& value, Copy& to,
                               std::index_sequence<I...>) {
    static_cast<void>((
        (value.index() == I && (to.template emplace<I>(to_owned(*std::get_if<I>(&value))), true)) ||
        ...));
  }
};

}  // namespace eventc
