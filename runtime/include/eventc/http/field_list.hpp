// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/map_order.hpp"

namespace eventc::http {

/// Names and values in the order in which they were sent; a name may come more than once. The text
/// is kept elsewhere.
template <class Order>
class FieldList {
 public:
  /// A name and its value.
  using value_type = std::pair<std::string_view, std::string_view>;
  using const_iterator = typename std::vector<value_type>::const_iterator;

  /// So many will be added.
  void expect(std::size_t count) { fields_.reserve(fields_.size() + count); }
  void add(std::string_view name, std::string_view value) { fields_.emplace_back(name, value); }

  [[nodiscard]] const_iterator begin() const { return fields_.begin(); }
  [[nodiscard]] const_iterator end() const { return fields_.end(); }
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  [[nodiscard]] bool empty() const { return fields_.empty(); }

  /// The first value of that name.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
    for (const auto& [key, value] : fields_) {
      if (Order::match(key, name) == 0) return value;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool contains(std::string_view name) const { return find(name).has_value(); }
  /// All values of that name, in order.
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : fields_) {
      if (Order::match(key, name) == 0) values.push_back(value);
    }
    return values;
  }

 private:
  std::vector<value_type> fields_;
};

/// Header fields: names without regard to case (RFC 9110, section 5.1).
using Headers = FieldList<IgnoreCaseOrder>;
/// Parameters of a path or a query, and cookies: names by their exact bytes.
using Parameters = FieldList<ExactOrder>;

}  // namespace eventc::http
