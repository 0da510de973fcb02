// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/emitted/plain_entries.hpp"
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
    constexpr std::size_t kLikely = 8;  // where there are several; a payload may be hostile
    if (out_.size() == 1) out_.reserve(kLikely);
    return out_.append(std::move(key));
  }
  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] bool finish() { return !out_.finish(); }

 protected:
  Map& out_;
};
template <class T, class Order>
struct MapBuilder<Map<T, Order>> : OwnedMapBuilder<Map<T, Order>> {
  MapBuilder(Reader& in, Map<T, Order>& out) : OwnedMapBuilder<Map<T, Order>>(in, out), in_(in) {}

  /// Takes those that are plain; gives where they end.
  [[nodiscard]] const char* take_plain(const char* at, char separator) {
    return read_plain_entries(in_, at, separator, this->out_);
  }

 private:
  Reader& in_;
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

/// The entries of a view, which are sorted where they lie in the arena.
template <class Key, class T>
struct ViewEntries {
  using key_type = Key;
  using mapped_type = T;
  using value_type = std::pair<Key, T>;

  /// False where two have the same key (detail::sort()).
  bool (*sort)(value_type* begin, std::size_t size, std::string_view window);
  ListView<value_type> list = {};
};

template <class Key, class T>
struct MapBuilder<ViewEntries<Key, T>> {
 public:
  MapBuilder(Reader& in, ViewEntries<Key, T>& out) : in_(in), out_(out), entries_(in, out.list) {}

  T& append(Key key) {
    auto& entry = entries_.append();
    entry.first = key;
    return entry.second;
  }
  /// Takes those that are plain; gives where they end.
  [[nodiscard]] const char* take_plain(const char* at, char separator) {
    auto* end = entries_.next();
    at = read_plain_entries(in_, at, separator, end, entries_.room_end());
    entries_.take(end);
    return at;
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool finish() {
    entries_.finish();
    const auto window = static_cast<std::size_t>(in_.window_end() - in_.begin());
    return out_.sort(entries_.begin(), out_.list.size(), {in_.begin(), window});
  }

 private:
  Reader& in_;
  ViewEntries<Key, T>& out_;
  ListBuilder<ListView<std::pair<Key, T>>> entries_;
};

template <class View, class Order>
class ViewMapBuilder {
  using Key = typename View::key_type;
  using T = typename View::mapped_type;

 public:
  ViewMapBuilder(Reader& in, View& out) : builder_(in, entries_), out_(out) {}

  T& append(Key key) { return builder_.append(key); }
  [[nodiscard]] bool finish() {
    const bool are_distinct = builder_.finish();
    out_ = View(entries_.list);
    return are_distinct;
  }

 private:
  ViewEntries<Key, T> entries_{&detail::sort<Order, Key, T>};
  MapBuilder<ViewEntries<Key, T>> builder_;
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
