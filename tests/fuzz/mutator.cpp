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

// Mutations that know where values stand, so that what comes out is JSON more often than not.

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
    switch (random_() % 6) {
      case 0:
        return replaced(payload_, span.begin, span.end, any_value());
      case 1:
        return replaced(payload_, span.begin, span.end, text_of(any_span()));
      case 2:  // inside of an array or an object, one more
        return in_parts(span);
      case 3:  // a member twice
        return replaced(payload_, span.end, span.end,
                        span.is_member ? "," + member_of(span) : "," + text_of(span));
      case 4:  // without it
        return without(span);
      default:  // a member's value under the name of another
        return span.is_member ? renamed(span, any_span()) : in_parts(span);
    }
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
  std::string in_parts(const Span& span) {
    const char first = payload_[span.begin];
    if (first != '[' && first != '{') return "[" + std::string(payload_) + "]";
    const bool is_empty = span.end - span.begin <= 2;
    const Span& other = any_span();
    std::string part = first == '['      ? text_of(other)
                       : other.is_member ? member_of(other)
                                         : R"("x":1)";
    if (!is_empty) part = "," + part;
    return replaced(payload_, span.end - 1, span.end - 1, part);
  }
  [[nodiscard]] std::string without(const Span& span) const {
    const std::size_t from = span.is_member ? span.key : span.begin;
    const bool has_next = span.end < payload_.size() && payload_[span.end] == ',';
    return replaced(payload_, from, span.end + (has_next ? 1 : 0), "");
  }
  [[nodiscard]] std::string renamed(const Span& span, const Span& other) const {
    if (!other.is_member) return std::string(payload_);
    const std::string_view name = payload_.substr(other.key, other.begin - other.key);
    return replaced(payload_, span.key, span.begin, name);
  }

  std::string_view payload_;
  std::vector<Span> spans_;
  std::minstd_rand random_;
};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  if (size < 2 || seed % 4 == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string_view payload(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string mutated = Mutation(payload, seed)();
  const std::size_t kept = std::min(mutated.size(), max_size - 2);
  std::memcpy(data + 2, mutated.data(), kept);
  return kept + 2;
}
