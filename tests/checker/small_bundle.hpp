// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "eventc/checker.hpp"
#include "eventc/emitted/document.hpp"
#include "eventc/schema.hpp"

/// A bundle of three types that routes nothing, and whose pattern gives up on "hard"; made by hand,
/// as emitted code would state it.
namespace eventc::checker {

namespace small {

inline constexpr schema::Schema small_number{.types = schema::kInteger, .maximum = 999};
inline constexpr schema::Pattern letters{"^(a|b)+$", [](std::string_view text) {
                                           return text == "hard" ? schema::Match::GaveUp
                                                                 : schema::Match::Yes;
                                         }};
inline constexpr schema::Schema code{.types = schema::kString, .pattern = &letters};
inline constexpr schema::Property order_properties[] = {{"quantity", &small_number, true},
                                                        {"code", &code}};
inline constexpr schema::Schema order{.types = schema::kObject, .properties = order_properties};

inline Report validate_order(std::string_view text, const Options& options) {
  return report(text, {&order, "order.schema.json#"}, options);
}
inline Report validate_list(std::string_view text, const Options& options) {
  return report(text, {&schema::array, "list.json#"}, options);
}

}  // namespace small

inline CheckedBundle small_bundle() {
  static constexpr route::Table kNone{};
  return {.types = {{"Order", "order.schema.json", &small::validate_order},
                    {"List", "list.json", &small::validate_list},
                    {"List", "other-list.json", &small::validate_list}},
          .events = {},
          .routes = &kNone};
}

}  // namespace eventc::checker
