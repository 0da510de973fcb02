// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/client.hpp"

#include <aws/service_error.hpp>
#include <utility>

namespace aws {

namespace {

/// "ValidationException" of "com.amazon.coral.validate#ValidationException:http://…": what is in
/// front of the # is a namespace, what is behind the colon an address (Smithy, "AWS JSON 1.0
/// protocol", "Operation error serialization").
std::string_view bare_type(std::string_view type) {
  type = type.substr(0, type.find(':'));
  const std::size_t hash = type.rfind('#');
  return hash == std::string_view::npos ? type : type.substr(hash + 1);
}

/// The body may be anything, where what is in front of the service refused.
Error refusal(const HttpResponse& response) {
  Error error{.type = std::string(bare_type(response.error_type)), .status = response.status};
  const auto body = eventc::parse<ServiceError>(response.body);
  if (!body) return error;
  if (body->type) error.type = bare_type(*body->type);
  error.message = body->message ? *body->message : body->message_2.value_or("");
  return error;
}

}  // namespace

Client::Client(const Service& service, Endpoint endpoint, Credentials credentials,
               Transport& transport, Retrier retrier)
    : service_(service),
      endpoint_(std::move(endpoint)),
      credentials_(std::move(credentials)),
      transport_(&transport),
      retrier_(std::move(retrier)) {}

Result<std::string> Client::send(std::string_view operation, std::string_view body) {
  const std::string target = std::string(service_.target_prefix).append(".").append(operation);
  Result<HttpResponse> response = transport_->post({.url = endpoint_.url,
                                                    .region = endpoint_.region,
                                                    .service = service_.name,
                                                    .content_type = service_.content_type,
                                                    .target = target,
                                                    .body = body},
                                                   credentials_);
  if (!response) return response.error();
  if (response->status != 200) return refusal(*response);
  return std::move((*response).body);
}

std::optional<Error> Client::attempt(std::string_view operation, std::string_view body,
                                     Result<std::string>& answer) {
  answer = send(operation, body);
  if (answer) return std::nullopt;
  return answer.error();
}

Error Client::not_json(const eventc::Error& error) {
  return {.kind = Error::Kind::BadRequest,
          .message = "the request cannot be written: " + error.to_string()};
}

Error Client::unreadable(const eventc::Error& error) {
  return {.kind = Error::Kind::BadResponse,
          .message = "the answer is not what its schema says: " + error.to_string(),
          .status = 200};
}

Result<Client> client_from(const Environment& environment, const Service& service,
                           Transport& transport) {
  const auto endpoint = endpoint_from(environment, service.name);
  if (!endpoint) return endpoint.error();
  const auto credentials = credentials_from(environment);
  if (!credentials) return credentials.error();
  return Client(service, *endpoint, *credentials, transport);
}

}  // namespace aws
