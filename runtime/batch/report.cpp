// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <string_view>

#include "eventc/batch/sequence_number.hpp"
#include "eventc/emitted/writer.hpp"

namespace eventc::batch::detail {
namespace {

/// {"state":…,"batchItemFailures":[{"itemIdentifier":…},…]}
class ResponseText {
 public:
  explicit ResponseText(const std::optional<std::string>& state) : writer_(text_) {
    writer_.punctuate('{');
    if (state) {
      writer_.write_raw("\"state\":");
      writer_.write_raw(*state);
      writer_.punctuate(',');
    }
    writer_.write_raw("\"batchItemFailures\":[");
  }

  void add(std::string_view identifier) {
    begin_item();
    writer_.write_string(identifier);
    writer_.punctuate('}');
  }
  void add(std::string_view partition, std::int64_t offset) {
    begin_item();
    writer_.write_raw("{\"partition\":");
    writer_.write_string(partition);
    writer_.write_raw(",\"offset\":");
    writer_.write_integer(offset);
    writer_.write_raw("}}");
  }

  [[nodiscard]] Report finish() {
    writer_.write_raw("]}");
    writer_.finish();
    if (!writer_.ok()) return {.fault = "a failed record's identifier is not UTF-8"};
    return {.response = std::move(text_)};
  }

 private:
  void begin_item() {
    if (!is_first_) writer_.punctuate(',');
    is_first_ = false;
    writer_.write_raw("{\"itemIdentifier\":");
  }

  std::string text_;
  Writer writer_;
  bool is_first_ = true;
};

/// An empty identifier would fail the whole batch in silence, as far as Lambda's metrics go.
Report without_identifier(std::size_t index, std::string_view what) {
  return {.fault = "record " + std::to_string(index) + " is to be delivered again, and has no " +
                   std::string(what) + " to report it by"};
}

Report report_lowest(const RecordList& records, std::span<const std::size_t> not_done,
                     ResponseText& text) {
  std::string scratch;
  std::optional<std::string_view> lowest;
  for (const std::size_t i : not_done) {
    // A part of the event, not of the scratch string.
    const std::string_view number = records.facts(i, scratch).identifier;
    if (number.empty()) return without_identifier(i, "sequence number");
    if (!lowest || is_lower(number, *lowest)) lowest = number;
  }
  if (lowest) text.add(*lowest);
  return text.finish();
}

Report report_messages(const RecordList& records, std::span<const std::size_t> not_done,
                       ResponseText& text) {
  std::string scratch;
  for (const std::size_t i : not_done) {
    const std::string_view message = records.facts(i, scratch).identifier;
    if (message.empty()) return without_identifier(i, "message ID");
    text.add(message);
  }
  return text.finish();
}

Report report_offsets(const RecordList& records, std::span<const std::size_t> not_done,
                      ResponseText& text) {
  std::string scratch;
  for (const std::size_t i : not_done) {
    const Facts facts = records.facts(i, scratch);
    text.add(facts.group, facts.offset);
  }
  return text.finish();
}

}  // namespace

Report report(Source source, const RecordList& records, std::span<const std::size_t> not_done,
              const std::optional<std::string>& state) {
  ResponseText text(state);
  switch (source) {
    case Source::Sqs:
      return report_messages(records, not_done, text);
    case Source::Kafka:
      return report_offsets(records, not_done, text);
    case Source::Kinesis:
    case Source::DynamoDb:
      break;
  }
  return report_lowest(records, not_done, text);
}

}  // namespace eventc::batch::detail
