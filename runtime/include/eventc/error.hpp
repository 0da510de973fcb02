// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eventc {

enum class ErrorKind : std::uint8_t {
  NotJson,  ///< The text is not JSON as RFC 8259 has it, or an object gives a member twice.
  Invalid,  ///< It is JSON, and violates the schema.
  /// It is valid, but its C++ type cannot hold it: an integer past 64 bits, or text that is not
  /// what the schema says it contains where that is not checked.
  NotRepresentable,
  Limit,  ///< It is larger or nested deeper than Options allow.
  /// A pattern took too many steps on one of its texts, and gave up: it is neither valid nor
  /// invalid as far as is known. (Only patterns that PCRE2 decides can: see
  /// eventc/pcre2_pattern.hpp.)
  MatchLimit,
};

/// One thing that is wrong with a payload, and where.
struct Error {
  ErrorKind kind = ErrorKind::NotJson;
  /// In words that a person can act on: "expected at most 999, found 1200".
  std::string message = {};
  /// JSON Pointer (RFC 6901) into the payload. Empty: the whole of it.
  std::string instance_location = {};
  /// The path of keywords that led to the refusal, references included:
  /// "/properties/total/$ref/type". Empty unless a keyword stands for it, as where it is Invalid.
  std::string keyword_location = {};
  /// The same keyword's place in its schema file: "order-created.schema.json#/$defs/Money/type".
  /// Empty where that is.
  std::string absolute_keyword_location = {};
  /// The same as a URI, where the schema has one ("$id"):
  /// "https://example.com/order-created.schema.json#/$defs/Money/type". Otherwise empty.
  std::string keyword_uri = {};
  /// The byte of the payload, from 0.
  std::size_t offset = 0;
  /// From 1.
  std::size_t line = 1;
  /// In characters (code points), from 1.
  std::size_t column = 1;

  /// `/lines/0/quantity (7:23): expected at most 999, found 1200
  /// [order-created.schema.json#/$defs/Line/…/maximum]`
  [[nodiscard]] std::string to_string() const;
  /// The same with the payload's line and a caret under the place, for a terminal:
  ///     payload.json:7:23: /lines/0/quantity: expected at most 999, found 1200
  ///           "quantity": 1200
  ///                       ^
  ///       order-created.schema.json#/$defs/Line/properties/quantity/maximum
  /// It quotes the payload: what Options::quote_payload keeps out of messages is shown here.
  [[nodiscard]] std::string to_string(std::string_view payload,
                                      std::string_view payload_name) const;

  bool operator==(const Error&) const = default;
};

/// Every violation that validate() found, in the payload's order. Text that is not JSON ends it.
class [[nodiscard]] Report {
 public:
  Report() = default;
  explicit Report(std::vector<Error> errors, bool complete = true)
      : errors_(std::move(errors)), complete_(complete) {}

  /// No violation was found; not even one that max_errors left out.
  [[nodiscard]] bool ok() const { return errors_.empty() && complete_; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }
  /// False: there are more than Options::max_errors.
  [[nodiscard]] bool complete() const { return complete_; }
  /// One line for each.
  [[nodiscard]] std::string to_string() const;

 private:
  std::vector<Error> errors_;
  bool complete_ = true;
};

/// The report as the specification's "basic" output (Core 2020-12, section 12.4.2), on one line:
/// {"valid": false, "errors": [{"valid": false, "keywordLocation", "absoluteKeywordLocation",
/// "instanceLocation", "error"}]}. A valid payload's is {"valid": true}. The absolute location is a
/// URI where the schema has one, and begins with the schema's file name otherwise.
[[nodiscard]] std::string to_basic_output(const Report& report);

/// What a payload may ask of the reader, and what a message may tell of it.
struct Options {
  /// Arrays and objects in one another. At most 1024.
  std::size_t max_depth = 128;
  /// Bytes.
  std::size_t max_size = std::size_t{64} << 20;
  /// Whether messages may quote the payload (40 bytes at the most). Payloads hold personal data.
  bool quote_payload = true;
  /// How many violations a report holds at the most.
  std::size_t max_errors = 1000;
};

}  // namespace eventc
