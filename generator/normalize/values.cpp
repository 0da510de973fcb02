// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

TypeSet type_named(std::string_view name) {
  if (name == "null") return kNull;
  if (name == "boolean") return kBoolean;
  if (name == "integer") return kInteger;
  if (name == "number") return kNumber;
  if (name == "string") return kString;
  if (name == "array") return kArray;
  return kObject;
}

TypeSet types_named(const Json& names) {
  if (names.is_string()) return type_named(names.get_ref<const std::string&>());
  TypeSet types;
  for (const Json& name : names) types = types | type_named(name.get_ref<const std::string&>());
  return types;
}

}  // namespace

void normalize_values(const RuleInput& in, Node& node) {
  if (const Json* const type = in.find("type")) node.types = types_named(*type);
  if (const Json* const values = in.find("enum")) {
    node.enumeration.assign(values->begin(), values->end());
    if (node.enumeration.empty()) {
      in.diagnostics.error(in.location.child("enum"), "\"enum\" has no values: nothing could ever be valid");
    }
  }
  if (const Json* const value = in.find("const")) node.constant = *value;
}

}  // namespace eventc::compiler
