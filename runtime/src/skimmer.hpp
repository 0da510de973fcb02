// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "eventc/emitted/reader.hpp"
#include "eventc/error.hpp"
#include "quotes.hpp"

namespace eventc {

/// A reader for whoever wants to know little of a text, and of the rest only whether it is JSON
/// within the limits: whether, not why not. Like a Cursor, it has a position of its own, and ends
/// at the text's end once it has failed.
///
/// As strict as a Reader, which reads for it what is neither a plain string nor a bracket.
class Skimmer {
 public:
  Skimmer(std::string_view text, const Options& options)
      : reader_(text, options.max_depth),
        quotes_(text),
        at_(text.data()),
        depth_left_(reader_.depth_left()) {
    if (text.size() > options.max_size) fail();
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] const char* position() const { return at_; }
  [[nodiscard]] std::size_t offset_of(const char* at) const {
    return static_cast<std::size_t>(at - reader_.begin());
  }
  /// The type of the value ahead, behind white space; empty where there is none.
  schema::Types peek_type() {
    at_ = reader_.skip_space(at_);
    return reader_.type(at_);
  }
  /// Enters the array or object that is there.
  void open() {
    if (depth_left_ == 0) return fail();
    --depth_left_;
    ++at_;
  }
  /// To the next member's value; gives its name. None where the object ends, past the brace, and on
  /// failure.
  [[nodiscard, gnu::always_inline]] StringToken next_member(bool& is_first) {
    const bool was_first = std::exchange(is_first, false);
    const char* const name = was_first ? at_ : at_ + 1;
    const bool is_ahead = reader_.end() - at_ > 1 && *name == '"' && (was_first || *at_ == ',');
    if (!is_ahead && !find_name(was_first)) return {};
    if (is_ahead) at_ = name;
    const StringToken token = read_string();
    if (reader_.byte(at_) != ':' && !find_colon()) return {};
    ++at_;
    return token;
  }
  /// To the next item. False where the array ends, past the bracket, and on failure.
  bool next_item(bool& is_first);
  /// The string that is there.
  [[gnu::always_inline]] StringToken read_string() {
    const char* const close = quotes_.take_near_string();
    if (close == nullptr) return read_far_string();
    const char* const begin = std::exchange(at_, close + 1) + 1;
    return {{begin, static_cast<std::size_t>(close - begin)}, false};
  }
  /// Passes the value that is there.
  [[gnu::always_inline]] void skip() {
    if (reader_.byte(at_) == '"') {
      read_string();
    } else {
      skip_other();
    }
  }
  /// The same, and gives its text.
  std::string_view take() {
    const char* const begin = at_ = reader_.skip_space(at_);
    skip();
    return ok_ ? std::string_view(begin, static_cast<std::size_t>(at_ - begin))
               : std::string_view();
  }

 private:
  class Parts;
  /// Whether there is another member, whose name is then ahead.
  bool find_name(bool is_first);
  bool find_colon();
  bool step(char close, bool is_first);
  [[nodiscard]] std::string_view text() const {
    return {reader_.begin(), static_cast<std::size_t>(reader_.end() - reader_.begin())};
  }
  void fail() {
    ok_ = false;
    at_ = reader_.end();
  }
  /// Behind white space.
  char next_byte() {
    at_ = reader_.skip_space(at_);
    return reader_.byte(at_);
  }
  /// Where a string is ahead, and what has to stand behind it: a colon behind a name.
  struct Strings {
    const char* at;
    char separator;
  };
  StringToken read_far_string();
  Strings skip_strings(Strings ahead, char turn);
  void skip_other();
  void skip_parts();

  Reader reader_;
  Quotes quotes_;
  const char* at_;
  std::size_t depth_left_;
  bool ok_ = true;
};

}  // namespace eventc
