// SPDX-License-Identifier: Apache-2.0
#include "special_bytes.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

/// Where they are, from `from` on.
std::string places_of(std::string_view text, std::size_t from) {
  const Exact copy(text);
  SpecialBytes specials;
  std::string places;
  const char* const end = copy.view().data() + text.size();
  for (const char* p = copy.view().data() + from; p != end;) {
    const std::uint64_t ahead = specials.from(p, copy.view());
    p = ahead == 0 ? specials.end() : specials.first(ahead);
    if (ahead == 0) continue;
    places += std::to_string(p - copy.view().data()) + " ";
    ++p;
  }
  return places;
}

TEST(SpecialBytes, AreFoundAtEachPlaceOfATextOfEachSize) {
  for (std::size_t size = 1; size < 150; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x');
      text[place] = "\"\\\n\xC3"[place % 4];
      ASSERT_EQ(places_of(text, 0), std::to_string(place) + " ") << size;
      ASSERT_EQ(places_of(text, place), std::to_string(place) + " ") << size;
      ASSERT_EQ(places_of(text, place + 1), "") << size;
    }
  }
}

TEST(SpecialBytes, AreFoundOneAfterTheOther) {
  EXPECT_EQ(places_of(R"(a\"b\\"c)", 0), "1 2 4 5 6 ");
  EXPECT_EQ(places_of(std::string(70, '"').substr(0, 66) + "x", 60), "60 61 62 63 64 65 ");
}

TEST(SpecialBytes, AreLeftOutBehindABackslash) {
  const std::string text = std::string(R"(\"\\\n")") + std::string(64, ' ');
  SpecialBytes specials;
  std::uint64_t ahead = specials.from(text.data(), text);
  std::string places;
  for (; ahead != 0; ahead = SpecialBytes::behind_escape(ahead))
    places += std::to_string(specials.first(ahead) - text.data()) + " ";
  EXPECT_EQ(places, "0 2 4 6 ");
}

}  // namespace
}  // namespace eventc
