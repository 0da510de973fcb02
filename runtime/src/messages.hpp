// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eventc/schema.hpp"

/// The words of violations. What they quote of a payload is escaped and cut: see quote_excerpt().
namespace eventc::message {

[[nodiscard]] std::string expected_types(schema::Types types);  ///< "expected a string or null"
[[nodiscard]] std::string found_type(schema::Types type);       ///< "a number"
[[nodiscard]] std::string value(const schema::Value& value);  ///< as in the schema: "\"web\"", "1"
[[nodiscard]] std::string expected_one_of(const schema::List<schema::Value>& values);
[[nodiscard]] std::string expected_tag(const schema::Selector& selector);
[[nodiscard]] std::string expected_own_member(const schema::Selector& selector);
[[nodiscard]] std::string fits_none(std::size_t branches,
                                    std::size_t closest);  ///< closest: from 0
/// The way from one location to another below it.
[[nodiscard]] std::string place_below(std::string_view pointer);
/// What stands before the refusal of a member's name.
[[nodiscard]] std::string refused_name(std::string_view quoted_name, bool quote_payload);
[[nodiscard]] std::string pattern_in_words(std::string_view pattern);
[[nodiscard]] std::string expected_format(std::string_view format);
[[nodiscard]] std::string expected_match(std::string_view pattern);
[[nodiscard]] std::string no_verdict_of(std::string_view pattern);  ///< it gave up
[[nodiscard]] std::string number(const schema::Number& number);
[[nodiscard]] std::string at_least(std::size_t count,
                                   std::string_view what);  ///< "expected at least 1 item"
[[nodiscard]] std::string at_most(std::size_t count, std::string_view what);
[[nodiscard]] std::string member(std::string_view name);  ///< "\"orderId\""
[[nodiscard]] std::string found_value(
    std::string_view json);  ///< a scalar's text, or what an array or object is
[[nodiscard]] std::string quoted(std::string_view characters);  ///< a string's characters
[[nodiscard]] std::string characters(std::string_view text);    ///< how many there are

}  // namespace eventc::message
