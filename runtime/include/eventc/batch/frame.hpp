// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "eventc/arena.hpp"
#include "eventc/batch/about.hpp"
#include "eventc/batch/verdict.hpp"
#include "eventc/context.hpp"

namespace eventc::batch::detail {

class Fold;

/// What one call of a batch has for itself, on its stack: so that a batch is const and serves
/// several threads at once. It is the arena that payloads are read into, and so what a router of
/// payloads hands to each handler.
struct Frame : Arena {
  const Context* invocation = nullptr;
  /// The record whose payload is being handled.
  const void* record = nullptr;
  const About* about = nullptr;
  /// What the handler of a payload said.
  Verdict verdict = Verdict::ok();
  /// The state of a tumbling window.
  Fold* fold = nullptr;
  std::size_t dead_letters = 0;
};

}  // namespace eventc::batch::detail
