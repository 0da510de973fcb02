// SPDX-License-Identifier: Apache-2.0
#include "metaschemas.hpp"

#include "built_in_metaschemas.hpp"

namespace eventc::compiler {

std::optional<std::string> find_metaschema(std::string_view uri) {
  for (const std::string_view host : {"https://json-schema.org/", "http://json-schema.org/"}) {
    if (!uri.starts_with(host)) continue;
    const auto found = built_in_metaschemas().find(std::string(uri.substr(host.size())));
    if (found != built_in_metaschemas().end()) return found->second;
  }
  return std::nullopt;
}

}  // namespace eventc::compiler
