// SPDX-License-Identifier: Apache-2.0
#include "media_type.hpp"
#include "normalize/rules.hpp"

namespace eventc::compiler {

/// Other encodings than base64 and other media types than JSON's are annotations.
void normalize_content(const RuleInput& in, Node& node) {
  if (const Json* const encoding = in.find("contentEncoding"))
    node.is_base64 = *encoding == "base64";
  if (const Json* const media_type = in.find("contentMediaType"))
    node.is_json = is_json_type(media_type->get<std::string>());
  // Draft-07 lets a validator check content (Validation, section 8.2); later ones have it say what
  // the string holds, and leave the check to whoever reads that (2020-12, section 8.2).
  node.asserts_content =
      node.extension.asserts_content.value_or(in.dialect.draft <= Draft::Draft07);
  // Without a media type that can be read as JSON, "contentSchema" says nothing (Validation
  // 2020-12, section 8.5).
  if (node.is_json) node.content_schema = in.find_child("contentSchema");
}

}  // namespace eventc::compiler
