// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "votes/aws/client.hpp"
#include "votes/aws/environment.hpp"
#include "votes/aws/http.hpp"

namespace votes {

/// What calls a service, with the transport that it uses.
template <class Api>
struct Connection {
  std::unique_ptr<aws::CurlTransport> transport;
  Api api;
};

/// A connection by what the environment says; `make` gives an Api of a client of the service.
/// Throws std::runtime_error where something is missing in the environment.
template <class Api, class Make>
std::unique_ptr<Connection<Api>> open(const aws::Service& service, Make make) {
  auto transport = std::make_unique<aws::CurlTransport>();
  aws::Result<aws::Client> client =
      aws::client_from(aws::process_environment(), service, *transport);
  if (!client) throw std::runtime_error(client.error().to_string());
  Api api = make(std::move(*client));
  return std::make_unique<Connection<Api>>(Connection<Api>{std::move(transport), std::move(api)});
}

/// What a variable says; throws std::runtime_error where it is not set.
inline std::string required(const char* variable) {
  const auto value = aws::process_environment()(variable);
  if (!value) throw std::runtime_error(std::string(variable) + " is not set");
  return *value;
}

/// The value of a result; throws std::runtime_error with the error where there is none.
template <class T>
T value_of(aws::Result<T> result, const char* what) {
  if (!result) throw std::runtime_error(what + (": " + result.error().to_string()));
  return std::move(*result);
}

}  // namespace votes
