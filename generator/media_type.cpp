// SPDX-License-Identifier: Apache-2.0
#include "media_type.hpp"

#include <algorithm>
#include <cctype>

namespace eventc::compiler {

bool is_json_type(std::string media_type) {
  media_type.resize(media_type.find_last_not_of(" \t", media_type.find(';') - 1) + 1);
  std::transform(media_type.begin(), media_type.end(), media_type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return media_type == "application/json" || media_type.ends_with("+json");
}

}  // namespace eventc::compiler
