// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace eventc {

/// What is known of an invocation beside its payload. Who calls the router fills it in; nothing in
/// it is required.
struct Context {
  /// For logs: it names the invocation in those of the service, too.
  std::string request_id = {};
  /// When the invocation is ended by force.
  std::optional<std::chrono::system_clock::time_point> deadline = {};
  /// What else the host tells, by its own names.
  std::map<std::string, std::string, std::less<>> attributes = {};

  /// The time left until the deadline, negative behind it; nothing without one.
  [[nodiscard]] std::optional<std::chrono::system_clock::duration> time_left() const {
    if (!deadline) return std::nullopt;
    return *deadline - std::chrono::system_clock::now();
  }
};

}  // namespace eventc
