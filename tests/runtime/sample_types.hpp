// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "eventc/box.hpp"
#include "eventc/bytes.hpp"
#include "eventc/json.hpp"
#include "eventc/map.hpp"
#include "eventc/nullable.hpp"
#include "eventc/open_enum.hpp"

/// An event type by hand, in the form of emitted code, that has a member for every construct of the
/// runtime.
namespace eventc::sample {

/// Closed: nothing beside its members is allowed.
struct Stop {
  std::string city;
  std::optional<std::int64_t> dock;

  bool operator==(const Stop&) const = default;
};

/// Contains itself in a list and in a box.
struct Item {
  std::string sku;
  std::vector<Item> parts;
  std::optional<Box<Item>> spare;

  bool operator==(const Item&) const = default;
};

/// "kind" is "card".
struct Card {
  std::string number;

  bool operator==(const Card&) const = default;
};

/// "kind" is "transfer".
struct Transfer {
  std::string iban;

  bool operator==(const Transfer&) const = default;
};

/// Two schemas declare its members; the second is closed and so forbids "unit".
struct Size {
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::optional<std::int64_t> depth;

  bool operator==(const Size&) const = default;
};

/// Keeps the members that are not declared.
struct Details {
  std::string code;
  Map<Json> unknown;

  bool operator==(const Details&) const = default;
};

struct ByWidth {
  std::int64_t width = 0;

  bool operator==(const ByWidth&) const = default;
};

struct ByLabel {
  std::string label;

  bool operator==(const ByLabel&) const = default;
};

enum class Carrier { Road, Rail, Air };  // "road", "rail", "by \"air\""
enum class Speed { Slow, Fast };         // "slow", "fast" and what is to come

struct Parcel {
  static constexpr std::string_view type = "parcel";
  std::string id;
  std::int64_t weight = 0;
  std::optional<std::uint64_t> serial;
  std::optional<double> price;
  std::optional<Carrier> carrier;
  std::optional<OpenEnum<Speed>> speed;
  std::optional<std::string> note;
  Nullable<bool> gift;
  std::vector<Stop> stops;
  std::optional<Item> item;
  std::optional<std::tuple<double, double, std::optional<std::string>>> position;
  std::optional<Map<std::string>> labels;
  std::optional<Map<std::int64_t>> counts;
  std::optional<std::variant<Card, Transfer>> payment;
  std::optional<std::variant<std::string, std::int64_t>> reference;
  std::optional<std::variant<ByWidth, ByLabel>> any;
  std::optional<std::variant<ByWidth, ByLabel>> one;
  std::optional<Size> size;
  std::optional<Details> details;
  std::optional<Bytes> seal;
  std::optional<Stop> inner;
  std::optional<std::vector<std::int64_t>> history;
  std::optional<Json> extra;
  std::string quoted;  // "say \"hi\""
  std::optional<bool> umlaut;

  bool operator==(const Parcel&) const = default;
};

}  // namespace eventc::sample
