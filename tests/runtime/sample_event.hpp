// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "eventc/event.hpp"

/// An event type by hand, in the form of emitted code, that has a member for every construct of the runtime.
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

namespace schema {

using namespace eventc::schema;

// $defs/Stop
inline constexpr Schema stop_city{.types = kString, .min_length = 1, .max_length = 8};
inline constexpr Schema stop_dock{.types = kInteger, .minimum = 1, .maximum = 99};
inline constexpr Property stop_properties[] = {{"city", &stop_city}, {"dock", &stop_dock}};
inline constexpr std::string_view stop_required[] = {"city"};
inline constexpr Schema stop{.types = kObject,
                             .properties = stop_properties,
                             .required = stop_required,
                             .additional_properties = &nothing};

// $defs/Item
extern const Schema item;
inline constexpr Schema item_parts{.types = kArray, .items = {&item, "parcel.json#/$defs/Item"}};
inline constexpr Property item_properties[] = {
    {"sku", &string}, {"parts", &item_parts}, {"spare", {&item, "parcel.json#/$defs/Item"}}};
inline constexpr std::string_view item_required[] = {"sku", "parts"};
inline constexpr Schema item{
    .types = kObject, .properties = item_properties, .required = item_required, .max_properties = 3};

// properties/payment
inline constexpr Schema card_kind{.constant = "card"};
inline constexpr Schema card_number{.types = kString, .min_length = 4};
inline constexpr Property card_properties[] = {{"kind", &card_kind}, {"number", &card_number}};
inline constexpr std::string_view card_required[] = {"kind", "number"};
inline constexpr Schema card{
    .types = kObject, .properties = card_properties, .required = card_required};
inline constexpr Schema transfer_kind{.constant = "transfer"};
inline constexpr Property transfer_properties[] = {{"kind", &transfer_kind}, {"iban", &string}};
inline constexpr std::string_view transfer_required[] = {"kind", "iban"};
inline constexpr Schema transfer{
    .types = kObject, .properties = transfer_properties, .required = transfer_required};
inline constexpr Child payment_one_of[] = {&card, &transfer};
inline constexpr Case payment_cases[] = {{Value("card"), 0}, {Value("transfer"), 1}};
inline constexpr Selector payment_selector{.property = "kind", .by_property = payment_cases};
inline constexpr Schema payment{.one_of = payment_one_of, .select = &payment_selector};

// properties/reference
inline constexpr Schema reference_integer{.types = kInteger, .multiple_of = 5};
inline constexpr Child reference_any_of[] = {&string, &reference_integer, &null};
inline constexpr Case reference_cases[] = {{kString, 0}, {kNumber, 1}, {kNull, 2}};
inline constexpr Selector reference_selector{.by_type = reference_cases};
inline constexpr Schema reference{
    .any_of = reference_any_of, .select = &reference_selector, .null_branch = 2};

// properties/any, properties/one
inline constexpr Schema by_width_width{.types = kInteger, .minimum = 1};
inline constexpr Property by_width_properties[] = {{"width", &by_width_width}};
inline constexpr std::string_view by_width_required[] = {"width"};
inline constexpr Schema by_width{
    .types = kObject, .properties = by_width_properties, .required = by_width_required};
inline constexpr Property by_label_properties[] = {{"label", &string}};
inline constexpr std::string_view by_label_required[] = {"label"};
inline constexpr Schema by_label{
    .types = kObject, .properties = by_label_properties, .required = by_label_required};
inline constexpr Child overlapping[] = {&by_width, &by_label};
inline constexpr Schema any_choice{.any_of = overlapping};
inline constexpr Schema one_choice{.one_of = overlapping};

// properties/size
inline constexpr Schema size_least{.types = kInteger, .minimum = 1};
inline constexpr Schema size_most{.types = kInteger, .maximum = 500};
inline constexpr Property size_first_properties[] = {
    {"width", &size_least}, {"height", &size_least}, {"unit", &string}};
inline constexpr std::string_view size_first_required[] = {"width"};
inline constexpr Schema size_first{
    .types = kObject, .properties = size_first_properties, .required = size_first_required};
inline constexpr Property size_second_properties[] = {
    {"depth", &size_most}, {"height", &size_most}, {"width", &size_most}};
inline constexpr std::string_view size_second_required[] = {"height"};
inline constexpr Schema size_second{.types = kObject,
                                    .properties = size_second_properties,
                                    .required = size_second_required,
                                    .additional_properties = &nothing};
inline constexpr Child size_all_of[] = {&size_first, &size_second};
inline constexpr Schema size{.all_of = size_all_of};
inline constexpr Child size_both_all_of[] = {&size_least, &size_most};
inline constexpr Schema size_both{.types = kInteger, .all_of = size_both_all_of};

// properties/details
inline constexpr Schema details_code{.types = kString, .max_length = 3};
inline constexpr Property details_properties[] = {{"code", &details_code}};
inline constexpr std::string_view details_required[] = {"code"};
inline constexpr Schema details{.types = kObject,
                                .properties = details_properties,
                                .required = details_required,
                                .keep_unknown = true,
                                .min_properties = 2,
                                .max_properties = 3};

// The other properties
inline constexpr CharSet kDigits("0-9");
constexpr bool matches_id(std::string_view text) {
  return starts(text, [](Matcher& match) {
    return match.literal("p-") && match.at_least(1, kDigits) && match.end();
  });
}
inline constexpr Pattern id_pattern{.source = "^p-[0-9]+$", .matches = matches_id};
constexpr bool matches_count(std::string_view text) { return text.starts_with("n-"); }
inline constexpr Pattern count_pattern{.source = "^n-", .matches = matches_count};

inline constexpr Schema type{.constant = "parcel"};
inline constexpr Schema id{.types = kString, .max_length = 12, .pattern = &id_pattern};
inline constexpr Schema weight{
    .types = kInteger, .exclusive_minimum = 0, .exclusive_maximum = 70001};
inline constexpr Schema serial{.types = kInteger, .minimum = 0};
inline constexpr Schema price{
    .types = kNumber, .multiple_of = Number("0.01"), .minimum = 0, .maximum = Number("99.99")};
inline constexpr Value carrier_values[] = {"road", "rail", "by \"air\""};
inline constexpr Schema carrier{.types = kString, .enumeration = carrier_values};
inline constexpr Value speed_values[] = {"slow", "fast"};
inline constexpr Schema speed{.types = kString, .enumeration = speed_values, .open = true};
inline constexpr Schema note{.types = kString | kNull, .max_length = 5};
inline constexpr Schema gift{.types = kBoolean | kNull};
inline constexpr Schema stops{.types = kArray,
                              .items = {&stop, "parcel.json#/$defs/Stop"},
                              .min_items = 1,
                              .max_items = 2};
inline constexpr Schema coordinate{.types = kNumber, .minimum = -180, .maximum = 180};
inline constexpr Child position_prefix[] = {&coordinate, &coordinate, &string};
inline constexpr Schema position{.types = kArray,
                                 .items = &boolean,
                                 .prefix_items = position_prefix,
                                 .min_items = 2,
                                 .max_items = 4};
inline constexpr Schema labels{
    .types = kObject, .additional_properties = &string, .max_properties = 3};
inline constexpr PatternProperty count_patterns[] = {{&count_pattern, &integer}};
inline constexpr Schema counts{
    .types = kObject, .pattern_properties = count_patterns, .max_properties = 2};
inline constexpr Schema seal{
    .types = kString, .max_length = 8, .content_encoding = Encoding::Base64};
inline constexpr Schema inner{.types = kString,
                              .content_encoding = Encoding::Base64,
                              .content_schema = {&stop, "parcel.json#/$defs/Stop"}};
inline constexpr Schema history_content{.types = kArray, .items = &integer, .max_items = 3};
inline constexpr Schema history{
    .types = kString, .max_length = 20, .content_schema = &history_content};
inline constexpr Property properties[] = {
    {"type", &type},
    {"id", &id},
    {"weight", &weight},
    {"serial", &serial},
    {"price", &price},
    {"carrier", &carrier},
    {"speed", &speed},
    {"note", &note},
    {"gift", &gift},
    {"stops", &stops},
    {"item", {&item, "parcel.json#/$defs/Item"}},
    {"position", &position},
    {"labels", &labels},
    {"counts", &counts},
    {"payment", &payment},
    {"reference", &reference},
    {"any", &any_choice},
    {"one", &one_choice},
    {"size", &size},
    {"details", &details},
    {"seal", &seal},
    {"inner", &inner},
    {"history", &history},
    {"extra", &any},
    {"say \"hi\"", &string},
    {"gr\xC3\xB6\xC3\x9F\x65", &boolean},
};
inline constexpr std::string_view required[] = {"type", "id", "weight", "stops", "say \"hi\""};
inline constexpr Schema parcel{.types = kObject, .properties = properties, .required = required};

}  // namespace schema

inline void read(Reader& in, Stop& out) {
  ObjectReader<&schema::stop> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0>(out.city); break;
      case 1: object.read<1>(out.dock); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Stop& value) {
  ObjectWriter<&schema::stop> object(out);
  object.write<0>(value.city);
  object.write<1>(value.dock);
  object.end();
}

inline void read(Reader& in, Item& out) {
  ObjectReader<&schema::item> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0>(out.sku); break;
      case 1: object.read<1>(out.parts); break;
      case 2: object.read<2>(out.spare); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Item& value) {
  ObjectWriter<&schema::item> object(out);
  object.write<0>(value.sku);
  object.write<1>(value.parts);
  object.write<2>(value.spare);
  object.end();
}

inline void read(Reader& in, Card& out) {
  ObjectReader<&schema::card> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.check<0>(); break;
      case 1: object.read<1>(out.number); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Card& value) {
  ObjectWriter<&schema::card> object(out);
  object.write<0>(std::string("card"));
  object.write<1>(value.number);
  object.end();
}

inline void read(Reader& in, Transfer& out) {
  ObjectReader<&schema::transfer> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.check<0>(); break;
      case 1: object.read<1>(out.iban); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Transfer& value) {
  ObjectWriter<&schema::transfer> object(out);
  object.write<0>(std::string("transfer"));
  object.write<1>(value.iban);
  object.end();
}

inline void read(Reader& in, ByWidth& out) {
  ObjectReader<&schema::by_width> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0>(out.width); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const ByWidth& value) {
  ObjectWriter<&schema::by_width> object(out);
  object.write<0>(value.width);
  object.end();
}

inline void read(Reader& in, ByLabel& out) {
  ObjectReader<&schema::by_label> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0>(out.label); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const ByLabel& value) {
  ObjectWriter<&schema::by_label> object(out);
  object.write<0>(value.label);
  object.end();
}

inline void read(Reader& in, Size& out) {
  ObjectReader<&schema::size_first, &schema::size_second> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0, &schema::size_both>(out.width); break;
      case 1: object.read<1, &schema::size_both>(out.height); break;
      case 3: object.read<3>(out.depth); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Size& value) {
  ObjectWriter<&schema::size_first, &schema::size_second> object(out);
  object.write<0, &schema::size_both>(value.width);
  object.write<1, &schema::size_both>(value.height);
  object.write<3>(value.depth);
  object.end();
}

inline void read(Reader& in, Details& out) {
  ObjectReader<&schema::details> object(in);
  out.unknown.clear();
  while (object.next()) {
    switch (object.member()) {
      case 0: object.read<0>(out.code); break;
      default: object.read_unknown<&schema::any>(out.unknown); break;
    }
  }
  object.finish(out.unknown);
}
inline void write(Writer& out, const Details& value) {
  ObjectWriter<&schema::details> object(out);
  object.write<0>(value.code);
  object.write_unknown<&schema::any>(value.unknown);
  object.end();
}

inline void read(Reader& in, Parcel& out) {
  ObjectReader<&schema::parcel> object(in);
  while (object.next()) {
    switch (object.member()) {
      case 0: object.check<0>(); break;
      case 1: object.read<1>(out.id); break;
      case 2: object.read<2>(out.weight); break;
      case 3: object.read<3>(out.serial); break;
      case 4: object.read<4>(out.price); break;
      case 5: object.read<5>(out.carrier); break;
      case 6: object.read<6>(out.speed); break;
      case 7: object.read<7>(out.note); break;
      case 8: object.read<8>(out.gift); break;
      case 9: object.read<9>(out.stops); break;
      case 10: object.read<10>(out.item); break;
      case 11: object.read<11>(out.position); break;
      case 12: object.read<12>(out.labels); break;
      case 13: object.read<13>(out.counts); break;
      case 14: object.read<14>(out.payment); break;
      case 15: object.read<15>(out.reference); break;
      case 16: object.read<16>(out.any); break;
      case 17: object.read<17>(out.one); break;
      case 18: object.read<18>(out.size); break;
      case 19: object.read<19>(out.details); break;
      case 20: object.read<20>(out.seal); break;
      case 21: object.read<21>(out.inner); break;
      case 22: object.read<22>(out.history); break;
      case 23: object.read<23>(out.extra); break;
      case 24: object.read<24>(out.quoted); break;
      case 25: object.read<25>(out.umlaut); break;
      default: object.skip(); break;
    }
  }
}
inline void write(Writer& out, const Parcel& value) {
  ObjectWriter<&schema::parcel> object(out);
  object.write<0>(std::string(Parcel::type));
  object.write<1>(value.id);
  object.write<2>(value.weight);
  object.write<3>(value.serial);
  object.write<4>(value.price);
  object.write<5>(value.carrier);
  object.write<6>(value.speed);
  object.write<7>(value.note);
  object.write<8>(value.gift);
  object.write<9>(value.stops);
  object.write<10>(value.item);
  object.write<11>(value.position);
  object.write<12>(value.labels);
  object.write<13>(value.counts);
  object.write<14>(value.payment);
  object.write<15>(value.reference);
  object.write<16>(value.any);
  object.write<17>(value.one);
  object.write<18>(value.size);
  object.write<19>(value.details);
  object.write<20>(value.seal);
  object.write<21>(value.inner);
  object.write<22>(value.history);
  object.write<23>(value.extra);
  object.write<24>(value.quoted);
  object.write<25>(value.umlaut);
  object.end();
}

/// A payload with every member.
inline constexpr std::string_view kParcel =
    R"({"type":"parcel","id":"p-17","weight":2500,"serial":18446744073709551615,"price":19.99,)"
    R"("carrier":"by \"air\"","speed":"warp","note":"h\u00e9 \ud83d\ude00","gift":null,)"
    R"("stops":[{"city":"Oslo","dock":7},{"city":"Bergen"}],)"
    R"("item":{"sku":"a","parts":[{"sku":"b","parts":[]}],"spare":{"sku":"c","parts":[]}},)"
    R"("position":[10.5,-60,"quay",true],"labels":{"b":"2","a":"1"},"counts":{"n-x":3,"other":[]},)"
    R"("payment":{"number":"4711","kind":"card"},"reference":15,"any":{"width":4,"label":"l"},)"
    R"("one":{"label":"m"},"size":{"width":10,"height":20,"depth":0},)"
    R"("details":{"code":"abc","z":[1,{"y":null}],"a":1.0},"seal":"AP8=",)"
    R"("inner":"eyJjaXR5IjoiVWxtIiwiZG9jayI6MX0=","history":"[1, -2]\n","extra":{"k":[1e2,"v"]},)"
    R"("say \"hi\"":"hi",)"
    "\"gr\xC3\xB6\xC3\x9F\x65\":false,\"later\":{\"x\":[]}}";

}  // namespace eventc::sample

template <>
struct eventc::EventTraits<eventc::sample::Parcel> {
  static constexpr std::string_view name = "Parcel";
  static constexpr std::string_view schema = "parcel.json";
  static Result<sample::Parcel> parse(std::string_view text, const Options& options) {
    return parse_document<&sample::schema::parcel, sample::Parcel>(text, "parcel.json#", options);
  }
  static Report validate(std::string_view text, const Options& options) {
    return report(text, {&sample::schema::parcel, "parcel.json#"}, options);
  }
  static Result<std::string> to_json(const sample::Parcel& value) {
    return write_document<&sample::schema::parcel>(value);
  }
};
