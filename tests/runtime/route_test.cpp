// SPDX-License-Identifier: Apache-2.0
#include "eventc/route.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "eventc/classify.hpp"

namespace eventc {
namespace {

// Four events, told apart as the compiler does it: an HTTP request by several members, a Kafka
// event by one of some values, a Kinesis event by its first record or, without any, by its stream,
// and an order by a constant.
namespace tables {

using route::Alternative;
using route::Fact;
using route::Location;
using schema::kArray;
using schema::kObject;
using schema::kString;

bool is_kinesis_arn(std::string_view text) { return text.find(":kinesis:") != text.npos; }
constexpr schema::Pattern stream_arn{.source = ":kinesis:", .matches = is_kinesis_arn};

enum Place : std::size_t {
  kRoot,
  kRecords,
  kEventSource,
  kEventSourceArn,
  kEventType,
  kIsBase64Encoded,
  kRecordMap,
  kRequestContext,
  kVersion,
  kFirstRecord,
  kHttp,
  kKinesis,
};
constexpr Location locations[] = {
    {0, {}, false, 1, 9},
    {0, "Records", false, 9, 10},
    {0, "eventSource", false, 0, 0},
    {0, "eventSourceARN", false, 0, 0},
    {0, "eventType", false, 0, 0},
    {0, "isBase64Encoded", false, 0, 0},
    {0, "records", false, 0, 0},
    {0, "requestContext", false, 10, 11},
    {0, "version", false, 0, 0},
    {1, {}, true, 11, 12},
    {7, "http", false, 0, 0},
    {9, "kinesis", false, 0, 0},
};

enum Event : std::size_t { kHttpRequest, kKafka, kKinesisEvent, kOrder };
constexpr schema::Value two[] = {"2.0"};
constexpr Fact http_request[] = {{kIsBase64Encoded}, {kVersion, kString, two, nullptr}, {kHttp}};
constexpr schema::Value sources[] = {"aws:kafka", "SelfManagedKafka"};
constexpr Fact kafka[] = {{kEventSource, kString, sources, nullptr}, {kRecordMap}};
constexpr Fact final_window[] = {{kRecords}, {kEventSourceArn, kString, {}, &stream_arn}};
constexpr schema::Value order_created[] = {"ORDER_CREATED"};
constexpr Fact order[] = {{kEventType, kString, order_created, nullptr}};
constexpr Fact with_records[] = {{kKinesis, kObject, {}, nullptr}};
constexpr Alternative alternatives[] = {
    {kHttpRequest, http_request, true},  {kKafka, kafka, true},
    {kKinesisEvent, final_window, true}, {kOrder, order, true},
    {kKinesisEvent, with_records, true},
};
constexpr std::string_view names[] = {"HttpRequest", "KafkaEvent", "KinesisEvent", "OrderCreated"};
constexpr route::Table events{locations, alternatives, names};

}  // namespace tables

/// The name of the event that a payload is, or "unknown".
std::string classified(std::string_view text, const route::Table& table = tables::events,
                       const Options& options = {}) {
  const std::size_t event = route::classify(text, table, options);
  return event == route::kUnknown ? "unknown" : std::string(table.event_names[event]);
}

TEST(Route, FindsAnEventByItsFacts) {
  EXPECT_EQ(
      classified(R"({"version": "2.0", "requestContext": {"http": {}}, "isBase64Encoded": 1})"),
      "HttpRequest");
  EXPECT_EQ(classified(R"({"eventSource": "SelfManagedKafka", "records": {}})"), "KafkaEvent");
  EXPECT_EQ(classified(R"({"Records": [{"kinesis": {}}]})"), "KinesisEvent");
  EXPECT_EQ(classified(R"({"eventType": "ORDER_CREATED"})"), "OrderCreated");
}

TEST(Route, FindsAnEventByAnotherAlternative) {
  EXPECT_EQ(classified(R"({"Records": [], "eventSourceARN": "arn:aws:kinesis:x"})"),
            "KinesisEvent");
  EXPECT_EQ(classified(R"({"eventSourceARN": "arn:aws:kinesis:x", "Records": []})"),
            "KinesisEvent");
}

TEST(Route, KnowsNoEventWhereAFactDoesNotHold) {
  for (const std::string_view text : {
           R"({"version": "1.0", "requestContext": {"http": {}}, "isBase64Encoded": false})",
           R"({"version": 2.0, "requestContext": {"http": {}}, "isBase64Encoded": false})",
           R"({"version": ["2.0"], "requestContext": {"http": {}}, "isBase64Encoded": false})",
           R"({"version": "2.0", "requestContext": {"https": {}}, "isBase64Encoded": false})",
           R"({"version": "2.0", "requestContext": [], "isBase64Encoded": false})",
           R"({"version": "2.0", "requestContext": {"http": {}}})",
           R"({"eventSource": "aws:rmq", "records": {}})",
           R"({"eventSource": "aws:kafka"})",
           R"({"Records": []})",
           R"({"Records": [{"kinesis": "no object"}]})",
           R"({"Records": [[{"kinesis": {}}]]})",
           R"({"Records": {"kinesis": {}}})",
           R"({"Records": [], "eventSourceARN": "arn:aws:dynamodb:x"})",
           R"({"eventtype": "ORDER_CREATED"})",
           R"({"body": {"eventType": "ORDER_CREATED"}})",
           "{}",
           "[]",
           R"([{"eventType": "ORDER_CREATED"}])",
           R"("ORDER_CREATED")",
           "null",
           "17",
       }) {
    EXPECT_EQ(classified(text), "unknown") << text;
  }
}

TEST(Route, LooksAtTheFirstItemAlone) {
  EXPECT_EQ(classified(R"({"Records": [{"kinesis": {}}, {"s3": {}}]})"), "KinesisEvent");
  EXPECT_EQ(classified(R"({"Records": [{"s3": {}}, {"kinesis": {}}]})"), "unknown");
}

TEST(Route, ReadsEscapesInNamesAndValues) {
  EXPECT_EQ(classified(R"({"\u0065ventType": "ORDER\u005fCREATED"})"), "OrderCreated");
  EXPECT_EQ(classified(R"({"eventType": "ORDER\\u005fCREATED"})"), "unknown");
}

TEST(Route, TakesTheFirstOfAMemberThatIsGivenTwice) {
  EXPECT_EQ(classified(R"({"eventType": "ORDER_CREATED", "eventType": "OTHER"})"), "OrderCreated");
  EXPECT_EQ(classified(R"({"eventType": "OTHER", "eventType": "ORDER_CREATED"})"), "unknown");
  EXPECT_EQ(classified(R"({"Records": [{}], "Records": [{"kinesis": {}}]})"), "unknown");
}

TEST(Route, StopsAtTheAnswer) {
  EXPECT_EQ(classified(R"({"eventType": "ORDER_CREATED" and whatever)"), "OrderCreated");
  EXPECT_EQ(classified(R"({"Records": [{"kinesis": {)"), "KinesisEvent");
}

TEST(Route, KnowsNoEventOnceTheTextIsNotJson) {
  EXPECT_EQ(classified(""), "unknown");
  EXPECT_EQ(classified(R"({"a": tru, "eventType": "ORDER_CREATED"})"), "unknown");
  EXPECT_EQ(classified(R"({"eventType": "ORDER_CREATED)"), "unknown");
  EXPECT_EQ(classified("{\"eventType\": \"ORDER_CREATED\x80\"}"), "unknown");
  EXPECT_EQ(classified(R"({"Records" [{"kinesis": {}}]})"), "unknown");
}

TEST(Route, KeepsTheLimits) {
  const std::string deep = R"({"a": )" + std::string(20, '[') + std::string(20, ']') +
                           R"(, "eventType": "ORDER_CREATED"})";
  EXPECT_EQ(classified(deep), "OrderCreated");
  EXPECT_EQ(classified(deep, tables::events, {.max_depth = 20}), "unknown");
  EXPECT_EQ(classified(deep, tables::events, {.max_size = deep.size() - 1}), "unknown");
}

// Everything that the text is cut to is some verdict, and none that the whole text does not have.
TEST(Route, KnowsNoOtherEventInAPrefix) {
  const std::string text =
      R"({"x": [1.5e3, null, "\ud83d\ude00"], "Records": [{"kinesis": {"data": ""}}], "eventType": 1})";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    const bool has_mark = size > text.find("{\"data");
    EXPECT_EQ(classified(cut), has_mark ? "KinesisEvent" : "unknown") << cut;
  }
}

TEST(Route, ComparesScalarsOfEveryType) {
  using route::Fact;
  using route::Location;
  static constexpr Location locations[] = {{0, {}, false, 1, 2}, {0, "v", false, 0, 0}};
  static constexpr schema::Value scalars[] = {1, true, nullptr,
                                              schema::Raw{"18446744073709551615"}};
  static constexpr Fact facts[] = {{1, schema::kAny, scalars, nullptr}};
  static constexpr route::Alternative alternatives[] = {{0, facts, true}};
  static constexpr std::string_view names[] = {"V"};
  static constexpr route::Table table{locations, alternatives, names};
  for (const std::string value : {"1", "1.0", "10e-1", "true", "null", "18446744073709551615"}) {
    EXPECT_EQ(classified("{\"v\": " + value + "}", table), "V") << value;
  }
  for (const std::string value :
       {"2", "1.5", "false", "\"1\"", "\"true\"", "\"null\"", "[1]", "{}"}) {
    EXPECT_EQ(classified("{\"v\": " + value + "}", table), "unknown") << value;
  }
}

// Special is General with a mark of its own: both facts hold, and Special stands first.
namespace tables {

constexpr Location two_members[] = {
    {0, {}, false, 1, 3}, {0, "id", false, 0, 0}, {0, "mark", false, 0, 0}};
constexpr Fact special[] = {{1}, {2}};
constexpr Fact general[] = {{1}};
constexpr Alternative special_first[] = {{1, special, true}, {0, general, false}};
constexpr std::string_view general_and_special[] = {"General", "Special"};
constexpr route::Table ranked{two_members, special_first, general_and_special};

}  // namespace tables

TEST(Route, ReadsOnWhereAnAlternativeInFrontMayYetHold) {
  EXPECT_EQ(classified(R"({"id": 1, "x": 2, "mark": 3})", tables::ranked), "Special");
  EXPECT_EQ(classified(R"({"mark": 3, "id": 1})", tables::ranked), "Special");
  EXPECT_EQ(classified(R"({"id": 1, "x": 2})", tables::ranked), "General");
  EXPECT_EQ(classified(R"({"mark": 3})", tables::ranked), "unknown");
  EXPECT_EQ(classified(R"({"id": 1, "x": 2)", tables::ranked), "unknown");
}

TEST(Route, KnowsNothingWithoutEvents) { EXPECT_EQ(classified("{}", route::Table{}), "unknown"); }

// More than what is held on the stack.
TEST(Route, TakesLargeTables) {
  constexpr std::size_t kMany = 300;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kMany; ++i) texts.push_back("m" + std::to_string(1000 + i));
  static route::Location locations[kMany + 1];
  static route::Fact facts[kMany][1];
  static route::Alternative alternatives[kMany];
  static std::string_view names[kMany];
  locations[0] = {0, {}, false, 1, kMany + 1};
  for (std::size_t i = 0; i < kMany; ++i) {
    locations[i + 1] = {0, texts[i], false, 0, 0};
    facts[i][0].location = i + 1;
    alternatives[i] = {i, facts[i], true};
    names[i] = texts[i];
  }
  const route::Table table{locations, alternatives, names};
  for (const std::string& name : texts) {
    EXPECT_EQ(classified("{\"x\": 0, \"" + name + "\": 0}", table), name);
  }
  EXPECT_EQ(classified(R"({"m0999": 0})", table), "unknown");
}

struct Bundle {
  enum class Event { HttpRequest, Kafka, Kinesis, Order };
  static const route::Table& routes() { return tables::events; }
};

TEST(Classify, GivesTheBundlesEvent) {
  EXPECT_EQ(classify<Bundle>(R"({"Records": [{"kinesis": {}}]})"), Bundle::Event::Kinesis);
  EXPECT_EQ(classify<Bundle>("{}"), std::nullopt);
}

TEST(EventList, KnowsItsTypes) {
  using List = EventList<int, char>;
  EXPECT_EQ(List::size, 2U);
  EXPECT_EQ(List::index_of<int>(), 0U);
  EXPECT_EQ(List::index_of<char>(), 1U);
  EXPECT_FALSE(List::contains<bool>);
}

}  // namespace
}  // namespace eventc
