// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eventc/schema.hpp"

/// What the words of violations (Words) are made of, each behind what `text` has. What they quote
/// of a payload is escaped and cut: see quote_excerpt().
namespace eventc::message {

void append_types(schema::Types types, std::string& text);         ///< "a string or null"
void append_type(schema::Types type, std::string& text);           ///< what was found: "a number"
void append_value(const schema::Value& value, std::string& text);  ///< as in the schema: "\"web\""
void append_one_of(const schema::List<schema::Value>& values, std::string& text);
void append_expected_tag(const schema::Selector& selector, std::string& text);
void append_expected_own_member(const schema::Selector& selector, std::string& text);
void append_pattern(std::string_view pattern, std::string& text);
void append_number(const schema::Number& number, std::string& text);
void append_count(std::size_t count, std::string& text);
void append_counted(std::size_t count, std::string_view what, std::string& text);  ///< "2 items"
void append_json(std::string_view json, std::string& text);  ///< a scalar's text, or what it is
void append_quoted(std::string_view characters, std::string& text);  ///< a string's characters

[[nodiscard]] std::string quoted(std::string_view characters);
[[nodiscard]] std::string fits_none(std::size_t branches,
                                    std::size_t closest);  ///< closest: from 0
/// The way from one location to another below it.
[[nodiscard]] std::string place_below(std::string_view pointer);
/// What stands before the refusal of a member's name.
[[nodiscard]] std::string refused_name(std::string_view quoted_name, bool quote_payload);
[[nodiscard]] std::string no_verdict_of(std::string_view pattern);  ///< it gave up

}  // namespace eventc::message
