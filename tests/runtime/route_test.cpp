// SPDX-License-Identifier: Apache-2.0
#include "eventc/route.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "eventc/classify.hpp"
#include "eventc/emitted/route_index.hpp"

namespace eventc {
namespace {

// Four events, told apart as the compiler does it: an HTTP request by several members, a Kafka
// event by one of some values, a Kinesis event by its first record or, without any, by its stream,
// and an order by a constant.
namespace tables {

using route::Alternative;
using route::Fact;
using route::Key;
using route::Location;
using schema::kArray;
using schema::kObject;
using schema::kString;

bool is_kinesis_arn(std::string_view text) { return text.find(":kinesis:") != text.npos; }
constexpr schema::Pattern stream_arn{":kinesis:", is_kinesis_arn};

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
    {.inner = true},
    {.parent = kRoot, .member = "Records", .inner = true},
    {.parent = kRoot, .member = "eventSource", .keyed = true},
    {.parent = kRoot, .member = "eventSourceARN", .tests_begin = 0, .tests_end = 1},
    {.parent = kRoot, .member = "eventType", .keyed = true},
    {.parent = kRoot, .member = "isBase64Encoded"},
    {.parent = kRoot, .member = "records"},
    {.parent = kRoot, .member = "requestContext", .inner = true},
    {.parent = kRoot, .member = "version", .keyed = true},
    {.parent = kRecords, .first_item = true, .inner = true},
    {.parent = kRequestContext, .member = "http"},
    {.parent = kFirstRecord, .member = "kinesis", .tests_begin = 1, .tests_end = 2},
};
constexpr route::Index location_index(locations);

enum Event : std::size_t { kHttpRequest, kKafka, kKinesisEvent, kOrder };
constexpr schema::Value two[] = {"2.0"};
constexpr Fact http_request[] = {
    {.location = kVersion, .types = kString, .values = two}, {kIsBase64Encoded}, {kHttp}};
constexpr schema::Value sources[] = {"aws:kafka", "SelfManagedKafka"};
constexpr Fact kafka[] = {{.location = kEventSource, .types = kString, .values = sources},
                          {kRecordMap}};
constexpr Fact final_window[] = {
    {.location = kEventSourceArn, .types = kString, .pattern = &stream_arn}, {kRecords}};
constexpr schema::Value order_created[] = {"ORDER_CREATED"};
constexpr Fact order[] = {{.location = kEventType, .types = kString, .values = order_created}};
constexpr Fact with_records[] = {{.location = kKinesis, .types = kObject}};
constexpr Alternative alternatives[] = {
    {.event = kKinesisEvent, .rank = 3, .facts = final_window},
    {.event = kKinesisEvent, .rank = 4, .facts = with_records},
    {.event = kKafka, .rank = 1, .facts = kafka},
    {.event = kOrder, .rank = 2, .facts = order},
    {.event = kHttpRequest, .rank = 0, .facts = http_request},
};
constexpr Key keys[] = {
    {kEventSource, "SelfManagedKafka", 2},
    {kEventSource, "aws:kafka", 2},
    {kEventType, "ORDER_CREATED", 3},
    {kVersion, "2.0", 4},
};
constexpr route::Index key_index(keys);
constexpr std::string_view names[] = {"HttpRequest", "KafkaEvent", "KinesisEvent", "OrderCreated"};
constexpr route::Table events{.locations = locations,
                              .keys = keys,
                              .alternatives = alternatives,
                              .event_names = names,
                              .location_index = location_index.slots,
                              .key_index = key_index.slots};

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
  static constexpr route::Location locations[] = {
      {.inner = true},
      {.parent = 0, .member = "v", .keyed = true, .tests_begin = 0, .tests_end = 1}};
  static constexpr route::Index location_index(locations);
  static constexpr schema::Value large[] = {schema::Raw{"18446744073709551615"}};
  static constexpr route::Fact large_fact[] = {{.location = 1, .values = large}};
  static constexpr schema::Value scalars[] = {1, true, nullptr};
  static constexpr route::Fact facts[] = {{.location = 1, .values = scalars}};
  static constexpr route::Alternative alternatives[] = {{0, 0, large_fact}, {0, 1, facts}};
  static constexpr route::Key keys[] = {{1, nullptr, 1}, {1, true, 1}, {1, 1, 1}};
  static constexpr route::Index key_index(keys);
  static constexpr std::string_view names[] = {"V"};
  static constexpr route::Table table{
      locations, keys, alternatives, names, location_index.slots, key_index.slots};
  for (const std::string value : {"1", "1.0", "10e-1", "true", "null", "18446744073709551615"}) {
    EXPECT_EQ(classified("{\"v\": " + value + "}", table), "V") << value;
  }
  for (const std::string value :
       {"2", "1.5", "false", "\"1\"", "\"true\"", "\"null\"", "[1]", "{}"}) {
    EXPECT_EQ(classified("{\"v\": " + value + "}", table), "unknown") << value;
  }
}

// Special is General with a mark of its own: both facts hold, and Special has the lesser rank.
namespace tables {

constexpr Location two_members[] = {
    {.inner = true},
    {.parent = 0, .member = "id", .tests_begin = 0, .tests_end = 1},
    {.parent = 0, .member = "mark", .tests_begin = 1, .tests_end = 2},
};
constexpr route::Index two_members_index(two_members);
constexpr Fact special[] = {{2}, {1}};
constexpr Fact general[] = {{1}};
constexpr std::size_t mark[] = {2};
constexpr Alternative special_first[] = {
    {.event = 0, .rank = 1, .facts = general, .waits_for = mark},
    {.event = 1, .rank = 0, .facts = special},
};
constexpr std::string_view general_and_special[] = {"General", "Special"};
constexpr route::Table ranked{.locations = two_members,
                              .alternatives = special_first,
                              .event_names = general_and_special,
                              .location_index = two_members_index.slots};

}  // namespace tables

TEST(Route, ReadsOnWhereAnAlternativeInFrontMayYetHold) {
  EXPECT_EQ(classified(R"({"id": 1, "x": 2, "mark": 3})", tables::ranked), "Special");
  EXPECT_EQ(classified(R"({"mark": 3, "id": 1})", tables::ranked), "Special");
  EXPECT_EQ(classified(R"({"id": 1, "x": 2})", tables::ranked), "General");
  EXPECT_EQ(classified(R"({"mark": 3})", tables::ranked), "unknown");
  EXPECT_EQ(classified(R"({"id": 1, "x": 2)", tables::ranked), "unknown");
}

// Special is General with a mark inside of what both have.
namespace tables {

constexpr Location nested_mark[] = {
    {.inner = true},
    {.parent = 0, .member = "detail", .inner = true, .tests_begin = 0, .tests_end = 1},
    {.parent = 1, .member = "mark", .tests_begin = 1, .tests_end = 2},
};
constexpr route::Index nested_mark_index(nested_mark);
constexpr Fact has_mark[] = {{2}};
constexpr Fact has_detail[] = {{1}};
constexpr Alternative nested_first[] = {
    {.event = 0, .rank = 1, .facts = has_detail, .waits_for = mark},
    {.event = 1, .rank = 0, .facts = has_mark},
};
constexpr route::Table nested{.locations = nested_mark,
                              .alternatives = nested_first,
                              .event_names = general_and_special,
                              .location_index = nested_mark_index.slots};

}  // namespace tables

TEST(Route, ReadsOnInsideOfAValueWhereAnAlternativeInFrontMayYetHold) {
  EXPECT_EQ(classified(R"({"detail": {"x": 1, "mark": 2}})", tables::nested), "Special");
  EXPECT_EQ(classified(R"({"detail": {"x": 1}})", tables::nested), "General");
  EXPECT_EQ(classified(R"({"detail": {"x": 1}, "mark": 2})", tables::nested), "General");
  EXPECT_EQ(classified(R"({"detail": [{"mark": 2}]})", tables::nested), "General");
  EXPECT_EQ(classified(R"({"detail": "x", "mark")", tables::nested), "General");
  EXPECT_EQ(classified(R"({"detail": {"x": 1)", tables::nested), "unknown");
}

TEST(Route, KnowsNothingWithoutEvents) { EXPECT_EQ(classified("{}", route::Table{}), "unknown"); }

// More than what is held on the stack.
TEST(Route, TakesLargeTables) {
  constexpr std::size_t kMany = 1500;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kMany; ++i) texts.push_back("m" + std::to_string(1000 + i));
  static route::Location locations[kMany + 1];
  static route::Fact facts[kMany][1];
  static route::Alternative alternatives[kMany];
  static std::string_view names[kMany];
  locations[0].inner = true;
  for (std::size_t i = 0; i < kMany; ++i) {
    locations[i + 1] = {.parent = 0, .member = texts[i], .tests_begin = i, .tests_end = i + 1};
    facts[i][0].location = i + 1;
    alternatives[i] = {.event = i, .rank = i, .facts = facts[i]};
    names[i] = texts[i];
  }
  static const route::Index location_index(locations);
  const route::Table table{.locations = locations,
                           .alternatives = alternatives,
                           .event_names = names,
                           .location_index = location_index.slots};
  std::string all;
  for (const std::string& name : texts) {
    const std::string member = "\"" + name + "\": 0";
    EXPECT_EQ(classified("{\"x\": 0, " + member + "}", table), name);
    all += (all.empty() ? "{" : ", ") + member;
  }
  EXPECT_EQ(classified(R"({"m0999": 0})", table), "unknown");
  EXPECT_EQ(classified(all + "}", table), texts.front()) << "the first whose facts hold";
}

// Compilers bound the steps of a constant expression, Clang to 2^20: an index of many long values
// has to be one.
namespace tables {

constexpr std::size_t kManyKeys = 6000;

struct Texts {
  char text[kManyKeys][32] = {};

  constexpr Texts() {
    for (std::size_t i = 0; i < kManyKeys; ++i) {
      for (std::size_t rest = i, at = 30; at != 26; rest /= 10)
        text[i][at--] = static_cast<char>('0' + rest % 10);
    }
  }
};
constexpr Texts texts;

struct ManyKeys {
  Key rows[kManyKeys];

  constexpr ManyKeys() {
    for (std::size_t i = 0; i < kManyKeys; ++i)
      rows[i] = {.location = 0, .value = texts.text[i], .alternative = i};
  }
};
constexpr ManyKeys many;
constexpr route::Index many_index(many.rows);

}  // namespace tables

TEST(Index, HoldsManyKeysOfAConstantTable) {
  const schema::List<route::Key> rows(tables::many.rows);
  const schema::List<std::uint32_t> slots(tables::many_index.slots);
  for (std::size_t i = 0; i < tables::kManyKeys; ++i)
    EXPECT_EQ(route::find_row(rows, slots, 0, rows[i].value.text()), i);
  EXPECT_EQ(route::find_row(rows, slots, 1, rows[0].value.text()), route::kUnknown);
}

/// "Event: location: message", or "nothing".
std::string closest_to(std::string_view text, const Options& options = {}) {
  const auto closest = route::find_closest(text, tables::events, options);
  if (!closest) return "nothing";
  const Error& error = closest->difference;
  return std::string(tables::names[closest->event]) + ": " + error.instance_location + " (" +
         std::to_string(error.line) + ":" + std::to_string(error.column) + "): " + error.message;
}

TEST(FindClosest, NamesTheFactThatDoesNotHold) {
  EXPECT_EQ(closest_to(R"({"version": "2.0", "requestContext": {"stage": "x"},
 "isBase64Encoded": false})"),
            "HttpRequest: /requestContext/http (1:38): missing");
  EXPECT_EQ(closest_to(R"({"eventSource": "aws:rmq", "records": {}})"),
            "KafkaEvent: /eventSource (1:17): expected \"aws:kafka\" or \"SelfManagedKafka\", "
            "found \"aws:rmq\"");
  EXPECT_EQ(closest_to(R"({"Records": [{"kinesis": []}]})"),
            "KinesisEvent: /Records/0/kinesis (1:26): expected an object, found an array");
  EXPECT_EQ(closest_to(R"({"Records": [], "eventSourceARN": "arn:aws:sns:x"})"),
            "KinesisEvent: /eventSourceARN (1:35): expected text that matches :kinesis:, found "
            "\"arn:aws:sns:x\"");
  EXPECT_EQ(closest_to(R"({"eventType": 7})"),
            "OrderCreated: /eventType (1:15): expected a string, found 7");
}

TEST(FindClosest, CountsTheWayToAFact) {
  EXPECT_EQ(closest_to(R"({"Records": [{"s3": {}}]})"),
            "KinesisEvent: /Records/0/kinesis (1:14): missing");
}

TEST(FindClosest, QuotesThePayloadWhereThatIsAllowed) {
  EXPECT_EQ(closest_to(R"({"eventType": "secret"})", {.quote_payload = false}),
            "OrderCreated: /eventType (1:15): expected \"ORDER_CREATED\"");
}

TEST(FindClosest, FindsNothingWhereNothingIsInCommon) {
  for (const std::string_view text : {"{}", "[]", "17", R"({"a": {"version": "2.0"}})", "{"})
    EXPECT_EQ(closest_to(text), "nothing") << text;
}

// /version is no more that of a request than /eventType that of an order.
TEST(FindClosest, FindsNothingWhereSeveralEventsAreAsClose) {
  EXPECT_EQ(closest_to(R"({"eventType": "ORDER_SHIPPED"})"),
            "OrderCreated: /eventType (1:15): expected \"ORDER_CREATED\", found \"ORDER_SHIPPED\"");
  EXPECT_EQ(closest_to(R"({"eventType": "ORDER_SHIPPED", "records": {}})"), "nothing");
}

TEST(FindClosest, FindsNothingForAPayloadThatIsAnEvent) {
  EXPECT_EQ(closest_to(R"({"eventType": "ORDER_CREATED"})"), "nothing");
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
