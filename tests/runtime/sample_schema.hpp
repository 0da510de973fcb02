// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "eventc/pattern.hpp"
#include "eventc/schema.hpp"

/// The schema of the sample event, as the tables that emitted code has.
namespace eventc::sample::schema {

using namespace eventc::schema;

// $defs/Stop
inline constexpr Schema stop_city{.types = kString, .min_length = 1, .max_length = 8};
inline constexpr Schema stop_dock{.types = kInteger, .minimum = 1, .maximum = 99};
inline constexpr Property stop_properties[] = {{"city", &stop_city, true}, {"dock", &stop_dock}};
inline constexpr Schema stop{
    .types = kObject, .properties = stop_properties, .additional_properties = &nothing};

// $defs/Item
extern const Schema item;
inline constexpr Schema item_parts{.types = kArray, .items = {&item, "parcel.json#/$defs/Item"}};
inline constexpr Property item_properties[] = {{"sku", &string, true},
                                               {"parts", &item_parts, true},
                                               {"spare", {&item, "parcel.json#/$defs/Item"}}};
inline constexpr Schema item{.types = kObject, .properties = item_properties, .max_properties = 3};

// properties/payment
inline constexpr Schema card_kind{.constant = "card"};
inline constexpr Schema card_number{.types = kString, .min_length = 4};
inline constexpr Property card_properties[] = {{"kind", &card_kind, true},
                                               {"number", &card_number, true}};
inline constexpr Schema card{.types = kObject, .properties = card_properties};
inline constexpr Schema transfer_kind{.constant = "transfer"};
inline constexpr Property transfer_properties[] = {{"kind", &transfer_kind, true},
                                                   {"iban", &string, true}};
inline constexpr Schema transfer{.types = kObject, .properties = transfer_properties};
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
inline constexpr Property by_width_properties[] = {{"width", &by_width_width, true}};
inline constexpr Schema by_width{.types = kObject, .properties = by_width_properties};
inline constexpr Property by_label_properties[] = {{"label", &string, true}};
inline constexpr Schema by_label{.types = kObject, .properties = by_label_properties};
inline constexpr Child overlapping[] = {&by_width, &by_label};
inline constexpr Schema any_choice{.any_of = overlapping};
inline constexpr Schema one_choice{.one_of = overlapping};

// properties/size
inline constexpr Schema size_least{.types = kInteger, .minimum = 1};
inline constexpr Schema size_most{.types = kInteger, .maximum = 500};
inline constexpr Property size_first_properties[] = {
    {"width", &size_least, true}, {"height", &size_least}, {"unit", &string}};
inline constexpr Schema size_first{.types = kObject, .properties = size_first_properties};
inline constexpr Property size_second_properties[] = {
    {"depth", &size_most}, {"height", &size_most, true}, {"width", &size_most}};
inline constexpr Schema size_second{
    .types = kObject, .properties = size_second_properties, .additional_properties = &nothing};
inline constexpr Child size_all_of[] = {&size_first, &size_second};
inline constexpr Schema size{.all_of = size_all_of};
inline constexpr Child size_both_all_of[] = {&size_least, &size_most};
inline constexpr Schema size_both{.types = kInteger, .all_of = size_both_all_of};

// properties/details
inline constexpr Schema details_code{.types = kString, .max_length = 3};
inline constexpr Property details_properties[] = {{"code", &details_code, true}};
inline constexpr Schema details{.types = kObject,
                                .properties = details_properties,
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
inline constexpr Pattern id_pattern{"^p-[0-9]+$", matches_id};
constexpr bool matches_count(std::string_view text) { return text.starts_with("n-"); }
inline constexpr Pattern count_pattern{"^n-", matches_count};

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
inline constexpr Schema stops{
    .types = kArray, .items = {&stop, "parcel.json#/$defs/Stop"}, .min_items = 1, .max_items = 2};
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
inline constexpr Schema seal{.types = kString,
                             .max_length = 8,
                             .content_encoding = Encoding::Base64,
                             .content_assertion = true};
inline constexpr Schema inner{.types = kString,
                              .content_encoding = Encoding::Base64,
                              .content_schema = {&stop, "parcel.json#/$defs/Stop"},
                              .content_assertion = true};
inline constexpr Schema history_content{.types = kArray, .items = &integer, .max_items = 3};
inline constexpr Schema history{.types = kString,
                                .max_length = 20,
                                .content_schema = &history_content,
                                .content_assertion = true};
inline constexpr Property properties[] = {
    {"type", &type, true},
    {"id", &id, true},
    {"weight", &weight, true},
    {"serial", &serial},
    {"price", &price},
    {"carrier", &carrier},
    {"speed", &speed},
    {"note", &note},
    {"gift", &gift},
    {"stops", &stops, true},
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
    {"say \"hi\"", &string, true},
    {"gr\xC3\xB6\xC3\x9F\x65", &boolean},
};
inline constexpr Schema parcel{.types = kObject, .properties = properties};

}  // namespace eventc::sample::schema
