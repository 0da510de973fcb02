// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/schema.hpp"

namespace eventc {

/// Why a reader stopped.
enum class Failure : std::uint8_t {
  None,
  NotJson,           ///< RFC 8259, or a member given twice.
  Refused,           ///< The schema. What refused it is worked out on the cold path.
  NotRepresentable,  ///< The C++ type.
  TooDeep,           ///< Options::max_depth.
  MatchLimit,        ///< A pattern gave up: the text is neither known to be valid nor not to be.
};

/// The characters of a string, between its quotes, checked: UTF-8, no control characters,
/// well-formed escapes, paired surrogates.
struct StringToken {
  std::string_view raw;
  bool escaped = false;  ///< `raw` holds a backslash: unescape() it.
};

/// A number's literal, checked against the grammar of RFC 8259 section 6.
struct NumberToken {
  std::string_view text;
  bool plain = false;  ///< An optional minus and digits: no fraction, no exponent.
};

/// Notes whether an object that is read as one branch of a union has another branch's own member,
/// too.
struct Watch {
  const schema::Selector* selector = nullptr;
  std::size_t branch = 0;
  std::size_t depth_left = static_cast<std::size_t>(-1);  ///< Reader's, at the object's members.
  bool met_another = false;
};

/// What was found out about a text (runtime/src/memory.hpp).
struct Memory;

/// Whether a branch of a union is read before it is known for sure that it is the right one.
enum class Guesses : std::uint8_t { Allowed, Made, Forbidden };

/// A cursor over JSON text: strict, and free of allocation.
///
/// The first failure is kept and moves the cursor to the end of the text, where every later step
/// fails at once. So loops end and callers need no checks between steps: they ask ok() when they
/// are done.
class Reader {
 public:
  /// The text outlives the reader.
  explicit Reader(std::string_view text, std::size_t max_depth)
      : begin_(text.data()),
        position_(begin_),
        end_(begin_ + text.size()),
        depth_left_(max_depth) {}

  [[nodiscard]] bool ok() const { return failure_ == Failure::None; }
  [[nodiscard]] Failure failure() const { return failure_; }
  [[nodiscard]] const char* failed_at() const { return failed_at_; }
  /// Of the failure, from the text's begin.
  [[nodiscard]] std::size_t failure_offset() const {
    return static_cast<std::size_t>(failed_at_ - begin_);
  }
  /// What is wrong, in words; empty for Failure::Refused, and for Failure::MatchLimit the pattern.
  [[nodiscard]] std::string_view failure_message() const { return message_; }

  void fail(Failure failure, const char* at, std::string_view message);
  void refuse() { fail(Failure::Refused, position_, {}); }
  /// Whether it stopped at a limit, which says nothing of the text's validity.
  [[nodiscard]] bool is_undecided() const {
    return failure_ == Failure::TooDeep || failure_ == Failure::MatchLimit;
  }
  /// Fails where a reader of the same text, or of a part of it, is undecided. To be asked of
  /// whoever only wanted a verdict: there is none then.
  void share_limit(const Reader& other) {
    if (other.is_undecided()) fail(other.failure_, other.failed_at_, other.message_);
  }

  [[nodiscard]] const char* position() const { return position_; }
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(position_ - begin_); }
  [[nodiscard]] std::size_t depth_left() const { return depth_left_; }
  /// A reader of the value that begins at `value`, which this reader has already passed.
  [[nodiscard]] Reader reread(const char* value) const {
    Reader again = *this;
    again.position_ = value;
    return again;
  }

  /// Watches this object from now on, if it is one; gives what was watched before, with what was
  /// met there.
  Watch watch(const Watch& object) { return std::exchange(watch_, object); }
  /// Where the memory of the outermost MemoryScope around is kept, once there is any; or null.
  [[nodiscard]] std::unique_ptr<Memory>* memory() const { return memory_; }
  void set_memory(std::unique_ptr<Memory>* memory) { memory_ = memory; }
  [[nodiscard]] Guesses guesses() const { return guesses_; }
  void set_guesses(Guesses guesses) { guesses_ = guesses; }

  /// Skips white space and gives the first byte of what follows: what begins with `"` is a string,
  /// and so on. NUL at the end.
  char peek() {
    skip_white_space();
    return position_ == end_ ? '\0' : *position_;
  }
  /// The type of the value that follows, by its first byte: kNumber for a number. Empty when no
  /// value can begin so.
  schema::Types peek_type();

  /// Enters an array (`[`) or an object (`{`); refuses a value of another type.
  void open(char bracket);
  /// Steps to the next item or member. False, past the bracket, where `close` ends it; false on
  /// failure.
  bool step(char close, bool& first);
  /// A member's name as it stands in the text, when it is `name`; moves past the colon.
  bool take_key(std::string_view name);
  /// Any member's name; moves past the colon.
  StringToken read_key();

  /// Each reads one value and refuses one of another type.
  void read_null();
  bool read_boolean();
  StringToken read_string();
  NumberToken read_number();

  /// Passes one value, checked as strictly as if it were read. Gives its text.
  std::string_view skip();
  /// Nothing but white space may follow.
  void finish();

 private:
  void skip_white_space() {
    while (position_ != end_ &&
           (*position_ == ' ' || *position_ == '\n' || *position_ == '\t' || *position_ == '\r')) {
      ++position_;
    }
  }
  void expect_colon();
  void watch_key(StringToken key);
  StringToken string_token();
  NumberToken number_token();
  bool literal(std::string_view word);
  void skip_digits();
  void refuse_or_not_json();

  const char* begin_;
  const char* position_;
  const char* end_;
  std::size_t depth_left_;
  const char* failed_at_ = nullptr;
  std::string_view message_;
  Watch watch_;
  std::unique_ptr<Memory>* memory_ = nullptr;
  Failure failure_ = Failure::None;
  Guesses guesses_ = Guesses::Allowed;
};

/// The characters that a checked token stands for, appended to `out`.
void unescape(StringToken token, std::string& out);
/// Whether it stands for these characters.
[[nodiscard]] bool equals(StringToken token, std::string_view characters);

}  // namespace eventc
