// SPDX-License-Identifier: Apache-2.0
#include "votes/shard.hpp"

namespace votes {

std::optional<std::string_view> shard_of(std::string_view event_id) {
  const std::size_t colon = event_id.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  return event_id.substr(0, colon);
}

}  // namespace votes
