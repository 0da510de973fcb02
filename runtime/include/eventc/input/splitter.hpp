// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace eventc::input {

/// Writes up to `size` bytes and says how many; 0 is the end.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size)>;

/// How an input holds its documents.
enum class Form : std::uint8_t {
  Whole,   ///< All of it is one document.
  Lines,   ///< Each line is one (JSON Lines, NDJSON), without its line end; blank ones are none.
  Values,  ///< One or several behind one another, whatever stands between them: see ValueScanner.
};

/// A document as it stands in its input.
struct Document {
  /// Empty where `size` is over the limit: there it has not been kept.
  std::string text;
  /// In bytes.
  std::uint64_t size = 0;
  /// Of its first byte, from 1. The column is in code points.
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Finds where a document ends that others may follow, by its brackets alone. Text that is neither
/// an array nor an object ends with its line.
///
/// A broken document does not take those behind it along: a string does not go on behind a line
/// feed, which no JSON string holds; and a bracket in the first column that could not stand there
/// in any JSON begins a new document.
class ValueScanner {
 public:
  /// Goes on in [begin, end), from the document's first byte on. Gives where the document ends, or
  /// `end` when that is not known yet.
  const char* advance(const char* begin, const char* end);
  [[nodiscard]] bool done() const { return done_; }

 private:
  const char* pass_string(const char* p, const char* end);
  /// The byte before this one, line feeds and spaces left out, has a value or a name behind it.
  [[nodiscard]] bool may_open() const { return last_ == ',' || last_ == ':' || last_ == '['; }

  std::size_t depth_ = 0;
  char last_ = '\0';
  bool is_plain_ = false;  ///< Neither an array nor an object.
  bool in_string_ = false;
  bool is_escaped_ = false;
  bool at_line_start_ = false;
  bool done_ = false;
};

/// Cuts an input into its documents. It keeps one of them and one block of the input, however long
/// the input is.
class Splitter {
 public:
  /// Of a document of more than `max_size` bytes the size is told, and the text is left out.
  Splitter(Form form, ReadBytes read, std::size_t max_size);

  /// The next document; false: there is none left. An input without any has none, but Whole and
  /// Values give an empty one then: nothing is no JSON.
  [[nodiscard]] bool next(Document& document);

 private:
  bool fill();
  bool next_whole(Document& document);
  bool next_line(Document& document);
  bool next_value(Document& document);
  void skip_blanks();
  /// Begins a document at position_.
  void begin(Document& document) const;
  /// Adds [position_, end) to it; drops the text of more than `max_size` bytes.
  void take(const char* end, Document& document, std::size_t max_size);
  void pass(const char* end);

  Form form_;
  ReadBytes read_;
  std::size_t max_size_;
  std::vector<char> block_;
  const char* position_ = nullptr;
  const char* end_ = nullptr;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  bool is_any_found_ = false;
};

}  // namespace eventc::input
