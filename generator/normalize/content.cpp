// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

/// Other encodings than base64 and other media types than JSON's are annotations.
void normalize_content(const RuleInput& in, Node& node) {
  if (const Json* const encoding = in.find("contentEncoding"))
    node.is_base64 = *encoding == "base64";
  if (const Json* const media_type = in.find("contentMediaType")) {
    const auto& name = media_type->get_ref<const std::string&>();
    node.is_json = name == "application/json" || name.ends_with("+json");
  }
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
