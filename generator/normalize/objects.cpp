// SPDX-License-Identifier: Apache-2.0
#include "normalize/read_pattern.hpp"
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

void read_pattern_properties(const RuleInput& in, const Json& schemas, Node& node) {
  for (const auto& [source, schema] : schemas.items()) {
    auto pattern = read_pattern(source, in.location.child("patternProperties").child(source).key(),
                                "\"patternProperties\": the pattern", in.diagnostics);
    if (!pattern) continue;
    node.pattern_properties.push_back(
        {*std::move(pattern), in.child("/patternProperties/" + escape_pointer_token(source))});
  }
}

}  // namespace

void normalize_objects(const RuleInput& in, Node& node) {
  node.properties = in.find_properties("properties");
  if (const Json* const required = in.find("required"))
    node.required = required->get<std::vector<std::string>>();
  if (const Json* const schemas = in.find("patternProperties"))
    read_pattern_properties(in, *schemas, node);
  node.additional_properties = in.find_child("additionalProperties");
  node.property_names = in.find_child("propertyNames");
  node.unevaluated_properties = in.find_child("unevaluatedProperties");
  node.min_properties = in.find_least("minProperties", 0);
  node.max_properties = in.find_most("maxProperties");
}

}  // namespace eventc::compiler
