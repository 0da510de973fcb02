// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/field.hpp"

#include <algorithm>

namespace eventc::telemetry {

namespace {

/// A line feed stands between JSON's tokens alone, as white space (RFC 8259, section 2).
std::string on_one_line(std::string_view json) {
  std::string text(json);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

void Field::write(JsonText& out) const {
  out.key(name_);
  std::visit(
      [&out](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::same_as<T, std::string>) {
          out.string(value);
        } else if constexpr (std::same_as<T, Json>) {
          out.raw(on_one_line(value.text()));
        } else if constexpr (std::same_as<T, bool>) {
          out.boolean(value);
        } else {
          out.number(value);
        }
      },
      value_);
}

}  // namespace eventc::telemetry
