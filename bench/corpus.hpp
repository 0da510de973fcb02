// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <events/bundle.hpp>
#include <filesystem>
#include <string>
#include <type_traits>
#include <vector>

namespace eventc::bench {

/// The events that are measured.
enum class Event { Kinesis, Kafka, Http, Rest };

/// What a peer is given.
struct Payload {
  std::string name;  ///< "kinesis-100"
  std::string form;  ///< "compact", "pretty" or "shuffled"
  Event event = Event::Kinesis;
  std::string text;
  /// The schema of the event, as it lies in schemas/.
  std::string schema;
};

/// Every payload in its three forms, in the order of the tables. `schemas` is the folder with the
/// catalog. Throws std::runtime_error, with eventc's error, for a payload that its event's type
/// refuses, and for a schema that can't be read.
[[nodiscard]] std::vector<Payload> make_corpus(const std::filesystem::path& schemas);

/// The payload with one thing in it that its schema refuses: a list of such payloads, in the
/// compact form, each named for what is wrong with it. What is wrong is none of base64, which most
/// validators take for a comment.
[[nodiscard]] std::vector<Payload> broken(const Payload& payload);

/// Writes each payload, and those that are broken(), to a file, and `index.json`: a list of
/// {"payload", "form", "file", "schema", "valid"}; "file" and "schema" are names of files in
/// `folder`. Throws std::runtime_error where it can't.
void write_corpus(const std::vector<Payload>& corpus, const std::filesystem::path& folder);

/// Calls `use` with the std::type_identity of the event's C++ type.
template <class Use>
decltype(auto) with_type(Event event, Use&& use) {
  switch (event) {
    case Event::Kinesis:
      return use(std::type_identity<events::KinesisEvent>{});
    case Event::Kafka:
      return use(std::type_identity<events::KafkaEvent>{});
    case Event::Http:
      return use(std::type_identity<events::ApiGatewayV2HttpRequest>{});
    case Event::Rest:
      break;
  }
  return use(std::type_identity<events::ApiGatewayProxyRequest>{});
}

}  // namespace eventc::bench
