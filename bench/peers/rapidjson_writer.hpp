// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "../contender.hpp"

namespace eventc::bench {

/// RapidJSON's Writer, fed by hand from the structs of eventc. Throws std::runtime_error where the
/// JSON is another value than that of to_json().
[[nodiscard]] std::vector<Contender> rapidjson_writers(const Payload& payload);

}  // namespace eventc::bench
