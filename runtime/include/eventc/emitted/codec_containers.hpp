// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/box.hpp"
#include "eventc/box_view.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/codec_optional.hpp"
#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/emitted/map_builder.hpp"
#include "eventc/emitted/run_of_integers.hpp"
#include "eventc/rest.hpp"

/// Codecs of boxes, lists, tuples and maps.
namespace eventc {

template <class T>
struct Codec<Box<T>> {
  static constexpr bool kChecksAll = Codec<T>::kChecksAll;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, Box<T>& out) {
    return Codec<T>::template decode<S>(in, at, *out);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const Box<T>& value) {
    Codec<T>::template encode<S>(out, *value);
  }
};

template <class T>
struct Codec<BoxView<T>> {
  static constexpr bool kChecksAll = Codec<T>::kChecksAll;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, BoxView<T>& out) {
    T* const value = in.arena()->make<T>();
    out = BoxView<T>(value);
    return Codec<T>::template decode<S>(in, at, *value);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const BoxView<T>& value) {
    Codec<T>::template encode<S>(out, *value);
  }
};

template <const schema::Schema* S>
[[nodiscard]] constexpr const schema::Schema* items_of() {
  return S->items.present() ? S->items.schema : &schema::any;
}

template <class List>
struct ListCodec {
  using Item = typename List::value_type;

  static constexpr bool kChecksAll = false;
  static constexpr bool kHoldsIntegers = std::is_integral_v<Item> && !std::is_same_v<Item, bool>;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, List& out) {
    at = in.open('[', at);
    if constexpr (std::is_same_v<List, ListView<std::string_view>>) {
      return decode_texts<S>(in, at, out);
    } else {
      return decode_items<S>(in, at, out);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const List& value) {
    out.punctuate('[');
    bool first = true;
    for (const Item& item : value) {
      if (!std::exchange(first, false)) out.punctuate(',');
      write_value<items_of<S>()>(out, item);
    }
    out.punctuate(']');
  }

 private:
  template <const schema::Schema* S>
  static const char* decode_items(Reader& in, const char* at, List& out) {
    [[maybe_unused]] const char* const inside = at;
    [[maybe_unused]] const std::size_t depth_left = in.depth_left();
    [[maybe_unused]] std::size_t refusals = in.refusals();
    ListBuilder items(in, at, out);
    bool first = true;
    constexpr bool kMayRun = kHoldsIntegers && !items_of<S>()->applies_others;
    [[maybe_unused]] bool runs_on = true;  // as long as it has been of use
    if constexpr (kMayRun) {
      if (in.ok()) {
        const char* const behind = read_run_of_integers<items_of<S>()>(in, at - 1, '[', items);
        first = items.size() == 0;
        if (!first) at = behind;
      }
    }
    while (in.step(']', first, at)) {
      [[maybe_unused]] const char* const before = items.size() == 0 ? inside - 1 : at - 1;
      at = items.template read<items_of<S>()>(at);
      if constexpr (kIsEmitted<Item>) {
        if (in.refusals() != refusals) [[unlikely]] {
          at = in.go_on(at, {S, inside, before, items.size() - 1}, '[', depth_left);
          refusals = in.refusals();
          items.forget_last();
        }
      }
      if constexpr (kMayRun) {
        if (!runs_on) continue;
        const char* const behind = read_run_of_integers<items_of<S>()>(in, at, ',', items);
        runs_on = behind != at;
        at = behind;
      }
    }
    if constexpr (kIsEmitted<Item>) {
      if (in.ok()) in.tell_end({S, inside, at - 1, items.size()});
    }
    items.finish();
    return check_count<S>(in, at, items.size());
  }
  /// Most have one item, as a header's values do: it needs no region to grow in.
  template <const schema::Schema* S>
  static const char* decode_texts(Reader& in, const char* at, List& out) {
    bool first = true;
    Item text;
    if (!in.step(']', first, at)) return check_count<S>(in, at, 0);
    at = read_value<items_of<S>()>(in, at, text);
    if (!in.step(']', first, at)) {
      out = {in.arena()->make<Item>(text), 1};
      return check_count<S>(in, at, 1);
    }
    ListBuilder items(in, at, out);
    items.append(text);
    do {
      at = items.template read<items_of<S>()>(at);
    } while (in.step(']', first, at));
    items.finish();
    return check_count<S>(in, at, items.size());
  }
  template <const schema::Schema* S>
  static const char* check_count(Reader& in, const char* at, std::size_t count) {
    return count >= S->min_items && count <= S->max_items ? at : in.refuse(at);
  }
};
template <class T>
struct Codec<std::vector<T>> : ListCodec<std::vector<T>> {};
template <class T>
struct Codec<ListView<T>> : ListCodec<ListView<T>> {};

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool kIsRest = false;
template <class T>
inline constexpr bool kIsRest<Rest<T>> = true;
template <class T>
inline constexpr bool kIsRest<RestView<T>> = true;

/// Takes the items behind those of a tuple: the items of its last element, where that is a Rest.
template <class Last>
struct RestBuilder {
  RestBuilder(Reader&, const char*, Last&) {}
  void finish() {}
};
template <class Last>
requires kIsRest<Last>
struct RestBuilder<Last> : ListBuilder<decltype(Last::items)> {
  RestBuilder(Reader& in, const char* array, Last& out)
      : ListBuilder<decltype(Last::items)>(in, array, out.items) {}
};
template <class Last>
RestBuilder(Reader&, const char*, Last&) -> RestBuilder<Last>;

/// "prefixItems": an item behind "minItems" is optional. Those behind the prefix are the Rest, or
/// passed where the tuple has none.
template <class... T>
struct Codec<std::tuple<T...>> {
  static constexpr bool kChecksAll = false;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, std::tuple<T...>& out) {
    out = std::tuple<T...>();
    at = in.open('[', at);
    RestBuilder rest(in, at, std::get<sizeof...(T) - 1>(out));
    bool first = true;
    std::size_t count = 0;
    while (in.step(']', first, at))
      at = read_next<S>(in, at, out, rest, count++, std::index_sequence_for<T...>());
    rest.finish();
    return count >= S->min_items && count <= S->max_items ? at : in.refuse(at);
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::tuple<T...>& value) {
    out.punctuate('[');
    bool has_ended = false;
    write_items<S>(out, value, has_ended, std::index_sequence_for<T...>());
    out.punctuate(']');
  }

 private:
  template <const schema::Schema* S, class Last, std::size_t... I>
  static const char* read_next(Reader& in, const char* at, std::tuple<T...>& out,
                               RestBuilder<Last>& rest, std::size_t index,
                               std::index_sequence<I...>) {
    if ((read_if_at<S, I>(in, at, std::get<I>(out), rest, index) || ...)) return at;
    const std::string_view text = in.skip(at);
    if constexpr (!kSameSchema<items_of<S>(), &schema::any>)
      return confirm<items_of<S>()>(in, text.data(), at);
    return at;
  }
  /// Whether the item at `index` belongs to the element I, which is asked after those before it.
  template <const schema::Schema* S, std::size_t I, class Item, class Last>
  static bool read_if_at(Reader& in, const char*& at, Item& out, RestBuilder<Last>& rest,
                         std::size_t index) {
    if constexpr (kIsRest<Item>) {
      at = rest.template read<items_of<S>()>(at);
      return true;
    } else {
      if (index != I) return false;
      at = read_value<S->prefix_items[I].schema>(in, at, out);
      return true;
    }
  }

  template <const schema::Schema* S, std::size_t... I>
  static void write_items(Writer& out, const std::tuple<T...>& value, bool& has_ended,
                          std::index_sequence<I...>) {
    (write_element<S, I>(out, std::get<I>(value), has_ended), ...);
  }
  /// The first item that is missing ends the list.
  template <const schema::Schema* S, std::size_t I, class Item>
  static void write_element(Writer& out, const Item& item, bool& has_ended) {
    if constexpr (kIsRest<Item>) {
      for (const auto& one : item.items) write_item<items_of<S>()>(out, one, I, has_ended);
    } else {
      constexpr const schema::Schema* kSchema = S->prefix_items[I].schema;
      if (is_missing<kSchema>(item, has_ended)) {
        has_ended = true;
      } else {
        write_item<kSchema>(out, item, I, has_ended);
      }
    }
  }
  template <const schema::Schema* S, class Item>
  static void write_item(Writer& out, const Item& item, std::size_t index, bool has_ended) {
    if (index != 0) out.punctuate(',');
    if (has_ended) return out.fail("an item before this one is missing");
    write_value<S>(out, item);
  }
  /// Whether the item is not there; an empty optional may stand for null as well.
  template <const schema::Schema* S, class Item>
  static bool is_missing(const Item& item, bool has_ended) {
    if constexpr (kIsOptional<Item>) {
      using Value = typename Item::value_type;
      const bool may_be_null = allows_null(*S) || kMayContainNull<S, Value>;
      return !item && (has_ended || kHoldsNull<S, Value> || !may_be_null);
    }
    return false;
  }
};

/// The schema of a map's values: of "additionalProperties", or of its only "patternProperties".
template <const schema::Schema* S>
[[nodiscard]] constexpr const schema::Schema* values_of() {
  if (!S->pattern_properties.empty()) return S->pattern_properties[0].schema.schema;
  return S->additional_properties.present() ? S->additional_properties.schema : &schema::any;
}

/// Whether the values of plain entries are all that a schema asks for.
template <const schema::Schema* S, class T>
inline constexpr bool kIsPlainValue = (kIsText<T> && kIsPlainText<S>);
template <const schema::Schema* S, class T>
requires std::is_same_v<T, std::vector<std::string>> ||
    std::is_same_v<T, ListView<std::string_view>>
inline constexpr bool kIsPlainValue<S, T> =
    S->types.has(schema::kArray) && kIsPlainText<items_of<S>()> && S->min_items <= 1 &&
    S->max_items >= 1 && !S->lists_values && !S->applies_others && S->prefix_items.empty();

template <class Map>
struct MapCodec {
  static constexpr bool kChecksAll = false;

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, Map& out) {
    const char* const inside = in.open('{', at);
    at = inside;
    MapBuilder entries(in, out);
    bool first = true;
    std::size_t count = 0;
    if constexpr (kMayBePlain<S>) {
      if (in.ok()) {
        const char* const behind = entries.take_plain(inside - 1, '{');
        first = entries.size() == 0;
        if (!first) at = behind;
      }
    }
    [[maybe_unused]] bool runs_on = true;  // as long as it has been of use
    for (; in.step('}', first, at); ++count) {
      at = read_entry<S>(in, at, entries);
      if constexpr (kMayBePlain<S>) {
        if (!runs_on) continue;
        const char* const behind = entries.take_plain(at, ',');
        runs_on = behind != at;
        at = behind;
      }
    }
    if constexpr (kMayBePlain<S>) count = entries.size();
    if (count < S->min_properties || count > S->max_properties) at = in.refuse(at);
    if (entries.finish()) return at;
    return in.fail(Failure::NotJson, inside - 1, "a member is given twice");
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const Map& value) {
    out.punctuate('{');
    bool first = true;
    for (const auto& [name, entry] : value) {
      if (!std::exchange(first, false)) out.punctuate(',');
      out.write_string(name);
      out.punctuate(':');
      write_value<values_of<S>()>(out, entry);
    }
    out.punctuate('}');
  }

 private:
  using Name = typename Map::key_type;

  /// Whether all that the schema asks of entries is that they are of the type that it has.
  template <const schema::Schema* S>
  static constexpr bool kMayBePlain = (S->pattern_properties.empty() &&
                                       std::is_convertible_v<Name, std::string_view> &&
                                       kIsPlainValue<values_of<S>(), typename Map::mapped_type>);

  template <const schema::Schema* S>
  [[gnu::always_inline]] static const char* read_entry(Reader& in, const char* at,
                                                       MapBuilder<Map>& entries) {
    const StringToken token = in.read_key(at);
    if (!token) return at;
    Name name = kept_text<Name>(in, token);
    if constexpr (!S->pattern_properties.empty()) {
      if (!matches(in, at, *S->pattern_properties[0].pattern, name)) {
        return in.ok() ? pass_unmatched<S>(in, at) : in.end();
      }
    }
    return read_value<values_of<S>()>(in, at, entries.append(std::move(name)));
  }
  /// A name that the map's pattern does not match: "additionalProperties" decides.
  template <const schema::Schema* S>
  static const char* pass_unmatched(Reader& in, const char* at) {
    const std::string_view text = in.skip(at);
    if constexpr (S->additional_properties.present() &&
                  !kSameSchema<S->additional_properties.schema, &schema::any>)
      return confirm<S->additional_properties.schema>(in, text.data(), at);
    return at;
  }
};
template <class T, class Order>
struct Codec<Map<T, Order>> : MapCodec<Map<T, Order>> {};
/// Those that differ in nothing but their order are read by the same code.
template <class T, class Order>
struct Codec<MapView<T, Order>> : MapCodec<MapView<T, Order>> {
  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, MapView<T, Order>& out) {
    using Entries = ViewEntries<std::string_view, T>;
    Entries entries{&detail::sort<Order, std::string_view, T>};
    at = MapCodec<Entries>::template decode<S>(in, at, entries);
    out = MapView<T, Order>(entries.list);
    return at;
  }
};

}  // namespace eventc
