// SPDX-License-Identifier: Apache-2.0
#include "eventc/base64.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace eventc {
namespace {

std::string encode(std::string_view bytes) {
  std::string out;
  append_base64(bytes, out);
  return out;
}

std::optional<std::string> decode(std::string_view text) {
  std::string out = "left over";
  std::size_t bad = 0;
  if (!decode_base64(text, out, bad)) return std::nullopt;
  return out;
}

/// The offset that decoding refuses; nothing when it does not, or leaves bytes behind.
std::optional<std::size_t> offender(std::string_view text) {
  std::string out = "left over";
  std::size_t bad = 9999;
  if (decode_base64(text, out, bad) || !out.empty()) return std::nullopt;
  return bad;
}

TEST(Base64, AgreesWithTheVectorsOfRfc4648Section10) {
  const std::vector<std::pair<std::string, std::string>> vectors = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(encode(bytes), text);
    EXPECT_EQ(decode(text), bytes);
  }
}

TEST(Base64, DecodesWhatItEncodes) {
  std::string bytes;
  std::uint32_t state = 1;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(decode(encode(bytes)), bytes) << length;
    state = state * 1664525U + 1013904223U;
    bytes.push_back(static_cast<char>(state >> 24));
  }
}

TEST(Base64, ReachesEveryCharacterOfTheAlphabet) {
  const std::string all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::optional<std::string> bytes = decode(all);
  ASSERT_TRUE(bytes.has_value());
  EXPECT_EQ(bytes->size(), 48U);
  EXPECT_EQ(encode(*bytes), all);
}

TEST(Base64, AppendsToWhatIsThere) {
  std::string out = "data:";
  append_base64("foo", out);
  append_base64("f", out);
  EXPECT_EQ(out, "data:Zm9vZg==");
}

TEST(Base64, RefusesEachCharacterOutsideOfTheAlphabetInEachPlace) {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
  for (int c = 0; c < 256; ++c) {
    if (alphabet.find(static_cast<char>(c)) != std::string::npos) continue;
    for (std::size_t i = 0; i < 12; ++i) {
      std::string text = "Zm9vYmFyZm8=";
      text[i] = static_cast<char>(c);
      EXPECT_EQ(offender(text), i) << c << " at " << i;
    }
  }
}

TEST(Base64, RefusesThemInLongTextsToo) {
  const std::string all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int c = 0; c < 256; ++c) {
    if (all.find(static_cast<char>(c)) != std::string::npos) continue;
    for (std::size_t i = 0; i < 2 * all.size() - 4; ++i) {
      std::string text = all + all;
      text[i] = static_cast<char>(c);
      ASSERT_EQ(offender(text), i) << c << " at " << i;
    }
  }
}

TEST(Base64, NamesTheFirstOfSeveralOffenders) {
  EXPECT_EQ(offender("Zm9v!m-y"), 4U);
  EXPECT_EQ(offender("Zm\nv Zm9"), 2U);
}

TEST(Base64, RequiresPadding) {
  EXPECT_EQ(offender("Z"), 1U);
  EXPECT_EQ(offender("Zg"), 2U);
  EXPECT_EQ(offender("Zg="), 3U);
  EXPECT_EQ(offender("Zm8"), 3U);
  EXPECT_EQ(offender("Zm9vZg"), 6U);
}

TEST(Base64, RefusesPaddingOutOfPlace) {
  EXPECT_EQ(offender("="), 0U);
  EXPECT_EQ(offender("===="), 0U);
  EXPECT_EQ(offender("Z==="), 1U);
  EXPECT_EQ(offender("Zg=A"), 2U);
  EXPECT_EQ(offender("Zg==Zg=="), 2U);
  EXPECT_EQ(offender("Zm8=Zm8="), 3U);
  EXPECT_EQ(offender("Zm9v===="), 4U);
  EXPECT_EQ(offender("Zm9v="), 4U);
}

TEST(Base64, RefusesSpareBitsThatAreNotZero) {
  EXPECT_EQ(offender("Zh=="), 1U);
  EXPECT_EQ(offender("Zv=="), 1U);
  EXPECT_EQ(offender("Zm9="), 2U);
  EXPECT_EQ(offender("Zm+="), 2U);
  EXPECT_EQ(offender("Zm9vZm9="), 6U);
}

TEST(Base64, LeavesTheOffsetAloneOnSuccess) {
  std::string out;
  std::size_t bad = 77;
  EXPECT_TRUE(decode_base64("Zg==", out, bad));
  EXPECT_EQ(bad, 77U);
}

}  // namespace
}  // namespace eventc
