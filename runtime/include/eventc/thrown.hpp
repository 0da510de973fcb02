// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <vector>

/// What was thrown, for logs and reports.
namespace eventc {

struct Thrown {
  /// "std::runtime_error"; what std::throw_with_nested() made of a type goes by that type.
  std::string type;
  /// what() of a std::exception; the text itself where a string was thrown; otherwise that a value
  /// of the type was.
  std::string message;

  bool operator==(const Thrown&) const = default;
};

/// An exception, and the causes that are nested in it (std::nested_exception), the outermost first:
/// 16 at the most.
[[nodiscard]] std::vector<Thrown> chain_of(const std::exception_ptr& thrown);

/// All of their messages: "cannot ship: no such address".
[[nodiscard]] std::string words_of(const std::exception_ptr& thrown);

}  // namespace eventc
