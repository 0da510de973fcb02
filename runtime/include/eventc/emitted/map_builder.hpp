// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/enum_map.hpp"
#include "eventc/enum_map_view.hpp"
#include "eventc/map.hpp"
#include "eventc/map_view.hpp"

/// How maps grow while they are read.
namespace eventc {

/// Takes entries in any order: each append() gives the value of a new one. finish() sorts them;
/// false where a key was given twice.
template <class Map>
struct MapBuilder;
template <class Map>
MapBuilder(Reader&, Map&) -> MapBuilder<Map>;

/// An owned map takes them itself.
template <class Map>
class OwnedMapBuilder {
 public:
  OwnedMapBuilder(Reader&, Map& out) : out_(out) { out_.clear(); }

  typename Map::mapped_type& append(typename Map::key_type key) {
    return out_.append(std::move(key));
  }
  [[nodiscard]] bool finish() { return !out_.finish(); }

 private:
  Map& out_;
};
template <class T, class Order>
struct MapBuilder<Map<T, Order>> : OwnedMapBuilder<Map<T, Order>> {
  using OwnedMapBuilder<Map<T, Order>>::OwnedMapBuilder;
};
template <class Key, class T>
struct MapBuilder<EnumMap<Key, T>> : OwnedMapBuilder<EnumMap<Key, T>> {
  using OwnedMapBuilder<EnumMap<Key, T>>::OwnedMapBuilder;
};

/// The keys of a map of enumerators.
struct EnumeratorOrder {
  template <class Key>
  static constexpr auto compare(Key a, Key b) {
    return a <=> b;
  }
};

/// The entries of a view are sorted where they lie in the arena.
template <class View, class Order>
class ViewMapBuilder {
 public:
  ViewMapBuilder(Reader& in, View& out) : entries_(in, list_), out_(out) {}

  typename View::mapped_type& append(typename View::key_type key) {
    typename View::value_type& entry = entries_.append();
    entry.first = key;
    return entry.second;
  }
  [[nodiscard]] bool finish() {
    entries_.finish();
    out_ = View(list_);
    return detail::sort<Order>(entries_.begin(), entries_.end());
  }

 private:
  ListView<typename View::value_type> list_;
  ListBuilder<ListView<typename View::value_type>> entries_;
  View& out_;
};
template <class T, class Order>
struct MapBuilder<MapView<T, Order>> : ViewMapBuilder<MapView<T, Order>, Order> {
  using ViewMapBuilder<MapView<T, Order>, Order>::ViewMapBuilder;
};
template <class Key, class T>
struct MapBuilder<EnumMapView<Key, T>> : ViewMapBuilder<EnumMapView<Key, T>, EnumeratorOrder> {
  using ViewMapBuilder<EnumMapView<Key, T>, EnumeratorOrder>::ViewMapBuilder;
};

}  // namespace eventc
