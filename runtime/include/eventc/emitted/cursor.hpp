// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "eventc/emitted/reader.hpp"

namespace eventc {

/// A reader with a position, for whoever goes through a text as it comes.
class Cursor : public Reader {
 public:
  Cursor(std::string_view text, std::size_t max_depth) : Cursor(Reader(text, max_depth)) {}
  explicit Cursor(const Reader& reader) : Reader(reader), at_(start()) {}
  /// From somewhere in another reader's text on.
  Cursor(const Reader& reader, const char* at) : Reader(reader), at_(ok() ? at : end()) {}

  [[nodiscard]] const char* position() const { return at_; }
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin()); }

  void fail(Failure failure, const char* at, std::string_view message) {
    at_ = Reader::fail(failure, at, message);
  }
  void share_limit(const Reader& other) {
    Reader::share_limit(other);
    if (!ok()) at_ = end();
  }
  /// The first byte behind white space, NUL at the end.
  char peek() {
    at_ = skip_space(at_);
    return byte(at_);
  }
  schema::Types peek_type() {
    at_ = skip_space(at_);
    return type(at_);
  }
  void open(char bracket) { at_ = Reader::open(bracket, at_); }
  /// Most names stand right behind a comma or brace, or behind an indentation.
  bool step(char close, bool& first) {
    const bool may_be_near = close == '}' && at_ < window_end();
    const char* const name =
        may_be_near ? find_name(first ? at_ - 1 : at_, first ? '{' : ',') : nullptr;
    if (name == nullptr) return Reader::step(close, first, at_);
    first = false;
    at_ = name;
    return true;
  }
  StringToken read_key() { return Reader::read_key(at_); }
  StringToken read_string() { return Reader::read_string(at_); }
  NumberToken read_number() { return Reader::read_number(at_); }
  std::string_view skip() { return Reader::skip(at_); }
  /// To what is known to be as it must, up to there.
  void move_to(const char* at) { at_ = at; }
  void finish() { Reader::finish(at_); }

 private:
  const char* at_;
};

}  // namespace eventc
