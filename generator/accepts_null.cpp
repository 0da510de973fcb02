// SPDX-License-Identifier: Apache-2.0
#include "accepts_null.hpp"

#include <algorithm>
#include <map>

namespace eventc::compiler {
namespace {

bool has_null_among_values(const Node& node) {
  if (node.constant && !node.constant->is_null()) return false;
  return node.enumeration.empty() || node.extension.open ||
         std::any_of(node.enumeration.begin(), node.enumeration.end(),
                     [](const Json& value) { return value.is_null(); });
}

class NullChecker {
 public:
  explicit NullChecker(const NormalForm& form) : form_(form) {}

  bool accepts(NodeId id) {
    // Many ways may lead to one schema.
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    const bool accepted = accepts_anew(form_[id]);
    known_.emplace(id, accepted);
    return accepted;
  }

 private:
  bool accepts_anew(const Node& node) {
    const auto accepts = [this](NodeId schema) { return this->accepts(schema); };
    if (!node.types.has(kNull) || !has_null_among_values(node)) return false;
    if (node.ref && !accepts(*node.ref)) return false;
    if (node.dynamic_ref && !accepts(*node.dynamic_ref)) return false;
    if (!std::all_of(node.all_of.begin(), node.all_of.end(), accepts)) return false;
    if (!node.any_of.empty() && std::none_of(node.any_of.begin(), node.any_of.end(), accepts))
      return false;
    if (!node.one_of.empty() && std::count_if(node.one_of.begin(), node.one_of.end(), accepts) != 1)
      return false;
    if (node.not_ && accepts(*node.not_)) return false;
    if (!node.if_) return true;
    const std::optional<NodeId>& next = accepts(*node.if_) ? node.then_ : node.else_;
    return !next || accepts(*next);
  }

  const NormalForm& form_;
  std::map<NodeId, bool> known_;
};

}  // namespace

bool accepts_null(const NormalForm& form, const std::vector<NodeId>& pack) {
  NullChecker checker(form);
  return std::all_of(pack.begin(), pack.end(), [&](NodeId id) { return checker.accepts(id); });
}

}  // namespace eventc::compiler
