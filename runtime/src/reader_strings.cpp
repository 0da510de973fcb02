// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "escapes.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/utf8.hpp"
#include "special_bytes.hpp"
#include "text_builder.hpp"

/// Strings, as far as they are not read where they are looked at: past their first sixteen
/// characters, with escapes, or with characters past ASCII.
///
/// What becomes of the characters is the affair of a sink. Its pass() moves past those that need no
/// check, and may move past short escapes.
namespace eventc {
namespace {

/// What a backslash and this character stand for, if they are a short escape; otherwise NUL.
const char& unescaped(char c) { return kShortEscape[static_cast<unsigned char>(c)]; }

bool begins_short_escape(const char* p, const char* end) {
  return end - p >= 2 && *p == '\\' && unescaped(p[1]) != '\0';
}

/// Checks one escape that is not as short. Gives what follows it, or nothing with the reason.
const char* check_escape(const char* backslash, const char* end, std::string_view& why) {
  why = "an escape must be one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX";
  if (end - backslash < 2 || backslash[1] != 'u') return nullptr;
  const int unit = hex4(backslash + 2, end);
  if (unit < 0) return nullptr;
  why = "a surrogate stands alone: it must be one of a pair, high then low";
  if (is_low_surrogate(unit)) return nullptr;
  if (!is_high_surrogate(unit)) return backslash + 6;
  const char* second = backslash + 6;
  if (end - second < 6 || second[0] != '\\' || second[1] != 'u') return nullptr;
  return is_low_surrogate(hex4(second + 2, end)) ? second + 6 : nullptr;
}

/// Where a text begins and ends.
struct Extent {
  const char* begin;
  const char* end;

  [[nodiscard]] std::string_view text() const {
    return {begin, static_cast<std::size_t>(end - begin)};
  }
};

/// Keeps nothing, and ends at the first escape.
struct PlainCharacters {
  static constexpr bool kEndsAtEscape = true;
  Extent of;

  [[nodiscard]] const char* pass(const char* p) { return find_special_far(of.begin, p, of.end); }
  void take(const char*, const char*) {}
};

/// Keeps nothing.
struct PassedCharacters {
  static constexpr bool kEndsAtEscape = false;
  Extent of;
  SpecialBytes specials{};

  [[nodiscard]] const char* pass(const char* p) {
    while (p < of.end) {
      std::uint64_t ahead = specials.from(p, of.text());
      for (; ahead != 0; ahead = SpecialBytes::behind_escape(ahead)) {
        p = specials.first(ahead);
        if (!begins_short_escape(p, of.end)) return p;
        p += 2;
      }
      p = std::max(p, specials.end());
    }
    return p;
  }
  void take(const char*, const char*) {}
  void take_unicode(const char*) {}
};

/// Keeps what they stand for.
template <class Room>
struct UnescapedCharacters {
  static constexpr bool kEndsAtEscape = false;
  Extent of;
  TextBuilder<Room> text;
  SpecialBytes specials{};

  [[nodiscard]] const char* pass(const char* p) {
    while (p < of.end) {
      std::uint64_t ahead = specials.from(p, of.text());
      char* to = text.room(TextBlock::kSize + kCopied);
      for (; ahead != 0; ahead = SpecialBytes::behind_escape(ahead)) {
        const char* const special = specials.first(ahead);
        to = copy(p, special, to);
        p = special;
        if (!begins_short_escape(p, of.end)) {
          text.take(to);
          return p;
        }
        *to++ = unescaped(p[1]);
        p += 2;
      }
      if (p < specials.end()) {
        to = copy(p, specials.end(), to);
        p = specials.end();
      }
      text.take(to);
    }
    return p;
  }
  void take(const char* begin, const char* end) {
    text.append({begin, static_cast<std::size_t>(end - begin)});
  }
  void take_unicode(const char* escape) {
    constexpr std::size_t kMostUtf8 = 4;
    char* const to = text.room(kMostUtf8);
    text.take(encode_utf8(code_point_of(escape), to));
  }

 private:
  static constexpr std::ptrdiff_t kCopied = 16;

  /// There is room for kCopied bytes more: runs are short, and copied at once where the text goes
  /// on.
  [[gnu::always_inline]] char* copy(const char* begin, const char* end, char* to) const {
    char* const behind = to + (end - begin);
    if (of.end - end < kCopied) return std::copy(begin, end, to);
    do {
      Bytes16::load(begin).store(to);
      begin += kCopied;
      to += kCopied;
    } while (begin < end);
    return behind;
  }
};

}  // namespace

/// The quote that ends a string, or its first escape where the sink ends there; null when reading
/// has failed. The string begins before `begin`, and all up to `p` has passed.
template <class Sink>
const char* Reader::find_close(const char* begin, const char* p, Sink& sink) {
  const auto fail_at = [this](const char* at, std::string_view message) {
    fail(Failure::NotJson, at, message);
    return nullptr;
  };
  while (true) {
    p = sink.pass(p);
    if (p == end_) return fail_at(begin - 1, "a string is not closed");
    if (*p == '"') return p;
    const char* behind = nullptr;
    if (*p == '\\') {
      if constexpr (Sink::kEndsAtEscape) {
        return p;
      } else {
        std::string_view why;
        behind = check_escape(p, end_, why);
        if (behind == nullptr) return fail_at(p, why);
        sink.take_unicode(p);
      }
    } else if (static_cast<unsigned char>(*p) < 0x20) {
      return fail_at(p, "a control character in a string must be escaped");
    } else {
      behind = skip_past_ascii(p, end_);
      if (behind == p) return fail_at(p, "a string is not UTF-8");
      sink.take(p, behind);
    }
    p = behind;
  }
}

StringToken Reader::any_string(const char* at) {
  const StringToken token = string_to_escape(at);
  return token.escaped() ? escaped_string(token.raw()) : token;
}

/// Most have no escapes, and nothing past ASCII.
StringToken Reader::string_to_escape(const char* at) {
  if (at >= window_end_ || *at != '"') [[unlikely]]
    return string_to_escape_anyhow(at);
  const char* const begin = at + 1;
  const char* p = begin;
  do {
    const Bytes16 block = Bytes16::load(p);
    const auto special = block.special();
    if (special.any()) {
      const auto quote = block.equal('"');
      if (special.begins_with_one_of(quote))
        return {{begin, static_cast<std::size_t>(p + quote.first() - begin)}, false};
      p += special.first();
      if (*p == '\\') return {{begin, static_cast<std::size_t>(p - begin)}, true};
      return special_string_to_escape(begin, p);
    }
    p += 16;
  } while (p < window_end_);
  return special_string_to_escape(begin, p);
}

/// Behind white space, or near the text's end, or of another type.
StringToken Reader::string_to_escape_anyhow(const char* at) {
  at = skip_space(at);
  if (byte(at) == '"')
    return at < window_end_ ? string_to_escape(at) : special_string_to_escape(at + 1, at + 1);
  refuse_or_not_json(at);
  return {};
}

StringToken Reader::special_string_to_escape(const char* begin, const char* p) {
  PlainCharacters characters{{begin_, end_}};
  const char* const close = find_close(begin, p, characters);
  if (close == nullptr) return {};
  return {{begin, static_cast<std::size_t>(close - begin)}, *close == '\\'};
}

StringToken Reader::escaped_string(std::string_view plain) {
  PassedCharacters characters{{begin_, end_}};
  const char* const close = find_close(plain.data(), plain.data() + plain.size(), characters);
  if (close == nullptr) return {};
  return {{plain.data(), static_cast<std::size_t>(close - plain.data())}, true};
}

std::string_view Reader::unescaped_text(std::string_view plain, const char*& at) {
  using Characters = UnescapedCharacters<RoomInArena>;
  Characters characters{{begin_, end_}, {RoomInArena(*arena_), plain}};
  const char* const close = find_close(plain.data(), plain.data() + plain.size(), characters);
  at = close == nullptr ? end_ : close + 1;
  return close == nullptr ? std::string_view() : characters.text.finish();
}

const char* Reader::unescaped_text(std::string_view plain, std::string& out) {
  using Characters = UnescapedCharacters<RoomInString>;
  Characters characters{{begin_, end_}, {RoomInString(out), plain}};
  const char* const close = find_close(plain.data(), plain.data() + plain.size(), characters);
  if (close == nullptr) return end_;
  characters.text.finish();
  return close + 1;
}

}  // namespace eventc
