// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <events/bundle.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/router.hpp"
#include "eventc/view.hpp"

// Views of the catalog's events, as a program uses them.

namespace eventc::test {
namespace {

using events::KinesisEvent;

constexpr std::string_view kPayload =
    R"({"Records":[],"shardId":"shard-1","state":{"a":"\u00e9"}})";

bool lies_in(std::string_view part, std::string_view text) {
  return part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size();
}

TEST(View, BorrowsStringsFromThePayload) {
  Arena arena;
  const auto event = parse<KinesisEvent>(kPayload, arena);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->shard_id, "shard-1");
  EXPECT_TRUE(lies_in(*event->shard_id, kPayload));
  EXPECT_TRUE(lies_in(event->state->text(), kPayload));
}

TEST(View, KeepsEscapedStringsInTheArena) {
  std::string payload = R"({"Records":[],"shardId":"shard\u002d1"})";
  Arena arena;
  const auto event = parse<KinesisEvent>(payload, arena);
  ASSERT_TRUE(event);
  payload.assign(payload.size(), ' ');
  EXPECT_EQ(event->shard_id, "shard-1");
}

TEST(View, SaysWhatIsWrongAsOwnedTypesDo) {
  Arena arena;
  const auto event = parse<KinesisEvent>(R"({"Records":[{"kinesis":1}]})", arena);
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().to_string(),
            "/Records/0/kinesis (1:24): expected an object, found a number "
            "[kinesis-event.schema.json#/$defs/StreamRecord/type]");
}

TEST(Kept, LivesWithItsPayloadWhereverItGoes) {
  std::vector<Kept<KinesisEvent>> all;
  for (int i = 0; i < 40; ++i) {
    auto kept = parse<KinesisEvent>(std::string(kPayload));
    ASSERT_TRUE(kept);
    all.push_back(*std::move(kept));
  }
  for (const Kept<KinesisEvent>& kept : all) {
    EXPECT_EQ(kept->shard_id, "shard-1");
    EXPECT_EQ((*kept).state->text(), R"({"a":"\u00e9"})");
    EXPECT_EQ(kept.payload(), kPayload);
  }
}

TEST(Kept, IsNoneOfAPayloadThatIsRefused) {
  const auto kept = parse<KinesisEvent>("{}");
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().kind, ErrorKind::Invalid);
}

const std::string kRecord =
    R"({"Records":[{"eventSource":"aws:kinesis","kinesis":{"partitionKey":"k",)"
    R"("sequenceNumber":"1","data":"aGk="}}]})";

TEST(RouterOfViews, ReadsOneEventAfterAnotherIntoAnArena) {
  std::string seen;
  Router<events::Bundle> router;
  router.on<KinesisEvent>([&seen](const KinesisEvent& event) {
    seen += std::string(event.records.front().kinesis.data.text()) + ";";
  });
  Arena arena;
  EXPECT_TRUE(router.dispatch(kRecord, arena).ok());
  const std::size_t used = arena.used();
  EXPECT_GT(used, 0U);
  EXPECT_TRUE(router.dispatch(kRecord, arena).ok());
  EXPECT_EQ(arena.used(), used);
  EXPECT_TRUE(router.dispatch(kRecord).ok()) << "with an arena for this call";
  EXPECT_EQ(seen, "hi;hi;hi;");
}

}  // namespace
}  // namespace eventc::test
