// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/dispatch.hpp"

namespace eventc::lambda {

/// An error as Lambda is told of it (AWS Lambda developer guide, "Using the Lambda runtime API for
/// custom runtimes", sections "Initialization error" and "Invocation error").
struct ErrorReport {
  /// Lambda-Runtime-Function-Error-Type, "category.reason": it says in which way it failed.
  std::string reason;
  /// errorType, by which callers tell errors apart: the reason, or the name of a type that was
  /// thrown.
  std::string type;
  std::string message;
  /// stackTrace: the errors inside of it, the outermost first, as "type: message".
  std::vector<std::string> causes = {};

  /// {"errorMessage":…,"errorType":…,"stackTrace":[…]}. Texts past 8 kB are cut.
  [[nodiscard]] std::string to_json() const;
  /// "type: message, because of cause, because of cause", for the log.
  [[nodiscard]] std::string to_string() const;
};

namespace reason {
inline constexpr std::string_view kInitFailed = "Eventc.InitFailed";
inline constexpr std::string_view kBeforeSnapshotFailed = "Eventc.BeforeSnapshotFailed";
inline constexpr std::string_view kAfterRestoreFailed = "Eventc.AfterRestoreFailed";
inline constexpr std::string_view kHandlerThrew = "Eventc.HandlerThrew";
inline constexpr std::string_view kStreamFailed = "Eventc.StreamFailed";
inline constexpr std::string_view kResponseTooLarge = "Eventc.ResponseTooLarge";
inline constexpr std::string_view kResponseRefused = "Eventc.ResponseRefused";
}  // namespace reason

/// Of anything that was thrown; a std::nested_exception tells its causes.
[[nodiscard]] ErrorReport report_thrown(std::string_view reason, const std::exception_ptr& thrown);
/// Of an outcome that is not ok.
[[nodiscard]] ErrorReport report_outcome(const Outcome& outcome);

}  // namespace eventc::lambda
