// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_extension(const RuleInput& in, Node& node) {
  const Json* const extension = in.find("x-eventc");
  if (extension == nullptr) return;
  const auto is = [extension](std::string_view key, const Json& wanted) {
    const auto value = extension->find(key);
    return value != extension->end() && *value == wanted;
  };
  if (extension->contains("name")) node.extension.name = extension->at("name").get<std::string>();
  if (extension->contains("namespace"))
    node.extension.name_space = extension->at("namespace").get<std::string>();
  if (extension->contains("storage"))
    node.extension.storage = extension->at("storage").get<std::string>();
  if (extension->contains("type")) node.extension.type = extension->at("type").get<std::string>();
  if (extension->contains("content")) node.extension.asserts_content = is("content", "assert");
  node.extension.open = is("open", true);
  node.extension.keep_unknown = is("unknown", "keep");
  node.extension.null_is_distinct = is("null", "distinct");
  node.extension.keys_ignore_case = is("keys", "ignore-case");
  node.extension.route = !is("route", false);
  if (extension->contains("priority"))
    node.extension.priority = extension->at("priority").get<double>();
  if (const auto given = extension->find("discriminator"); given != extension->end()) {
    if (given->is_string()) {
      node.extension.discriminators.push_back(given->get<std::string>());
    } else {
      node.extension.discriminators = given->get<std::vector<std::string>>();
    }
  }
}

}  // namespace eventc::compiler
