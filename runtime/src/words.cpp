// SPDX-License-Identifier: Apache-2.0
#include "words.hpp"

#include "messages.hpp"

namespace eventc {

Words& Words::say(std::string_view words) {
  text_ += words;
  return *this;
}
Words& Words::say_quoted(std::string_view name) {
  message::append_quoted(name, text_);
  return *this;
}
Words& Words::say_count(std::size_t count) {
  message::append_count(count, text_);
  return *this;
}
Words& Words::say_number(const schema::Number& number) {
  message::append_number(number, text_);
  return *this;
}

Words& Words::expect_types(schema::Types types) {
  text_ += "expected ";
  message::append_types(types, text_);
  return *this;
}
Words& Words::expect_value(const schema::Value& value) {
  text_ += "expected ";
  message::append_value(value, text_);
  return *this;
}
Words& Words::expect_one_of(const schema::List<schema::Value>& values) {
  text_ += "expected ";
  message::append_one_of(values, text_);
  return *this;
}
Words& Words::expect_at_least(std::size_t count, std::string_view what) {
  text_ += "expected at least ";
  message::append_counted(count, what, text_);
  return *this;
}
Words& Words::expect_at_most(std::size_t count, std::string_view what) {
  text_ += "expected at most ";
  message::append_counted(count, what, text_);
  return *this;
}
Words& Words::expect_match(std::string_view pattern) {
  text_ += "expected text that matches ";
  message::append_pattern(pattern, text_);
  return *this;
}
Words& Words::expect_format(std::string_view format) {
  text_ += "expected text of the format \"";
  text_.append(format).append("\"");
  return *this;
}
Words& Words::expect_tag(const schema::Selector& selector) {
  message::append_expected_tag(selector, text_);
  return *this;
}
Words& Words::expect_own_member(const schema::Selector& selector) {
  message::append_expected_own_member(selector, text_);
  return *this;
}

template <class Append>
void Words::append_found(const Append& append) {
  if (!tells_found_) return;
  const std::size_t before = text_.size();
  text_ += ", found ";
  const std::size_t begin = text_.size();
  append();
  if (!name_.empty() && std::string_view(text_).substr(begin) == name_) text_.resize(before);
}

void Words::found_type(schema::Types type) {
  append_found([&] { message::append_type(type, text_); });
}
void Words::found_value(std::string_view json) {
  append_found([&] { message::append_json(json, text_); });
}
void Words::found_text(std::string_view characters) {
  append_found([&] { message::append_quoted(characters, text_); });
}
void Words::found_count(std::size_t count) {
  append_found([&] { message::append_count(count, text_); });
}
void Words::found(std::string_view words) {
  append_found([&] { text_ += words; });
}

}  // namespace eventc
