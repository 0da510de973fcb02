// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "eventc/response_stream.hpp"
#include "runtime_client.hpp"

namespace eventc::lambda {

/// Has a response made, and sends it meanwhile. What body() throws is reported behind what was
/// sent, or in its place where nothing was.
[[nodiscard]] Sent send_stream(RuntimeClient& client, const std::string& request_id,
                               const ResponseStream& stream);

}  // namespace eventc::lambda
