// SPDX-License-Identifier: Apache-2.0
#include "skimmer.hpp"

#include <cstdint>

namespace eventc {
namespace {

/// The arrays and objects around the innermost.
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

constexpr char bracket_behind(bool is_object) { return is_object ? '}' : ']'; }

}  // namespace

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

std::string_view Skimmer::skip() {
  const char* const begin = at_ = reader_.skip_space(at_);
  const char first = reader_.byte(at_);
  if (first == '"') {
    read_string();
  } else if (first == '{' || first == '[') {
    skip_parts();
  } else {
    reader_.skip(at_);
    if (!reader_.ok()) fail();
  }
  return ok() ? std::string_view(begin, static_cast<std::size_t>(at_ - begin)) : std::string_view();
}

/// Strings, and the separators between them as long as these follow at once. What each takes is
/// kept in registers.
Skimmer::Strings Skimmer::skip_strings(Strings ahead, char turn) {
  const std::string_view text = this->text();
  const char* const last = reader_.end() - 2;
  const char* at = ahead.at;
  char separator = ahead.separator;
  Quotes quotes = quotes_;
  for (;;) {
    const char* const close = quotes.take_plain_string(text);
    if (close == nullptr) [[unlikely]]
      break;
    at = close + 1;
    if (close >= last || *at != separator) break;
    ++at;
    separator = static_cast<char>(separator ^ turn);
    if (*at != '"') break;
  }
  quotes_ = quotes;
  return {at, separator};
}

/// An array or an object.
void Skimmer::skip_parts() {
  constexpr char kTurn = ':' ^ ',';
  Around around;
  bool is_object = false;
  Strings ahead{.at = at_, .separator = ','};
  for (;;) {
    if (reader_.byte(ahead.at) == '"') {
      ahead = skip_strings(ahead, is_object ? kTurn : '\0');
      if (ahead.at[-1] != '"') {  // no string was the last
        if (*ahead.at != '"') continue;
        if (!reader_.read_string(ahead.at)) return fail();
        quotes_.move_to(ahead.at, text());
      }
      ahead.at = reader_.skip_space(ahead.at);
      if (ahead.separator == ':') {
        if (reader_.byte(ahead.at) != ':') return fail();
        ++ahead.at;
        ahead.separator = ',';
        continue;
      }
    } else {
      ahead.at = reader_.skip_space(ahead.at);
      const char first = reader_.byte(ahead.at);
      if (first == '"') continue;
      if (ahead.separator == ':') return fail();
      if (first == '{' || first == '[') {
        if (around.size() == Around::kMost) {
          at_ = ahead.at;
          skip_parts();  // the deepest are passed in few calls
          ahead.at = at_;
          if (!ok_) return;
        } else {
          if (depth_left_ == 0) return fail();
          --depth_left_;
          around.push(is_object);
          is_object = first == '{';
          ahead.at = reader_.skip_space(ahead.at + 1);
          if (reader_.byte(ahead.at) != bracket_behind(is_object)) {
            if (is_object) ahead.separator = ':';
            continue;
          }
        }
      } else {
        reader_.skip(ahead.at);
        if (!reader_.ok()) return fail();
      }
      ahead.at = reader_.skip_space(ahead.at);
    }
    while (reader_.byte(ahead.at) == bracket_behind(is_object)) {
      is_object = around.pop();
      ++depth_left_;
      ++ahead.at;
      if (around.size() == 0) {
        at_ = ahead.at;
        return;
      }
      ahead.at = reader_.skip_space(ahead.at);
    }
    if (reader_.byte(ahead.at) != ',') return fail();
    ++ahead.at;
    if (is_object) ahead.separator = ':';
  }
}

}  // namespace eventc
