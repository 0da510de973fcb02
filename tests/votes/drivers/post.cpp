// SPDX-License-Identifier: Apache-2.0

// votes_post SERVICE TARGET CONTENT_TYPE < BODY: one request as the client of
// examples/votes sends it, to where the environment says. Prints the answer's status.

#include <iostream>
#include <iterator>
#include <string>

#include "votes/aws/credentials.hpp"
#include "votes/aws/endpoint.hpp"
#include "votes/aws/http.hpp"

namespace {

int fail(const aws::Error& error) {
  std::cerr << error.to_string() << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return fail({.message = "three arguments are expected"});
  const aws::Environment environment = aws::process_environment();
  const auto credentials = aws::credentials_from(environment);
  if (!credentials) return fail(credentials.error());
  const auto endpoint = aws::endpoint_from(environment, argv[1]);
  if (!endpoint) return fail(endpoint.error());
  const std::string body{std::istreambuf_iterator<char>(std::cin), {}};

  aws::CurlTransport transport;
  const auto answer = transport.post({.url = endpoint->url,
                                      .region = endpoint->region,
                                      .service = argv[1],
                                      .content_type = argv[3],
                                      .target = argv[2],
                                      .body = body},
                                     *credentials);
  if (!answer) return fail(answer.error());
  std::cout << answer->status << "\n";
  return 0;
}
