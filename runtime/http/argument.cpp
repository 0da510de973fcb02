// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/argument.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "eventc/quote.hpp"

namespace eventc::http {

namespace {

/// How many violations of a body, or refused parameters, their sender is told at the most.
constexpr std::size_t kMostErrors = 50;

std::string words(detail::Place place) {
  return std::string(place.kind).append(" ").append(place.name);
}

int status_of(ErrorKind kind) {
  return kind == ErrorKind::Limit || kind == ErrorKind::MatchLimit ? 413 : 400;
}

}  // namespace

void Call::refuse(Problem::Detail detail) {
  if (!problem) problem = Problem{.status = 400, .detail = "the parameters do not fit"};
  if (!is_refused_enough()) problem->errors.push_back(std::move(detail));
}

bool Call::is_refused_enough() const { return problem && problem->errors.size() >= kMostErrors; }

void Call::refuse_body(Problem why) {
  if (problem)
    std::move(problem->errors.begin(), problem->errors.end(), std::back_inserter(why.errors));
  problem = std::move(why);
}

namespace detail {

Problem::Detail missing(Place place) {
  return {.detail = "it is missing", .parameter = words(place)};
}

Problem::Detail unfit(Place place, std::string_view expected, std::string_view text) {
  return {.detail = "expected " + std::string(expected) + ", found \"" + quote_excerpt(text) + "\"",
          .parameter = words(place)};
}

bool has_json(Call& call, std::string_view event) {
  const std::string_view type = media_type(call.request);
  const bool is_told_json = type.empty() || is_json(type);
  if (is_told_json && !call.request.body.empty()) return true;
  if (is_told_json) {
    call.refuse_body({.status = 400, .detail = "there is no body: expected " + std::string(event)});
    return false;
  }
  call.refuse_body({.status = 415, .detail = "the body has to be application/json"});
  return false;
}

Problem refused_body(const Error& error, const Report& report, std::string_view event) {
  Problem problem{.status = status_of(error.kind)};
  problem.detail = error.kind == ErrorKind::NotJson
                       ? "the body is not JSON"
                       : "the body is not a valid " + std::string(event);
  if (report.errors().empty()) problem.errors.push_back(to_detail(error));
  for (const Error& violation : report.errors()) {
    if (problem.errors.size() == kMostErrors) break;
    problem.errors.push_back(to_detail(violation));
  }
  return problem;
}

}  // namespace detail

}  // namespace eventc::http
