// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/arena.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/token.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

/// What a reader says of a string at the text's begin.
struct Said {
  bool ok = false;
  std::string characters;
  std::ptrdiff_t behind = 0;
  std::size_t failed_at = 0;
  std::string message;

  friend bool operator==(const Said&, const Said&) = default;
};

Said said(const Reader& in, std::string_view characters, const char* at) {
  if (in.ok()) return {true, std::string(characters), at - in.begin(), 0, {}};
  return {false, {}, at - in.begin(), in.failure_offset(), std::string(in.failure_message())};
}
Said as_token(std::string_view text) {
  Reader in(text, 1);
  const char* at = in.begin();
  const StringToken token = in.read_any_string(at);
  return said(in, token ? text_of(token) : std::string(), at);
}
Said as_text(std::string_view text, Arena& arena) {
  Reader in(text, 1);
  in.set_arena(&arena);
  const char* at = in.begin();
  const std::string_view characters = in.read_any_text(at);
  EXPECT_TRUE(!in.ok() || characters.data() != nullptr) << text;
  return said(in, characters, at);
}

Said as_string(std::string_view text, std::string& out) {
  Reader in(text, 1);
  const char* at = in.begin();
  const bool is_read = in.read_any_text(at, out);
  EXPECT_EQ(is_read, in.ok()) << text;
  return said(in, out, at);
}

/// Of all that a string may hold, and now and then of what it may not.
std::string some_string(std::mt19937& random, bool is_valid) {
  static const std::vector<std::string> kValid = {
      "a",
      "harbour",
      "a berth with a long name, further than a block goes",
      "\\\"",
      "\\\\",
      "\\n\\r\\t\\b\\f\\/",
      "\xC3\xA5",
      "\xE2\x9A\x93\xE2\x9A\x93\xE2\x9A\x93",
      "\\u00e5",
      "\\ud83d\\udea2",
      "\\u0000",
      "\xF0\x9F\x9A\xA2"};
  static const std::vector<std::string> kInvalid = {"\\x",     "\\u12", "\\ud83d", "\\udea2",
                                                    "\x01",    "\xC3",  "\xFF",    "\\ud83d\\u0041",
                                                    "\\u12G4", "\n"};
  std::string text = "\"";
  for (auto pieces = random() % 12; pieces != 0; --pieces) text += kValid[random() % kValid.size()];
  if (!is_valid) {
    text += kInvalid[random() % kInvalid.size()];
    for (auto pieces = random() % 3; pieces != 0; --pieces)
      text += kValid[random() % kValid.size()];
  }
  return text + '"';
}

TEST(ReaderStrings, AreUnescapedAsTheyAreReadLikeTokensAre) {
  std::mt19937 random(20261121);
  Arena arena;
  std::string out;
  for (int round = 0; round < 20000; ++round) {
    std::string text = some_string(random, round % 3 != 0);
    if (round % 7 == 0) text.resize(random() % text.size());
    text.append(random() % 80, ' ');  // near the text's end, and far from it
    if (round % 50 == 0) arena.reset();
    const Exact exact(text);
    const Said expected = as_token(exact.view());
    const Said found = as_text(exact.view(), arena);
    ASSERT_EQ(as_string(exact.view(), out), expected) << text;
    ASSERT_EQ(found, expected) << text << "\n" << found.message << "\n" << expected.message;
  }
}

// Wherever the 64 bytes end that are looked at together.
TEST(ReaderStrings, AreUnescapedAtEachPlace) {
  Arena arena;
  std::string out;
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::size_t behind : {0U, 1U, 15U, 40U, 100U}) {
      const std::string text =
          "\"" + std::string(before, 'b') + R"(\"\\\n/\u00e5å\t)" + std::string(behind, 'c') + "\"";
      const std::string characters =
          std::string(before, 'b') + "\"\\\n/åå\t" + std::string(behind, 'c');
      for (const std::string& follows : {std::string(), std::string(100, ',')}) {
        const Exact exact(text + follows);
        const auto end = static_cast<std::ptrdiff_t>(text.size());
        ASSERT_EQ(as_text(exact.view(), arena).characters, characters) << before << " " << behind;
        ASSERT_EQ(as_string(exact.view(), out), as_text(exact.view(), arena));
        ASSERT_EQ(as_token(exact.view()).behind, end) << before << " " << behind;
      }
    }
  }
}

TEST(ReaderStrings, StayWhereTheyAreUnlessTheyAreEscaped) {
  Arena arena;
  const std::string plain = "\"" + std::string(200, 'x') + "\"";
  EXPECT_TRUE(as_text(plain, arena).ok);
  EXPECT_EQ(arena.used(), 0U);
  EXPECT_EQ(as_text("\"a\\nb\"", arena).characters, "a\nb");
  EXPECT_EQ(arena.used(), 3U) << "what was asked for is not all taken";
}

TEST(ReaderStrings, OfAnyLengthAreUnescapedOnceInMemoryThatIsKept) {
  std::string text = "\"";
  std::string characters;
  for (int i = 0; i < 50000; ++i) {
    text += "\\\"berth ";
    characters += "\"berth ";
  }
  text += '"';
  Arena arena;
  EXPECT_EQ(as_text(text, arena).characters, characters);
  EXPECT_EQ(arena.used(), characters.size());
  arena.reset();
  EXPECT_EQ(as_text(text, arena).characters, characters);
  const std::size_t capacity = arena.capacity();
  EXPECT_LE(capacity, 2 * characters.size() + 256);
  arena.reset();
  EXPECT_EQ(as_text(text, arena).characters, characters);
  EXPECT_EQ(arena.capacity(), capacity) << "nothing is allocated any more";
}

}  // namespace
}  // namespace eventc
