// SPDX-License-Identifier: Apache-2.0

// The function behind the stream: counts each vote once, however often its record is delivered.

#include <eventc/batch/batch.hpp>
#include <eventc/lambda/run.hpp>
#include <eventc/telemetry/batch_metrics.hpp>
#include <eventc/telemetry/log.hpp>
#include <eventc/telemetry/metrics.hpp>
#include <events/bundle.hpp>
#include <memory>
#include <string>
#include <votes/payloads.hpp>

#include "votes/pools.hpp"

namespace {

namespace telemetry = eventc::telemetry;
using eventc::batch::RecordContext;
using Batch = eventc::batch::Batch<events::KinesisEvent>;
using Record = Batch::Record;

/// Counts votes in the table. It may be called by several threads at once.
class Counter {
 public:
  /// Throws where the vote could not be counted: its record is delivered again.
  void count(const votes::Vote& vote, const RecordContext& about) {
    tables_.with_one([&](auto& table) {
      return votes::value_of(table.api.count(vote.vote, about.shard, about.identifier),
                             "the table");
    });
  }

 private:
  votes::TablePool tables_ = votes::make_table_pool(votes::required("VOTES_TABLE"));
};

/// A record that is no vote fails, and is given up by the event source mapping after its attempts:
/// it goes to the mapping's on-failure destination, with where it is in the stream.
Batch make_batch(const std::shared_ptr<Counter>& counter, const telemetry::Logger& log,
                 const std::shared_ptr<telemetry::Metrics>& metrics) {
  Batch batch;
  batch.payload<votes::Payloads>().on<votes::Vote>(
      [counter](const votes::Vote& vote, const Record&, const RecordContext& about) {
        counter->count(vote, about);
      });
  batch.on_failure([log](const eventc::batch::Failure& failure) {
    log.warn("a record failed",
             {{"sequenceNumber", failure.identifier}, {"reason", failure.reason}});
  });
  batch.on_done([metrics](const eventc::batch::Summary& summary) {
    telemetry::add_batch(*metrics, summary);
    metrics->flush();
  });
  return batch;
}

}  // namespace

int main() {
  return eventc::lambda::run([] {
    const telemetry::Logger log;
    const auto metrics = std::make_shared<telemetry::Metrics>(
        "Votes", telemetry::Metrics::Dimensions{{"service", "consumer"}});
    eventc::Router<events::Bundle> router;
    router.use(telemetry::log_invocations(log));
    router.on<events::KinesisEvent>(make_batch(std::make_shared<Counter>(), log, metrics));
    return router;
  });
}
