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

/// What nlohmann::json holds exactly need not be looked for in the file.
std::string text_of(const RuleInput& in, const Json& value, const Location& location) {
  const bool is_exact = !value.is_structured() && !value.is_number_float();
  return is_exact ? value.dump() : in.text_of(location);
}

}  // namespace

void normalize_values(const RuleInput& in, Node& node) {
  if (const Json* const type = in.find("type")) node.types = types_named(*type);
  if (const Json* const values = in.find("enum")) {
    node.enumeration.assign(values->begin(), values->end());
    for (std::size_t i = 0; i < values->size(); ++i) {
      node.enumeration_text.push_back(
          text_of(in, (*values)[i], in.location.child("enum").child(i)));
    }
    if (node.enumeration.empty()) {
      in.diagnostics.warning(in.location.child("enum"),
                             "\"enum\" has no values: nothing is valid here");
      node.types = {};
    }
  }
  if (const Json* const value = in.find("const")) {
    node.constant = *value;
    node.constant_text = text_of(in, *value, in.location.child("const"));
  }
}

}  // namespace eventc::compiler
