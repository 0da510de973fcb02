// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/endpoint.hpp"

#include <algorithm>
#include <cctype>

namespace aws {

namespace {

Error refuse(std::string message) {
  return {.kind = Error::Kind::BadRequest, .message = std::move(message)};
}

/// Of the letters that region names have: it becomes a part of a host name and of the signature.
bool is_region(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool is_url(std::string_view text) {
  const bool http = text.starts_with("http://") || text.starts_with("https://");
  return http &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

std::string variable_of(std::string_view service) {
  std::string name = "AWS_ENDPOINT_URL_";
  for (const char c : service)
    name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

std::string public_url(std::string_view service, std::string_view region) {
  std::string url = "https://";
  url.append(service).append(".").append(region).append(".amazonaws.com");
  if (region.starts_with("cn-")) url += ".cn";
  return url;
}

}  // namespace

Result<Endpoint> endpoint_from(const Environment& environment, std::string_view service) {
  auto region = environment("AWS_REGION");
  if (!region) region = environment("AWS_DEFAULT_REGION");
  if (!region) return refuse("neither AWS_REGION nor AWS_DEFAULT_REGION is set");
  if (!is_region(*region)) return refuse("AWS_REGION is not the name of a region: " + *region);

  std::string variable = variable_of(service);
  auto url = environment(variable.c_str());
  if (!url) {
    variable = "AWS_ENDPOINT_URL";
    url = environment(variable.c_str());
  }
  if (!url) return Endpoint{public_url(service, *region), *std::move(region)};
  if (!is_url(*url)) return refuse(variable + " is not an http or https URL: " + *url);
  return Endpoint{*std::move(url), *std::move(region)};
}

}  // namespace aws
