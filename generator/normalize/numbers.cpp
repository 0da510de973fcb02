// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_numbers(const RuleInput& in, Node& node) {
  node.multiple_of = in.find_number("multipleOf");
  node.minimum = in.find_number("minimum");
  node.exclusive_minimum = in.find_number("exclusiveMinimum");
  node.maximum = in.find_number("maximum");
  node.exclusive_maximum = in.find_number("exclusiveMaximum");
}

}  // namespace eventc::compiler
