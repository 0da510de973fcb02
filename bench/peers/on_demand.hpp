// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <eventc/base64.hpp>
#include <eventc/bytes.hpp>
#include <eventc/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "../corpus.hpp"

/// Readers of the catalog's events over simdjson On-Demand, into the structs that eventc emits,
/// with the checks of the schemas: what one would write without a compiler of schemas.
///
/// They are kinder to simdjson than parse<T>() is to itself: names of members are compared as they
/// stand in the text (one written with escapes is taken for an unknown member), a member given
/// twice is not noticed, and of values that are skipped or kept as text only the brackets are
/// looked at.
namespace eventc::bench::on_demand {

namespace od = simdjson::ondemand;

/// Thrown where a payload violates its schema; simdjson_error where it is no JSON or of another
/// type.
struct Refused {};

inline void require(bool holds) {
  if (!holds) throw Refused();
}

inline std::string text(od::value value) {
  return std::string(std::string_view(value.get_string()));
}

inline std::optional<std::string> text_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return text(value);
}

inline Bytes base64(od::value value) {
  std::string bytes;
  std::size_t bad = 0;
  require(decode_base64(value.get_string(), bytes, bad));
  return Bytes(std::move(bytes));
}

inline std::optional<Bytes> base64_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return base64(value);
}

inline std::int64_t integer(od::value value, std::int64_t least, std::int64_t most) {
  const std::int64_t number = value.get_int64();
  require(least <= number && number <= most);
  return number;
}

/// The value's text, lossless. What simdjson returns may end in white space.
inline Json any(od::value value) {
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
  return Json(std::string(raw.substr(0, raw.find_last_not_of(" \t\r\n") + 1)));
}

/// Calls `member(key, value)` for each member, in the payload's order.
template <class Member>
void each_member(od::object object, Member&& member) {
  for (auto field : object) {
    const od::raw_json_string key = field.key();
    member(key, field.value().value());
  }
}

/// A Map, its values read by `read`.
template <class Map, class Read>
Map map(od::value value, Read&& read) {
  Map entries;
  for (auto field : value.get_object()) {
    const std::string_view key = field.unescaped_key();
    entries.append(std::string(key)) = read(field.value().value());
  }
  require(entries.finish() == nullptr);
  return entries;
}

/// The same, or nothing for null.
template <class Map, class Read>
std::optional<Map> map_or_null(od::value value, Read&& read) {
  if (value.is_null()) return std::nullopt;
  return map<Map>(value, std::forward<Read>(read));
}

inline std::vector<std::string> texts(od::value value) {
  std::vector<std::string> all;
  for (auto item : value.get_array()) all.push_back(text(item.value()));
  return all;
}

inline std::optional<std::vector<std::string>> texts_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return texts(value);
}

/// Throw Refused or simdjson::simdjson_error.
[[nodiscard]] Owned<events::KinesisEvent> read_kinesis(od::object object);
[[nodiscard]] Owned<events::KafkaEvent> read_kafka(od::object object);
[[nodiscard]] Owned<events::ApiGatewayV2HttpRequest> read_http(od::object object);
[[nodiscard]] Owned<events::ApiGatewayProxyRequest> read_rest(od::object object);

}  // namespace eventc::bench::on_demand
