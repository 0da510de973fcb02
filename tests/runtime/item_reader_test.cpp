// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/item_reader.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/arena.hpp"
#include "eventc/bytes.hpp"
#include "eventc/emitted/emitted.hpp"
#include "eventc/list_view.hpp"
#include "eventc/open_enum.hpp"
#include "eventc/pattern.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace items {

// ---- A list of records, as the compiler emits it: {"id", "name", "kind", "data", "inner"}

using schema::Property;
using schema::Schema;

enum class Kind : std::uint8_t { Put, Remove };

bool is_of_letters(std::string_view text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}
constexpr schema::Pattern kLetters{"^[a-z]*$", is_of_letters};
constexpr Schema kId{.types = schema::kString, .min_length = 1, .pattern = &kLetters};
constexpr schema::Value kKinds[] = {"put", "remove"};
constexpr Schema kKind{.types = schema::kString, .enumeration = kKinds, .open = true};
constexpr Schema kData{.types = schema::kString, .content_encoding = schema::Encoding::Base64};
constexpr Property kInnerMembers[] = {{"note", &schema::string}};
constexpr Schema kInner{.types = schema::kObject, .properties = kInnerMembers};
constexpr Property kMembers[] = {{"id", &kId, schema::kRequired},
                                 {"name", &schema::string},
                                 {"kind", &kKind},
                                 {"data", &kData},
                                 {"inner", &kInner}};
constexpr Schema kRecord{.types = schema::kObject, .properties = kMembers};
constexpr Schema kRecords{.types = schema::kArray, .items = &kRecord};

template <class Text>
struct Inner {
  Text note;
};
template <class Text>
struct Record {
  Text id;
  std::optional<Text> name;
  OpenEnum<Kind, Text> kind;
  BasicBytes<Text> data;
  Inner<Text> inner;
};

template <class Text>
const char* read(Reader& in, const char* at, Inner<Text>& out) {
  ItemReader<Inner<Text>, &kInner> object(in, at, out);
  while (object.next()) {
    if (object.member() == 0) {
      object.template read<0>(out.note);
    } else {
      object.skip();
    }
  }
  return object.end();
}
template <class Text>
const char* read(Reader& in, const char* at, Record<Text>& out) {
  ItemReader<Record<Text>, &kRecord> object(in, at, out);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.template read<0>(out.id);
        break;
      case 1:
        object.template read<1>(out.name);
        break;
      case 2:
        object.template read<2>(out.kind);
        break;
      case 3:
        object.template read<3>(out.data);
        break;
      case 4:
        object.template read<4>(out.inner);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}

}  // namespace items

namespace {

using items::Record;
using test::Exact;

template <class Text>
std::string show(const Record<Text>& record) {
  std::string shown = std::string(record.id) + "|" + std::string(record.name.value_or("-")) + "|";
  shown += record.kind.is_known() ? std::to_string(static_cast<int>(*record.kind.known()))
                                  : std::string(record.kind.text());
  return shown + "|" + std::string(record.data.text()) + "|" + std::string(record.inner.note);
}
/// Records as text, a line each; "failed" where reading does.
template <class List>
std::string show_all(std::string_view text, Arena* arena) {
  const Exact exact{std::string(text)};
  Reader in(exact.view(), 8);
  in.set_arena(arena);
  List list;
  in.finish(read_value<&items::kRecords>(in, in.begin(), list));
  if (!in.ok()) return "failed at " + std::to_string(in.failure_offset());
  std::string shown;
  for (const auto& record : list) shown += show(record) + "\n";
  return shown;
}

/// The same for views and for owned values.
std::string read_records(std::string_view text) {
  Arena arena;
  const std::string views = show_all<ListView<Record<std::string_view>>>(text, &arena);
  EXPECT_EQ(views, show_all<std::vector<Record<std::string>>>(text, nullptr));
  return views;
}

TEST(ItemReader, ReadsStringsThatAreAsLongAsBeforeLongerOrShorter) {
  EXPECT_EQ(read_records(R"([{"id":"abc","name":"one"},{"id":"abd","name":"two"},)"
                         R"({"id":"abcd","name":"a name that is longer than a block of text"},)"
                         R"({"id":"abcd","name":"A name that is longer than a block of text"},)"
                         R"({"id":"a","name":""},{"id":"b","name":""}])"),
            "abc|one|0||\nabd|two|0||\n"
            "abcd|a name that is longer than a block of text|0||\n"
            "abcd|A name that is longer than a block of text|0||\n"
            "a||0||\nb||0||\n");
}

TEST(ItemReader, ReadsMembersThatAreMissingHereOrThere) {
  EXPECT_EQ(read_records(R"([{"id":"a"},{"id":"a","name":"n"},{"id":"a"},{"name":"n","id":"a"}])"),
            "a|-|0||\na|n|0||\na|-|0||\na|n|0||\n");
}

/// Records as this text has them, with white space where JSON may have it.
std::string spaced(std::string_view text, std::string_view indentation) {
  std::string all;
  bool is_inside = false;
  for (const char c : text) {
    if (c == '"') is_inside = !is_inside;
    if (!is_inside && (c == '}' || c == ']')) all += indentation;
    all += c;
    if (!is_inside && (c == '{' || c == '[' || c == ',')) all += indentation;
    if (!is_inside && c == ':') all += ' ';
  }
  return all;
}

TEST(ItemReader, ReadsMembersBehindWhiteSpace) {
  const std::string text =
      R"([{"id":"a","name":"one","kind":"put","data":"YWJj","inner":{"note":"abc"}},)"
      R"({"id":"b","name":"two","kind":"put","data":"YWJj","inner":{"note":"abd"}},)"
      R"({"id":"c","data":"YWJj","other":1,"inner":{}},{"inner":{"note":"x"},"name":"n","id":"d"},)"
      R"({"id":"e","name":"the last one"}])";
  const std::string read = read_records(text);
  EXPECT_EQ(read, "a|one|0|abc|abc\nb|two|0|abc|abd\nc|-|0|abc|\nd|n|0||x\ne|the last one|0||\n");
  for (const std::string_view indentation : {" ", "\n    ", "\r\n\t", "\n                      "})
    EXPECT_EQ(read_records(spaced(text, indentation)), read) << indentation.size();
}

TEST(ItemReader, RefusesAMemberThatIsGivenTwiceWhereverItIs) {
  const std::string more = R"(,{"id":"b","name":"a name that is longer than a block of text"}])";
  EXPECT_EQ(read_records(R"([{"id":"a","id":"b"})" + more), "failed at 16");
  EXPECT_EQ(read_records(R"([{"id":"a","name":"x","id":"b"})" + more), "failed at 27");
  EXPECT_EQ(read_records(R"([{"name":"x","id":"a","name":"y"})" + more), "failed at 29");
  EXPECT_EQ(read_records("[{ \"name\": \"x\", \"id\": \"a\", \"name\": \"y\"}" + more),
            "failed at 35");
}

TEST(ItemReader, RefusesAnItemThatLacksAMemberOrEndsWrong) {
  EXPECT_EQ(read_records(R"([{"name":"a name that is longer than a block of text"}])"),
            "failed at 54");
  EXPECT_EQ(read_records(R"([{"id":"a","name":"a name that is longer than a block of text",}])"),
            "failed at 63");
  EXPECT_EQ(read_records(R"([{"id":"a" "name":"a name that is longer than a block of text"}])"),
            "failed at 11");
  EXPECT_EQ(read_records(R"([{"id":"a","name":"a name that is longer than a block of text"]])"),
            "failed at 62");
}

TEST(ItemReader, DoesNotTakeAQuoteInsideForTheEnd) {
  EXPECT_EQ(read_records(R"([{"id":"a","name":"x\"y\"z"},{"id":"a","name":"x","kind":"put"},)"
                         R"({"id":"a","name":"xy\"12"}])"),
            "a|x\"y\"z|0||\na|x|0||\na|xy\"12|0||\n");
}

TEST(ItemReader, ChecksWhatIsAsLongAsBeforeAndNotTheSame) {
  EXPECT_EQ(read_records(R"([{"id":"abc"},{"id":"abC"}])"), "failed at 25");
  EXPECT_EQ(read_records("[{\"id\":\"a\",\"name\":\"xyz\"},{\"id\":\"a\",\"name\":\"x\nz\"}]"),
            "failed at 44");
  EXPECT_EQ(read_records("[{\"id\":\"a\",\"name\":\"xyz\"},{\"id\":\"a\",\"name\":\"x\xFFz\"}]"),
            "failed at 44");
}

TEST(ItemReader, DoesNotTakeAnItemsInitialValueForOneThatWasAllowed) {
  EXPECT_EQ(read_records(R"([{"id":""}])"), "failed at 9") << "the first has none before it";
  EXPECT_EQ(read_records(R"([{"id":"a"},{"id":""}])"), "failed at 20");
}

TEST(ItemReader, ReadsEnumeratorsAndOthersAfterEachOther) {
  EXPECT_EQ(read_records(R"([{"id":"a","kind":"remove"},{"id":"a","kind":"remove"},)"
                         R"({"id":"a","kind":"put"},{"id":"a","kind":"new"},)"
                         R"({"id":"a","kind":"new"},{"id":"a","kind":"put"}])"),
            "a|-|1||\na|-|1||\na|-|0||\na|-|new||\na|-|new||\na|-|0||\n");
}

TEST(ItemReader, ReadsBytesOfOneSizeAndOfOthers) {
  EXPECT_EQ(
      read_records(R"([{"id":"a","data":"YWJj"},{"id":"a","data":"ZGVm"},)"
                   R"({"id":"a","data":"Z2g="},{"id":"a","data":""},{"id":"a","data":"aWpr"}])"),
      "a|-|0|abc|\na|-|0|def|\na|-|0|gh|\na|-|0||\na|-|0|ijk|\n");
  EXPECT_EQ(read_records(R"([{"id":"a","data":"YWJj"},{"id":"a","data":"Z\"Vm"}])"),
            "failed at 50");
  EXPECT_EQ(read_records(R"([{"id":"a","data":"YWJjZGVm"},{"id":"a","data":"YQ","name":"b"}])"),
            "failed at 51");
}

TEST(ItemReader, ReadsPartsOfItemsLikeThoseBefore) {
  EXPECT_EQ(read_records(R"([{"id":"a","inner":{"note":"abc"}},{"id":"a","inner":{"note":"abd"}},)"
                         R"({"id":"a","inner":{}},{"id":"a","inner":{"note":"x"}}])"),
            "a|-|0||abc\na|-|0||abd\na|-|0||\na|-|0||x\n");
}

TEST(ItemReader, ReadsAListAfterAnotherWhereTheFirstWas) {
  Arena arena;
  for (const std::string_view id : {"abcdef", "g"}) {
    arena.reset();
    const std::string text = R"([{"id":")" + std::string(id) + R"("}])";
    EXPECT_EQ(show_all<ListView<Record<std::string_view>>>(text, &arena),
              std::string(id) + "|-|0||\n");
  }
}

}  // namespace
}  // namespace eventc
