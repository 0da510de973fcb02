// SPDX-License-Identifier: Apache-2.0
#include "utf8_block.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "eventc/utf8.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

#if defined(__x86_64__)

using test::Exact;
using Skip = const char* (*)(const char*, const char*);

/// Whole characters, and now and then what is none, or ends a string.
std::string some_characters(std::mt19937& random) {
  static const std::vector<std::string> kCharacters = {
      "a", "-", "\xC3\xA5", "\xE2\x9A\x93", "\xE4\xB8\xAD", "\xF0\x9F\x9A\xA2", "\xED\x9F\xBF"};
  static const std::vector<std::string> kOthers = {"\"",   "\\",   "\n",       "\x80",
                                                   "\xC3", "\xFF", "\xC1\x80", "\xE0\x80\x80"};
  std::string text;
  for (auto count = random() % 60; count != 0; --count)
    text += kCharacters[random() % kCharacters.size()];
  if (random() % 2 == 0) text += kOthers[random() % kOthers.size()];
  for (auto count = random() % 40; count != 0; --count)
    text += kCharacters[random() % kCharacters.size()];
  return text;
}

/// What is passed is whole characters, none of which ends a string, and all but a block of them.
void expect_passes(Skip skip) {
  constexpr std::ptrdiff_t kBlock = 16;
  std::mt19937 random(20261122);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = some_characters(random);
    const Exact exact(text);
    const char* const begin = exact.view().data();
    const char* const end = begin + text.size();
    const std::ptrdiff_t passed = skip(begin, end) - begin;
    const char* expected = begin;
    while (expected != end && *expected != '"' && *expected != '\\' && *expected != '\n') {
      const std::size_t length = utf8_sequence(expected, end);
      if (length == 0) break;
      expected += length;
    }
    ASSERT_TRUE(is_utf8(text.substr(0, static_cast<std::size_t>(passed)))) << text;
    ASSERT_LE(passed, expected - begin) << text;
    ASSERT_GT(passed, expected - begin - kBlock - 4) << text;
  }
}

TEST(Utf8Blocks, ArePassedWithSsse3) {
  if (!__builtin_cpu_supports("ssse3")) GTEST_SKIP() << "this processor has no SSSE3";
  expect_passes(&skip_utf8_blocks);
}

TEST(Utf8Blocks, ArePassedWithAvx2) {
  if (!__builtin_cpu_supports("avx2")) GTEST_SKIP() << "this processor has no AVX2";
  expect_passes(&skip_utf8_blocks_avx2);
}

#endif

}  // namespace
}  // namespace eventc
