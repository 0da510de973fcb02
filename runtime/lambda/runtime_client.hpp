// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "chunked_upload.hpp"
#include "error_report.hpp"
#include "http_connection.hpp"
#include "http_message.hpp"
#include "retry.hpp"
#include "stop.hpp"

namespace eventc::lambda {

/// An event, and what Lambda says of it.
struct Invocation {
  std::string request_id;
  HttpHeaders headers;
  std::string payload;
};

/// There is no event: it was told to end, or the API failed and there is no use in going on.
enum class End : std::uint8_t { Stopped, Failed };

/// What became of something that was sent.
enum class Sent : std::uint8_t {
  Accepted,
  TooLarge,    ///< 413.
  NotAwaited,  ///< 403: the event is answered, or its time is up. Logged.
  Refused,     ///< Another status below 500, or a stream that broke. Logged.
  Failed,      ///< 500 and up ("Container error"), or the API stays out of reach. Logged.
};

/// The runtime API, version 2018-06-01, by one connection, and one for each stream (AWS Lambda
/// developer guide, "Using the Lambda runtime API for custom runtimes"). What the network fails is
/// tried again. For one thread at a time.
class RuntimeClient {
 public:
  /// `authority` is the value of AWS_LAMBDA_RUNTIME_API.
  explicit RuntimeClient(std::string authority, RetryPolicy retry = {});

  /// Waits for an event ("Next invocation").
  [[nodiscard]] std::variant<Invocation, End> next(const Stop& stop);
  /// "Invocation response": `response` is JSON.
  [[nodiscard]] Sent respond(const std::string& request_id, std::string_view response);
  /// "Invocation error".
  [[nodiscard]] Sent report(const std::string& request_id, const ErrorReport& error);
  /// "Initialization error".
  void report_init(const ErrorReport& error);

  /// Waits until the environment is restored from its snapshot; nothing is wrong ("Implementing
  /// SnapStart hooks for container images").
  [[nodiscard]] std::variant<std::monostate, End> wait_for_restore(const Stop& stop);
  /// Of a hook that failed behind it.
  void report_restore(const ErrorReport& error);

  /// A response that is sent while it is made ("Building a custom runtime for AWS Lambda", section
  /// "Implementing response streaming in a custom runtime").
  void begin_stream(const std::string& request_id, const std::string& content_type);
  /// Requires begin_stream(). False when the API takes no more.
  [[nodiscard]] bool write(std::string_view bytes);
  /// Ends it: well, or by the error that broke it.
  [[nodiscard]] Sent end_stream(const ErrorReport* error);

 private:
  [[nodiscard]] std::variant<HttpResponse, End> get(const std::string& path, const Stop& stop);
  [[nodiscard]] Sent post(const std::string& path, const HttpHeaders& headers,
                          std::string_view body);
  [[nodiscard]] Sent post_error(const std::string& path, const ErrorReport& error);

  std::string authority_;
  HttpConnection connection_;
  std::optional<ChunkedUpload> upload_;
  RetryPolicy retry_;
};

}  // namespace eventc::lambda
