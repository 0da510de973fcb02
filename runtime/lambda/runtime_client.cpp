// SPDX-License-Identifier: Apache-2.0
#include "runtime_client.hpp"

#include <cstddef>
#include <utility>

#include "eventc/base64.hpp"
#include "eventc/percent_encode.hpp"
#include "log.hpp"

namespace eventc::lambda {
namespace {

constexpr std::string_view kRequestId = "Lambda-Runtime-Aws-Request-Id";
constexpr std::string_view kErrorType = "Lambda-Runtime-Function-Error-Type";
constexpr std::string_view kErrorBody = "Lambda-Runtime-Function-Error-Body";

std::string runtime_path(std::string_view resource) {
  return "/2018-06-01/runtime/" + std::string(resource);
}

/// An identifier as a segment of a path. Of RFC 3986's unreserved characters "." is escaped, too: a
/// segment of dots leads elsewhere (section 5.2.4).
std::string invocation_path(std::string_view request_id, std::string_view what) {
  std::string path = runtime_path("invocation/");
  append_percent_encoded(request_id, "-_~", path);
  return path.append(what);
}

Sent sent(const HttpResponse& response, std::string_view path) {
  if (response.status >= 200 && response.status < 300) return Sent::Accepted;
  if (response.status == 413) return Sent::TooLarge;
  log("POST " + std::string(path) + ": status " + std::to_string(response.status) + ": " +
      response.body);
  if (response.status == 403) return Sent::NotAwaited;
  return response.status >= 500 ? Sent::Failed : Sent::Refused;
}

}  // namespace

RuntimeClient::RuntimeClient(std::string authority, RetryPolicy retry)
    : authority_(std::move(authority)), connection_(authority_), retry_(retry) {}

std::variant<Invocation, End> RuntimeClient::next(const Stop& stop) {
  for (int attempt = 0;; ++attempt) {
    std::variant<HttpResponse, End> result = get(runtime_path("invocation/next"), stop);
    if (const End* const end = std::get_if<End>(&result)) return *end;
    auto& response = std::get<HttpResponse>(result);
    if (const auto id = find_header(response.headers, kRequestId); id && !id->empty())
      return Invocation{std::string(*id), std::move(response.headers), std::move(response.body)};
    log("an event without " + std::string(kRequestId) + " cannot be answered");
    if (!retry_.wait(attempt, &stop)) return End::Failed;
  }
}

Sent RuntimeClient::respond(const std::string& request_id, std::string_view response) {
  return post(invocation_path(request_id, "/response"), {{"Content-Type", "application/json"}},
              response);
}

Sent RuntimeClient::report(const std::string& request_id, const ErrorReport& error) {
  log("request " + request_id + ": " + error.to_string());
  return post_error(invocation_path(request_id, "/error"), error);
}

void RuntimeClient::report_init(const ErrorReport& error) {
  log("initialization: " + error.to_string());
  (void)post_error(runtime_path("init/error"), error);
}

std::variant<std::monostate, End> RuntimeClient::wait_for_restore(const Stop& stop) {
  const std::variant<HttpResponse, End> result = get(runtime_path("restore/next"), stop);
  if (const End* const end = std::get_if<End>(&result)) return *end;
  return std::monostate();
}

void RuntimeClient::report_restore(const ErrorReport& error) {
  log("after the restore: " + error.to_string());
  (void)post_error(runtime_path("restore/error"), error);
}

void RuntimeClient::begin_stream(const std::string& request_id, const std::string& content_type) {
  upload_.emplace(
      authority_, invocation_path(request_id, "/response"),
      HttpHeaders{{"Content-Type", content_type},
                  {"Lambda-Runtime-Function-Response-Mode", "streaming"},
                  {"Trailer", std::string(kErrorType) + ", " + std::string(kErrorBody)}});
}

bool RuntimeClient::write(std::string_view bytes) { return upload_->write(bytes); }

Sent RuntimeClient::end_stream(const ErrorReport* error) {
  HttpHeaders trailers;
  if (error != nullptr) {
    log("a streamed response broke: " + error->to_string());
    std::string body;
    append_base64(error->to_json(), body);
    trailers = {{std::string(kErrorType), error->reason},
                {std::string(kErrorBody), std::move(body)}};
  }
  const HttpResult result = upload_->finish(trailers);
  upload_.reset();
  if (const auto* const response = std::get_if<HttpResponse>(&result))
    return sent(*response, "of a streamed response");
  // What was streamed is gone; whether the API is, too, the next request shows.
  log("a streamed response broke: " + std::get<HttpFault>(result).message);
  return Sent::Refused;
}

std::variant<HttpResponse, End> RuntimeClient::get(const std::string& path, const Stop& stop) {
  for (int attempt = 0;; ++attempt) {
    HttpResult result = connection_.get(path, stop);
    if (stop.requested() && std::holds_alternative<HttpFault>(result)) return End::Stopped;
    if (auto* const response = std::get_if<HttpResponse>(&result)) {
      if (response->status == 200) return std::move(*response);
      log("GET " + path + ": status " + std::to_string(response->status) + ": " + response->body);
      if (response->status >= 500) return End::Failed;
    } else {
      log("GET " + path + ": " + std::get<HttpFault>(result).message);
    }
    if (!retry_.wait(attempt, &stop)) return End::Failed;
  }
}

Sent RuntimeClient::post(const std::string& path, const HttpHeaders& headers,
                         std::string_view body) {
  for (int attempt = 0;; ++attempt) {
    HttpResult result = connection_.post(path, headers, body);
    if (const auto* const response = std::get_if<HttpResponse>(&result)) {
      // The one before has arrived, though its answer did not: the API waits for no other.
      if (attempt > 0 && response->status == 400) return Sent::NotAwaited;
      return sent(*response, path);
    }
    log("POST " + path + ": " + std::get<HttpFault>(result).message);
    if (!retry_.wait(attempt, nullptr)) return Sent::Failed;
  }
}

Sent RuntimeClient::post_error(const std::string& path, const ErrorReport& error) {
  return post(path,
              {{"Content-Type", "application/vnd.aws.lambda.error+json"},
               {std::string(kErrorType), error.reason}},
              error.to_json());
}

}  // namespace eventc::lambda
