// SPDX-License-Identifier: Apache-2.0
#include "skimmer.hpp"

#include <cstdint>

namespace eventc {
namespace {

/// Arrays and objects in one another. Those that are deeper than they can be noted here are passed
/// in a call of their own: a thousand levels take sixteen.
class Around {
 public:
  static constexpr std::size_t kMost = 64;

  [[nodiscard]] std::size_t size() const { return size_; }
  void push(bool is_object) {
    objects_ = objects_ << 1 | std::uint64_t{is_object};
    ++size_;
  }
  /// Whether the last is an object.
  bool pop() {
    const bool is_object = (objects_ & 1) != 0;
    objects_ >>= 1;
    --size_;
    return is_object;
  }

 private:
  std::uint64_t objects_ = 0;
  std::size_t size_ = 0;
};

}  // namespace

/// Past the comma, to what follows it; false behind the bracket.
bool Skimmer::step(char close, bool is_first) {
  const char next = next_byte();
  if (next == close) {
    ++depth_left_;
    ++at_;
    return false;
  }
  if (is_first) return true;
  if (next != ',') return fail(), false;
  ++at_;
  return true;
}

bool Skimmer::next_item(bool& is_first) { return step(']', std::exchange(is_first, false)); }

bool Skimmer::find_name(bool is_first) {
  if (!step('}', is_first)) return false;
  return next_byte() == '"' || (fail(), false);
}

bool Skimmer::find_colon() { return next_byte() == ':' || (fail(), false); }

StringToken Skimmer::read_far_string() {
  const char* const close = quotes_.take_plain_string(text());
  if (close != nullptr) {
    const char* const begin = std::exchange(at_, close + 1) + 1;
    return {{begin, static_cast<std::size_t>(close - begin)}, false};
  }
  const StringToken token = reader_.read_string(at_);
  if (!token) fail();
  quotes_.move_to(at_, text());
  return token;
}

/// A value that does not begin with a quote at once.
void Skimmer::skip_other() {
  const char first = next_byte();
  if (first == '"') {
    read_string();
  } else if (first == '{' || first == '[') {
    skip_parts();
  } else {
    reader_.skip(at_);
    if (!reader_.ok()) fail();
  }
}

/// Strings, and the separators between them as long as these follow at once, with one space at the
/// most. What each takes is kept in registers.
Skimmer::Strings Skimmer::skip_strings(Strings ahead, char turn) {
  const std::string_view text = this->text();
  const char* const end = reader_.end();
  const char* at = ahead.at;
  char separator = ahead.separator;
  Quotes quotes = quotes_;
  for (;;) {
    const char* close = quotes.take_near_string();
    if (close == nullptr) close = quotes.take_plain_string(text);
    if (close == nullptr) break;
    at = close + 1;
    if (end - close <= 3 || *at != separator) break;  // three bytes are looked at
    ++at;
    if (*at == ' ') ++at;
    separator = static_cast<char>(separator ^ turn);
    if (*at != '"') break;
  }
  quotes_ = quotes;
  return {at, separator};
}

/// What stands between the brackets of an array or an object, and of those inside of it.
class Skimmer::Parts {
 public:
  explicit Parts(Skimmer& in) : in_(in), at_(in.at_) {}

  /// From the opening bracket on, until all are closed.
  void skip() {
    while (in_.ok_) {
      if (!pass()) continue;
      if (leave()) {
        in_.at_ = at_;
        return;
      }
      pass_comma();
    }
  }

 private:
  [[nodiscard]] char next_byte() {
    at_ = in_.reader_.skip_space(at_);
    return in_.reader_.byte(at_);
  }
  bool fail() {
    in_.fail();
    return false;
  }
  /// Passes what is ahead. Whether that was a value, or the bracket of an array or object without
  /// any: then its end, a comma or the end of what is around has to follow.
  bool pass() {
    if (in_.reader_.byte(at_) == '"') return pass_strings();
    const char first = next_byte();
    if (first == '"') return pass_strings();
    if (separator_ == ':') return fail();
    if (first == '{' || first == '[') return enter(first);
    in_.reader_.skip(at_);
    return in_.reader_.ok() || fail();
  }
  bool pass_strings() {
    constexpr char kTurn = ':' ^ ',';
    const Strings ahead = in_.skip_strings({at_, separator_}, is_object_ ? kTurn : '\0');
    at_ = ahead.at;
    separator_ = ahead.separator;
    if (at_[-1] != '"') {             // a string is not the last that was passed
      if (*at_ != '"') return false;  // nor is one ahead
      if (!in_.reader_.read_string(at_)) return fail();
      in_.quotes_.move_to(at_, in_.text());
    }
    if (separator_ != ':') return true;
    if (next_byte() != ':') return fail();
    ++at_;
    separator_ = ',';
    return false;
  }
  bool enter(char bracket) {
    if (around_.size() == Around::kMost) {
      in_.at_ = at_;
      in_.skip_parts();
      at_ = in_.at_;
      return in_.ok_;
    }
    if (in_.depth_left_ == 0) return fail();
    --in_.depth_left_;
    around_.push(is_object_);
    is_object_ = bracket == '{';
    separator_ = is_object_ ? ':' : ',';
    ++at_;
    return next_byte() == close();
  }
  /// Passes the brackets that close; whether that of the outermost is among them.
  bool leave() {
    while (next_byte() == close()) {
      ++at_;
      ++in_.depth_left_;
      is_object_ = around_.pop();
      if (around_.size() == 0) return true;
    }
    return false;
  }
  void pass_comma() {
    if (in_.reader_.byte(at_) != ',') {
      fail();
      return;
    }
    ++at_;
    separator_ = is_object_ ? ':' : ',';
  }
  [[nodiscard]] char close() const { return is_object_ ? '}' : ']'; }

  Skimmer& in_;
  const char* at_;
  Around around_;  ///< Around the innermost.
  bool is_object_ = false;
  char separator_ = ',';  ///< Behind the next string: a colon behind a name.
};

void Skimmer::skip_parts() { Parts(*this).skip(); }

}  // namespace eventc
