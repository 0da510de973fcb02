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
  /// Not an aggregate: `Members{…}` would have zeros for all of the few names, which takes longer
  /// than to read some.
  Members(const char* at, const schema::Schema& schema, bool others_have_looked)
      : object(at),
        properties(schema.properties.size()),
        required(schema.required.size()),
        are_known(others_have_looked) {}

  const char* object;
  IndexSet properties;
  IndexSet required;  ///< Those that are no properties.
  std::size_t required_count = 0;
  std::size_t expected = 0;
  /// Of those that are not declared and that the C++ type keeps all the same; they must differ.
  Names names;
  /// Of those that are not declared, where some ask for others.
  Names undeclared;
  std::size_t count = 0;
  /// Of the member that passes now; where the text escapes its name, that is here.
  std::string_view name;
  std::string unescaped;
  bool declared = false;
  bool matched = false;
  /// Others have looked at the object.
  bool are_known;

  [[nodiscard]] bool have(std::string_view wanted, const schema::Schema& schema);
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
