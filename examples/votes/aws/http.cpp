// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/http.hpp"

#include <curl/curl.h>

#include <initializer_list>
#include <stdexcept>

namespace aws {

struct CurlTransport::Handle {
  struct Clean {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  };
  std::unique_ptr<CURL, Clean> curl;
};

namespace {

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void append(HeaderList& list, std::string_view name, std::string_view value) {
  const std::string line = std::string(name).append(": ").append(value);
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

/// All of them are signed, and sent as they stand here. libcurl 7.88 signs "Name:", by which a
/// header of its own is taken back, as though it were sent (its issue 11664), so that nothing is
/// taken back here. Accept and Expect, which libcurl adds, are not signed and need not be.
HeaderList headers_of(const HttpRequest& request, const Credentials& signer) {
  HeaderList list;
  append(list, "Content-Type", request.content_type);
  append(list, "X-Amz-Target", request.target);
  if (!signer.session_token.empty()) append(list, "X-Amz-Security-Token", signer.session_token);
  return list;
}

/// What comes in, up to a limit.
struct Answer {
  HttpResponse response = {};
  std::size_t limit = 0;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  if (size > answer.limit - answer.response.body.size()) return 0;  // libcurl ends the transfer
  answer.response.body.append(data, size);
  return size;
}

Error network_error(CURLcode code, const char* details) {
  const char* const words = *details != '\0' ? details : curl_easy_strerror(code);
  const char* const type = code == CURLE_OPERATION_TIMEDOUT ? "Timeout" : "";
  if (code == CURLE_WRITE_ERROR)
    return {.kind = Error::Kind::BadResponse, .message = "the answer is larger than allowed"};
  return {.kind = Error::Kind::Network, .type = type, .message = words};
}

std::string header(CURL* curl, const char* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return "";
  return found->value;
}

void set_limits(CURL* curl, const HttpLimits& limits) {
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(limits.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
}

/// The signature's name of the provider, region and service are told, since libcurl would take the
/// last two from the host's name. The time it signs with is its own, X-Amz-Date.
void set_signature(CURL* curl, const HttpRequest& request, const Credentials& signer) {
  const std::string scope =
      std::string("aws:amz:").append(request.region).append(":").append(request.service);
  curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, scope.c_str());
  curl_easy_setopt(curl, CURLOPT_USERNAME, signer.access_key_id.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, signer.secret_access_key.c_str());
}

}  // namespace

CurlTransport::CurlTransport(const HttpLimits& limits) : limits_(limits) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  handle_ = std::make_unique<Handle>();
  if (ready == CURLE_OK) handle_->curl.reset(curl_easy_init());
  if (!handle_->curl) throw std::runtime_error("libcurl cannot be initialised");
}

CurlTransport::~CurlTransport() = default;

Result<HttpResponse> CurlTransport::post(const HttpRequest& request, const Credentials& signer) {
  CURL* const curl = handle_->curl.get();
  curl_easy_reset(curl);  // keeps the connection
  set_limits(curl, limits_);
  set_signature(curl, request, signer);

  const std::string url(request.url);
  const HeaderList headers = headers_of(request, signer);
  Answer answer{.limit = limits_.max_response};
  char details[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.empty() ? "" : request.body.data());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, details);

  const CURLcode code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  if (code != CURLE_OK) return network_error(code, details);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.response.status = static_cast<int>(status);
  answer.response.error_type = header(curl, "X-Amzn-ErrorType");
  return std::move(answer.response);
}

}  // namespace aws
