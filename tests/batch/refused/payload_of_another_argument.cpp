// SPDX-License-Identifier: Apache-2.0
#include <business/bundle.hpp>
#include <events/kinesis_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: the event comes first, the record behind it.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.payload<business::Bundle>().on<business::OrderCreated>(
      [](const events::kinesis_event::Record&, const business::OrderCreated&) {});
}
