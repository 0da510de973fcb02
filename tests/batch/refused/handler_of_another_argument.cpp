// SPDX-License-Identifier: Apache-2.0
#include <events/kinesis_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: a handler of records takes records.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.on_record([](const eventc::batch::Summary&) {});
}
