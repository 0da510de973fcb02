// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "votes/aws/credentials.hpp"
#include "votes/aws/result.hpp"

namespace aws {

/// A request of AWS's JSON protocols: POST of JSON to an endpoint, signed with Signature Version 4.
/// (Smithy, "AWS JSON 1.0 protocol".) Views are good during the call.
struct HttpRequest {
  std::string_view url;
  std::string_view region;
  /// The service's name in signatures: "kinesis".
  std::string_view service;
  /// "application/x-amz-json-1.1"
  std::string_view content_type;
  /// X-Amz-Target: "Kinesis_20131202.PutRecord".
  std::string_view target;
  std::string_view body;
};

struct HttpResponse {
  int status = 0;
  /// The header X-Amzn-ErrorType, empty without one.
  std::string error_type = {};
  std::string body = {};
};

/// Sends requests. Tests have transports of their own.
class Transport {
 public:
  virtual ~Transport() = default;
  /// An answer of any status, or an error of kind Network.
  virtual Result<HttpResponse> post(const HttpRequest& request, const Credentials& signer) = 0;
};

struct HttpLimits {
  std::chrono::milliseconds connect_timeout{3000};
  /// From the request's beginning to the answer's end.
  std::chrono::milliseconds timeout{10000};
  /// Bytes of an answer. (A page of DynamoDB's Scan has 1 MB.)
  std::size_t max_response = std::size_t{8} << 20;
};

/// By libcurl, which signs too. One connection is kept open between requests. For one thread at a
/// time. Proxies of the environment are not used, redirections not followed.
class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(const HttpLimits& limits = {});
  ~CurlTransport() override;

  Result<HttpResponse> post(const HttpRequest& request, const Credentials& signer) override;

 private:
  struct Handle;
  HttpLimits limits_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace aws
