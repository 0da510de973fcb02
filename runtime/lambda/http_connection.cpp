// SPDX-License-Identifier: Apache-2.0
#include "http_connection.hpp"

#include <curl/curl.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>

namespace eventc::lambda {
namespace {

/// How long one poll waits at the most; nothing is missed meanwhile.
constexpr int kPollMilliseconds = 60'000;

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListDeleter>;

void append(List& list, const std::string& line) {
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)list.release();
  list.reset(longer);
}

List header_lines(const HttpHeaders& headers) {
  List lines;
  for (const HttpHeader& header : headers) append(lines, header.name + ": " + header.value);
  return lines;
}

void start_libcurl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

}  // namespace

/// One request after another, each driven by who waits for it: nothing here has a thread.
struct HttpConnection::Transfer {
  Transfer() : multi(curl_multi_init()), easy(curl_easy_init()) {
    if (!multi || !easy) throw std::runtime_error("libcurl cannot start");
  }
  ~Transfer() { end(); }

  void begin(const std::string& url, const HttpHeaders& headers);
  void end();
  /// A round of sending and receiving, which waits until there is something to do.
  void step(const Stop* stop);
  [[nodiscard]] HttpResult finish(const Stop* stop);

  static std::size_t take_body(char* data, std::size_t, std::size_t size, void* self);
  static std::size_t take_header(char* data, std::size_t, std::size_t size, void* self);

  std::unique_ptr<CURLM, MultiDeleter> multi;
  std::unique_ptr<CURL, EasyDeleter> easy;
  bool is_running = false;
  List header_list;
  std::array<char, CURL_ERROR_SIZE> message{};
  HttpResponse response;
  /// Once it has ended.
  std::optional<CURLcode> result;
};

void HttpConnection::Transfer::begin(const std::string& url, const HttpHeaders& headers) {
  end();
  response = {};
  result.reset();
  message.fill('\0');
  curl_easy_reset(easy.get());
  header_list = header_lines(headers);
  CURL* const handle = easy.get();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // whatever the environment says: it is this host
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "eventc");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, header_list.get());
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, message.data());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
}

void HttpConnection::Transfer::end() {
  if (!is_running) return;
  curl_multi_remove_handle(multi.get(), easy.get());
  is_running = false;
}

void HttpConnection::Transfer::step(const Stop* stop) {
  CURLMcode code = CURLM_OK;
  if (!is_running) {
    code = curl_multi_add_handle(multi.get(), easy.get());
    is_running = code == CURLM_OK;
  }
  int running = 0;
  if (code == CURLM_OK) code = curl_multi_perform(multi.get(), &running);
  int left = 0;
  while (const CURLMsg* const told = curl_multi_info_read(multi.get(), &left)) {
    if (told->msg == CURLMSG_DONE) result = told->data.result;
  }
  if (!result && code == CURLM_OK) {
    curl_waitfd wake{stop ? stop->descriptor() : -1, CURL_WAIT_POLLIN, 0};
    code = curl_multi_poll(multi.get(), &wake, stop ? 1 : 0, kPollMilliseconds, nullptr);
  }
  if (code != CURLM_OK) {
    result = CURLE_FAILED_INIT;
    std::strncpy(message.data(), curl_multi_strerror(code), message.size() - 1);
  }
}

HttpResult HttpConnection::Transfer::finish(const Stop* stop) {
  while (!result) {
    if (stop && stop->requested()) {
      end();
      return HttpFault{HttpFault::Kind::Stopped, "told to end"};
    }
    step(stop);
  }
  end();
  if (*result != CURLE_OK) {
    const char* const why = message[0] != '\0' ? message.data() : curl_easy_strerror(*result);
    return HttpFault{HttpFault::Kind::Network, why};
  }
  return std::move(response);
}

// The functions that libcurl calls. What they would throw must not pass through it.

std::size_t HttpConnection::Transfer::take_body(char* data, std::size_t, std::size_t size,
                                                void* self) try {
  static_cast<Transfer*>(self)->response.body.append(data, size);
  return size;
} catch (const std::bad_alloc&) {
  return 0;
}

std::size_t HttpConnection::Transfer::take_header(char* data, std::size_t, std::size_t size,
                                                  void* self) try {
  static_cast<Transfer*>(self)->response.take_line(std::string_view(data, size));
  return size;
} catch (const std::bad_alloc&) {
  return 0;
}

HttpConnection::HttpConnection(std::string authority) : authority_(std::move(authority)) {
  start_libcurl();
  transfer_ = std::make_unique<Transfer>();
}
HttpConnection::~HttpConnection() = default;
HttpConnection::HttpConnection(HttpConnection&&) noexcept = default;
HttpConnection& HttpConnection::operator=(HttpConnection&&) noexcept = default;

HttpResult HttpConnection::get(const std::string& path, const Stop& stop) {
  transfer_->begin("http://" + authority_ + path, {});
  return transfer_->finish(&stop);
}

HttpResult HttpConnection::post(const std::string& path, const HttpHeaders& headers,
                                std::string_view body) {
  HttpHeaders all = headers;
  all.push_back({"Expect", ""});  // libcurl would wait for a 100 that does not come
  transfer_->begin("http://" + authority_ + path, all);
  curl_easy_setopt(transfer_->easy.get(), CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
  curl_easy_setopt(transfer_->easy.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(body.size()));
  return transfer_->finish(nullptr);
}

}  // namespace eventc::lambda
