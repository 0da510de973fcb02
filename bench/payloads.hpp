// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

/// Payloads as the services write them, without white space.
namespace eventc::bench {

/// A batch of a Kinesis data stream: some 620 bytes for each record, a fifth of them base64.
[[nodiscard]] std::string kinesis_payload(std::size_t records);
/// A batch of an Amazon MSK topic: some 400 bytes for each record; headers are lists of bytes.
[[nodiscard]] std::string kafka_payload(std::size_t records);
/// A browser's request to an HTTP API (payload format 2.0): 1.9 kB.
[[nodiscard]] std::string http_payload();
/// A browser's request to a REST API (proxy integration), each header given twice: 3.3 kB.
[[nodiscard]] std::string rest_payload();
/// An HTTP API's request with a body of `lines` entries of JSON: ASCII throughout, with an escape
/// every few bytes, `\u` and surrogate pairs among them.
[[nodiscard]] std::string escapes_payload(std::size_t lines);
/// An HTTP API's request with a body of `lines` lines of CJK, Cyrillic and emoji, unescaped.
[[nodiscard]] std::string unicode_payload(std::size_t lines);

}  // namespace eventc::bench
