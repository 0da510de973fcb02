// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eventc/emitted/headway.hpp"
#include "eventc/schema.hpp"
#include "index_set.hpp"
#include "names.hpp"
#include "walker.hpp"

// What walker_object.cpp and walker_known.cpp share.

namespace eventc {

/// What is known of an object's members while they pass.
struct Walker::Members {
  const char* object = nullptr;
  IndexSet properties;
  IndexSet required;  ///< Those that are no properties.
  std::size_t required_count = 0;
  std::size_t expected = 0;
  /// Of those that are not declared and that the C++ type keeps all the same; they must differ.
  Names names = {};
  /// Of all, where some ask for others.
  Names all_names = {};
  std::size_t count = 0;
  /// Of the member that passes now; where the text escapes its name, that is here.
  std::string_view name = {};
  std::string unescaped = {};
  bool declared = false;
  bool matched = false;
  /// Others have looked at the object.
  bool are_known = false;

  /// What a reader had accepted before.
  void accept(const Headway& headway, const schema::Schema& schema);
};

/// Whether an object must have members, or satisfy schemas, because it has others.
[[nodiscard]] inline bool has_dependents(const schema::Conditions& conditions) {
  return !conditions.dependent_required.empty() || !conditions.dependent_schemas.empty();
}

/// Whether nothing is asked of an object but for a few members, by their names.
[[nodiscard]] bool asks_for_few_names(const schema::Schema& schema);

}  // namespace eventc
