// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eventc/schema.hpp"

namespace eventc {

/// What is wrong with a value: what was expected, and behind it what was found. Written into its
/// place as it is said.
class Words {
 public:
  /// Appends to `text`. Without `tells_found`, nothing of the payload is told. `name` is what
  /// stands in front already, and is not told again as what was found; empty: nothing does.
  Words(std::string& text, bool tells_found, std::string_view name = {})
      : text_(text), tells_found_(tells_found), name_(name) {}

  Words& say(std::string_view words);
  Words& say_quoted(std::string_view name);  ///< "\"orderId\""
  Words& say_count(std::size_t count);
  Words& expect_types(schema::Types types);  ///< "expected a string or null"
  Words& expect_value(const schema::Value& value);
  Words& expect_one_of(const schema::List<schema::Value>& values);
  Words& expect_at_least(std::size_t count, std::string_view what);  ///< "expected at least 1 item"
  Words& expect_at_most(std::size_t count, std::string_view what);
  Words& expect_match(std::string_view pattern);
  Words& expect_format(std::string_view format);
  Words& expect_tag(const schema::Selector& selector);
  Words& expect_own_member(const schema::Selector& selector);
  Words& say_number(const schema::Number& number);

  // Each once, as the last.

  void found_type(schema::Types type);           ///< ", found a number"
  void found_value(std::string_view json);       ///< a scalar's text, or what it is
  void found_text(std::string_view characters);  ///< in quotes
  void found_count(std::size_t count);
  void found(std::string_view words);

 private:
  template <class Append>
  void append_found(const Append& append);

  std::string& text_;
  bool tells_found_;
  std::string_view name_;
};

}  // namespace eventc
