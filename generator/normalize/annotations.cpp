// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

std::string text_of(const RuleInput& in, std::string_view keyword) {
  const Json* const value = in.find(keyword);
  return value == nullptr ? std::string() : value->get<std::string>();
}

}  // namespace

void normalize_annotations(const RuleInput& in, Node& node) {
  Annotations& annotations = node.annotations;
  annotations.title = text_of(in, "title");
  annotations.description = text_of(in, "description");
  annotations.format = text_of(in, "format");
  if (const Json* const deprecated = in.find("deprecated"))
    annotations.deprecated = deprecated->get<bool>();
  if (const Json* const value = in.find("default")) annotations.default_value = *value;
  if (const Json* const examples = in.find("examples")) {
    annotations.examples.assign(examples->begin(), examples->end());
  }
}

}  // namespace eventc::compiler
