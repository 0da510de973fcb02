// SPDX-License-Identifier: Apache-2.0
#include <events/kinesis_event.hpp>
#include <events/tally.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: a state is added to without its record.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.window<events::Tally>([](events::Tally&) {},
                              [](const events::Tally&, const eventc::batch::Window&) {});
}
