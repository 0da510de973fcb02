// SPDX-License-Identifier: Apache-2.0
#include <business/bundle.hpp>
#include <events/dynamo_db_event.hpp>

#include "eventc/batch/batch.hpp"

// Does not compile: an item's images are attributes, no payload.
void refused(eventc::batch::Batch<events::DynamoDbEvent>& changes) {
  changes.payload<business::Bundle>();
}
