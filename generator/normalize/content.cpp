// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "normalize/rules.hpp"

namespace eventc::compiler {

namespace {

/// RFC 2045, section 5.1: case does not matter, and parameters may follow.
bool is_json_type(std::string media_type) {
  media_type.resize(media_type.find_last_not_of(" \t", media_type.find(';') - 1) + 1);
  std::transform(media_type.begin(), media_type.end(), media_type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return media_type == "application/json" || media_type.ends_with("+json");
}

}  // namespace

/// Other encodings than base64 and other media types than JSON's are annotations.
void normalize_content(const RuleInput& in, Node& node) {
  if (const Json* const encoding = in.find("contentEncoding"))
    node.is_base64 = *encoding == "base64";
  if (const Json* const media_type = in.find("contentMediaType"))
    node.is_json = is_json_type(media_type->get<std::string>());
  // Draft-07 lets a validator check content (Validation, section 8.2); later ones have it say what
  // the string holds, and leave the check to whoever reads that (2020-12, section 8.2).
  node.asserts_content = in.dialect.draft <= Draft::Draft07 || node.extension.asserts_content;
  if (in.find("contentSchema") == nullptr) return;
  if (node.is_json) {
    node.content_schema = in.find_child("contentSchema");
  } else {
    // JSON Schema Validation 8.5: without a media type that can be read as JSON, contentSchema says
    // nothing.
    in.diagnostics.warning(
        in.location.child("contentSchema").key(),
        "\"contentSchema\" has no effect without \"contentMediaType\": \"application/json\"");
  }
}

}  // namespace eventc::compiler
