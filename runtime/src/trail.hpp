// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/error.hpp"
#include "eventc/locate.hpp"

/// Where a reporting walk is: for the walker's own files.
namespace eventc {

/// Where a reporting walk is, and what it has found.
struct Trail {
  const Options& options;
  std::string instance = {};  ///< JSON Pointer into the payload
  std::string keyword = {};   ///< the path of keywords from the root, "$ref" steps included
  std::string absolute = {};  ///< the same place in its schema file
  std::vector<Error> errors = {};
  bool complete = true;  ///< false: there were more than Options::max_errors
  /// Whether content that its C++ type cannot hold is told of where the schema allows it.
  bool reads_content = false;
  ErrorKind kind = ErrorKind::Invalid;  ///< of what is found now
  const char* anchor =
      nullptr;  ///< inside decoded content: the string in the payload that holds it
  /// The last two steps of `keyword`, without those that lead to the same value: "/properties/a".
  std::string_view step = {};
  std::string_view outer_step = {};
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
  /// Adds the first of the errors behind that of a union, which its closest branch has.
  void tell_what_it_lacks(std::size_t summary);
};

/// Whether a step from a keyword leads to a schema for the same value. ("then" and "else" do, and
/// are told all the same.)
[[nodiscard]] inline bool stays_in_place(std::string_view step) {
  return step.starts_with("/$") || step.starts_with("/allOf/") || step.starts_with("/anyOf/") ||
         step.starts_with("/oneOf/");
}

/// Goes down one step and, when it ends, back up. Does nothing without a trail. The step must live
/// as long.
class Descent {
 public:
  Descent(Trail* trail, std::string_view keyword_step, std::string_view target) : trail_(trail) {
    if (trail_ != nullptr) go_down(keyword_step, target);
  }
  ~Descent() {
    if (trail_ != nullptr) go_up();
  }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;

 private:
  void go_down(std::string_view keyword_step, std::string_view target) {
    keyword_size_ = trail_->keyword.size();
    absolute_size_ = trail_->absolute.size();
    step_ = trail_->step;
    outer_step_ = trail_->outer_step;
    if (!stays_in_place(keyword_step)) {
      trail_->outer_step = trail_->step;
      trail_->step = keyword_step;
    }
    trail_->keyword += keyword_step;
    if (target.empty()) {
      trail_->absolute += keyword_step;
      return;
    }
    const bool is_reference = keyword_step == "/$ref" || keyword_step == "/$dynamicRef" ||
                              keyword_step == "/$recursiveRef";
    if (!is_reference) trail_->keyword += "/$ref";
    absolute_ = std::exchange(trail_->absolute, std::string(target));
  }
  void go_up() {
    trail_->keyword.resize(keyword_size_);
    if (absolute_) trail_->absolute = *std::move(absolute_);
    trail_->absolute.resize(absolute_size_);
    trail_->step = step_;
    trail_->outer_step = outer_step_;
  }

  Trail* trail_;
  std::size_t keyword_size_ = 0;
  std::size_t absolute_size_ = 0;
  std::optional<std::string> absolute_;  ///< Where the target is elsewhere.
  std::string_view step_;
  std::string_view outer_step_;
};

/// The same for the payload's side.
class InstanceStep {
 public:
  InstanceStep(Trail* trail, std::string_view token) : trail_(trail) {
    if (trail_ == nullptr) return;
    size_ = trail_->instance.size();
    append_pointer_token(token, trail_->instance);
  }
  ~InstanceStep() {
    if (trail_ != nullptr) trail_->instance.resize(size_);
  }
  InstanceStep(const InstanceStep&) = delete;
  InstanceStep& operator=(const InstanceStep&) = delete;

 private:
  Trail* trail_;
  std::size_t size_ = 0;
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

/// A step into a list of subschemas, or to one by its name.
[[nodiscard]] inline std::string indexed(std::string_view keyword, std::size_t index) {
  return "/" + std::string(keyword) + "/" + std::to_string(index);
}

[[nodiscard]] inline std::string named(std::string_view keyword, std::string_view name) {
  std::string step = "/" + std::string(keyword);
  append_pointer_token(name, step);
  return step;
}

}  // namespace eventc
