// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/plain_entries.hpp"

#include "eventc/arena.hpp"
#include "eventc/emitted/bytes16.hpp"

namespace eventc {
namespace {

/// The string that begins with the quote at `at`, and where it ends: null where it is not plain, or
/// the text's end is near.
struct PlainString {
  std::string_view text;
  const char* behind = nullptr;

  [[gnu::always_inline]] PlainString(const Reader& in, const char* at) {
    if (at >= in.window_end() || *at != '"') return;
    const char* const begin = at + 1;
    for (const char* p = begin; p < in.window_end(); p += 16) {
      const Bytes16 block = Bytes16::load(p);
      const auto special = block.special();
      if (!special.any()) continue;
      const char* const close = p + special.first();
      if (*close != '"') return;
      text = {begin, static_cast<std::size_t>(close - begin)};
      behind = close + 1;
      return;
    }
  }
};

const char* read_value(Reader& in, const char* at, std::string_view& out) {
  const PlainString value(in, at);
  out = value.text;
  return value.behind;
}

const char* read_value(Reader& in, const char* at, ListView<std::string_view>& out) {
  if (*at != '[' || in.depth_left() == 0) return nullptr;
  const PlainString value(in, at + 1);
  if (value.behind == nullptr || *value.behind != ']') return nullptr;
  out = {in.arena()->make<std::string_view>(value.text), 1};
  return value.behind + 1;
}

template <class T>
[[gnu::always_inline]] inline const char* read_entries(Reader& in, const char* at, char separator,
                                                       PlainEntry<T>*& out,
                                                       const PlainEntry<T>* end) {
  if (in.is_watched()) return at;
  for (; out != end && at < in.window_end() && *at == separator; separator = ',') {
    const char* name_at = at + 1;
    if (*name_at != '"') name_at = in.behind_indentation(name_at);
    if (name_at == nullptr) return at;
    const PlainString name(in, name_at);
    if (name.behind == nullptr || *name.behind != ':') return at;
    T value;
    const char* const behind = read_value(in, in.behind_colon(name.behind + 1), value);
    if (behind == nullptr) return at;
    ::new (static_cast<void*>(out++)) PlainEntry<T>(name.text, value);
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
