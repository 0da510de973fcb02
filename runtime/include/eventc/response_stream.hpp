// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace eventc {

/// Sends bytes of a response on their way; returns when they are out of the caller's hands. Throws
/// where nobody receives them any more: let that pass, so that the work ends.
using Write = std::function<void(std::string_view)>;

/// A response that is sent while it is made. A handler returns it; who dispatches calls `body`
/// once, after the handler has returned, if it can send streams (eventc::lambda can).
///
/// Until body() returns, the event's payload and its arena stand, and so does what a view handed
/// out of them: strings, lists, maps. The event struct itself is gone, and so is everything on the
/// handler's stack: copy into `body` what it needs.
///
///     router.on<events::OrderCreated>([](const events::OrderCreated& order) {
///       return eventc::ResponseStream{.content_type = "text/plain", .body = [lines = order.lines](
///           const eventc::Write& write) { for (const auto& line : lines) write(line.sku); }};
///     });
struct ResponseStream {
  /// Of the body, where there is no prelude: "text/plain". Empty: application/octet-stream.
  std::string content_type = {};
  /// What the receiver is told before the body, as JSON: the status and the headers of an HTTP
  /// response. Empty where there is none.
  std::string prelude = {};
  /// Gives the body, piece by piece. What it throws ends the response with an error. Writing an
  /// empty piece sends what stands before the body without waiting for its first byte.
  std::function<void(const Write&)> body = {};
};

}  // namespace eventc
