// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace eventc::compiler {

/// Whether a "contentMediaType" is JSON's: "application/json" or one that ends in "+json" (RFC
/// 6839, section 3.1). Case does not matter, and parameters may follow (RFC 2045, section 5.1).
[[nodiscard]] bool is_json_type(std::string media_type);

}  // namespace eventc::compiler
