// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace eventc {

/// Appends JSON to a string, without white space. A value that JSON cannot hold is the writer's
/// failure; the first is kept.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  [[nodiscard]] bool ok() const { return failure_.empty(); }
  /// What could not be written, in words.
  [[nodiscard]] std::string_view failure() const { return failure_; }
  /// Where in the output the value would have stood.
  [[nodiscard]] std::size_t failure_offset() const { return failed_at_; }

  void write_null() { out_ += "null"; }
  void write_boolean(bool value) { out_ += value ? "true" : "false"; }
  void write_integer(std::int64_t value);
  void write_integer(std::uint64_t value);
  /// The shortest text that reads back as the same double.
  void write_number(double value);
  /// Quoted and escaped as RFC 8259 section 7 asks, and no more: UTF-8 stays as it is.
  void write_string(std::string_view text);
  /// RFC 4648 section 4, quoted.
  void write_base64(std::string_view bytes);
  /// Text that is JSON already.
  void write_raw(std::string_view json) { out_ += json; }
  void punctuate(char c) { out_ += c; }

  /// `what` outlives the writer.
  void fail(std::string_view what);

 private:
  std::string& out_;
  std::string_view failure_;
  std::size_t failed_at_ = 0;
};

}  // namespace eventc
