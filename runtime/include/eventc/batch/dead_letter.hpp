// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "eventc/batch/record_context.hpp"
#include "eventc/batch/verdict.hpp"
#include "eventc/dispatch.hpp"
#include "eventc/error.hpp"

namespace eventc::batch {

/// A record whose payload is no event that anybody takes: not JSON or over a limit (Malformed), an
/// event that is not valid (Invalid), or one that has no handler (Unhandled). Views and references
/// are good during the call.
struct DeadLetter {
  Outcome::Kind kind = Outcome::Kind::Unhandled;
  std::string_view payload = {};
  /// The event that it was recognised as; empty when none.
  std::string_view event = {};
  /// "not a valid OrderCreated: /data/total (1:80): expected …".
  std::string_view reason = {};
  /// What is behind the reason; null where it is Unhandled.
  const Error* error = nullptr;
  const RecordContext& about;
};

namespace detail {

using DeadLetterHandler = std::function<Verdict(const DeadLetter&)>;

}  // namespace detail
}  // namespace eventc::batch
