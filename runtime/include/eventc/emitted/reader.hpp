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
#include "eventc/emitted/failure.hpp"
#include "eventc/emitted/headway.hpp"
#include "eventc/emitted/item_before.hpp"
#include "eventc/emitted/key_text.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/emitted/short_decimal.hpp"
#include "eventc/emitted/short_integer.hpp"
#include "eventc/emitted/token.hpp"
#include "eventc/emitted/watch.hpp"
#include "eventc/emitted/word.hpp"
#include "eventc/schema.hpp"

namespace eventc {

/// What was found out about a text (runtime/src/memory.hpp).
struct Memory;

/// Whether a branch of a union is read before it is known for sure that it is the right one.
enum class Guesses : std::uint8_t { Allowed, Made, Forbidden };

/// Reads JSON text: strict, and free of allocation.
///
/// It has no position of its own. Each function is told where in the text to begin (`at`) and says
/// where it ended, so that positions stay in registers; those that take a reference are inlined.
///     at = in.open('[', at);
///     for (bool first = true; in.step(']', first, at);) at = read_value<S>(in, at, out);
///
/// The first failure is kept, and ends at end(), where every later step fails at once. So loops end
/// and callers need no checks between steps: they ask ok() when they are done.
/// Only readers of objects and arrays go on behind a part that was refused, and only where somebody
/// wants to know of the others (set_headways()); finish() fails then.
class Reader {
 public:
  /// The deepest that arrays and objects may be nested, whatever a reader is asked for: readers of
  /// recursive types recurse, and the stack of a small thread must hold them.
  static constexpr std::size_t kDeepest = 1024;

  /// The text outlives the reader.
  explicit Reader(std::string_view text, std::size_t max_depth)
      : begin_(text.data()),
        end_(begin_ + text.size()),
        window_end_(text.size() > kWindow ? end_ - kWindow : begin_),
        depth_left_(std::min(max_depth, kDeepest)) {}

  [[nodiscard]] bool ok() const { return failure_ == Failure::None; }
  /// Whether nothing was refused either where reading went on behind.
  [[nodiscard]] bool is_clean() const { return ok() && refused_ == Failure::None; }
  [[nodiscard]] Failure failure() const { return failure_; }
  [[nodiscard]] const char* failed_at() const { return failed_at_; }
  /// Of the failure, from the text's begin.
  [[nodiscard]] std::size_t failure_offset() const {
    return static_cast<std::size_t>(failed_at_ - begin_);
  }
  /// What is wrong, in words; empty for Failure::Refused, and for Failure::MatchLimit the pattern.
  [[nodiscard]] std::string_view failure_message() const { return message_; }

  /// Both give end().
  const char* fail(Failure failure, const char* at, std::string_view message);
  const char* refuse(const char* at) { return fail(Failure::Refused, at, {}); }
  /// Whether it stopped at a limit, which says nothing of the text's validity.
  [[nodiscard]] bool is_undecided() const {
    return failure_ == Failure::TooDeep || failure_ == Failure::MatchLimit;
  }
  /// Fails where a reader of the same text, or of a part of it, is undecided. To be asked of
  /// whoever only wanted a verdict: there is none then.
  void share_limit(const Reader& other) {
    if (other.is_undecided()) fail(other.failure_, other.failed_at_, other.message_);
  }

  /// Where somebody wants to know what is refused, reading goes on behind it.
  void set_headways(Headways* headways) { headways_ = headways; }
  /// How often something was refused so far: more than before a part of an array or an object
  /// where that is not as it must be, or something in it is not.
  [[nodiscard]] std::size_t refusals() const { return refusals_; }
  /// Where to go on from such a part, which ends at `at` unless reading failed; end() where not.
  /// `depth_left` is that inside of the array or object (`bracket`).
  const char* go_on(const char* at, const Headway& refused, char bracket, std::size_t depth_left);
  /// An array or an object has ended, or reading in it.
  void tell_end(const Headway& headway) {
    if (!is_clean()) [[unlikely]]
      tell_end_of_refused(headway);
  }

  [[nodiscard]] const char* begin() const { return begin_; }
  /// Where reading begins: not at all once it has failed.
  [[nodiscard]] const char* start() const { return ok() ? begin_ : end_; }
  [[nodiscard]] const char* end() const { return end_; }
  [[nodiscard]] std::size_t depth_left() const { return depth_left_; }

  /// Watches this object from now on, if it is one; gives what was watched before, with what was
  /// met there.
  Watch watch(const Watch& object) { return std::exchange(watch_, object); }
  /// Goes on with that watch, too, where it is of the same object; it outlives the present one.
  void watch_around(Watch& around) {
    if (around.depth_left != watch_.depth_left) return;
    watch_.is_of_declared |= around.is_of_declared;
    watch_.around = &around;
  }
  /// Whether the names of the members here are watched.
  [[nodiscard]] bool is_watched() const { return depth_left_ == watch_.depth_left; }
  /// Where the memory of the outermost MemoryScope around is kept, once there is any; or null.
  [[nodiscard]] std::unique_ptr<Memory>* memory() const { return memory_; }
  void set_memory(std::unique_ptr<Memory>* memory) { memory_ = memory; }
  /// Where views keep what they cannot borrow from the text; null where nothing is a view.
  [[nodiscard]] Arena* arena() const { return arena_; }
  void set_arena(Arena* arena) { arena_ = arena; }
  [[nodiscard]] ItemBefore& item_before() { return item_before_; }
  [[nodiscard]] Guesses guesses() const { return guesses_; }
  void set_guesses(Guesses guesses) { guesses_ = guesses; }

  /// Up to here kWindow bytes can be looked at, wherever one stands.
  static constexpr std::size_t kWindow = KeyText::kCapacity + 2;
  [[nodiscard]] const char* window_end() const { return window_end_; }
  /// Up to where the names of declared members may be passed unseen in the object that has been
  /// opened: nowhere where even those are watched.
  [[nodiscard]] const char* window_of_declared() const;
  /// The same where they are expected at once: nowhere where white space follows the brace. It then
  /// stands in front of the other names as well.
  [[nodiscard]] const char* window_inside(const char* object) const;

  /// Behind white space of less than 16 bytes, as a line's end and an indentation mostly are, where
  /// kWindow bytes can be looked at; null behind more. Where as much was there before, nothing
  /// waits for its end to be found.
  [[nodiscard]] const char* behind_indentation(const char* at) {
    const char* const likely = at + indentation_;
    const auto others = ~Bytes16::load(at).white_space();
    if (!others.any()) return nullptr;
    if (others.first() == indentation_) return likely;
    indentation_ = others.first();
    return at + indentation_;
  }
  /// Behind white space.
  [[nodiscard, gnu::always_inline]] const char* skip_space(const char* at) {
    const bool is_ahead = at != end_ && static_cast<unsigned char>(*at) > ' ';
    return is_ahead ? at : find_behind_space(at);
  }
  /// NUL at the end.
  [[nodiscard]] char byte(const char* at) const { return at == end_ ? '\0' : *at; }
  /// The type of the value there, behind white space, by its first byte: kNumber for a number.
  /// Empty when no value can begin so.
  [[nodiscard]] schema::Types type(const char* at) const {
    return kTypeOf[static_cast<unsigned char>(byte(at))];
  }

  /// Enters an array (`[`) or an object (`{`); refuses a value of another type.
  [[nodiscard, gnu::always_inline]] const char* open(char bracket, const char* at) {
    const bool is_ahead = at != end_ && *at == bracket && depth_left_ != 0;
    if (!is_ahead) [[unlikely]]
      return open_anyhow(bracket, at);
    --depth_left_;
    return at + 1;
  }
  /// Steps to the next member's name, or right behind an item's comma, where a Headway looks for
  /// it. False, past the bracket, where `close` ends it; false on failure.
  [[gnu::always_inline]] bool step(char close, bool& first, const char*& at) {
    const bool is_first = std::exchange(first, false);
    if (at < window_end_) [[likely]] {
      if (*at == close) {
        ++depth_left_;
        ++at;
        return false;
      }
      const char* const next = is_first ? at : at + 1;
      const bool is_plain =
          close == ']' ? static_cast<unsigned char>(*next) > ' ' : *next == '"' && !is_watched();
      if (is_plain && (is_first || *at == ',')) {
        at = next;
        return true;
      }
    }
    const Step step = step_anyhow(close, is_first, at);
    at = step.at;
    return step.is_ahead;
  }
  /// Past an object's brace, when it is there at once.
  [[gnu::always_inline]] bool leave_object(const char*& at) {
    if (at >= window_end_ || *at != '}') return false;
    ++depth_left_;
    ++at;
    return true;
  }
  /// The same behind white space of less than 16 bytes.
  [[nodiscard]] bool leave_indented_object(const char*& at) {
    if (at >= window_end_) return false;
    const auto others = ~Bytes16::load(at).white_space();
    if (!others.any() || at[others.first()] != '}') return false;
    ++depth_left_;
    at += others.first() + 1;
    return true;
  }
  /// Where the next member's name begins, behind `separator` and white space, with kWindow bytes to
  /// look at; null where it is not found so, or is watched: then step() tells.
  [[nodiscard, gnu::always_inline]] const char* find_name(const char* at, char separator) {
    if (at >= window_end_ || *at != separator || is_watched()) return nullptr;
    ++at;
    if (*at == '"') return at;
    at = behind_indentation(at);
    return at != nullptr && at < window_end_ && *at == '"' ? at : nullptr;
  }
  /// Behind this name, its colon and a space, when find_name() finds it; otherwise null.
  [[nodiscard]] const char* behind_indented_key(const KeyText& key, const char* at, char separator);
  /// Behind a member's name, when it is this one and its colon follows at once; otherwise null.
  [[nodiscard]] const char* take_key(const KeyText& key, const char* at) const {
    const bool is_ahead = at < window_end_ ? key.size != 0 && key.begins(at) : ends_with(key, at);
    return is_ahead ? behind_colon(at + key.size) : nullptr;
  }
  /// Texts with white space have one there. A call, so that what comes next does not wait for an
  /// addition where there is none.
  [[nodiscard]] const char* behind_colon(const char* at) const {
    return at != end_ && *at == ' ' ? behind_one_space(at) : at;
  }
  /// What comes before the next quote, where a short name may be; otherwise no characters.
  [[nodiscard]] std::string_view plain_key(const char* at) const {
    if (at >= window_end_) return {};
    const char* const begin = at + 1;
    const auto near = Bytes16::load(begin).equal('"');
    if (near.any()) return {begin, near.first()};
    const auto far = Bytes16::load(begin + 16).equal('"');
    return far.any() ? std::string_view(begin, 16 + far.first()) : std::string_view();
  }
  /// Any member's name; moves past the colon.
  [[gnu::always_inline]] StringToken read_key(const char*& at) {
    const StringToken key = read_string(at);
    const bool is_ahead = at != end_ && *at == ':';
    at = is_ahead ? behind_colon(at + 1) : find_behind_colon(at);
    return key;
  }

  /// The same, as a call. Gives what is behind the colon.
  [[nodiscard]] const char* read_any_key(const char* at, StringToken& key);

  /// Each reads one value, moves `at` behind it, and refuses a value of another type.
  [[nodiscard]] const char* read_null(const char* at) {
    const bool is_ahead = at < window_end_ && load_word<std::uint32_t>(at) == kNull;
    return is_ahead ? at + 4 : read_any_null(at);
  }
  [[gnu::always_inline]] bool read_boolean(const char*& at) {
    at = skip_space(at);
    const bool is_true = byte(at) == 't';
    at = behind_boolean(at);
    return is_true;
  }
  [[gnu::always_inline]] StringToken read_string(const char*& at) {
    std::string_view text;
    if (take_short_string(at, text)) [[likely]]
      return {text, false};
    return read_any_string(at);
  }
  /// A string of less than 16 characters, all of them plain, as most are, when it is one and begins
  /// here. For others, read_any_string().
  [[nodiscard, gnu::always_inline]] bool take_short_string(const char*& at,
                                                           std::string_view& out) const {
    if (at >= window_end_ || *at != '"') return false;
    const char* const begin = at + 1;
    const Bytes16 block = Bytes16::load(begin);
    const auto quote = block.equal('"');  // found sooner than whether it is the first special byte
    if (!quote.any() || block.special().first() != quote.first()) return false;
    out = {begin, quote.first()};
    at = begin + quote.first() + 1;
    return true;
  }
  /// A string of so many characters, all of them plain, when it is one and begins here. Where a
  /// string was as long before, the next likely is: nothing then waits for its end to be found.
  [[nodiscard, gnu::always_inline]] bool take_string_of(std::size_t size, const char*& at,
                                                        std::string_view& out) const {
    constexpr std::size_t kQuotesAndBlock = 2 + 16;
    if (static_cast<std::size_t>(end_ - at) < size + kQuotesAndBlock || *at != '"') return false;
    const char* const begin = at + 1;
    const char* const close = begin + size;
    if (*close != '"') return false;
    if (size < 16) {
      if (Bytes16::load(begin).special().first() != size) return false;
    } else if (has_special(begin, close)) {
      return false;
    }
    out = {begin, size};
    at = close + 1;
    return true;
  }
  /// Whether there are so many characters between quotes, unchecked: there may be a quote among
  /// them.
  [[nodiscard]] bool is_quoted(std::size_t size, const char* at) const {
    return static_cast<std::size_t>(end_ - at) >= size + 2 && *at == '"' && at[size + 1] == '"';
  }
  /// This string, when it is there.
  [[nodiscard, gnu::always_inline]] bool take_constant(const QuotedText& constant,
                                                       const char*& at) const {
    if (at >= window_end_ || constant.size == 0 || !constant.begins(at)) return false;
    at += constant.size;
    return true;
  }
  /// What comes before the next quote, when a string begins here: its characters, unless one of
  /// them is escaped. Unchecked; for those that check each.
  [[nodiscard]] bool take_unchecked_string(const char*& at, std::string_view& out) const {
    if (byte(at) != '"') return false;
    const char* const begin = at + 1;
    const void* const quote = std::memchr(begin, '"', static_cast<std::size_t>(end_ - begin));
    if (quote == nullptr) return false;
    out = {begin, static_cast<std::size_t>(static_cast<const char*>(quote) - begin)};
    at = begin + out.size() + 1;
    return true;
  }
  /// The same as read_string(), where that has been tried.
  [[gnu::always_inline]] StringToken read_any_string(const char*& at) {
    const StringToken token = any_string(at);
    at = behind(token);
    return token;
  }
  /// The characters that any string stands for, of the text or of the arena; null ones on failure.
  [[gnu::always_inline]] std::string_view read_any_text(const char*& at) {
    const StringToken token = string_to_escape(at);
    if (token.escaped()) [[unlikely]]
      return unescaped_text(token.raw(), at);
    at = behind(token);
    return token.raw();
  }
  /// The same into a string of its own. False on failure.
  [[gnu::always_inline]] bool read_any_text(const char*& at, std::string& out) {
    const StringToken token = string_to_escape(at);
    if (token.escaped()) [[unlikely]] {
      at = unescaped_text(token.raw(), out);
      return ok();
    }
    at = behind(token);
    if (token) out.assign(token.raw());
    return static_cast<bool>(token);
  }
  [[gnu::always_inline]] NumberToken read_number(const char*& at) {
    const NumberToken token = number_token(at);
    at = ok() ? token.text.data() + token.text.size() : end_;
    return token;
  }
  /// An integer of a few digits, as most are, when it is one. For others, read_number().
  template <class Integer>
  [[gnu::always_inline]] bool take_short_integer(const char*& at, Integer& out) {
    at = skip_space(at);
    const char* const behind = read_short_integer(at, end_, out);
    if (behind == nullptr) return false;
    at = behind;
    return true;
  }
  /// The same for a decimal of a few digits and no exponent.
  [[gnu::always_inline]] bool take_short_decimal(const char*& at, double& out) {
    at = skip_space(at);
    const char* const behind = read_short_decimal(at, end_, out);
    if (behind == nullptr) return false;
    at = behind;
    return true;
  }

  /// Passes one value, checked as strictly as if it were read. Gives its text.
  [[gnu::always_inline]] std::string_view skip(const char*& at) {
    const char* const begin = skip_space(at);
    at = behind_value(begin);
    return ok() ? std::string_view(begin, static_cast<std::size_t>(at - begin))
                : std::string_view();
  }
  /// Nothing but white space may follow. Fails where something was refused before.
  void finish(const char* at);

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
  static constexpr std::uint32_t kNull = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;
  const char* read_any_null(const char* at);
  [[nodiscard, gnu::noinline]] static const char* behind_one_space(const char* at) {
    return at + 1;
  }
  [[nodiscard]] const char* find_behind_space(const char* at);
  struct Step {
    const char* at;
    bool is_ahead;
  };
  /// The same as step(), for what is seldom there.
  Step step_anyhow(char close, bool is_first, const char* at);
  const char* open_anyhow(char bracket, const char* at);
  const char* leave(char close, const char* at);
  const char* fail_without_name(const char* at);
  const char* fail_too_deep(const char* at);

  /// KeyText::begins() near the text's end.
  [[nodiscard]] bool ends_with(const KeyText& key, const char* at) const;
  const char* find_behind_colon(const char* at);
  /// Of a member of a watched object, whose name is there.
  void watch_key(const char* at);
  /// Behind the quote of a token, if it is one.
  [[nodiscard]] const char* behind(StringToken token) const {
    return token ? token.raw().data() + token.raw().size() + 1 : end_;
  }
  StringToken any_string(const char* at);
  /// A string, or the characters before its first escape: escaped(), then.
  StringToken string_to_escape(const char* at);
  StringToken string_to_escape_anyhow(const char* at);
  /// Of a string that begins before `begin`, and of which all up to `p` is plain.
  StringToken special_string_to_escape(const char* begin, const char* p);
  /// Of which the characters before its first escape are these.
  StringToken escaped_string(std::string_view plain);
  /// The same, unescaped as it is read; `at` moves behind it.
  std::string_view unescaped_text(std::string_view plain, const char*& at);
  const char* unescaped_text(std::string_view plain, std::string& out);
  template <class Sink>
  const char* find_close(const char* begin, const char* p, Sink& sink);
  NumberToken number_token(const char* at);
  const char* literal(std::string_view word, const char* at);
  const char* behind_boolean(const char* at);
  const char* behind_value(const char* at);
  const char* behind_parts(char bracket, const char* at);
  const char* behind_scalar(const char* at);
  const char* behind_digits(const char* at);
  const char* refuse_or_not_json(const char* at);
  void tell_end_of_refused(const Headway& headway);

  const char* begin_;
  const char* end_;
  const char* window_end_;
  std::size_t depth_left_;
  std::size_t indentation_ = 0;  ///< The last, in bytes.
  const char* failed_at_ = nullptr;
  std::string_view message_;
  Watch watch_;
  std::unique_ptr<Memory>* memory_ = nullptr;
  Arena* arena_ = nullptr;
  Failure failure_ = Failure::None;
  std::size_t refusals_ = 0;
  Failure refused_ = Failure::None;  ///< That reading went on behind; failed_at_ is of the first.
  Guesses guesses_ = Guesses::Allowed;
  ItemBefore item_before_;
  Headways* headways_ = nullptr;
};

}  // namespace eventc
