// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "eventc/schema.hpp"

/// Schemas in words, for those that are short enough.
namespace eventc::message {

[[nodiscard]] bool accepts_everything(const schema::Schema& schema);

/// What `not` has to say of a value that its schema accepts. `is_object`: the value is one.
[[nodiscard]] std::string excluded(const schema::Schema& schema, bool is_object);

/// What stands behind "2 items" that "contains" looks for: " that are \"a\"", " that are each a
/// string", or that they are like the schema, where it is longer. Nothing where any item will do.
[[nodiscard]] std::string of_items(const schema::Schema& schema, std::size_t count);

/// Where a schema is `false`. `step` is the last one that came to it, such as "/properties/a", and
/// `outer_step` the one before, both without keywords that apply to the same value; `is_first`: the
/// value is an array's first item.
[[nodiscard]] std::string nothing_allowed(std::string_view step, std::string_view outer_step,
                                          bool is_first);

}  // namespace eventc::message
