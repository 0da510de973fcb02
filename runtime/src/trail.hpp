// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/emitted/token.hpp"
#include "eventc/error.hpp"
#include "keyword_step.hpp"

/// Where a reporting walk is: for the walker's own files.
namespace eventc {

class Descent;
class InstanceStep;

/// Where a reporting walk is, and what it has found.
struct Trail {
  const Options& options;
  std::string_view root = {};  ///< where the root is, in its schema file
  schema::List<schema::Identifier> identifiers = {};
  const Descent* last_step = nullptr;       ///< of the way from the root's schema
  const InstanceStep* last_part = nullptr;  ///< of the way into the payload
  std::vector<Error> errors = {};
  bool complete = true;  ///< false: there were more than Options::max_errors
  /// Whether content that its C++ type cannot hold is told of where the schema allows it.
  bool reads_content = false;
  ErrorKind kind = ErrorKind::Invalid;  ///< of what is found now
  const char* anchor =
      nullptr;  ///< inside decoded content: the string in the payload that holds it
  /// The name of a member that passes now, if any.
  StringToken name = {};
  /// Which of the errors are those of unions, and sum up what follows them: in their order.
  std::vector<std::size_t> summaries = {};
  /// No errors are kept: it is only wanted how many there are.
  bool only_counts = false;
  std::size_t count = 0;

  [[nodiscard]] bool is_full() const {
    return (only_counts ? count : errors.size()) >= options.max_errors;
  }
  /// A JSON Pointer into the payload.
  [[nodiscard]] std::string instance_location() const;
  /// `keyword` is one more step, if any.
  [[nodiscard]] KeywordLocation keyword_location(const KeywordStep& keyword = {}) const;
  [[nodiscard]] bool is_at_first_item() const;
  /// The last step and the one before it, without those that lead to the same value.
  [[nodiscard]] std::pair<KeywordStep, KeywordStep> last_steps() const;
  /// Adds the first of the errors behind that of a union, which its closest branch has.
  void tell_what_it_lacks(std::size_t summary);
};

/// Goes down one step and, when it ends, back up. Does nothing without a trail. The step, and what
/// it names, must live as long.
///
/// The way is made of these as they stand on the stack: a walk that tells of nothing pays for no
/// more than a few words.
class Descent {
 public:
  /// `target` is where it leads, if not below: then it is or has a "$ref".
  Descent(Trail* trail, const KeywordStep& step, std::string_view target) : trail_(trail) {
    if (trail_ == nullptr) return;
    keyword_ = &step;
    target_ = target;
    before_ = std::exchange(trail_->last_step, this);
  }
  ~Descent() {
    if (trail_ != nullptr) trail_->last_step = before_;
  }
  Descent(Trail* trail, const KeywordStep&& step, std::string_view target) = delete;
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;

  [[nodiscard]] const Descent* before() const { return before_; }
  [[nodiscard]] const KeywordStep& keyword() const { return *keyword_; }
  [[nodiscard]] std::string_view target() const { return target_; }

 private:
  Trail* trail_;
  const Descent* before_ = nullptr;
  const KeywordStep* keyword_ = nullptr;
  std::string_view target_;
};

/// The same for the payload's side.
class InstanceStep {
 public:
  InstanceStep(Trail* trail, const InstanceToken& token) : trail_(trail) {
    if (trail_ == nullptr) return;
    token_ = token;
    before_ = std::exchange(trail_->last_part, this);
  }
  ~InstanceStep() {
    if (trail_ != nullptr) trail_->last_part = before_;
  }
  InstanceStep(const InstanceStep&) = delete;
  InstanceStep& operator=(const InstanceStep&) = delete;

  [[nodiscard]] const InstanceStep* before() const { return before_; }
  [[nodiscard]] const InstanceToken& token() const { return token_; }

 private:
  Trail* trail_;
  const InstanceStep* before_ = nullptr;
  InstanceToken token_;
};

/// A member's name passes.
class NameStep {
 public:
  NameStep(Trail* trail, StringToken name) : trail_(trail) {
    if (trail_ != nullptr) trail_->name = name;
  }
  ~NameStep() {
    if (trail_ != nullptr) trail_->name = {};
  }
  NameStep(const NameStep&) = delete;
  NameStep& operator=(const NameStep&) = delete;

 private:
  Trail* trail_;
};

}  // namespace eventc
