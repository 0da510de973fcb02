// SPDX-License-Identifier: Apache-2.0
#include <business/bundle.hpp>
#include <events/kinesis_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: a window's state outlives what a view borrows from.
void refused(eventc::batch::Batch<events::KinesisEvent>& votes) {
  votes.window<business::OrderCreated>(
      [](business::OrderCreated&, const events::kinesis_event::Record&) {},
      [](const business::OrderCreated&, const eventc::batch::Window&) {});
}
