// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <eventc/event.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "votes/aws/credentials.hpp"
#include "votes/aws/endpoint.hpp"
#include "votes/aws/http.hpp"
#include "votes/aws/result.hpp"
#include "votes/aws/retry.hpp"

namespace aws {

/// What is particular to a service of AWS's JSON protocols.
struct Service {
  /// In host names and signatures: "kinesis".
  std::string_view name;
  /// In front of operations in X-Amz-Target: "Kinesis_20131202".
  std::string_view target_prefix;
  std::string_view content_type;
};

/// Calls the operations of a service. Requests and responses are types that eventc emitted: they
/// are written and read by their schemas.
class Client {
 public:
  /// The transport outlives the client, and is used by it alone.
  Client(const Service& service, Endpoint endpoint, Credentials credentials, Transport& transport,
         Retrier retrier = Retrier());

  /// Tries again where that may help.
  template <class Response, class Request>
  Result<Response> call(std::string_view operation, const Request& request) {
    const eventc::Result<std::string> body = eventc::to_json(request);
    if (!body) return not_json(body.error());
    Result<std::string> answer = std::string();
    const auto error = retrier_.run([&] { return attempt(operation, *body, answer); });
    if (error) return *error;
    return read<Response>(*answer);
  }

  /// A single try.
  template <class Response, class Request>
  Result<Response> call_once(std::string_view operation, const Request& request) {
    const eventc::Result<std::string> body = eventc::to_json(request);
    if (!body) return not_json(body.error());
    const Result<std::string> answer = send(operation, *body);
    if (!answer) return answer.error();
    return read<Response>(*answer);
  }

  /// For operations that retry in a way of their own.
  [[nodiscard]] Retrier& retrier() { return retrier_; }

 private:
  /// The body of an answer with status 200.
  Result<std::string> send(std::string_view operation, std::string_view body);
  std::optional<Error> attempt(std::string_view operation, std::string_view body,
                               Result<std::string>& answer);

  template <class Response>
  static Result<Response> read(std::string_view body) {
    eventc::Result<Response> response = eventc::parse<Response>(body);
    if (!response) return unreadable(response.error());
    return *std::move(response);
  }
  static Error not_json(const eventc::Error& error);
  static Error unreadable(const eventc::Error& error);

  Service service_;
  Endpoint endpoint_;
  Credentials credentials_;
  Transport* transport_;
  Retrier retrier_;
};

/// What the environment says, for a client of the service over the transport.
[[nodiscard]] Result<Client> client_from(const Environment& environment, const Service& service,
                                         Transport& transport);

}  // namespace aws
