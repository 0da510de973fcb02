// SPDX-License-Identifier: Apache-2.0
#include <events/kinesis_event.hpp>
#include <events/tally.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: nobody reads that verdict.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.window<events::Tally>([](events::Tally&, const events::kinesis_event::Record&) {},
                              [](const events::Tally&, const eventc::batch::Window&) {
                                return eventc::batch::Verdict::failed("no connection");
                              });
}
