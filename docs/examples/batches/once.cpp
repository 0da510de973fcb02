// SPDX-License-Identifier: Apache-2.0
#include <eventc/batch/batch.hpp>
#include <eventc/batch/sequence_number.hpp>
#include <events/kinesis_event.hpp>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Stands for a database: what it does in one call, it does as a whole or not at all.
class Table {
 public:
  /// Adds a vote and notes the record in one conditional update; false where the shard is past it.
  bool add_once(const std::string& vote, const std::string& shard, std::string_view number) {
    std::string& last = last_[shard];
    if (!eventc::batch::is_lower(last, number)) return false;
    last = number;
    ++votes_[vote];
    return true;
  }
  int votes(const std::string& vote) { return votes_[vote]; }

 private:
  std::map<std::string, std::string> last_;  ///< By shard, the number of the last record done.
  std::map<std::string, int> votes_;
};

int main() {
  using Record = events::kinesis_event::Record;
  namespace batch = eventc::batch;

  Table table;
  bool connected = false;
  batch::Batch<events::KinesisEvent> votes;
  votes.on_record([&](const Record& record, const batch::RecordContext& about) {
    if (!connected && about.identifier == "103") return batch::Verdict::failed("no connection");
    const std::string vote(record.kinesis.data.text());
    if (!table.add_once(vote, std::string(about.shard), about.identifier))
      std::cout << about.identifier << " was counted before\n";
    return batch::Verdict::ok();
  });

  std::vector<Record> records(4);
  const std::vector<std::string> numbers = {"101", "102", "103", "104"};
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].kinesis.partition_key = "poll";
    records[i].kinesis.sequence_number = numbers[i];
    records[i].kinesis.data = eventc::BytesView("yes");
  }
  events::KinesisEvent event;
  event.shard_id = "shardId-000000000000";
  event.records = {records.data(), records.size()};

  std::cout << votes(event).text() << "\n";
  connected = true;
  std::cout << votes(event).text() << "\n";  // all of the batch again
  std::cout << table.votes("yes") << " votes\n";
}
