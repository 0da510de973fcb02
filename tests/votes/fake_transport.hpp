// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "votes/aws/client.hpp"

/// A service in this process: it answers what it is told, and keeps what it was asked.
class FakeTransport final : public aws::Transport {
 public:
  struct Call {
    std::string url;
    std::string service;
    std::string region;
    std::string content_type;
    std::string target;
    std::string body;
    std::string signer;
  };

  aws::Result<aws::HttpResponse> post(const aws::HttpRequest& request,
                                      const aws::Credentials& signer) override {
    calls.push_back({std::string(request.url), std::string(request.service),
                     std::string(request.region), std::string(request.content_type),
                     std::string(request.target), std::string(request.body), signer.access_key_id});
    if (answers.empty()) return aws::Error{.message = "the test has no answer left", .status = 400};
    aws::Result<aws::HttpResponse> answer = std::move(answers.front());
    answers.pop_front();
    return answer;
  }

  void answer(int status, std::string body, std::string error_type = "") {
    answers.push_back(aws::HttpResponse{status, std::move(error_type), std::move(body)});
  }
  void cut_connection(std::string type = "") {
    answers.push_back(aws::Error{
        .kind = aws::Error::Kind::Network, .type = std::move(type), .message = "cut off"});
  }

  std::deque<aws::Result<aws::HttpResponse>> answers;
  std::vector<Call> calls;
};

/// The waits of a retrier that never sleeps, and draws one half.
struct Waits {
  [[nodiscard]] aws::Retrier retrier(const aws::RetryPolicy& policy = {}, int budget = 500) {
    return aws::Retrier(
        policy, [] { return 0.5; },
        [this](std::chrono::milliseconds time) { times.push_back(time); }, budget);
  }
  std::vector<std::chrono::milliseconds> times;
};

inline aws::Client fake_client(const aws::Service& service, FakeTransport& transport, Waits& waits,
                               const aws::RetryPolicy& policy = {}) {
  return aws::Client(service, {"http://127.0.0.1:1", "eu-central-1"}, {"AKID", "secret"}, transport,
                     waits.retrier(policy));
}
