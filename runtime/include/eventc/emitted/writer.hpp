// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eventc/emitted/key_text.hpp"

namespace eventc {

/// Appends JSON to a string, without white space. A value that JSON cannot hold is the writer's
/// failure; the first is kept. Until finish() the string has room behind what is written.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out), to_(out.data() + out.size()), end_(to_) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// The string ends where the text does.
  void finish();

  [[nodiscard]] bool ok() const { return failure_.empty(); }
  /// What could not be written, in words.
  [[nodiscard]] std::string_view failure() const { return failure_; }
  /// Where in the output the value would have stood.
  [[nodiscard]] std::size_t failure_offset() const { return failed_at_; }

  void write_null() { write_raw("null"); }
  void write_boolean(bool value) { write_raw(value ? "true" : "false"); }
  void write_integer(std::int64_t value);
  void write_integer(std::uint64_t value);
  /// The shortest text that reads back as the same double.
  void write_number(double value);
  /// Quoted and escaped as RFC 8259 section 7 asks, and no more: UTF-8 stays as it is.
  void write_string(std::string_view text);
  /// RFC 4648 section 4, quoted.
  void write_base64(std::string_view bytes);
  /// Text that is JSON already.
  void write_raw(std::string_view json) {
    make_room(json.size());
    to_ = std::copy(json.begin(), json.end(), to_);
  }
  void punctuate(char c) {
    make_room(1);
    *to_++ = c;
  }
  /// A member's name, whose size is not 0, and its colon, behind a comma or the brace.
  void write_key(char separator, const KeyText& key);
  /// A member that is a string.
  void write_text(char separator, const KeyText& key, std::string_view text);

  /// `what` outlives the writer.
  void fail(std::string_view what);

 private:
  void make_room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - to_) < size) grow(size);
  }
  void grow(std::size_t size);
  template <class Number>
  void write_any_number(Number value);
  void write_escaped(std::string_view text);
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(to_ - out_.data()); }

  std::string& out_;
  char* to_;
  char* end_;
  std::string_view failure_;
  std::size_t failed_at_ = 0;
};

}  // namespace eventc
