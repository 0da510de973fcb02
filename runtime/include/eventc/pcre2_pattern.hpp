// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifndef EVENTC_HAS_PCRE2
#error \
    "a schema has a pattern that PCRE2 must match: install PCRE2 (libpcre2-dev on Debian, pcre2-devel on Fedora and Amazon Linux), build eventc with it, and link eventc::pcre2"
#endif

#include <cstdint>
#include <string_view>

#include "eventc/schema.hpp"

/// pcre2_code of <pcre2.h>, which users need not include.
struct pcre2_real_code_8;

namespace eventc {

/// A `pattern` that has to be searched for with backtracking, which PCRE2 does (10.40 or newer, see
/// pcre2api(3)). In the library eventc_pcre2, which links libpcre2-8.
///
/// Emitted code has one for each such pattern, made when the pattern is first matched. Threads may
/// share it.
class Pcre2Pattern {
 public:
  /// How many steps a match takes at the most: this many, and some for each byte of the text, so
  /// that a pattern that only goes forward never gets there. What PCRE2 counts depends on how it
  /// matches, compiled to machine code or not: see pcre2_set_match_limit().
  static constexpr std::uint32_t kSteps = 10'000'000;
  static constexpr std::uint32_t kStepsForEachByte = 16;
  /// What it may remember to come back to, in KiB. It is only taken where it is needed.
  static constexpr std::uint32_t kMemory = 65'536;

  /// A pattern in PCRE2's words, as eventc translates it from ECMA-262: printable ASCII. One that
  /// PCRE2 does not take (an older one may not) never gives a verdict.
  explicit Pcre2Pattern(std::string_view pattern);
  ~Pcre2Pattern();
  Pcre2Pattern(const Pcre2Pattern&) = delete;
  Pcre2Pattern& operator=(const Pcre2Pattern&) = delete;

  /// Whether it is found anywhere in the text; gives up at the limits above. A text that is not
  /// UTF-8 does not match. A thread allocates when it matches for the first time, and later where
  /// PCRE2 has no machine code for the system and needs more than it ever needed.
  [[nodiscard]] schema::Match match(std::string_view text) const;

 private:
  pcre2_real_code_8* code_;
};

}  // namespace eventc
