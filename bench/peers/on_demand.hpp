// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <eventc/base64.hpp>
#include <eventc/bytes.hpp>
#include <eventc/emitted/map_builder.hpp>
#include <eventc/json.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../corpus.hpp"

/// Readers of the catalog's events over simdjson On-Demand, into the structs that eventc emits,
/// with the checks of the schemas: what one would write without a compiler of schemas.
///
/// They are kinder to simdjson than parse<T>() is to itself: names of members are compared as they
/// stand in the text (one written with escapes is taken for an unknown member), and of values that
/// are skipped or kept as text only the brackets are looked at.
namespace eventc::bench::on_demand {

namespace od = simdjson::ondemand;

/// Thrown where a payload violates its schema; simdjson_error where it is no JSON or of another
/// type.
struct Refused {};

inline void require(bool holds) {
  if (!holds) throw Refused();
}

inline std::string_view text(od::value value) { return value.get_string(); }

inline std::optional<std::string_view> text_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return text(value);
}

/// Where views keep what simdjson has no place for.
inline Arena& arena() {
  static Arena arena;
  return arena;
}

inline void read_base64(od::value value, Bytes& out) {
  std::string bytes;
  std::size_t bad = 0;
  require(decode_base64(value.get_string(), bytes, bad));
  out = Bytes(std::move(bytes));
}
inline void read_base64(od::value value, BytesView& out) {
  const std::string_view characters = value.get_string();
  std::size_t bad = 0;
  char* const begin = arena().room(decoded_room(characters.size()));
  char* const end = decode_base64(characters, begin, bad);
  require(end != nullptr);
  arena().take(end);
  out = BytesView(std::string_view(begin, static_cast<std::size_t>(end - begin)));
}
template <class AnyBytes>
void read_base64_or_null(od::value value, std::optional<AnyBytes>& out) {
  if (!value.is_null()) read_base64(value, out.emplace());
}

inline std::int64_t integer(od::value value, std::int64_t least, std::int64_t most) {
  const std::int64_t number = value.get_int64();
  require(least <= number && number <= most);
  return number;
}

/// The value's text, lossless. What simdjson returns may end in white space.
template <class Text>
void read_any(od::value value, std::optional<BasicJson<Text>>& out) {
  const od::json_type type = value.type();
  std::string_view raw;
  if (type == od::json_type::object) {
    od::object object = value.get_object();
    raw = object.raw_json();
  } else if (type == od::json_type::array) {
    od::array array = value.get_array();
    raw = array.raw_json();
  } else {
    raw = value.raw_json_token();
  }
  out.emplace(Text(raw.substr(0, raw.find_last_not_of(" \t\r\n") + 1)));
}

/// A member's name, as it stands in the text. Each of those that are asked for may be there once.
class Name {
 public:
  Name(od::raw_json_string raw, std::uint32_t& seen) : raw_(raw), seen_(seen) {}

  [[nodiscard]] bool is(unsigned number, std::string_view name) {
    if (!(raw_ == name)) return false;
    const std::uint32_t bit = std::uint32_t{1} << number;
    require((seen_ & bit) == 0);
    seen_ |= bit;
    return true;
  }

 private:
  od::raw_json_string raw_;
  std::uint32_t& seen_;
};

/// Calls `member(name, value)` for each member, in the payload's order.
template <class Member>
void each_member(od::object object, Member&& member) {
  std::uint32_t seen = 0;
  for (auto field : object) {
    const Name name(field.key(), seen);
    member(name, field.value().value());
  }
}

/// A value itself, or that of an optional.
template <class T>
T& place(T& value) {
  return value;
}
template <class T>
T& place(std::optional<T>& value) {
  return value.emplace();
}

/// An enumerator, or the name of one that is not known.
template <class E, class Text>
void set(OpenEnum<E, Text>& out, std::string_view name,
         std::initializer_list<std::pair<std::string_view, E>> known) {
  for (const auto& [text, enumerator] : known) {
    if (name == text) {
      out = enumerator;
      return;
    }
  }
  out = OpenEnum<E, Text>(Text(name));
}

/// For lists and maps of views, which grow as eventc's own do.
struct Builders {
  Builders() { reader.set_arena(&arena()); }
  Reader reader{"", 1};
};

/// A list, its items read by `read(value, item)`.
template <class T, class Read>
void read_list(od::value value, std::vector<T>& out, Read&& read) {
  for (auto item : value.get_array()) read(item.value(), out.emplace_back());
}
template <class T, class Read>
void read_list(od::value value, ListView<T>& out, Read&& read) {
  Builders builders;
  ListBuilder items(builders.reader, builders.reader.begin(), out);
  for (auto item : value.get_array()) read(item.value(), items.append());
  items.finish();
}

/// A map, its values read by `read(value, entry)`.
template <class AnyMap, class Read>
void read_map(od::value value, AnyMap& out, Read&& read) {
  Builders builders;
  MapBuilder entries(builders.reader, out);
  for (auto field : value.get_object()) {
    const std::string_view key = field.unescaped_key();
    read(field.value().value(), entries.append(typename AnyMap::key_type(key)));
  }
  require(entries.finish());
}

/// The same, or nothing for null.
template <class AnyMap, class Read>
void read_map_or_null(od::value value, std::optional<AnyMap>& out, Read&& read) {
  if (!value.is_null()) read_map(value, out.emplace(), std::forward<Read>(read));
}

inline constexpr auto read_text = [](od::value value, auto& out) { out = text(value); };
inline constexpr auto read_texts = [](od::value value, auto& out) {
  read_list(value, out, read_text);
};
template <class List>
void read_texts_or_null(od::value value, std::optional<List>& out) {
  if (!value.is_null()) read_texts(value, out.emplace());
}

/// Throw Refused or simdjson::simdjson_error.
void read(od::object object, events::KinesisEvent& out);
void read(od::object object, Owned<events::KinesisEvent>& out);
void read(od::object object, events::KafkaEvent& out);
void read(od::object object, Owned<events::KafkaEvent>& out);
void read(od::object object, events::ApiGatewayV2HttpRequest& out);
void read(od::object object, Owned<events::ApiGatewayV2HttpRequest>& out);
void read(od::object object, events::ApiGatewayProxyRequest& out);
void read(od::object object, Owned<events::ApiGatewayProxyRequest>& out);

}  // namespace eventc::bench::on_demand
