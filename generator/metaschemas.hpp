// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eventc::compiler {

/// The text of the metaschema, of a draft or of a vocabulary, that a URI without a fragment names;
/// nothing for any other URI. By https or http, since schemas mix them up.
[[nodiscard]] std::optional<std::string> find_metaschema(std::string_view uri);

}  // namespace eventc::compiler
