// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eventc/classify.hpp"
#include "eventc/emitted/emitted.hpp"
#include "eventc/emitted/route_index.hpp"

namespace eventc {
namespace shop {

// Two events and a response, as the compiler emits them.
struct Order {
  std::string id;
  bool operator==(const Order&) const = default;
};
struct Refund {
  std::int64_t amount = 0;
  bool operator==(const Refund&) const = default;
};
struct Receipt {
  double total = 0;
};
/// Of no bundle's.
struct Stranger {};

namespace schemas {

using schema::Property;
using schema::Schema;

inline constexpr Schema order_type{.constant = "ORDER"};
inline constexpr Schema refund_type{.constant = "REFUND"};
inline constexpr Property order_properties[] = {{"type", &order_type, true},
                                                {"id", &schema::string, true}};
inline constexpr Property refund_properties[] = {{"type", &refund_type, true},
                                                 {"amount", &schema::integer, true}};
inline constexpr Property receipt_properties[] = {{"total", &schema::number, true}};
inline constexpr Schema order{.types = schema::kObject, .properties = order_properties};
inline constexpr Schema refund{.types = schema::kObject, .properties = refund_properties};
inline constexpr Schema receipt{.types = schema::kObject, .properties = receipt_properties};

}  // namespace schemas

inline const char* read(Reader& in, const char* at, Order& out) {
  ObjectReader<&schemas::order> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.check<0>();
        break;
      case 1:
        object.read<1>(out.id);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline const char* read(Reader& in, const char* at, Refund& out) {
  ObjectReader<&schemas::refund> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.check<0>();
        break;
      case 1:
        object.read<1>(out.amount);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Receipt& value) {
  ObjectWriter<&schemas::receipt> object(out);
  object.write<0>(value.total);
  object.end();
}

inline constexpr route::Location locations[] = {{.inner = true},
                                                {.parent = 0, .member = "type", .keyed = true}};
inline constexpr route::Index location_index(locations);
inline constexpr schema::Value order_values[] = {"ORDER"};
inline constexpr schema::Value refund_values[] = {"REFUND"};
inline constexpr route::Fact order_facts[] = {{.location = 1, .values = order_values}};
inline constexpr route::Fact refund_facts[] = {{.location = 1, .values = refund_values}};
inline constexpr route::Alternative alternatives[] = {{0, 0, order_facts}, {1, 1, refund_facts}};
inline constexpr route::Key keys[] = {{1, "ORDER", 0}, {1, "REFUND", 1}};
inline constexpr route::Index key_index(keys);
inline constexpr std::string_view names[] = {"Order", "Refund"};
inline constexpr route::Table table{locations,      keys, alternatives, names, location_index.slots,
                                    key_index.slots};

struct Bundle {
  enum class Event { Order, Refund };
  using Events = EventList<shop::Order, shop::Refund>;
  static const route::Table& routes() { return table; }
};

}  // namespace shop

template <>
struct EventTraits<shop::Order> {
  static constexpr std::string_view name = "Order";
  static Result<shop::Order> parse(std::string_view text, const Options& options) {
    return parse_document<&shop::schemas::order, shop::Order>(
        text, {&shop::schemas::order, "order.json#"}, options);
  }
};
template <>
struct EventTraits<shop::Refund> {
  static constexpr std::string_view name = "Refund";
  static Result<shop::Refund> parse(std::string_view text, const Options& options) {
    return parse_document<&shop::schemas::refund, shop::Refund>(
        text, {&shop::schemas::refund, "refund.json#"}, options);
  }
};
template <>
struct EventTraits<shop::Receipt> {
  static constexpr std::string_view name = "Receipt";
  static Result<std::string> to_json(const shop::Receipt& value) {
    return write_document<&shop::schemas::receipt>(value);
  }
};

}  // namespace eventc
