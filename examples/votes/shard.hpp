// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace votes {

/// The shard that a record of a KinesisEvent is of: its eventID is the shard and the sequence
/// number, joined by a colon ("shardId-000000000006:49590338271490256608559692538361571095921575").
/// (AWS Lambda Developer Guide, "Using Lambda to process records from Amazon Kinesis Data
/// Streams".) Nothing where the text has no such form.
[[nodiscard]] std::optional<std::string_view> shard_of(std::string_view event_id);

}  // namespace votes
