// SPDX-License-Identifier: Apache-2.0
#include "quotes.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace eventc {
namespace {

/// A copy that ends where its memory does: sanitizers see what is read behind it.
class Exact {
 public:
  explicit Exact(std::string_view text)
      : bytes_(new char[text.size()]), text_(bytes_.get(), text.size()) {
    text.copy(bytes_.get(), text.size());
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::string_view text_;
};

/// Where each of the strings of a text is closed, from the first on; "odd" where one is not closed
/// or not plain, which ends it.
std::string closes_of(std::string_view text) {
  const Exact copy(text);
  Quotes quotes(copy.text());
  std::string closes;
  std::size_t opened = 0;
  while ((opened = copy.text().find('"', opened)) != std::string_view::npos) {
    const char* const close = quotes.take_plain_string(copy.text());
    if (close == nullptr) return closes + "odd";
    const auto place = static_cast<std::size_t>(close - copy.text().data());
    closes += std::to_string(place) + " ";
    opened = place + 1;
  }
  return closes;
}

TEST(Quotes, GiveWhereStringsAreClosed) {
  EXPECT_EQ(closes_of(""), "");
  EXPECT_EQ(closes_of("no string"), "");
  EXPECT_EQ(closes_of(R"("")"), "1 ");
  EXPECT_EQ(closes_of(R"({"a":"b"})"), "3 7 ");
}

// Wherever the 64 bytes end that are looked at together.
TEST(Quotes, PassStringsOfEachSizeAtEachPlace) {
  for (std::size_t before = 0; before < 140; ++before) {
    for (std::size_t size = 0; size < 140; ++size) {
      const std::string text = std::string(before, ' ') + '"' + std::string(size, 'x') + '"';
      ASSERT_EQ(closes_of(text), std::to_string(before + size + 1) + " ");
      ASSERT_EQ(closes_of(text + ","), std::to_string(before + size + 1) + " ");
      ASSERT_EQ(closes_of(text.substr(0, text.size() - 1)), "odd") << "it is not closed";
    }
  }
}

TEST(Quotes, LeaveStringsThatAreNotPlain) {
  for (const std::string_view odd : {"\\\"", "\x1F", "\n", "\xC3\xA4", "\x80"}) {
    for (std::size_t before = 0; before < 130; ++before) {
      const std::string text = "\"" + std::string(before, 'x') + std::string(odd) + "yz\"";
      ASSERT_EQ(closes_of(text), "odd") << text;
    }
  }
}

// White space and letters between strings are those of others to judge.
TEST(Quotes, DoNotMindWhatStandsBetweenStrings) {
  const std::string text = "\n\t\"a\"\n\xC3\xA4\\\n\"b\" " + std::string(100, '\n') + "\"c\"\n";
  EXPECT_EQ(closes_of(text), "4 12 116 ");
}

TEST(Quotes, GoOnWhereTheyAreTold) {
  const std::string escaped = R"("a\"b" "c" )";
  for (std::size_t between = 0; between < 200; ++between) {
    const Exact copy(escaped + std::string(between, ' ') + R"("d")");
    const std::string_view text = copy.text();
    Quotes quotes(text);
    ASSERT_EQ(quotes.take_plain_string(text), nullptr);
    quotes.move_to(text.data() + 6, text);
    ASSERT_EQ(quotes.take_plain_string(text), text.data() + 9);
    ASSERT_EQ(quotes.take_plain_string(text), text.data() + text.size() - 1);
    ASSERT_EQ(quotes.take_plain_string(text), nullptr) << "there is none";
  }
}

// Where it saw a string go wrong may be far ahead.
TEST(Quotes, GoBack) {
  const Exact copy("\"" + std::string(200, 'x') + "\n\" \"a\"");
  Quotes quotes(copy.text());
  ASSERT_EQ(quotes.take_plain_string(copy.text()), nullptr);
  quotes.move_to(copy.text().data() + 202, copy.text());
  ASSERT_EQ(quotes.take_plain_string(copy.text()), copy.text().data() + 204)
      << "the next string begins at the quote that it was told";
}

}  // namespace
}  // namespace eventc
