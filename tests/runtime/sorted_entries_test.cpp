// SPDX-License-Identifier: Apache-2.0
#include "eventc/sorted_entries.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/map_order.hpp"

namespace eventc {
namespace {

using Entries = std::vector<std::pair<std::string_view, int>>;

/// Names of which many have long beginnings in common, in both cases.
std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i * 37 % 101);
    const std::string begin = i % 3 == 0 ? "X-Forwarded-For-A-Header-" : i % 3 == 1 ? "x-" : "";
    all.push_back(begin + number + (i % 5 == 0 ? "Z" : "z"));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

template <class Order>
class Sort : public testing::Test {};
using Orders = testing::Types<ExactOrder, IgnoreCaseOrder>;
TYPED_TEST_SUITE(Sort, Orders);

TYPED_TEST(Sort, PutsAnyNumberOfEntriesInTheirOrder) {
  std::mt19937 random(1);
  for (std::size_t count = 0; count < 80; ++count) {
    const std::vector<std::string> keys = names(count);
    Entries entries;
    for (std::size_t i = 0; i < keys.size(); ++i) entries.emplace_back(keys[i], i);
    std::shuffle(entries.begin(), entries.end(), random);
    ASSERT_TRUE(detail::sort<TypeParam>(entries.data(), entries.size()));
    for (std::size_t i = 1; i < count; ++i)
      EXPECT_TRUE(TypeParam::compare(entries[i - 1].first, entries[i].first) < 0) << count;
    for (const auto& [key, value] : entries)
      EXPECT_EQ(key, keys[static_cast<std::size_t>(value)]) << "a value stays with its key";
  }
}

/// Keys as they stand in a text: another's characters are behind each.
class Text {
 public:
  void append(const std::string& key) {
    places_.emplace_back(text_.size(), key.size());
    text_ += key + "\":\"a value\",\"";
  }
  [[nodiscard]] Entries entries() {
    text_.resize(text_.size() + 16, ' ');
    Entries all;
    for (const auto& [begin, size] : places_)
      all.emplace_back(std::string_view(text_).substr(begin, size), static_cast<int>(all.size()));
    return all;
  }
  [[nodiscard]] std::string_view window() const {
    return std::string_view(text_).substr(0, text_.size() - 16);
  }

 private:
  std::string text_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;
};

TYPED_TEST(Sort, PutsKeysOfATextInTheSameOrder) {
  std::mt19937 random(3);
  for (int round = 0; round < 3'000; ++round) {
    std::vector<std::string> keys = names(random() % 30);
    for (std::size_t swaps = random() % 3; swaps != 0 && keys.size() > 2; --swaps)
      std::swap(keys[random() % keys.size()], keys[random() % keys.size()]);
    const bool has_twice = random() % 4 == 0 && !keys.empty();
    if (has_twice) keys.push_back(keys[random() % keys.size()]);
    if (random() % 8 == 0) std::shuffle(keys.begin(), keys.end(), random);
    Text text;
    for (const std::string& key : keys) text.append(key);
    Entries entries = text.entries();
    Entries others = entries;
    const bool is_sorted = detail::sort<TypeParam>(entries.data(), entries.size(), text.window());
    EXPECT_EQ(is_sorted, !has_twice);
    EXPECT_EQ(is_sorted, detail::sort<TypeParam>(others.data(), others.size()));
    if (is_sorted) {
      EXPECT_EQ(entries, others);
    }
  }
}

TYPED_TEST(Sort, LooksAtNoByteBehindAKeyOfNoText) {
  const std::unique_ptr<char[]> a(new char[1]{'b'});
  const std::unique_ptr<char[]> b(new char[1]{'a'});
  Entries entries{{{a.get(), 1}, 0}, {{b.get(), 1}, 1}};
  EXPECT_TRUE(detail::sort<TypeParam>(entries.data(), entries.size(), "another text"));
  EXPECT_EQ(entries[0].first, "a");
}

TYPED_TEST(Sort, FindsAKeyThatIsGivenTwice) {
  std::mt19937 random(2);
  for (std::size_t count = 1; count < 80; ++count) {
    const std::vector<std::string> keys = names(count);
    Entries entries;
    for (const std::string& key : keys) entries.emplace_back(key, 0);
    entries.emplace_back(keys[count % keys.size()], 1);
    std::shuffle(entries.begin(), entries.end(), random);
    EXPECT_FALSE(detail::sort<TypeParam>(entries.data(), entries.size())) << count;
  }
}

template <class Order>
std::pair<std::uint64_t, std::uint64_t> words(std::string_view key) {
  return {Order::first_word(key), Order::second_word(key)};
}

TEST(KeyWords, ComeInTheKeysOrderWhereTheyDiffer) {
  std::vector<std::string> keys = {"",
                                   "a",
                                   "a-",
                                   "A",
                                   "accept",
                                   "Accept-E",
                                   "Accept-L",
                                   "accept-language-of-all",
                                   "Z",
                                   "[",
                                   "@",
                                   "`",
                                   "\xC3\xA4",
                                   "\xFF",
                                   "12345678",
                                   "123456789012345",
                                   "1234567890123456"};
  for (const std::string& a : keys) {
    for (const std::string& b : keys) {
      const bool exact = words<ExactOrder>(a) < words<ExactOrder>(b);
      EXPECT_TRUE(!exact || ExactOrder::compare(a, b) < 0) << a << " " << b;
      const bool folded = words<IgnoreCaseOrder>(a) < words<IgnoreCaseOrder>(b);
      EXPECT_TRUE(!folded || IgnoreCaseOrder::compare(a, b) < 0) << a << " " << b;
      const bool differ_early = a.substr(0, 16) != b.substr(0, 16);
      EXPECT_EQ(words<ExactOrder>(a) == words<ExactOrder>(b), !differ_early) << a << " " << b;
    }
  }
  EXPECT_EQ(words<IgnoreCaseOrder>("X-Forwarded-PORT"), words<IgnoreCaseOrder>("x-forwarded-port"));
}

}  // namespace
}  // namespace eventc
