// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/error.hpp"
#include "keyword_step.hpp"

/// Where a reporting walk is: for the walker's own files.
namespace eventc {

/// Where a reporting walk is, and what it has found.
struct Trail {
  const Options& options;
  std::string root = {};                     ///< where the root is, in its schema file
  std::vector<InstanceToken> instance = {};  ///< the way into the payload
  /// The way from the root's schema.
  struct Step {
    KeywordStep keyword = {};
    std::string_view target = {};  ///< where it leads, if not below: then it is or has a "$ref"
  };
  std::vector<Step> steps = {};
  std::vector<Error> errors = {};
  bool complete = true;  ///< false: there were more than Options::max_errors
  /// Whether content that its C++ type cannot hold is told of where the schema allows it.
  bool reads_content = false;
  ErrorKind kind = ErrorKind::Invalid;  ///< of what is found now
  const char* anchor =
      nullptr;  ///< inside decoded content: the string in the payload that holds it
  /// The member whose name passes now, if any, as a message has it: "\"a\"".
  std::string name = {};
  /// Which of the errors are those of unions, and sum up what follows them.
  std::set<std::size_t> summaries = {};
  /// No errors are kept: it is only wanted how many there are.
  bool only_counts = false;
  std::size_t count = 0;

  [[nodiscard]] bool is_full() const {
    return (only_counts ? count : errors.size()) >= options.max_errors;
  }
  /// JSON Pointers: into the payload; the path of keywords from the root, "$ref" steps included;
  /// the same place in its schema file.
  [[nodiscard]] std::string instance_location() const;
  [[nodiscard]] std::string keyword_location() const;
  [[nodiscard]] std::string absolute_location() const;
  /// The last step and the one before it, without those that lead to the same value.
  [[nodiscard]] std::pair<KeywordStep, KeywordStep> last_steps() const;
  /// Adds the first of the errors behind that of a union, which its closest branch has.
  void tell_what_it_lacks(std::size_t summary);
};

/// Goes down one step and, when it ends, back up. Does nothing without a trail. What the step names
/// must live as long.
class Descent {
 public:
  Descent(Trail* trail, const KeywordStep& step, std::string_view target) : trail_(trail) {
    if (trail_ != nullptr) trail_->steps.push_back({step, target});
  }
  ~Descent() {
    if (trail_ != nullptr) trail_->steps.pop_back();
  }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;

 private:
  Trail* trail_;
};

/// The same for the payload's side.
class InstanceStep {
 public:
  InstanceStep(Trail* trail, const InstanceToken& token) : trail_(trail) {
    if (trail_ != nullptr) trail_->instance.push_back(token);
  }
  ~InstanceStep() {
    if (trail_ != nullptr) trail_->instance.pop_back();
  }
  InstanceStep(const InstanceStep&) = delete;
  InstanceStep& operator=(const InstanceStep&) = delete;

 private:
  Trail* trail_;
};

/// A member's name passes.
class NameStep {
 public:
  NameStep(Trail* trail, std::string quoted) : trail_(trail) {
    if (trail_ != nullptr) trail_->name = std::move(quoted);
  }
  ~NameStep() {
    if (trail_ != nullptr) trail_->name.clear();
  }
  NameStep(const NameStep&) = delete;
  NameStep& operator=(const NameStep&) = delete;

 private:
  Trail* trail_;
};

}  // namespace eventc
