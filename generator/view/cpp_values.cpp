// SPDX-License-Identifier: Apache-2.0
#include "view/cpp_values.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "cpp_literal.hpp"

namespace eventc::compiler {
namespace {

/// A literal that C++ reads as it stands: the smallest integer is none, since its minus is an
/// operator.
std::optional<std::string> integer_literal(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || value == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return std::to_string(value);
}

}  // namespace

std::string types_expression(TypeSet types) {
  if (types == kAnyType) return "s::kAny";
  if (types.empty()) return "s::Types{}";
  static constexpr std::array<std::pair<TypeSet, std::string_view>, 8> kNames{{
      {kNull, "kNull"},
      {kBoolean, "kBoolean"},
      {kNumber, "kNumber"},
      {kInteger, "kInteger"},
      {kFraction, "kFraction"},
      {kString, "kString"},
      {kArray, "kArray"},
      {kObject, "kObject"},
  }};
  std::string text;
  for (const auto& [part, name] : kNames) {
    if ((types & part) != part) continue;
    text += fmt::format("{}s::{}", text.empty() ? "" : " | ", name);
    types = types.without(part);
  }
  return text;
}

std::string builtin_schema(TypeSet types) {
  if (types == kAnyType) return "s::any";
  if (types.empty()) return "s::nothing";
  if (types == kNull) return "s::null";
  if (types == kBoolean) return "s::boolean";
  if (types == kInteger) return "s::integer";
  if (types == kNumber) return "s::number";
  if (types == kString) return "s::string";
  if (types == kArray) return "s::array";
  return types == kObject ? "s::object" : "";
}

std::string number_expression(const std::string& literal) {
  const auto integer = integer_literal(literal);
  return integer ? *integer : fmt::format("s::Number({})", cpp_string_literal(literal));
}

std::string value_expression(const Json& value, const std::string& text) {
  if (value.is_null()) return "nullptr";
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_string()) return cpp_string_literal(value.get_ref<const std::string&>());
  if (value.is_number_integer()) {
    if (const auto integer = integer_literal(text)) return *integer;
  }
  return fmt::format("s::Raw{{{}}}", cpp_string_view(text));
}

}  // namespace eventc::compiler
