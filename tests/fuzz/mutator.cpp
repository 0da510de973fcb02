// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "mutations.hpp"

// Mutations that know where values stand, so that what comes out is JSON more often than not. Half
// of them keep what the payload says and write it in another way: what was valid remains so.

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using eventc::test::kTellingValues;
using eventc::test::replaced;
using eventc::test::Span;

class Mutation {
 public:
  Mutation(std::string_view payload, unsigned seed)
      : payload_(payload), spans_(eventc::test::spans_of(payload)), random_(seed) {}

  std::string operator()() {
    if (spans_.empty()) return std::string(payload_);
    const Span& span = any_span();
    switch (random_() % 10) {
      case 0:
        return with(span, any_value());
      case 1:
        return with(span, text_of(any_span()));
      case 2:  // inside of an array or an object, one more
        return in_parts(span, any_span());
      case 3:  // twice
        return replaced(payload_, span.end, span.end, "," + part_of(span));
      case 4:  // without it
        return without(span);
      case 5:  // a member's value under the name of another
        return span.is_member ? renamed(span, any_span()) : in_parts(span, any_span());
      case 6:
        return swapped(span, any_span());
      case 7:
        return with_white_space(span);
      default:
        return spelled_otherwise(span);
    }
  }

  /// With a value of another payload.
  std::string crossed_with(std::string_view other) {
    const std::vector<Span> others = eventc::test::spans_of(other);
    if (spans_.empty() || others.empty()) return std::string(payload_);
    const Span& from = others[random_() % others.size()];
    const Span& span = any_span();
    const std::string_view value = other.substr(from.begin, from.end - from.begin);
    if (!from.is_member || payload_[span.begin] != '{' || random_() % 2 == 0)
      return with(span, value);
    const std::string_view member = other.substr(from.key, from.end - from.key);
    return with_part(span, std::string(member));
  }

 private:
  const Span& any_span() { return spans_[random_() % spans_.size()]; }
  std::string_view any_value() { return kTellingValues[random_() % std::size(kTellingValues)]; }
  [[nodiscard]] std::string text_of(const Span& span) const {
    return std::string(payload_.substr(span.begin, span.end - span.begin));
  }
  [[nodiscard]] std::string member_of(const Span& span) const {
    return std::string(payload_.substr(span.key, span.end - span.key));
  }
  [[nodiscard]] std::string part_of(const Span& span) const {
    return span.is_member ? member_of(span) : text_of(span);
  }
  [[nodiscard]] std::string with(const Span& span, std::string_view text) const {
    return replaced(payload_, span.begin, span.end, text);
  }
  [[nodiscard]] std::string with_part(const Span& span, std::string part) const {
    const std::string_view inside = payload_.substr(span.begin + 1, span.end - span.begin - 2);
    const bool is_empty = inside.find_first_not_of(" \t\n\r") == std::string_view::npos;
    return replaced(payload_, span.end - 1, span.end - 1, is_empty ? part : "," + part);
  }
  [[nodiscard]] std::string in_parts(const Span& span, const Span& other) const {
    const char first = payload_[span.begin];
    if (first == '[') return with_part(span, text_of(other));
    if (first == '{') return with_part(span, other.is_member ? member_of(other) : R"("x":1)");
    return with(span, "[" + text_of(span) + "]");
  }
  [[nodiscard]] std::string without(const Span& span) const {
    const std::size_t from = span.is_member ? span.key : span.begin;
    const std::size_t next = payload_.find_first_not_of(" \t\n\r", span.end);
    if (next != std::string_view::npos && payload_[next] == ',')
      return replaced(payload_, from, next + 1, "");
    const std::size_t before =
        from == 0 ? std::string_view::npos : payload_.find_last_not_of(" \t\n\r", from - 1);
    const bool has_comma = before != std::string_view::npos && payload_[before] == ',';
    return replaced(payload_, has_comma ? before : from, span.end, "");
  }
  [[nodiscard]] std::string renamed(const Span& span, const Span& other) const {
    if (!other.is_member) return std::string(payload_);
    const std::string_view name = payload_.substr(other.key, other.begin - other.key);
    return replaced(payload_, span.key, span.begin, name);
  }

  /// Two members of an object, or two values, in each other's place.
  [[nodiscard]] std::string swapped(const Span& one, const Span& other) const {
    const bool as_members = one.is_member && other.is_member;
    const auto begin_of = [=](const Span& span) { return as_members ? span.key : span.begin; };
    const Span& left = begin_of(one) < begin_of(other) ? one : other;
    const Span& right = &left == &one ? other : one;
    if (left.end > begin_of(right)) return std::string(payload_);  // one lies inside of the other
    const std::string moved(payload_.substr(begin_of(left), left.end - begin_of(left)));
    const std::string_view to_left = payload_.substr(begin_of(right), right.end - begin_of(right));
    return replaced(replaced(payload_, begin_of(right), right.end, moved), begin_of(left), left.end,
                    to_left);
  }

  std::string with_white_space(const Span& span) {
    static constexpr std::string_view kSpaces[] = {" ", "\n  ", "\t", "\r\n", "                 "};
    const std::size_t places[] = {span.is_member ? span.key : span.begin, span.begin, span.end};
    const std::size_t place = places[random_() % std::size(places)];
    return replaced(payload_, place, place, kSpaces[random_() % std::size(kSpaces)]);
  }

  std::string spelled_otherwise(const Span& span) {
    const bool in_key = span.is_member && random_() % 2 == 0;
    const std::size_t begin = in_key ? span.key : span.begin;
    if (payload_[begin] == '"') return with_escape(begin);
    const bool is_number =
        payload_[begin] == '-' || (payload_[begin] >= '0' && payload_[begin] <= '9');
    if (!is_number) return with_white_space(span);
    const std::string text = text_of(span);
    if (text.find_first_of("eE") != std::string::npos) return with(span, any_value());
    static constexpr std::string_view kEnds[] = {"e0", "E+0", "e-0"};
    const bool has_fraction = text.find('.') != std::string::npos;
    switch (random_() % 3) {
      case 0:
        return with(span, text + (has_fraction ? "0" : ".0"));
      case 1:
        return with(span, has_fraction ? text + "00" : text + "0e-1");
      default:
        return with(span, text + std::string(kEnds[random_() % std::size(kEnds)]));
    }
  }

  /// One of the first characters of the string at `begin`, by its number.
  std::string with_escape(std::size_t begin) {
    static constexpr char kDigits[] = "0123456789abcdef";
    const std::size_t place = begin + 1 + random_() % 20;
    const std::size_t end = payload_.find_first_of("\"\\", begin + 1);
    if (place >= end || end == std::string_view::npos) return std::string(payload_);
    const auto byte = static_cast<unsigned char>(payload_[place]);
    if (byte < 0x20 || byte >= 0x80) return std::string(payload_);
    const std::string escape = {'\\', 'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 0xF]};
    return replaced(payload_, place, place + 1, escape);
  }

  std::string_view payload_;
  std::vector<Span> spans_;
  std::minstd_rand random_;
};

/// The payload of an input, behind the number of its event.
std::string_view payload_of(const std::uint8_t* data, std::size_t size) {
  return size < 2 ? std::string_view()
                  : std::string_view(reinterpret_cast<const char*>(data) + 2, size - 2);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  // Bytes, one time in twelve: what is no JSON any more hardly becomes it again.
  if (size < 2 || seed % 12 == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string mutated = Mutation(payload_of(data, size), seed)();
  const std::size_t kept = std::min(mutated.size(), max_size - 2);
  std::memcpy(data + 2, mutated.data(), kept);
  return kept + 2;
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_size,
                                                 unsigned seed) {
  if (size < 2 || max_size < 2) return 0;
  const std::string crossed =
      Mutation(payload_of(data, size), seed).crossed_with(payload_of(other, other_size));
  const std::size_t kept = std::min(crossed.size(), max_size - 2);
  std::memcpy(out, data, 2);
  std::memcpy(out + 2, crossed.data(), kept);
  return kept + 2;
}
