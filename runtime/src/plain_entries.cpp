// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/plain_entries.hpp"

#include "eventc/arena.hpp"
#include "quotes.hpp"

namespace eventc {
namespace {

/// Passes the strings of a text one after the other, as long as they are plain and end where enough
/// of the text is left to look at what follows.
class PlainStrings {
 public:
  PlainStrings(const Reader& in, const char* at)
      : text_(at, static_cast<std::size_t>(in.window_end() - at)), quotes_(text_) {}

  /// The string whose quote is at `at`, the first that was not passed; null characters where it is
  /// not plain.
  [[gnu::always_inline]] std::string_view take(const char* at) {
    const char* close = quotes_.take_near_string();
    if (close == nullptr) close = quotes_.take_plain_string(text_);
    if (close == nullptr) return {};
    return {at + 1, static_cast<std::size_t>(close - at - 1)};
  }
  /// The next begins at `at` or behind it.
  void move_to(const char* at) {
    if (at >= text_.data() + text_.size()) return;
    Quotes moved = quotes_;  // so that the others stay in registers
    moved.move_to(at, text_);
    quotes_ = moved;
  }

 private:
  std::string_view text_;
  Quotes quotes_;
};

/// Each reads the value at `at` and gives where it ends; null where it is none of those.
[[gnu::always_inline]] inline const char* read_plain(Reader& in, PlainStrings& strings,
                                                     const char* at, std::string_view& out) {
  if (*at != '"') return nullptr;
  out = strings.take(at);
  if (out.data() != nullptr) [[likely]]
    return out.data() + out.size() + 1;
  out = in.read_any_text(at);
  strings.move_to(at);
  return at;
}
[[gnu::always_inline]] inline const char* read_plain(Reader& in, PlainStrings& strings,
                                                     const char* at,
                                                     ListView<std::string_view>& out) {
  if (*at != '[' || in.depth_left() == 0) return nullptr;
  std::string_view text;
  const char* const behind = read_plain(in, strings, at + 1, text);
  if (behind == nullptr || in.byte(behind) != ']') return nullptr;
  out = {in.arena()->make<std::string_view>(text), 1};
  return behind + 1;
}

template <class T>
[[gnu::always_inline]] inline const char* read_entries(Reader& in, const char* at, char separator,
                                                       PlainEntry<T>*& out,
                                                       const PlainEntry<T>* end) {
  if (at >= in.window_end() || in.is_watched()) return at;
  PlainStrings strings(in, at);
  for (; out != end && at < in.window_end() && *at == separator; separator = ',') {
    const char* const begin = at[1] == '"' ? at + 1 : in.behind_indentation(at + 1);
    if (begin == nullptr || begin >= in.window_end() || *begin != '"') return at;
    const std::string_view name = strings.take(begin);
    if (name.data() == nullptr) return at;
    const char* const close = name.data() + name.size();
    if (close[1] != ':') return at;
    T value;
    const char* const behind = read_plain(in, strings, in.behind_colon(close + 2), value);
    if (behind == nullptr) return at;
    ::new (static_cast<void*>(out++)) PlainEntry<T>(name, value);
    at = behind;
  }
  return at;
}

}  // namespace

const char* read_plain_entries(Reader& in, const char* at, char separator,
                               PlainEntry<std::string_view>*& out,
                               const PlainEntry<std::string_view>* end) {
  return read_entries(in, at, separator, out, end);
}

const char* read_plain_entries(Reader& in, const char* at, char separator,
                               PlainEntry<ListView<std::string_view>>*& out,
                               const PlainEntry<ListView<std::string_view>>* end) {
  return read_entries(in, at, separator, out, end);
}

}  // namespace eventc
