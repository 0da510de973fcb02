// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace eventc::format {

/// Whether `text` may stand between the braces of \p{…}: "UnicodePropertyValueExpression" of
/// ECMA-262, section 22.2.1, by the tables 65 to 67 of section 22.2.2.9 and, for the values of
/// General_Category, Script and Script_Extensions, Unicode 17's PropertyValueAliases.txt. Names are
/// exact: case and underscores count.
[[nodiscard]] bool is_unicode_property(std::string_view text);

}  // namespace eventc::format
