// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"
#include "resolve.hpp"

namespace eventc::compiler {

/// Looks at every keyword of every schema: that its value has the shape which the specification
/// gives it, that it is one which is compiled, and that it is a keyword at all (an unknown one is a
/// warning; an error where `strict`). A given document that has no keyword at all is refused as a
/// whole: it would compile to a type of anything. Later passes count on the shapes of the keywords
/// they read when this one has reported no error.
void check_keywords(const Resolved& resolved, bool strict, Diagnostics& diagnostics);

}  // namespace eventc::compiler
