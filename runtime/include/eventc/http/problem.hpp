// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "eventc/error.hpp"
#include "eventc/http/response.hpp"

namespace eventc::http {

/// What is wrong with a request, for its sender: a problem document (RFC 9457).
struct Problem {
  /// One thing among several.
  struct Detail {
    std::string detail;
    /// Where in the body: a JSON Pointer as a fragment, "#/lines/0/quantity" (RFC 6901, section 6).
    std::string pointer = {};
    /// Which parameter: "path id", "query limit", "header x-key", "cookie session".
    std::string parameter = {};

    bool operator==(const Detail&) const = default;
  };

  int status = 400;
  std::string detail = {};
  std::vector<Detail> errors = {};
};

/// application/problem+json with the members type ("about:blank"), title (the status' name),
/// status, and detail and errors where there are any (RFC 9457, sections 3.1 and 3.2). An error has
/// the member "detail", and "pointer" or "parameter".
[[nodiscard]] Response to_response(const Problem& problem);

/// A violation of the body's schema.
[[nodiscard]] Problem::Detail to_detail(const Error& error);

/// Thrown by a handler, it becomes the response: unlike what else is thrown, its words are meant
/// for the sender.
class ProblemError : public std::exception {
 public:
  ProblemError(int status, std::string detail);

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const char* what() const noexcept override { return problem_.detail.c_str(); }

 private:
  Problem problem_;
};

}  // namespace eventc::http
