// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "votes/aws/environment.hpp"
#include "votes/aws/result.hpp"

namespace aws {

/// Where a service is called.
struct Endpoint {
  /// Scheme, host and port: "https://kinesis.eu-central-1.amazonaws.com". Requests go to its path
  /// "/"; a path of the user's endpoint stays in front.
  std::string url;
  std::string region;
};

/// The endpoint of a service ("kinesis", "dynamodb"). The region is AWS_REGION, or else
/// AWS_DEFAULT_REGION; the URL is AWS_ENDPOINT_URL_KINESIS (…_DYNAMODB), or else AWS_ENDPOINT_URL,
/// or else the service's own in that region. (AWS SDKs and Tools Reference Guide, "AWS Region" and
/// "Service-specific endpoints".) An error (BadRequest) where no region is set, or a value is not a
/// region or an http(s) URL.
[[nodiscard]] Result<Endpoint> endpoint_from(const Environment& environment,
                                             std::string_view service);

}  // namespace aws
