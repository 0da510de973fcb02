// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "eventc/box.hpp"
#include "eventc/box_view.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/kept_text.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/emitted/map_builder.hpp"
#include "eventc/json.hpp"
#include "eventc/nullable.hpp"
#include "eventc/rest.hpp"

/// Codecs of lists, tuples, maps, and of what may be null.
namespace eventc {

/// Whether null satisfies the schema.
[[nodiscard]] constexpr bool allows_null(const schema::Schema& s) {
  const auto is_null = [](const schema::Value& v) { return v.kind() == schema::Value::Kind::Null; };
  const auto allowed_by = [](const schema::Child& child) { return allows_null(*child.schema); };
  if (!s.types.has(schema::kNull)) return false;
  if (s.constant.present() && !is_null(s.constant)) return false;
  const bool is_closed = !s.enumeration.empty() && !s.open;
  if (is_closed && std::none_of(s.enumeration.begin(), s.enumeration.end(), is_null)) return false;
  if (s.ref.present() && !allowed_by(s.ref)) return false;
  if (!std::all_of(s.all_of.begin(), s.all_of.end(), allowed_by)) return false;
  if (!s.any_of.empty() && std::none_of(s.any_of.begin(), s.any_of.end(), allowed_by)) return false;
  if (s.conditions.present()) {
    const schema::Conditions& c = *s.conditions;
    if (c.dynamic_ref.present() && !allowed_by(c.dynamic_ref)) return false;
    if (c.not_.present() && allowed_by(c.not_)) return false;
    const schema::Child& then = c.if_.present() && allowed_by(c.if_) ? c.then_ : c.else_;
    if (c.if_.present() && then.present() && !allowed_by(then)) return false;
  }
  return s.one_of.empty() || std::count_if(s.one_of.begin(), s.one_of.end(), allowed_by) == 1;
}

/// Of a union of null and one other branch, that branch; otherwise the schema itself.
template <const schema::Schema* S>
[[nodiscard]] constexpr const schema::Schema* without_null() {
  const schema::List<schema::Child>& branches = S->one_of.empty() ? S->any_of : S->one_of;
  if (branches.size() != 2 || S->null_branch == schema::kNoBranch) return S;
  return branches[1 - S->null_branch].schema;
}

/// Whether a string that contains null is read as null. (JSON inside of a string is null itself.)
template <const schema::Schema* S, class T>
inline constexpr bool kMayContainNull = [] {
  constexpr const schema::Schema* kInner = without_null<S>();
  if constexpr (kReadsContent<kInner, T> && !kIsJson<T>) {
    return allows_null(*kInner->content_schema.schema);
  } else {
    return false;
  }
}();

/// Reads a value that is not null into what may hold null, an
/// optional or a Nullable.
template <const schema::Schema* S, class T, class MaybeNull>
void read_value_without_null(Reader& in, MaybeNull& out) {
  constexpr bool kIsUnion = !kSameSchema<without_null<S>(), S>;
  const char* value = nullptr;
  if constexpr (kIsUnion) {
    const schema::Types type = in.peek_type();
    if (!type.empty() && !S->types.has(type)) return in.refuse();
    value = in.position();
  }
  if constexpr (kMayContainNull<S, T>) {
    read_content<without_null<S>()>(in, out);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    T scalar{};  // in a register, until it goes where it stays
    read_value<without_null<S>()>(in, scalar);
    out.emplace(scalar);
  } else {
    read_value<without_null<S>()>(in, out.emplace());
  }
  if constexpr (kIsUnion && has_checks_beside_union(*S)) {
    if (in.ok() && !conforms(in, value, *S)) in.refuse();
  }
}
/// Whether null is ahead, and the schema allows it.
template <const schema::Schema* S>
[[nodiscard]] bool is_null_ahead(Reader& in) {
  if constexpr (allows_null(*S)) return in.peek() == 'n';
  return false;
}
/// Writes what is null: a string that contains null where the value itself can't be.
template <const schema::Schema* S, class T, class MaybeNull>
void write_null_value(Writer& out, const MaybeNull& null) {
  if constexpr (kMayContainNull<S, T>) {
    if (!allows_null(*S)) return write_content<without_null<S>()>(out, null);
  }
  out.write_null();
}

template <class T>
inline constexpr bool kHoldsContent<std::optional<T>> = false;
template <class T>
inline constexpr bool kHoldsContent<Nullable<T>> = false;

/// Whether a T says null itself, so that an optional around it is empty for an absent value alone.
/// JSON inside of a string does not: that may be null where the string is there.
template <const schema::Schema* S, class T>
inline constexpr bool kHoldsNull = std::is_same_v<T, std::monostate>;
template <const schema::Schema* S, class Text>
inline constexpr bool kHoldsNull<S, BasicJson<Text>> =
    !kReadsContent<without_null<S>(), BasicJson<Text>>;

/// A member that may be absent, null, or both: empty then, but for kHoldsNull.
template <class T>
struct Codec<std::optional<T>> {
  static constexpr bool kChecksAll = true;

  template <const schema::Schema* S>
  static void decode(Reader& in, std::optional<T>& out) {
    if constexpr (kHoldsNull<S, T>) {
      read_value<S>(in, out.emplace());
    } else if (is_null_ahead<S>(in)) {
      in.read_null();
      out.reset();
    } else {
      read_value_without_null<S, T>(in, out);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const std::optional<T>& value) {
    if (value) {
      write_value<without_null<S>()>(out, *value);
    } else {
      write_null_value<S, T>(out, value);
    }
  }
};

/// The same where null and absence are told apart.
template <class T>
struct Codec<Nullable<T>> {
  static constexpr bool kChecksAll = true;

  template <const schema::Schema* S>
  static void decode(Reader& in, Nullable<T>& out) {
    if (is_null_ahead<S>(in)) {
      in.read_null();
      out = Nullable<T>::null();
    } else {
      read_value_without_null<S, T>(in, out);
    }
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const Nullable<T>& value) {
    if (value.has_value()) {
      write_value<without_null<S>()>(out, value.value());
    } else {
      write_null_value<S, T>(out, value);
    }
  }
};

template <class T>
struct Codec<Box<T>> {
  static constexpr bool kChecksAll = Codec<T>::kChecksAll;

  template <const schema::Schema* S>
  static void decode(Reader& in, Box<T>& out) {
    Codec<T>::template decode<S>(in, *out);
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
  static void decode(Reader& in, BoxView<T>& out) {
    T* const value = in.arena()->make<T>();
    out = BoxView<T>(value);
    Codec<T>::template decode<S>(in, *value);
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
  static constexpr bool kChecksAll = false;
  static constexpr bool kHoldsIntegers = std::is_integral_v<typename List::value_type> &&
                                         !std::is_same_v<typename List::value_type, bool>;

  template <const schema::Schema* S>
  static void decode(Reader& in, List& out) {
    in.open('[');
    ListBuilder items(in, out);
    bool first = true;
    while (in.step(']', first)) {
      items.template read<items_of<S>()>();
      if constexpr (kHoldsIntegers && !items_of<S>()->applies_others)
        read_run_of_integers<items_of<S>()>(in, items);
    }
    if (items.size() < S->min_items || items.size() > S->max_items) in.refuse();
    items.finish();
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const List& value) {
    out.punctuate('[');
    bool first = true;
    for (const typename List::value_type& item : value) {
      if (!std::exchange(first, false)) out.punctuate(',');
      write_value<items_of<S>()>(out, item);
    }
    out.punctuate(']');
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
  RestBuilder(Reader&, Last&) {}
  void finish() {}
};
template <class Last>
requires kIsRest<Last>
struct RestBuilder<Last> : ListBuilder<decltype(Last::items)> {
  RestBuilder(Reader& in, Last& out) : ListBuilder<decltype(Last::items)>(in, out.items) {}
};
template <class Last>
RestBuilder(Reader&, Last&) -> RestBuilder<Last>;

/// "prefixItems": an item behind "minItems" is optional. Those behind the prefix are the Rest, or
/// passed where the tuple has none.
template <class... T>
struct Codec<std::tuple<T...>> {
  static constexpr bool kChecksAll = false;

  template <const schema::Schema* S>
  static void decode(Reader& in, std::tuple<T...>& out) {
    out = std::tuple<T...>();
    in.open('[');
    RestBuilder rest(in, std::get<sizeof...(T) - 1>(out));
    bool first = true;
    std::size_t count = 0;
    while (in.step(']', first))
      read_next<S>(in, out, rest, count++, std::index_sequence_for<T...>());
    if (count < S->min_items || count > S->max_items) in.refuse();
    rest.finish();
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
  static void read_next(Reader& in, std::tuple<T...>& out, RestBuilder<Last>& rest,
                        std::size_t index, std::index_sequence<I...>) {
    if ((read_if_at<S, I>(in, std::get<I>(out), rest, index) || ...)) return;
    const std::string_view text = in.skip();
    if constexpr (!kSameSchema<items_of<S>(), &schema::any>) {
      if (in.ok() && !conforms(in, text.data(), *items_of<S>())) in.refuse();
    }
  }
  /// Whether the item at `index` belongs to the element I, which is asked after those before it.
  template <const schema::Schema* S, std::size_t I, class Item, class Last>
  static bool read_if_at(Reader& in, Item& out, RestBuilder<Last>& rest, std::size_t index) {
    if constexpr (kIsRest<Item>) {
      rest.template read<items_of<S>()>();
      return true;
    } else {
      if (index != I) return false;
      read_value<S->prefix_items[I].schema>(in, out);
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

template <class Map>
struct MapCodec {
  static constexpr bool kChecksAll = false;

  template <const schema::Schema* S>
  static void decode(Reader& in, Map& out) {
    in.peek();
    const char* const begin = in.position();
    in.open('{');
    MapBuilder entries(in, out);
    bool first = true;
    std::size_t count = 0;
    for (; in.step('}', first); ++count) read_entry<S>(in, entries);
    if (count < S->min_properties || count > S->max_properties) in.refuse();
    if (!entries.finish()) in.fail(Failure::NotJson, begin, "a member is given twice");
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

  template <const schema::Schema* S>
  static void read_entry(Reader& in, MapBuilder<Map>& entries) {
    const StringToken token = in.read_key();
    if (!in.ok()) return;
    Name name = kept_text<Name>(in, token);
    if constexpr (!S->pattern_properties.empty()) {
      if (!matches(in, *S->pattern_properties[0].pattern, name)) return pass_unmatched<S>(in);
    }
    read_value<values_of<S>()>(in, entries.append(std::move(name)));
  }
  /// A name that the map's pattern does not match: "additionalProperties" decides.
  template <const schema::Schema* S>
  static void pass_unmatched(Reader& in) {
    const std::string_view text = in.skip();
    if constexpr (S->additional_properties.present() &&
                  !kSameSchema<S->additional_properties.schema, &schema::any>) {
      if (in.ok() && !conforms(in, text.data(), *S->additional_properties.schema)) in.refuse();
    }
  }
};
template <class T, class Order>
struct Codec<Map<T, Order>> : MapCodec<Map<T, Order>> {};
template <class T, class Order>
struct Codec<MapView<T, Order>> : MapCodec<MapView<T, Order>> {};

}  // namespace eventc
