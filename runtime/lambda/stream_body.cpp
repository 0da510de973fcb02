// SPDX-License-Identifier: Apache-2.0
#include "stream_body.hpp"

#include <exception>
#include <stdexcept>
#include <string_view>

#include "error_report.hpp"

namespace eventc::lambda {
namespace {

/// What Write throws.
struct ReceiverGone : std::runtime_error {
  ReceiverGone() : std::runtime_error("nobody receives this response any more") {}
};

/// Whether it can stand in the head of a request (RFC 9110, section 5.5).
bool is_one_line(std::string_view value) {
  return value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

/// A response on its way. Nothing is sent before the first write: until then, an error is a plain
/// one.
class StreamBody {
 public:
  StreamBody(RuntimeClient& client, const std::string& request_id, const ResponseStream& stream)
      : client_(client), request_id_(request_id), stream_(stream) {}

  void write(std::string_view bytes) {
    if (!has_begun_) begin();
    if (!client_.write(bytes)) throw ReceiverGone();
  }
  [[nodiscard]] Sent finish() {
    if (!has_begun_) begin();
    return client_.end_stream(nullptr);
  }
  [[nodiscard]] Sent fail(const ErrorReport& error) {
    if (!has_begun_) return client_.report(request_id_, error);
    return client_.end_stream(&error);
  }

 private:
  /// "Integration response": eight NULs stand between the prelude and the body.
  void begin() {
    constexpr std::string_view kSeparator("\0\0\0\0\0\0\0\0", 8);
    has_begun_ = true;
    if (stream_.prelude.empty()) {
      client_.begin_stream(request_id_, stream_.content_type.empty() ? "application/octet-stream"
                                                                     : stream_.content_type);
      return;
    }
    client_.begin_stream(request_id_, "application/vnd.awslambda.http-integration-response");
    (void)client_.write(stream_.prelude + std::string(kSeparator));
  }

  RuntimeClient& client_;
  const std::string& request_id_;
  const ResponseStream& stream_;
  bool has_begun_ = false;
};

}  // namespace

Sent send_stream(RuntimeClient& client, const std::string& request_id,
                 const ResponseStream& stream) {
  if (!is_one_line(stream.content_type)) {
    const std::string failed(reason::kStreamFailed);
    return client.report(request_id, {failed, failed, "its content type is not one line"});
  }
  StreamBody body(client, request_id, stream);
  try {
    if (stream.body) stream.body([&body](std::string_view bytes) { body.write(bytes); });
  } catch (const ReceiverGone&) {
    return body.finish();
  } catch (...) {
    return body.fail(report_thrown(reason::kStreamFailed, std::current_exception()));
  }
  return body.finish();
}

}  // namespace eventc::lambda
