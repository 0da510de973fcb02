// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/arena.hpp"
#include "eventc/emitted/bytes16.hpp"
#include "eventc/emitted/key_text.hpp"
#include "eventc/emitted/short_decimal.hpp"
#include "eventc/emitted/short_integer.hpp"
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
///
/// As large as two words, so that functions return it in registers.
class StringToken {
 public:
  /// Of no string: the reader has failed.
  constexpr StringToken() = default;
  constexpr StringToken(std::string_view raw, bool escaped)
      : characters_(raw.data()), size_(raw.size()), escaped_(escaped) {}

  [[nodiscard]] constexpr explicit operator bool() const { return characters_ != nullptr; }
  [[nodiscard]] constexpr std::string_view raw() const { return {characters_, size_}; }
  /// raw() holds a backslash: unescape() it.
  [[nodiscard]] constexpr bool escaped() const { return escaped_; }

 private:
  const char* characters_ = nullptr;
  std::size_t size_ : 63 = 0;
  bool escaped_ : 1 = false;
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
  /// The deepest that arrays and objects may be nested, whatever a reader is asked for: readers of
  /// recursive types recurse, and the stack of a small thread must hold them.
  static constexpr std::size_t kDeepest = 1024;

  /// The text outlives the reader.
  explicit Reader(std::string_view text, std::size_t max_depth)
      : begin_(text.data()),
        position_(begin_),
        end_(begin_ + text.size()),
        depth_left_(std::min(max_depth, kDeepest)) {}

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
  /// The bytes behind the position.
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - position_); }
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
  /// Where views keep what they cannot borrow from the text; null where nothing is a view.
  [[nodiscard]] Arena* arena() const { return arena_; }
  void set_arena(Arena* arena) { arena_ = arena; }
  [[nodiscard]] Guesses guesses() const { return guesses_; }
  void set_guesses(Guesses guesses) { guesses_ = guesses; }

  /// To where the text is known to be as it must, up to `behind`.
  void move_to(const char* behind) { position_ = behind; }

  /// Skips white space and gives the first byte of what follows: what begins with `"` is a string,
  /// and so on. NUL at the end.
  [[gnu::always_inline]] char peek() {
    const bool is_ahead = position_ != end_ && static_cast<unsigned char>(*position_) > ' ';
    return is_ahead ? *position_ : peek_behind_white_space();
  }
  /// The type of the value that follows, by its first byte: kNumber for a number. Empty when no
  /// value can begin so.
  schema::Types peek_type() { return kTypeOf[static_cast<unsigned char>(peek())]; }

  /// Enters an array (`[`) or an object (`{`); refuses a value of another type.
  void open(char bracket) {
    if (peek() != bracket) return refuse_or_not_json();
    if (depth_left_ == 0) return fail_too_deep();
    --depth_left_;
    ++position_;
  }
  /// Steps to the next item or member. False, past the bracket, where `close` ends it; false on
  /// failure.
  [[gnu::always_inline]] bool step(char close, bool& first) {
    const char next = peek();
    if (first) {
      first = false;
      if (next == close || position_ == end_) return leave(close);
    } else {
      if (next != ',') return leave(close);
      ++position_;
    }
    return close == ']' || peek() == '"' || fail_without_name();
  }
  /// A member's name, when it is this one and its colon follows at once; moves past that.
  bool take_key(const KeyText& key) {
    const bool is_ahead =
        left() < KeyText::kCapacity ? ends_with(key) : key.size != 0 && begins_with(key, position_);
    if (is_ahead) pass_key(key, position_);
    return is_ahead;
  }
  /// The same with the comma that stands before all members but the first, where no white space is
  /// around. Near the text's end the answer may be false all the same. The key has a text.
  [[gnu::always_inline]] bool step_to_key(const KeyText& key, bool first) {
    const char* p = position_;
    if (left() <= KeyText::kCapacity) return false;
    if (!first && *p++ != ',') return false;
    if (!begins_with(key, p)) return false;
    pass_key(key, p);
    return true;
  }
  /// A member's name, where it is short and stands as it is; otherwise of no characters.
  [[nodiscard]] std::string_view plain_key_ahead() const {
    if (left() <= KeyText::kCapacity) return {};
    const char* const begin = position_ + 1;
    std::size_t size = 0;
    auto special = Bytes16::load(begin).special();
    if (!special.any()) {
      size = 16;
      special = Bytes16::load(begin + size).special();
      if (!special.any()) return {};
    }
    size += special.first();
    return begin[size] == '"' ? std::string_view(begin, size) : std::string_view();
  }
  /// Any member's name; moves past the colon.
  StringToken read_key() {
    const StringToken key = string_token();
    if (depth_left_ == watch_.depth_left) watch_key(key);
    if (ok()) expect_colon();
    return key;
  }

  /// Each reads one value and refuses one of another type.
  void read_null();
  bool read_boolean();
  /// An integer of a few digits, as most are, when it is one; moves past it. For others,
  /// read_number().
  template <class Integer>
  bool take_short_integer(Integer& out) {
    peek();
    const char* const behind = read_short_integer(position_, end_, out);
    if (behind == nullptr) return false;
    position_ = behind;
    return true;
  }
  /// The same for a decimal of a few digits and no exponent.
  bool take_short_decimal(double& out) {
    peek();
    const char* const behind = read_short_decimal(position_, end_, out);
    if (behind == nullptr) return false;
    position_ = behind;
    return true;
  }
  [[gnu::always_inline]] StringToken read_string() {
    if (peek() == '"') return string_token();
    refuse_or_not_json();
    return {};
  }
  NumberToken read_number();

  /// Passes one value, checked as strictly as if it were read. Gives its text.
  std::string_view skip();
  /// Nothing but white space may follow.
  void finish();

 private:
  /// What a value is that begins with this byte.
  static constexpr std::array<schema::Types, 256> kTypeOf = [] {
    std::array<schema::Types, 256> types{};
    types['"'] = schema::kString;
    types['{'] = schema::kObject;
    types['['] = schema::kArray;
    types['t'] = schema::kBoolean;
    types['f'] = schema::kBoolean;
    types['n'] = schema::kNull;
    types['-'] = schema::kNumber;
    for (unsigned char digit = '0'; digit <= '9'; ++digit) types[digit] = schema::kNumber;
    return types;
  }();
  char peek_behind_white_space();
  bool leave(char close);
  bool fail_without_name();
  void fail_too_deep();

  /// Of a text of KeyText::kCapacity bytes and more at `p`.
  [[gnu::always_inline]] static bool begins_with(const KeyText& key, const char* p) {
    const auto equal = [&](std::size_t at) {
      return Bytes16::load(p + at).equal(Bytes16::load(key.text.data() + at));
    };
    if (key.size <= 16) return equal(0).begins_with(key.size);
    return equal(0).begins_with(16) && equal(16).begins_with(key.size - 16);
  }
  /// The same near the text's end.
  [[nodiscard]] bool ends_with(const KeyText& key) const;
  [[gnu::always_inline]] void pass_key(const KeyText& key, const char* p) {
    if (depth_left_ == watch_.depth_left) watch_key({key.name(), false});
    position_ = p + key.size;
    // Texts with white space have one here.
    if (position_ != end_ && *position_ == ' ') ++position_;
  }
  void expect_colon() {
    if (position_ != end_ && *position_ == ':') {
      ++position_;
    } else {
      expect_colon_behind_white_space();
    }
  }
  void expect_colon_behind_white_space();
  void watch_key(StringToken key);
  /// Most strings are short, and plain to their end.
  [[gnu::always_inline]] StringToken string_token() {
    const char* const begin = position_ + 1;
    if (left() <= 16) return long_string_token(begin);
    const auto special = Bytes16::load(begin).special();
    if (!special.any()) return long_string_token(begin + 16);
    const char* const end = begin + special.first();
    if (*end != '"') return long_string_token(end);
    position_ = end + 1;
    return {{begin, special.first()}, false};
  }
  /// The same where all up to `p` is plain.
  StringToken long_string_token(const char* p);
  NumberToken number_token();
  bool literal(std::string_view word);
  void skip_parts(char bracket);
  void skip_scalar(char first);
  const char* behind_digits(const char* p);
  void refuse_or_not_json();

  const char* begin_;
  const char* position_;
  const char* end_;
  std::size_t depth_left_;
  const char* failed_at_ = nullptr;
  std::string_view message_;
  Watch watch_;
  std::unique_ptr<Memory>* memory_ = nullptr;
  Arena* arena_ = nullptr;
  Failure failure_ = Failure::None;
  Guesses guesses_ = Guesses::Allowed;
};

/// The characters that a checked token stands for, appended to `out`.
void unescape(StringToken token, std::string& out);
/// The same into `to`, which has room for token.raw().size(); gives where they end.
char* unescape(StringToken token, char* to);
/// The same, kept in the arena.
[[nodiscard]] std::string_view unescape(StringToken token, Arena& arena);
/// The characters that it stands for.
[[nodiscard]] inline std::string text_of(StringToken token) {
  if (!token.escaped()) return std::string(token.raw());
  std::string text;
  unescape(token, text);
  return text;
}
/// Whether it stands for these characters.
[[nodiscard]] bool equals(StringToken token, std::string_view characters);

}  // namespace eventc
