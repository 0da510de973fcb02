// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <set>

#include "model/builder.hpp"

namespace eventc::compiler {
namespace {

std::optional<std::int64_t> parse_int64(const std::optional<std::string>& literal) {
  if (!literal) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] =
      std::from_chars(literal->data(), literal->data() + literal->size(), value);
  if (error != std::errc() || end != literal->data() + literal->size()) return std::nullopt;
  return value;
}

/// Whether a literal is an integer of 2^63 or more.
bool is_past_int64(const std::optional<std::string>& literal) {
  return literal && literal->find_first_not_of("0123456789") == std::string::npos &&
         !parse_int64(literal);
}

bool is_past_int64(const Json& value) {
  return value.is_number_unsigned() &&
         value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
}

bool has_strings(const std::vector<Json>& values) {
  return std::any_of(values.begin(), values.end(), [](const Json& v) { return v.is_string(); });
}

}  // namespace

TypeId ModelBuilder::make_number(const std::vector<NodeId>& pack, TypeSet types) {
  if (types.has(kFraction)) return scalar(Scalar::Double);
  bool is_negative_refused = false;
  bool is_past_refused = false;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    std::vector<Json> values = node.enumeration;
    if (node.constant) values.push_back(*node.constant);
    // A value that only an uint64 holds decides; the few below 0 that stand beside it are then read
    // as an error.
    if (std::any_of(values.begin(), values.end(), [](const Json& v) { return is_past_int64(v); }))
      return scalar(Scalar::UInt64);
    is_past_refused = is_past_refused || !values.empty() || parse_int64(node.maximum) ||
                      parse_int64(node.exclusive_maximum);
    is_negative_refused = is_negative_refused || parse_int64(node.minimum).value_or(-1) >= 0 ||
                          is_past_int64(node.minimum) ||
                          parse_int64(node.exclusive_minimum).value_or(-2) >= -1 ||
                          is_past_int64(node.exclusive_minimum);
  }
  return scalar(is_negative_refused && !is_past_refused ? Scalar::UInt64 : Scalar::Int64);
}

TypeId ModelBuilder::make_string(const std::vector<NodeId>& pack, const Context& context) {
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    if (node.content_schema)
      return type_of(flatten(form_, *node.content_schema), context.inside("content"));
    if (node.is_base64) return scalar(Scalar::Bytes);
    if (has_strings(node.enumeration)) return make_strings(node, context);
    if (node.constant && node.constant->is_string())
      return make_enum({*node.constant}, node, context);
  }
  return scalar(Scalar::String);
}

TypeId ModelBuilder::make_strings(const Node& node, const Context& context) {
  if (types_of(form_, {node.id}).without(kNull) == kString)
    return make_enum(node.enumeration, node, context);
  const auto [known, is_new] = strings_.emplace(std::pair(context.document, node.id), 0);
  if (is_new) known->second = make_enum(node.enumeration, node, context);
  return known->second;
}

TypeId ModelBuilder::make_enum(const std::vector<Json>& values, const Node& node,
                               const Context& context) {
  EnumType type{.values = {}, .open = node.extension.open};
  std::set<std::string_view> seen;
  for (const Json& value : values) {
    if (value.is_string() && seen.insert(value.get_ref<const std::string&>()).second) {
      type.values.push_back(value.get<std::string>());
    }
  }
  return add(
      {std::move(type), context.document, candidates(node.id, beside_root(context)), node.id});
}

}  // namespace eventc::compiler
