// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/headway.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "eventc/pattern.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace orders {

// ---- An order of lines, as the compiler emits it, and how often a pattern of theirs is asked

using schema::Property;
using schema::Schema;

int asked = 0;

bool is_sku(std::string_view text) {
  ++asked;
  return text.starts_with("s-");
}
constexpr schema::Pattern kSkuPattern{"^s-", is_sku};
constexpr Schema kSku{.types = schema::kString, .pattern = &kSkuPattern};
constexpr Property kLineMembers[] = {{"sku", &kSku, schema::kRequired}, {"note", &schema::string}};
constexpr Schema kLine{.types = schema::kObject, .properties = kLineMembers};
constexpr Schema kLines{.types = schema::kArray, .items = &kLine};
constexpr Property kMembers[] = {
    {"first", &kSku, schema::kRequired}, {"lines", &kLines}, {"last", &kSku, schema::kRequired}};
constexpr Schema kOrder{.types = schema::kObject, .properties = kMembers};
constexpr schema::Root kRoot{&kOrder, "order.json#"};

struct Line {
  std::string_view sku;
  std::string_view note;
};
struct Order {
  std::string_view first;
  ListView<Line> lines;
  std::string_view last;
};

const char* read(Reader& in, const char* at, Line& out) {
  ItemReader<Line, &kLine> object(in, at, out);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.sku);
        break;
      case 1:
        object.read<1>(out.note);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
const char* read(Reader& in, const char* at, Order& out) {
  ObjectReader<&kOrder> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.first);
        break;
      case 1:
        object.read<1>(out.lines);
        break;
      case 2:
        object.read<2>(out.last);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}

}  // namespace orders

namespace {

std::string report_of(const std::string& text) {
  return report_by_reading<&orders::kOrder, orders::Order>(text, orders::kRoot, Options())
      .to_string();
}
/// The whole report, by a walk that no reader was before.
std::string walked(const std::string& text) {
  return report(text, orders::kRoot, Options()).to_string();
}

/// Lines whose SKUs differ in their numbers; those at these places are not allowed.
std::string lines(std::size_t count, const std::vector<std::size_t>& bad) {
  std::string text = "[";
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_bad = std::find(bad.begin(), bad.end(), i) != bad.end();
    text += std::string(i == 0 ? "" : ", ") + R"({"note":"n","sku":")" + (is_bad ? "x-" : "s-") +
            std::to_string(100 + i) + "\"}";
  }
  return text + "]";
}
std::string order(const std::string& lines, std::string_view last = "s-1") {
  return R"({"first":"s-0","lines":)" + lines + R"(,"last":")" + std::string(last) + "\"}";
}

TEST(Headway, SparesTheWalkWhatWasAccepted) {
  const std::string text = order(lines(100, {99}));
  orders::asked = 0;
  EXPECT_EQ(report_of(text), walked(text));
  const int both = orders::asked;
  orders::asked = 0;
  EXPECT_FALSE(walked(text).empty());
  EXPECT_LE(both - orders::asked, 101 + 4)
      << "the reader asks 101 times, the walk for what is left";
}

TEST(Headway, SparesTheWalkWhatIsAcceptedBehindAFault) {
  const std::string text = order(lines(100, {0, 50}));
  orders::asked = 0;
  EXPECT_EQ(report_of(text), walked(text));
  EXPECT_LE(orders::asked, 102 + 2 + 102) << "the reader, the walk, and the other walk";
}

TEST(Headway, SparesAMemberWhatWasAcceptedBeforeIt) {
  const std::string text = order(lines(100, {}), "x");
  orders::asked = 0;
  EXPECT_NE(report_of(text), "");
  EXPECT_LE(orders::asked, 102 + 1);
}

TEST(Headway, IsKeptOfSomeFaultsAndMoreAreFoundAllTheSame) {
  for (const std::size_t count : {2, 15, 16, 17, 31, 32, 33, 100}) {
    std::vector<std::size_t> bad(count);
    for (std::size_t i = 0; i < count; ++i) bad[i] = 2 * i;
    for (const std::string_view last : {"s-1", "x"}) {
      const std::string text = order(lines(2 * count, bad), last);
      EXPECT_EQ(report_of(text), walked(text)) << count;
    }
  }
}

TEST(Headway, TellsOfAFaultAgainWhereTheItemBeforeHadTheSame) {
  for (const std::string& text : {
           order(R"([{"sku":"x-1"},{"sku":"x-1"},{"sku":"x-1"}])"),
           order(R"([{"sku":"s-1"},{"sku":"x-1"},{"sku":"x-1"},{"sku":"s-1"},{"sku":"x-1"}])"),
           order(R"([{"note":"n"},{"sku":""},{"sku":""}])"),
       }) {
    EXPECT_EQ(report_of(text), walked(text)) << text;
  }
}

TEST(Headway, IsOfNoUseWhereWhatStandsBeforeMatters) {
  for (const std::string& text : {
           order(R"([{"sku":"s-1"},{"sku":"s-2","sku":"s-3"}])"),
           order(R"([{"sku":"s-1"},{"sku":"s-2"},])"),
           order(R"([{"sku":"s-1"},{"note":"a"},{"note":"b"}])"),
           order(R"([{"sku":"s-1"},)"),
           order(R"([{"sku":"s-1"}{"sku":"s-1"}])"),
           std::string(R"({"lines":[],"lines":[],"first":"s-","last":"s-"})"),
           std::string(R"({"lines":[],"last":"s-"})"),
           std::string(R"({"lines":[], "other": 1, "other": 2, "last":1})"),
           std::string(R"({"first":"s-","lines":[{"sku":"s-"},1,{"sku":2}],"last":"s-"} x)"),
       }) {
    EXPECT_EQ(report_of(text), walked(text)) << text;
    EXPECT_NE(report_of(text), "") << text;
  }
}

}  // namespace
}  // namespace eventc
