// SPDX-License-Identifier: Apache-2.0

// The function behind the API: puts votes on the stream, and shows the counts.

#include <eventc/http/serve.hpp>
#include <eventc/lambda/run.hpp>
#include <eventc/telemetry/log.hpp>
#include <events/bundle.hpp>
#include <memory>
#include <string>
#include <votes/tally.hpp>
#include <votes/vote.hpp>

#include "votes/pools.hpp"

namespace {

namespace http = eventc::http;
using eventc::telemetry::Logger;

/// What the handlers share. They may be called by several threads at once.
class Ballot {
 public:
  /// Votes of a voter stay in order, since they share a shard. Who does not say who he is has a key
  /// of his own for each vote.
  http::Response cast(const votes::Vote& vote, std::string_view key) {
    const eventc::Result<std::string> record = eventc::to_json(vote);
    if (!record) throw http::ProblemError(400, record.error().to_string());
    const auto put = streams_.with_one(
        [&](auto& kinesis) { return kinesis.api.put_record(stream_, key, *record); });
    if (!put) throw http::ProblemError(503, "the vote could not be taken: try again");
    return http::json(200, eventc::Json(R"({"message":"the vote is taken"})"));
  }

  votes::Tally counts() {
    const auto counts = tables_.with_one(
        [](auto& table) { return votes::value_of(table.api.counts(), "the counts"); });
    votes::Tally tally;
    for (const auto& [candidate, votes] : counts) tally.counts.push_back({candidate, votes});
    return tally;
  }

 private:
  std::string stream_ = votes::required("VOTES_STREAM");
  votes::StreamPool streams_ = votes::make_stream_pool();
  votes::TablePool tables_ = votes::make_table_pool(votes::required("VOTES_TABLE"));
};

http::Routes make_routes(const std::shared_ptr<Ballot>& ballot, const Logger& log) {
  http::Routes routes;
  routes.post("/votes", [ballot](const votes::Vote& vote, const eventc::Context& context) {
    return ballot->cast(vote, vote.voter.value_or(context.request_id));
  });
  routes.get("/votes", [ballot] { return ballot->counts(); });
  routes.cors({});
  routes.on_exception([log](const std::exception& exception, const http::Request& request) {
    log.error("a handler threw", {{"path", request.path}, {"exception", exception.what()}});
  });
  return routes;
}

}  // namespace

int main() {
  return eventc::lambda::run([] {
    const Logger log;
    eventc::Router<events::Bundle> router;
    router.use(eventc::telemetry::log_invocations(log));
    http::serve(make_routes(std::make_shared<Ballot>(), log), router);
    return router;
  });
}
