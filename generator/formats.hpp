// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "dialect.hpp"

namespace eventc::compiler {

/// How a "format" is checked: by a constant of the runtime's eventc::format.
struct FormatCheck {
  std::string_view format;
  std::string_view constant;
  /// It needs IDNA, and so <eventc/emitted/formats_idn.hpp>; otherwise
  /// <eventc/emitted/formats.hpp>.
  bool is_idn = false;
};

/// Null for a name that the specification does not define (Validation 2020-12, section 7.3): such
/// formats are annotations. One that a later draft defines is checked in all; where drafts differ,
/// it is what the schema's own says.
[[nodiscard]] const FormatCheck* find_format(Draft draft, std::string_view name);

}  // namespace eventc::compiler
