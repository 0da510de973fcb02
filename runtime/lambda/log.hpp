// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace eventc::lambda {

/// Writes a line to the standard error, which Lambda keeps as the function's log: "eventc::lambda:
/// " and what there is to say, made printable. Lines of several threads stay whole.
void log(std::string_view what);

}  // namespace eventc::lambda
