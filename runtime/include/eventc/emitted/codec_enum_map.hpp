// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/codec_containers.hpp"
#include "eventc/emitted/codec_scalars.hpp"

/// The codec of maps whose names are an enumeration: "propertyNames" lists them.
namespace eventc {

/// The schema whose values the enumerators are.
template <const schema::Schema* S>
[[nodiscard]] constexpr const schema::Schema* names_of() {
  return S->conditions->property_names.schema;
}

/// Whether anything but "propertyNames" needs the whole value.
[[nodiscard]] constexpr bool has_in_place_beside_names(const schema::Schema& s) {
  if (s.ref.present() || !s.all_of.empty() || !s.any_of.empty() || !s.one_of.empty()) return true;
  const schema::Conditions& c = *s.conditions;
  const bool of_values = c.not_.present() || c.if_.present() || c.then_.present() ||
                         c.else_.present() || c.dynamic_ref.present() || c.json_content;
  const bool of_arrays = c.contains.present() || c.unique_items || c.unevaluated_items.present();
  const bool of_objects = !c.dependent_required.empty() || !c.dependent_schemas.empty() ||
                          c.unevaluated_properties.present();
  return of_values || of_arrays || of_objects;
}

template <class Map>
struct EnumMapCodec {
  static constexpr bool kChecksAll = true;  // the names as they are read

  template <const schema::Schema* S>
  static const char* decode(Reader& in, const char* at, Map& out) {
    const char* const inside = in.open('{', at);
    at = inside;
    MapBuilder entries(in, out);
    bool first = true;
    std::size_t count = 0;
    for (; in.step('}', first, at); ++count) at = read_entry<S>(in, at, entries);
    if (count < S->min_properties || count > S->max_properties) at = in.refuse(at);
    if (!entries.finish()) return in.fail(Failure::NotJson, inside - 1, "a member is given twice");
    if constexpr (has_in_place_beside_names(*S))
      return confirm<S>(in, inside - 1, at, Parts::InPlace);
    return at;
  }
  template <const schema::Schema* S>
  static void encode(Writer& out, const Map& value) {
    out.punctuate('{');
    bool first = true;
    for (const auto& [key, entry] : value) {
      if (!std::exchange(first, false)) out.punctuate(',');
      Codec<Key>::template encode<names_of<S>()>(out, key);
      out.punctuate(':');
      write_value<values_of<S>()>(out, entry);
    }
    out.punctuate('}');
  }

 private:
  using Key = typename Map::key_type;

  template <const schema::Schema* S>
  static const char* read_entry(Reader& in, const char* at, MapBuilder<Map>& entries) {
    constexpr const schema::Schema* kNames = names_of<S>();
    const StringToken token = in.read_key(at);
    if (!token) return at;
    std::string unescaped;
    const std::size_t index = find_enumerator<*kNames>(characters_of(token, unescaped));
    if (index == enumerator_count<*kNames>()) return in.refuse(at);
    return read_value<values_of<S>()>(in, at, entries.append(static_cast<Key>(index)));
  }
};
template <class Key, class T>
struct Codec<EnumMap<Key, T>> : EnumMapCodec<EnumMap<Key, T>> {};
template <class Key, class T>
struct Codec<EnumMapView<Key, T>> : EnumMapCodec<EnumMapView<Key, T>> {};

}  // namespace eventc
