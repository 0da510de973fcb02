// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace eventc::compiler {

/// A URI reference (RFC 3986) as schemas use them. A file's path without a scheme is one too:
/// relative references between files resolve as those between URIs do.
struct Uri {
  std::string resource;  ///< everything before "#"
  std::string fragment;  ///< behind it, percent-decoded
  bool has_fragment = false;
};

[[nodiscard]] Uri split_fragment(std::string_view reference);

/// RFC 3986, section 2.1. A "%" that two hexadecimal digits do not follow stands for itself.
[[nodiscard]] std::string percent_decode(std::string_view text);

/// RFC 3986, section 5.2: `reference` (without a fragment) as seen from `base`, its "." and ".."
/// removed. An empty reference is the base itself.
[[nodiscard]] std::string resolve_uri(std::string_view base, std::string_view reference);

/// Whether it begins with a scheme ("https:", "urn:").
[[nodiscard]] bool is_absolute_uri(std::string_view uri);

}  // namespace eventc::compiler
