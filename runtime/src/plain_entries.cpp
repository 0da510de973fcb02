// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/plain_entries.hpp"

#include <cstddef>

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

/// A list of one string.
struct OneText {
  std::string_view text;
};

/// Each reads the value at `at` and gives where it ends; null where it is none of those.
[[gnu::always_inline]] inline const char* read_plain(Reader& in, PlainStrings& strings,
                                                     const char* at, std::string_view& out) {
  if (*at != '"') return nullptr;
  out = strings.take(at);
  if (out.data() != nullptr) [[likely]]
    return out.data() + out.size() + 1;
  if (in.arena() == nullptr) return nullptr;  // where it could be unescaped to
  out = in.read_any_text(at);
  strings.move_to(at);
  return at;
}
[[gnu::always_inline]] inline const char* read_plain(Reader& in, PlainStrings& strings,
                                                     const char* at, OneText& out) {
  if (*at != '[' || in.depth_left() == 0) return nullptr;
  const char* const behind = read_plain(in, strings, at + 1, out.text);
  return behind != nullptr && in.byte(behind) == ']' ? behind + 1 : nullptr;
}
[[gnu::always_inline]] inline const char* read_plain(Reader& in, PlainStrings& strings,
                                                     const char* at,
                                                     ListView<std::string_view>& out) {
  OneText one;
  const char* const behind = read_plain(in, strings, at, one);
  if (behind != nullptr) out = {in.arena()->make<std::string_view>(one.text), 1};
  return behind;
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

/// How an owned map reads and keeps the values of such entries.
template <class T>
struct PlainValue;
template <>
struct PlainValue<std::string> {
  using Read = std::string_view;
  static void keep(std::string_view text, std::string& out) { out = text; }
};
template <>
struct PlainValue<std::vector<std::string>> {
  using Read = OneText;
  static void keep(OneText one, std::vector<std::string>& out) { out.emplace_back(one.text); }
};

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

template <class T, class Order>
const char* read_plain_entries(Reader& in, const char* at, char separator, Map<T, Order>& out) {
  using Entry = PlainEntry<typename PlainValue<T>::Read>;
  constexpr std::size_t kAtOnce = 32;
  alignas(Entry) std::byte room[kAtOnce * sizeof(Entry)];
  Entry* const begin = reinterpret_cast<Entry*>(room);
  Entry* end = begin;
  do {
    end = begin;
    at = read_entries(in, at, separator, end, begin + kAtOnce);
    separator = ',';
    const auto count = static_cast<std::size_t>(end - begin);
    if (out.empty() && count > 1) {
      out.reserve(count);
      // Most maps end here: it takes less to sort them before they own what they hold.
      const auto window = static_cast<std::size_t>(in.window_end() - in.begin());
      static_cast<void>(
          detail::sort_in_window(Order(), {in.begin(), window}, begin, sizeof(Entry), count));
    }
    for (const Entry* entry = begin; entry != end; ++entry)
      PlainValue<T>::keep(entry->second, out.append(std::string(entry->first)));
  } while (end == begin + kAtOnce);
  return at;
}

template const char* read_plain_entries(Reader&, const char*, char, Map<std::string, ExactOrder>&);
template const char* read_plain_entries(Reader&, const char*, char,
                                        Map<std::string, IgnoreCaseOrder>&);
template const char* read_plain_entries(Reader&, const char*, char,
                                        Map<std::vector<std::string>, ExactOrder>&);
template const char* read_plain_entries(Reader&, const char*, char,
                                        Map<std::vector<std::string>, IgnoreCaseOrder>&);

}  // namespace eventc
