// SPDX-License-Identifier: Apache-2.0
#pragma once

/// ECMA-262, section 12.7: what the name of a group may begin with and go on with.
namespace eventc::format {

/// Unicode's ID_Start, "$" and "_".
[[nodiscard]] bool starts_identifier(char32_t code_point);

/// Unicode's ID_Continue, "$", and the joiners U+200C and U+200D.
[[nodiscard]] bool continues_identifier(char32_t code_point);

}  // namespace eventc::format
