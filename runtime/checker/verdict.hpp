// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "eventc/checker.hpp"
#include "eventc/error.hpp"
#include "eventc/input/splitter.hpp"

namespace eventc::checker {

/// What is to be said of a document.
struct Verdict {
  enum class Kind : std::uint8_t {
    Valid,
    Invalid,    ///< Violations of the event's schema, or no JSON, or over a limit.
    Unknown,    ///< JSON that is none of the bundle's events.
    Undecided,  ///< A pattern gave up, and nothing else is wrong: neither valid nor invalid.
  };

  Kind kind = Kind::Valid;
  /// Of `types` or `events`; null where the event is not known.
  const EventType* event = nullptr;
  /// Line and column are the input's, the offset the document's. Of an unknown document one, which
  /// says what came closest and where it differs.
  std::vector<Error> errors = {};
  /// False: there are more than Options::max_errors.
  bool is_complete = true;
};

/// Checks a document as the event that it is routed to, or as `as`.
[[nodiscard]] Verdict check(const input::Document& document, const CheckedBundle& bundle,
                            const EventType* as, const Options& options);

/// Says only which event a document is: Valid where that is known.
[[nodiscard]] Verdict classify(const input::Document& document, const CheckedBundle& bundle,
                               const Options& options);

}  // namespace eventc::checker
