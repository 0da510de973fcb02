// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "batch/samples.hpp"

// Queues: each message reported comes again, the others are deleted.

namespace eventc::batch::test {
namespace {

using Mail = Batch<events::SqsEvent>;

/// Fails the messages whose body is "bad", and notes the IDs of all it sees.
auto handler(std::string& seen) {
  return [&seen](const Message& message) {
    seen += std::string(message.message_id) + " ";
    if (message.body == "bad") throw std::runtime_error("bad letter");
  };
}

TEST(SqsBatch, ReportsEachMessageThatFailsAndGoesOn) {
  Mail mail;
  std::string seen;
  mail.on_record(handler(seen));
  const auto event = sqs({{.id = "a", .body = "bad"}, {.id = "b"}, {.id = "c", .body = "bad"}});
  EXPECT_EQ(mail(*event).text(), failed({"a", "c"}));
  EXPECT_EQ(seen, "a b c ");
}

TEST(SqsBatch, HoldsUpTheRestOfAGroupOfAFifoQueue) {
  Mail mail;
  std::string seen;
  Summary summary;
  mail.on_record(handler(seen)).on_done([&](const Summary& it) { summary = it; });
  const auto event = sqs({{.id = "a", .group = "x"},
                          {.id = "b", .body = "bad", .group = "x"},
                          {.id = "c", .group = "y"},
                          {.id = "d", .group = "x"},
                          {.id = "e", .group = "y"}},
                         kFifo);
  EXPECT_EQ(mail(*event).text(), failed({"b", "d"}));
  EXPECT_EQ(seen, "a b c e ") << "d is behind b in its group";
  EXPECT_EQ(summary.failed, 1U);
  EXPECT_EQ(summary.not_tried, 1U);
}

TEST(SqsBatch, DoesNotHoldUpTheGroupsOfAStandardQueue) {
  Mail mail;
  std::string seen;
  mail.on_record(handler(seen));
  const auto event =
      sqs({{.id = "a", .body = "bad", .group = "tenant"}, {.id = "b", .group = "tenant"}});
  EXPECT_EQ(mail(*event).text(), failed({"a"}));
  EXPECT_EQ(seen, "a b ") << "a standard queue's groups share it fairly; they are not in order";
}

TEST(SqsBatch, TellsAFifoQueueWithoutItsNameByTheSequenceNumbers) {
  Mail mail;
  std::string seen;
  mail.on_record(handler(seen));
  const std::string text = R"({"Records": [
    {"messageId": "a", "body": "bad", "eventSource": "aws:sqs",
     "attributes": {"MessageGroupId": "x", "SequenceNumber": "1"}},
    {"messageId": "b", "body": "", "eventSource": "aws:sqs",
     "attributes": {"MessageGroupId": "x", "SequenceNumber": "2"}}]})";
  auto event = eventc::parse<events::SqsEvent>(std::string(text));
  ASSERT_TRUE(event) << event.error().to_string();
  EXPECT_EQ(mail(**event).text(), failed({"a", "b"}));
  EXPECT_EQ(seen, "a ");
}

TEST(SqsBatch, ReportsAllWhereAllFail) {
  Mail mail;
  std::string seen;
  mail.on_record(handler(seen));
  const auto event = sqs({{.id = "a", .body = "bad"}, {.id = "b", .body = "bad"}});
  EXPECT_EQ(mail(*event).text(), failed({"a", "b"}));
}

TEST(SqsBatch, ThrowsWhereAllFailIfItIsAsked) {
  Mail mail({.throw_if_none_succeeded = true});
  std::string seen;
  mail.on_record(handler(seen));
  EXPECT_THROW(static_cast<void>(mail(*sqs({{.id = "a", .body = "bad"}}))), BatchFailed);
}

TEST(SqsBatch, TellsTheHandlerAboutTheMessage) {
  Mail mail;
  bool called = false;
  mail.on_record([&](const Message&, const RecordContext& about) {
    called = true;
    EXPECT_EQ(about.identifier, "a");
    EXPECT_EQ(about.source, kFifo);
    EXPECT_EQ(about.shard, "");
    EXPECT_EQ(about.group, "x");
    EXPECT_EQ(about.attempt, 3);
    EXPECT_EQ(about.arrival,
              std::chrono::system_clock::time_point(std::chrono::milliseconds(1700000000000)));
    EXPECT_EQ(about.bytes, 5U);
  });
  static_cast<void>(mail(*sqs({{.id = "a", .group = "x", .attempt = "3"}}, kFifo)));
  EXPECT_TRUE(called);
}

TEST(SqsBatch, TakesNoNumbersFromHostileAttributes) {
  for (const std::string text : {"", "-1", "1x", " 1", "99999999999999999999", "1e3"}) {
    Mail mail;
    bool called = false;
    mail.on_record([&](const Message&, const RecordContext& about) {
      called = true;
      EXPECT_EQ(about.attempt, std::nullopt) << text;
      EXPECT_EQ(about.arrival, std::nullopt) << text;
      EXPECT_EQ(about.age(), std::nullopt) << text;
    });
    static_cast<void>(mail(*sqs({{.id = "a", .attempt = text, .sent = text}})));
    EXPECT_TRUE(called);
  }
}

TEST(SqsBatch, TakesOwnedEventsAsWell) {
  Batch<events::sqs_event::owned::SqsEvent> mail;
  mail.on_record([](const events::sqs_event::owned::Message& message, const RecordContext& about) {
    EXPECT_EQ(about.group, "x");
    return message.body == "bad" ? Verdict::failed("bad") : Verdict::ok();
  });
  const auto event = to_owned(*sqs({{.id = "a", .group = "x"},
                                    {.id = "b", .body = "bad", .group = "x"},
                                    {.id = "c", .group = "x"}},
                                   kFifo));
  EXPECT_EQ(mail(event).text(), failed({"b", "c"}));
}

TEST(SqsBatch, EscapesHostileIdentifiers) {
  Mail mail;
  mail.on_record([](const Message&) { return Verdict::failed("no"); });
  const auto event = sqs({{.id = "a\"},{\n\\"}});
  EXPECT_EQ(mail(*event).text(), R"({"batchItemFailures":[{"itemIdentifier":"a\"},{\n\\"}]})");
}

TEST(SqsBatch, FailsAsAWholeWhereAnIdentifierIsNoText) {
  Mail mail;
  mail.on_record([](const Message&) { return Verdict::failed("no"); });
  Message message;
  message.message_id = "a\xff";
  events::SqsEvent event;
  event.records = {&message, 1};
  EXPECT_THROW(static_cast<void>(mail(event)), BatchFailed) << "no JSON can hold it";
}

TEST(SqsBatch, FailsAsAWholeWhereAMessageToReportHasNoId) {
  Mail mail;
  std::string seen;
  mail.on_record(handler(seen));
  const auto event = sqs({{.id = "a"}, {.id = "", .body = "bad"}});
  try {
    static_cast<void>(mail(*event));
    FAIL() << "nothing thrown";
  } catch (const BatchFailed& failed) {
    EXPECT_STREQ(failed.what(),
                 "record 1 is to be delivered again, and has no message ID to report it by");
  }
}

}  // namespace
}  // namespace eventc::batch::test
