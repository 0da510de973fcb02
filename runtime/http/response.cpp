// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/response.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <stdexcept>

#include "eventc/json_text.hpp"
#include "eventc/map_order.hpp"
#include "eventc/quote.hpp"
#include "eventc/utf8.hpp"
#include "field_syntax.hpp"

namespace eventc::http {

namespace {

[[noreturn]] void refuse_field(std::string_view name, std::string_view why) {
  throw std::domain_error("the response's field \"" + quote_excerpt(name) + "\" has " +
                          std::string(why));
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

/// Control characters are nowhere in a field, and CR and LF among them could be read as the end of
/// its line (RFC 9110, section 5.5).
void check_field(std::string_view name, std::string_view value) {
  if (!is_token(name)) refuse_field(name, "a name that is none of HTTP");
  if (std::any_of(value.begin(), value.end(), is_control))
    refuse_field(name, "a control character in its value");
}

void check_head(const Response& response) {
  if (response.status < 200 || response.status > 599)
    throw std::domain_error("the response's status is " + std::to_string(response.status) +
                            ", not one from 200 to 599");
  for (const auto& [name, value] : response.headers) check_field(name, value);
  for (const std::string& cookie : response.cookies) check_field("set-cookie", cookie);
}

/// The values of each name, by the spelling that came first.
class GroupedHeaders {
 public:
  explicit GroupedHeaders(const Response& response) {
    for (const auto& [name, value] : response.headers) values_of(name).push_back(value);
  }

  void add_cookies(const Response& response) {
    for (const std::string& cookie : response.cookies) values_of("set-cookie").push_back(cookie);
  }

  [[nodiscard]] bool empty() const { return groups_.empty(); }

  /// A member whose values are lists, of those names that `takes`.
  template <class Takes>
  void write_lists(JsonText& out, Takes takes) const {
    write_member(out, "multiValueHeaders", takes, [&out](const Values& values) {
      out.open_array();
      for (const std::string_view value : values) out.string(value);
      out.close_array();
    });
  }
  /// One whose values are texts: several of a name are joined by commas (RFC 9110, section 5.3).
  template <class Takes>
  void write_texts(JsonText& out, Takes takes) const {
    write_member(out, "headers", takes,
                 [&out](const Values& values) { out.string(comma_separated(values)); });
  }

  using Values = std::vector<std::string_view>;

 private:
  struct Less {
    bool operator()(std::string_view a, std::string_view b) const {
      return IgnoreCaseOrder::match(a, b) < 0;
    }
  };

  Values& values_of(std::string_view name) {
    const auto [place, is_new] = places_.try_emplace(name, groups_.size());
    if (is_new) groups_.emplace_back(name, Values());
    return groups_[place->second].second;
  }

  template <class Takes, class Write>
  void write_member(JsonText& out, std::string_view member, Takes takes, Write write) const {
    bool is_open = false;
    for (const auto& [name, values] : groups_) {
      if (!takes(values)) continue;
      if (!is_open) out.key(member).open_object();
      is_open = true;
      out.key(name);
      write(values);
    }
    if (is_open) out.close_object();
  }

  std::vector<std::pair<std::string_view, Values>> groups_;
  std::map<std::string_view, std::size_t, Less> places_;  ///< Of each name among them.
};

bool is_any(const GroupedHeaders::Values&) { return true; }
bool is_one(const GroupedHeaders::Values& values) { return values.size() == 1; }
bool are_several(const GroupedHeaders::Values& values) { return values.size() > 1; }

void write_body(JsonText& out, const Response& response) {
  if (response.body.empty()) return;
  out.key("body");
  if (is_utf8(response.body)) {
    out.string(response.body).key("isBase64Encoded").boolean(false);
  } else {
    out.base64(response.body).key("isBase64Encoded").boolean(true);
  }
}

void write_rest(JsonText& out, const Response& response) {
  GroupedHeaders headers(response);
  headers.add_cookies(response);
  headers.write_texts(out, is_one);
  headers.write_lists(out, are_several);
  write_body(out, response);
}

void write_http_head(JsonText& out, const Response& response) {
  GroupedHeaders(response).write_texts(out, is_any);
  if (response.cookies.empty()) return;
  out.key("cookies").open_array();
  for (const std::string& cookie : response.cookies) out.string(cookie);
  out.close_array();
}

void write_http(JsonText& out, const Response& response) {
  write_http_head(out, response);
  write_body(out, response);
}

void write_web_socket(JsonText& out, const Response& response) {
  if (!is_utf8(response.body))
    throw std::domain_error("a WebSocket's response is text: its body is not UTF-8");
  GroupedHeaders(response).write_texts(out, is_any);
  if (!response.body.empty()) out.key("body").string(response.body);
}

/// All but the body has to be there, whether it says something or not.
void write_load_balancer(JsonText& out, const Response& response, const Request& request) {
  out.key("statusDescription");
  out.string(std::to_string(response.status).append(" ").append(reason_phrase(response.status)));
  GroupedHeaders headers(response);
  headers.add_cookies(response);
  if (request.multi_value_headers) {
    headers.write_lists(out, is_any);
  } else if (response.cookies.size() > 1) {
    throw std::domain_error(
        "several cookies in one response: a load balancer takes them where the target group has "
        "multi-value headers");
  } else {
    headers.write_texts(out, is_any);
  }
  if (headers.empty())
    out.key(request.multi_value_headers ? "multiValueHeaders" : "headers")
        .open_object()
        .close_object();
  write_body(out, response);
  if (response.body.empty()) out.key("isBase64Encoded").boolean(false);
}

Response with_type(int status, std::string_view type, std::string body) {
  Response response{.status = status, .body = std::move(body)};
  response.header("content-type", type);
  return response;
}

}  // namespace

Response& Response::header(std::string_view name, std::string_view value) & {
  if (IgnoreCaseOrder::match(name, "set-cookie") == 0) {
    cookies.emplace_back(value);
  } else {
    headers.emplace_back(name, value);
  }
  return *this;
}
Response&& Response::header(std::string_view name, std::string_view value) && {
  return std::move(header(name, value));
}

bool Response::has_header(std::string_view name) const {
  return std::any_of(headers.begin(), headers.end(), [name](const auto& field) {
    return IgnoreCaseOrder::match(field.first, name) == 0;
  });
}

Response text(int status, std::string body) {
  return with_type(status, "text/plain; charset=utf-8", std::move(body));
}
Response json(int status, const Json& body) {
  return with_type(status, "application/json", std::string(body.text()));
}
Response no_content() { return {.status = 204}; }
Response redirect(int status, std::string_view location) {
  return Response{.status = status}.header("location", location);
}

Json to_service_json(const Response& response, const Request& request) {
  check_head(response);
  JsonText out;
  out.open_object().key("statusCode").number(response.status);
  switch (request.api) {
    case Api::Rest:
      write_rest(out, response);
      break;
    case Api::Http:
      write_http(out, response);
      break;
    case Api::WebSocket:
      write_web_socket(out, response);
      break;
    case Api::LoadBalancer:
      write_load_balancer(out, response, request);
      break;
  }
  out.close_object();
  return Json(std::move(out).finish());
}

std::string to_prelude(const Response& response) {
  check_head(response);
  JsonText out;
  out.open_object().key("statusCode").number(response.status);
  write_http_head(out, response);
  out.close_object();
  return std::move(out).finish();
}

Json detail::expressed(Result<std::string> text) {
  if (!text) throw std::domain_error("the response: " + text.error().to_string());
  return Json(*std::move(text));
}

}  // namespace eventc::http
