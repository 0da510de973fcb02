// SPDX-License-Identifier: Apache-2.0
#include <events/kinesis_event.hpp>
#include <events/tally.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: the state is what it is when its window ends.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.window<events::Tally>([](events::Tally&, const events::kinesis_event::Record&) {},
                              [](events::Tally&, const eventc::batch::Window&) {});
}
