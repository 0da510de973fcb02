// SPDX-License-Identifier: Apache-2.0
#include "subschemas.hpp"

#include <charconv>

#include "base/location.hpp"

namespace eventc::compiler {
namespace {

using Visit = std::function<void(const Json&, const std::string&)>;

std::string below(const std::string& pointer, std::string_view token) {
  return pointer + "/" + escape_pointer_token(token);
}

void visit_list(const Json& list, const std::string& pointer, const Visit& visit) {
  for (std::size_t i = 0; i < list.size(); ++i) visit(list[i], below(pointer, std::to_string(i)));
}

void visit_map(const Json& map, const std::string& pointer, const Visit& visit) {
  for (const auto& [name, schema] : map.items()) visit(schema, below(pointer, name));
}

void visit_dependencies(const Json& map, const std::string& pointer, const Visit& visit) {
  for (const auto& [name, one] : map.items()) {
    if (!one.is_array()) visit(one, below(pointer, name));
  }
}

const Json* find_item(const Json& list, std::string_view token) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool is_index = error == std::errc() && end == token.data() + token.size() &&
                        (token == "0" || token[0] != '0');
  return is_index && index < list.size() ? &list[index] : nullptr;
}

const Json* find_child(const Json& value, std::string_view token) {
  if (value.is_array()) return find_item(value, token);
  if (!value.is_object()) return nullptr;
  const auto name = unescape_pointer_token(token);
  if (!name) return nullptr;
  const auto member = value.find(*name);
  return member == value.end() ? nullptr : &*member;
}

}  // namespace

void for_each_subschema(const Json& schema, const std::string& pointer, Dialect dialect,
                        const Visit& visit) {
  if (!schema.is_object()) return;
  const auto ref = schema.find("$ref");
  const bool only_reference =
      dialect.isolates_references() && ref != schema.end() && ref->is_string();
  std::string expected;
  for (const auto& [name, value] : schema.items()) {
    const Keyword* const keyword = find_keyword(dialect, name);
    if (keyword == nullptr || !has_shape(value, keyword->shape, expected)) continue;
    // What stands beside a "$ref" is ignored, but definitions can still be referred to.
    if (only_reference && keyword->shape != ValueShape::SchemaMap) continue;
    switch (keyword->shape) {
      case ValueShape::Schema:
        visit(value, below(pointer, name));
        break;
      case ValueShape::SchemaList:
        visit_list(value, below(pointer, name), visit);
        break;
      case ValueShape::SchemaMap:
        visit_map(value, below(pointer, name), visit);
        break;
      case ValueShape::Dependencies:
        visit_dependencies(value, below(pointer, name), visit);
        break;
      case ValueShape::SchemaOrSchemaList:
        if (value.is_array()) {
          visit_list(value, below(pointer, name), visit);
        } else {
          visit(value, below(pointer, name));
        }
        break;
      default:
        break;
    }
  }
}

const Json* find_value(const Json& root, std::string_view pointer) {
  const Json* value = &root;
  while (!pointer.empty() && value != nullptr) {
    if (pointer.front() != '/') return nullptr;
    const std::size_t end = pointer.find('/', 1);
    const std::string_view token = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
    value = find_child(*value, token);
    pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
  }
  return value;
}

}  // namespace eventc::compiler
