// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "eventc/batch/record_context.hpp"

namespace eventc::batch::detail {

/// A record's context, made when it is asked for: most handlers never ask, and to make it takes
/// longer than to call them.
class About {
 public:
  class Maker {
   public:
    /// Of the record with that place in the batch; good until the next is made.
    [[nodiscard]] virtual RecordContext context_of(std::size_t index) = 0;

   protected:
    ~Maker() = default;
  };

  About(Maker& maker, std::size_t index) : maker_(maker), index_(index) {}

  [[nodiscard]] const RecordContext& operator*() const {
    if (!made_) made_.emplace(maker_.context_of(index_));
    return *made_;
  }

 private:
  Maker& maker_;
  std::size_t index_;
  mutable std::optional<RecordContext> made_;
};

/// For what takes either.
[[nodiscard]] inline const RecordContext& context_of(const RecordContext& about) { return about; }
[[nodiscard]] inline const RecordContext& context_of(const About& about) { return *about; }

}  // namespace eventc::batch::detail
