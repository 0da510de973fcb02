// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "eventc/event.hpp"
#include "eventc/json.hpp"
#include "eventc/map.hpp"

/// A second sample event, whose schema has what one pass over a value cannot check: every keyword
/// of schema::Conditions.
namespace eventc::sample {

namespace cargo_schema {

using namespace eventc::schema;

inline constexpr Value dangers[] = {"toxic", "live"};
inline constexpr Schema dangerous{.enumeration = dangers};
inline constexpr Conditions kind_conditions{.not_ = &dangerous};
inline constexpr Schema kind{.types = kString, .min_length = 2, .conditions = &kind_conditions};

inline constexpr Schema big{.minimum = 100};
inline constexpr Schema tens{.multiple_of = 10};
inline constexpr Schema even{.multiple_of = 2};
inline constexpr Conditions amount_conditions{.if_ = &big, .then_ = &tens, .else_ = &even};
inline constexpr Schema amount{.types = kInteger, .conditions = &amount_conditions};

inline constexpr Schema five{.minimum = 5};
inline constexpr Conditions counts_conditions{
    .contains = &five, .min_contains = 1, .max_contains = 2};
inline constexpr Schema counts{
    .types = kArray, .items = &integer, .conditions = &counts_conditions};

inline constexpr Conditions tags_conditions{.unique_items = true};
inline constexpr Schema tags{.types = kArray, .items = &string, .conditions = &tags_conditions};

inline constexpr Child row_items[] = {&string};
inline constexpr Child row_longer_items[] = {&any, &integer};
inline constexpr Schema row_longer{.prefix_items = row_longer_items};
inline constexpr Child row_all_of[] = {&row_longer};
inline constexpr Conditions row_conditions{.unevaluated_items = &nothing};
inline constexpr Schema row{.types = kArray,
                            .prefix_items = row_items,
                            .all_of = row_all_of,
                            .conditions = &row_conditions};

inline constexpr Schema short_name{.max_length = 2};
inline constexpr Conditions by_name_conditions{.property_names = &short_name};
inline constexpr Schema by_name{
    .types = kObject, .additional_properties = &integer, .conditions = &by_name_conditions};

inline constexpr Schema message{.types = kString};
inline constexpr Property gift_properties[] = {{"message", &message, true}};
inline constexpr Schema gift{.properties = gift_properties};
inline constexpr Dependent payment_required[] = {{"card", "address"}};
inline constexpr Property payment_schemas[] = {{"gift", &gift}};
inline constexpr Conditions payment_conditions{.dependent_required = payment_required,
                                               .dependent_schemas = payment_schemas};
inline constexpr Property payment_properties[] = {
    {"card", &string}, {"address", &string}, {"gift", &boolean}, {"message", &any}};
inline constexpr Schema payment{
    .types = kObject, .properties = payment_properties, .conditions = &payment_conditions};

extern const Schema tree;
inline constexpr Conditions child_conditions{.dynamic_ref = {&tree, "cargo.json#/$defs/tree"}};
inline constexpr Schema child{.conditions = &child_conditions};
inline constexpr Schema children{.types = kArray, .items = &child};
inline constexpr Property tree_properties[] = {{"data", &any}, {"children", &children}};
inline constexpr Schema open_tree{.types = kObject, .properties = tree_properties};
inline constexpr Conditions tree_conditions{.unevaluated_properties = &nothing};
inline constexpr Schema tree{.ref = {&open_tree, "tree.json#"}, .conditions = &tree_conditions};
inline constexpr Schema tree_shape{.types = kObject};
inline constexpr Child children_all_of[] = {&children};
inline constexpr Schema children_shape{
    .types = kArray, .items = &tree_shape, .all_of = children_all_of};

inline constexpr Property approved_properties[] = {{"approved", &boolean, true}};
inline constexpr Schema approved{.properties = approved_properties};
inline constexpr Property large_properties[] = {{"total", &big, true}};
inline constexpr Schema large{.properties = large_properties};
inline constexpr Property envelope_properties[] = {{"id", &string}};
inline constexpr Schema envelope{.properties = envelope_properties};
inline constexpr Child order_all_of[] = {&envelope};
inline constexpr Property order_properties[] = {{"total", &integer}};
inline constexpr Conditions order_conditions{
    .if_ = &large, .then_ = &approved, .unevaluated_properties = &nothing};
inline constexpr Schema order{.types = kObject,
                              .properties = order_properties,
                              .all_of = order_all_of,
                              .conditions = &order_conditions};

inline constexpr Property properties[] = {
    {"kind", &kind, true}, {"amount", &amount},
    {"counts", &counts},   {"tags", &tags},
    {"row", &row},         {"by_name", &by_name},
    {"payment", &payment}, {"tree", {&tree, "cargo.json#/$defs/tree"}},
    {"order", &order},
};
inline constexpr Schema cargo{.types = kObject, .properties = properties};

}  // namespace cargo_schema

struct CargoPayment {
  std::optional<std::string> card;
  std::optional<std::string> address;
  std::optional<bool> gift;
  std::optional<Json> message;

  bool operator==(const CargoPayment&) const = default;
};

struct CargoTree {
  std::optional<Json> data;
  std::optional<std::vector<CargoTree>> children;

  bool operator==(const CargoTree&) const = default;
};

struct Cargo {
  std::string kind;
  std::optional<std::int64_t> amount;
  std::optional<std::vector<std::int64_t>> counts;
  std::optional<std::vector<std::string>> tags;
  std::optional<Json> row;
  std::optional<Map<std::int64_t>> by_name;
  std::optional<CargoPayment> payment;
  std::optional<CargoTree> tree;
  std::optional<Json> order;

  bool operator==(const Cargo&) const = default;
};

inline const char* read(Reader& in, const char* at, CargoPayment& out) {
  ObjectReader<&cargo_schema::payment> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.card);
        break;
      case 1:
        object.read<1>(out.address);
        break;
      case 2:
        object.read<2>(out.gift);
        break;
      case 3:
        object.read<3>(out.message);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const CargoPayment& value) {
  ObjectWriter<&cargo_schema::payment> object(out);
  object.write<0>(value.card);
  object.write<1>(value.address);
  object.write<2>(value.gift);
  object.write<3>(value.message);
  object.end();
}

inline const char* read(Reader& in, const char* at, CargoTree& out) {
  ObjectReader<&cargo_schema::open_tree, &cargo_schema::tree> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.data);
        break;
      case 1:
        object.read<1, &cargo_schema::children_shape>(out.children);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const CargoTree& value) {
  ObjectWriter<&cargo_schema::open_tree, &cargo_schema::tree> object(out);
  object.write<0>(value.data);
  object.write<1, &cargo_schema::children_shape>(value.children);
  object.end();
}

inline const char* read(Reader& in, const char* at, Cargo& out) {
  ObjectReader<&cargo_schema::cargo> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.kind);
        break;
      case 1:
        object.read<1>(out.amount);
        break;
      case 2:
        object.read<2>(out.counts);
        break;
      case 3:
        object.read<3>(out.tags);
        break;
      case 4:
        object.read<4>(out.row);
        break;
      case 5:
        object.read<5>(out.by_name);
        break;
      case 6:
        object.read<6>(out.payment);
        break;
      case 7:
        object.read<7>(out.tree);
        break;
      case 8:
        object.read<8>(out.order);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Cargo& value) {
  ObjectWriter<&cargo_schema::cargo> object(out);
  object.write<0>(value.kind);
  object.write<1>(value.amount);
  object.write<2>(value.counts);
  object.write<3>(value.tags);
  object.write<4>(value.row);
  object.write<5>(value.by_name);
  object.write<6>(value.payment);
  object.write<7>(value.tree);
  object.write<8>(value.order);
  object.end();
}

/// A payload with every member.
inline constexpr std::string_view kCargo =
    R"({"kind":"seed","amount":20,"counts":[1,5,6],"tags":["a","b"],"row":["x",1],)"
    R"("by_name":{"a":1,"bc":2},"payment":{"card":"4711","address":"x","gift":true,"message":"m"},)"
    R"("tree":{"data":1,"children":[{"data":[]},{"children":[{"data":{"a":1}}]}]},)"
    R"("order":{"id":"i","total":100,"approved":true},"later":[{"x":[]}]})";

}  // namespace eventc::sample

template <>
struct eventc::EventTraits<eventc::sample::Cargo> {
  static constexpr std::string_view name = "Cargo";
  static constexpr std::string_view schema = "cargo.json";
  static Result<sample::Cargo> parse(std::string_view text, const Options& options) {
    return parse_document<&sample::cargo_schema::cargo, sample::Cargo>(
        text, {&sample::cargo_schema::cargo, "cargo.json#"}, options);
  }
  static Report validate(std::string_view text, const Options& options) {
    return report(text, {&sample::cargo_schema::cargo, "cargo.json#"}, options);
  }
  static Result<std::string> to_json(const sample::Cargo& value) {
    return write_document<&sample::cargo_schema::cargo>(value);
  }
};
