// SPDX-License-Identifier: Apache-2.0
#include <business/bundle.hpp>
#include <events/kinesis_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: what is in the records is an event of the business.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.payload<business::Bundle>().on<events::KinesisEvent>([](const events::KinesisEvent&) {});
}
