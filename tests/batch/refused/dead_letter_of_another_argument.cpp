// SPDX-License-Identifier: Apache-2.0
#include <events/kinesis_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: a letter knows of its record.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.dead_letter([](const events::kinesis_event::Record&) {});
}
