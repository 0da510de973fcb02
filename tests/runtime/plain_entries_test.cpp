// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/plain_entries.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/arena.hpp"
#include "eventc/emitted/emitted.hpp"
#include "eventc/map_view.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::kArray;
using schema::kObject;
using schema::Schema;

/// What a text needs behind its entries, so that they are not near its end.
const std::string kMore(100, ' ');

struct Taken {
  std::string entries;
  std::string_view rest;  ///< Where the function stopped.
};

template <std::size_t kRoom>
Taken take(std::string_view text, char separator = '{') {
  const test::Exact exact(std::string(text) + kMore);
  Arena arena;
  Reader in(exact.view(), 4);
  in.set_arena(&arena);
  std::array<PlainEntry<std::string_view>, kRoom> room;
  PlainEntry<std::string_view>* end = room.data();
  const char* const at =
      read_plain_entries(in, in.begin(), separator, end, room.data() + room.size());
  Taken taken;
  for (const auto* entry = room.data(); entry != end; ++entry)
    taken.entries += std::string(entry->first) + "=" + std::string(entry->second) + ";";
  taken.rest = in.ok() ? text.substr(static_cast<std::size_t>(at - in.begin())) : "failed";
  return taken;
}

TEST(PlainEntries, AreTakenUpToWhatIsNone) {
  const auto expect = [](std::string_view text, std::string_view entries, std::string_view rest) {
    const Taken taken = take<8>(text);
    EXPECT_EQ(taken.entries, entries) << text;
    EXPECT_EQ(taken.rest, rest) << text;
  };
  expect(R"({"a":"1","b":""})", "a=1;b=;", "}");
  expect(R"({"":"1"})", "=1;", "}");
  expect("{}", "", "{}");
  expect(R"({"a":"1","b":2})", "a=1;", R"(,"b":2})");
  expect(R"({"a":"1","b":null})", "a=1;", R"(,"b":null})");
  expect(R"({"a":"1","b\"":"2"})", "a=1;", R"(,"b\"":"2"})");
  expect(R"({"a":"1","b":"\"\/","c":"2"})", "a=1;b=\"/;c=2;", "}");
  expect("{\"a\":\"1\",\"b\":\"\xC3\xA4\",\"c\":\"2\"}", "a=1;b=\xC3\xA4;c=2;", "}");
  expect("{\"a\":\"1\",\"b\":\"\n\"}", "a=1;b=;", "failed");
  expect(R"({"a":"1",})", "a=1;", ",}");
  expect(R"({"a":"1" "b":"2"})", "a=1;", R"( "b":"2"})");
  expect(R"({"a":"1","b" :"2"})", "a=1;", R"(,"b" :"2"})");
  expect("{\n  \"a\": \"1\",\n  \"b\": \"2\"\n}", "a=1;b=2;", "\n}");
}

TEST(PlainEntries, MayBeAsLongAsTheyLike) {
  for (std::size_t size = 0; size < 200; ++size) {
    const std::string name(size, 'n');
    const std::string value(200 - size, 'v');
    const std::string text = "{\"" + name + "\":\"" + value + "\",\"b\":\"c\"}";
    EXPECT_EQ(take<4>(text).entries, name + "=" + value + ";b=c;") << size;
  }
}

TEST(PlainEntries, AreTakenAsLongAsThereIsRoom) {
  const Taken taken = take<2>(R"({"a":"1","b":"2","c":"3"})");
  EXPECT_EQ(taken.entries, "a=1;b=2;");
  EXPECT_EQ(taken.rest, R"(,"c":"3"})");
}

TEST(PlainEntries, GoOnBehindAComma) {
  EXPECT_EQ(take<2>(R"(,"a":"1"})", ',').entries, "a=1;");
  EXPECT_EQ(take<2>(R"({"a":"1"})", ',').entries, "");
}

TEST(PlainEntries, AreLeftToOthersNearTheTextsEnd) {
  const test::Exact exact(R"({"a":"1"})");
  Reader in(exact.view(), 4);
  std::array<PlainEntry<std::string_view>, 2> room;
  PlainEntry<std::string_view>* end = room.data();
  EXPECT_EQ(read_plain_entries(in, in.begin(), '{', end, room.data() + 2), in.begin());
  EXPECT_EQ(end, room.data());
}

constexpr Schema kTexts{.types = kObject, .additional_properties = &schema::string};
constexpr Schema kTextList{.types = kArray, .items = &schema::string};
constexpr Schema kLists{.types = kObject, .additional_properties = &kTextList};

/// What a map comes to that is read so, or where reading fails.
template <const Schema* S, class Map>
std::string read_map(std::string_view text, Arena& arena, std::size_t depth) {
  const test::Exact exact(text);
  Reader in(exact.view(), depth);
  in.set_arena(&arena);
  Map map;
  in.finish(read_value<S>(in, in.begin(), map));
  if (!in.ok()) return "failed at " + std::to_string(in.failure_offset());
  const Result<std::string> json = write_document<S>(map);
  return json ? *json : json.error().to_string();
}

TEST(PlainEntries, OfAnEmptyTextAreNotLookedAt) {
  Arena arena;
  for (int i = 0; i < 2; ++i) {  // with room in the arena, too
    arena.reset();
    EXPECT_EQ((read_map<&kTexts, MapView<std::string_view>>("", arena, 4)), "failed at 0");
    EXPECT_EQ((read_map<&kLists, MapView<ListView<std::string_view>>>("", arena, 4)),
              "failed at 0");
    EXPECT_NE((read_map<&kTexts, MapView<std::string_view>>("{}", arena, 4)), "failed at 0");
  }
  Reader in(std::string_view(), 4);  // of no address
  in.set_arena(&arena);
  MapView<std::string_view> map;
  in.finish(read_value<&kTexts>(in, in.begin(), map));
  EXPECT_FALSE(in.ok());
}

/// Texts of all kinds, valid or not.
class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}

  std::string map(const char* value_begin, const char* value_end) {
    std::string text = "{";
    const std::size_t count = below(6);
    const std::string gap = one_of({"", "", "\n  ", " ", "\t"});
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) text += ',';
      text += gap + string() + one_of({":", ":", ":", ": ", " :"}) + value_begin + string() +
              one_of({value_end, value_end, value_end, ",\"more\"]", "", "]"});
    }
    return text + gap + one_of({"}", "}", "}", "", ",}"}) + one_of({"", "                 "}) +
           std::string(below(2) * 80, ' ');
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string one_of(std::vector<const char*> all) { return all[below(all.size())]; }
  std::string string() {
    std::string text = "\"";
    const std::size_t size = below(3) == 0 ? below(90) : below(4);
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + below(3));
    if (below(12) == 0)
      text += one_of({"\\n", "\\u00e4", "\xC3\xA4", "\xFF", "\n", "\\", "\"", "\\\""});
    return text + '"';
  }

  std::mt19937 random_;
};

/// An owned map takes all entries one by one: a view is to come to the same.
template <const Schema* S, class View, class Owned>
void expect_same_map(Texts texts, const char* value_begin, const char* value_end) {
  Arena arena;
  std::size_t read = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = texts.map(value_begin, value_end);
    for (const std::size_t depth : {std::size_t{1}, std::size_t{2}}) {
      arena.reset();
      const std::string view = read_map<S, View>(text, arena, depth);
      ASSERT_EQ(view, (read_map<S, Owned>(text, arena, depth))) << text;
      read += view.starts_with("failed") ? 0 : 1;
    }
  }
  EXPECT_GT(read, 2'000U) << "too few texts are valid to say anything";
}

TEST(PlainEntries, AreReadAsOthersAre) {
  expect_same_map<&kTexts, MapView<std::string_view>, Map<std::string>>(Texts(7), "", "");
}

TEST(PlainEntries, OfListsAreReadAsOthersAre) {
  expect_same_map<&kLists, MapView<ListView<std::string_view>>, Map<std::vector<std::string>>>(
      Texts(8), "[", "]");
}

}  // namespace
}  // namespace eventc
