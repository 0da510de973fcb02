// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_numbers(const RuleInput& in, Node& node) {
  node.multiple_of = in.find_number("multipleOf");
  node.minimum = in.find_number("minimum");
  node.maximum = in.find_number("maximum");
  if (in.dialect.draft != Draft::Draft04) {
    node.exclusive_minimum = in.find_number("exclusiveMinimum");
    node.exclusive_maximum = in.find_number("exclusiveMaximum");
    return;
  }
  // Draft-04: true makes the limit beside it an exclusive one (Validation, section 5.1.3).
  if (in.is_true("exclusiveMinimum")) node.exclusive_minimum.swap(node.minimum);
  if (in.is_true("exclusiveMaximum")) node.exclusive_maximum.swap(node.maximum);
}

}  // namespace eventc::compiler
