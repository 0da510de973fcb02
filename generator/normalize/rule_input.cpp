// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

constexpr std::uint64_t kLargestCount = std::numeric_limits<std::uint64_t>::max();

/// Of a value of the shape Count.
std::uint64_t to_count(const Json& value) {
  constexpr double kPastAll = 18446744073709551616.0;  // 2^64
  const bool is_past = value.is_number_float() && value.get<double>() >= kPastAll;
  return is_past ? kLargestCount : value.get<std::uint64_t>();
}

}  // namespace

const Json* RuleInput::find(std::string_view keyword) const {
  const auto member = schema.find(keyword);
  if (member == schema.end()) return nullptr;
  const Keyword* const known = find_keyword(dialect, keyword);
  if (known == nullptr) return nullptr;
  std::string expected;
  const bool is_usable =
      known->support != Support::Annotation || has_shape(*member, known->shape, expected);
  return is_usable ? &*member : nullptr;
}

std::optional<NodeId> RuleInput::find_child(const std::string& keyword) const {
  return find(keyword) == nullptr ? std::nullopt : std::optional(child("/" + keyword));
}

std::vector<NodeId> RuleInput::find_children(const std::string& keyword) const {
  std::vector<NodeId> nodes;
  const Json* const schemas = find(keyword);
  for (std::size_t i = 0; schemas != nullptr && i < schemas->size(); ++i)
    nodes.push_back(child("/" + keyword + "/" + std::to_string(i)));
  return nodes;
}

std::vector<NodeProperty> RuleInput::find_properties(const std::string& keyword) const {
  std::vector<NodeProperty> properties;
  const Json* const schemas = find(keyword);
  if (schemas == nullptr) return properties;
  for (const auto& [name, subschema] : schemas->items())
    properties.push_back({name, child("/" + keyword + "/" + escape_pointer_token(name))});
  return properties;
}

std::optional<std::string> RuleInput::find_number(const std::string& keyword) const {
  const Json* const value = find(keyword);
  if (value == nullptr) return std::nullopt;
  return value->is_number_integer() ? value->dump() : text_of(location.child(keyword));
}

std::uint64_t RuleInput::find_least(std::string_view keyword, std::uint64_t otherwise) const {
  const Json* const value = find(keyword);
  return value == nullptr ? otherwise : to_count(*value);
}

std::optional<std::uint64_t> RuleInput::find_most(std::string_view keyword) const {
  const Json* const value = find(keyword);
  if (value == nullptr) return std::nullopt;
  const std::uint64_t most = to_count(*value);
  return most == kLargestCount ? std::nullopt : std::optional(most);
}

bool RuleInput::is_true(std::string_view keyword) const {
  const Json* const value = find(keyword);
  return value != nullptr && *value == true;
}

std::string RuleInput::text_of(const Location& place) const {
  const auto span = locator.locate(place.pointer, Location::Part::Value);
  return std::string(text.substr(span->begin, span->end - span->begin));
}

}  // namespace eventc::compiler
