// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

/// Payloads as the services write them, without white space.
namespace eventc::bench {

[[nodiscard]] std::string kinesis_payload(std::size_t records);
[[nodiscard]] std::string kafka_payload(std::size_t records);
[[nodiscard]] std::string http_payload();

}  // namespace eventc::bench
