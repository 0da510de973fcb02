// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/problem.hpp"

#include <string_view>
#include <utility>

#include "eventc/json_text.hpp"
#include "eventc/percent_encode.hpp"

namespace eventc::http {

namespace {

std::string to_fragment(std::string_view pointer) {
  constexpr std::string_view kPlain = "-._~!$&'()*+,;=:@/?";  // RFC 3986, section 3.5
  std::string fragment = "#";
  append_percent_encoded(pointer, kPlain, fragment);
  return fragment;
}

void write_optional(JsonText& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.key(name).string(value);
}

}  // namespace

Response to_response(const Problem& problem) {
  JsonText out;
  out.open_object().key("type").string("about:blank");
  write_optional(out, "title", reason_phrase(problem.status));
  out.key("status").number(problem.status);
  write_optional(out, "detail", problem.detail);
  if (!problem.errors.empty()) {
    out.key("errors").open_array();
    for (const Problem::Detail& error : problem.errors) {
      out.open_object().key("detail").string(error.detail);
      write_optional(out, "pointer", error.pointer);
      write_optional(out, "parameter", error.parameter);
      out.close_object();
    }
    out.close_array();
  }
  out.close_object();
  Response response{.status = problem.status, .body = std::move(out).finish()};
  response.header("content-type", "application/problem+json");
  return response;
}

Problem::Detail to_detail(const Error& error) {
  return {.detail = error.message, .pointer = to_fragment(error.instance_location)};
}

ProblemError::ProblemError(int status, std::string detail)
    : problem_{.status = status, .detail = std::move(detail)} {}

}  // namespace eventc::http
