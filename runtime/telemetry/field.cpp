// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/field.hpp"

namespace eventc::telemetry {

void Field::write(JsonText& out) const {
  out.key(name_);
  std::visit(
      [&out](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::same_as<T, std::string>) {
          out.string(value);
        } else if constexpr (std::same_as<T, Json>) {
          out.raw(value.text());
        } else if constexpr (std::same_as<T, bool>) {
          out.boolean(value);
        } else {
          out.number(value);
        }
      },
      value_);
}

}  // namespace eventc::telemetry
