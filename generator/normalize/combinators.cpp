// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_combinators(const RuleInput& in, Node& node) {
  node.all_of = in.find_children("allOf");
  node.any_of = in.find_children("anyOf");
  node.one_of = in.find_children("oneOf");
  node.not_ = in.find_child("not");
  // "then" and "else" without "if" say nothing, and the other way round (Core 2020-12, 10.2.2).
  if (in.find("if") == nullptr) return;
  node.then_ = in.find_child("then");
  node.else_ = in.find_child("else");
  if (node.then_ || node.else_ || in.dialect.draft >= Draft::Draft201909)
    node.if_ = in.find_child("if");
}

}  // namespace eventc::compiler
