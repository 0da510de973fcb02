// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_content(const RuleInput& in, Node& node) {
  if (const Json* const encoding = in.find("contentEncoding")) {
    const auto& name = encoding->get_ref<const std::string&>();
    node.is_base64 = name == "base64";
    const bool is_text = name == "7bit" || name == "8bit" || name == "binary";
    if (!node.is_base64 && !is_text) {
      in.diagnostics.error(
          in.location.child("contentEncoding"),
          fmt::format("\"contentEncoding\": \"{}\" is not compiled; \"base64\" is", name));
    }
  }
  if (const Json* const type = in.find("contentMediaType"))
    node.content_media_type = type->get<std::string>();
  const bool is_json =
      node.content_media_type == "application/json" || node.content_media_type.ends_with("+json");
  if (in.find("contentSchema") == nullptr) return;
  if (is_json) {
    node.content_schema = in.child("/contentSchema");
  } else {
    // JSON Schema Validation 8.5: without a media type that can be read as JSON, contentSchema says
    // nothing.
    in.diagnostics.warning(
        in.location.child("contentSchema").key(),
        "\"contentSchema\" has no effect without \"contentMediaType\": \"application/json\"");
  }
}

}  // namespace eventc::compiler
