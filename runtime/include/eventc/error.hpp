// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/schema.hpp"

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

/// Where the keyword stands that refused a value. Empty: no keyword stands for the refusal.
///
/// The way to it is kept as text, and what follows from that is written when it is asked for. It
/// borrows from the schema's tables, which live as long as the program, and nothing from the
/// payload.
class KeywordLocation {
 public:
  KeywordLocation() = default;
  /// The last `below` bytes of the path lead to the keyword from `start`, a schema's place in its
  /// file: that of the root, or of what the last reference leads to.
  KeywordLocation(std::string path, std::string_view start, std::size_t below,
                  schema::List<schema::Identifier> identifiers = {})
      : path_(std::move(path)), start_(start), below_(below), identifiers_(identifiers) {}

  [[nodiscard]] bool empty() const { return path_.empty() && start_.empty(); }
  /// The keywords that led there from the root's schema on, references included:
  /// "/properties/total/$ref/type". ("Keyword location" in the specification's words.)
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Its place in its schema file: "order-created.schema.json#/$defs/Money/type".
  [[nodiscard]] std::string absolute() const;
  /// The same as a URI, where the schema has one ("$id"):
  /// "https://example.com/order-created.schema.json#/$defs/Money/type". Otherwise empty.
  [[nodiscard]] std::string uri() const;

  bool operator==(const KeywordLocation& other) const;

 private:
  std::string path_;
  std::string_view start_;
  std::size_t below_ = 0;
  schema::List<schema::Identifier> identifiers_;
};

/// One thing that is wrong with a payload, and where.
struct Error {
  ErrorKind kind = ErrorKind::NotJson;
  /// In words that a person can act on: "expected at most 999, found 1200".
  std::string message = {};
  /// JSON Pointer (RFC 6901) into the payload. Empty: the whole of it.
  std::string instance_location = {};
  /// Empty unless a keyword stands for it, as where it is Invalid.
  KeywordLocation keyword_location = {};
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
