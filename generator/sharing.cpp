// SPDX-License-Identifier: Apache-2.0
#include "sharing.hpp"

namespace eventc::compiler {

Sharing::Sharing(const NormalForm& form) : form_(form) {
  const std::size_t given = form.roots.size();
  reached_.resize(given);
  order_.resize(given);
  for (std::size_t document = 0; document < given; ++document) {
    reach(form.roots[document], document);
    for (const auto& [name, node] : form.definitions[document]) reach(node, document);
  }
  std::vector<std::set<std::size_t>> next(given);
  for (std::size_t document = 0; document < given; ++document) {
    for (const NodeId node : reached_[document]) {
      const std::size_t home = form[node].place.document;
      if (home < given && home != document) next[document].insert(home);
    }
  }
  depends_.assign(given, std::vector<bool>(given, false));
  for (std::size_t document = 0; document < given; ++document) {
    std::vector<std::size_t> open(next[document].begin(), next[document].end());
    while (!open.empty()) {
      const std::size_t last = open.back();
      open.pop_back();
      if (depends_[document][last]) continue;
      depends_[document][last] = true;
      open.insert(open.end(), next[last].begin(), next[last].end());
    }
  }
}

void Sharing::reach(NodeId node, std::size_t document) {
  // Definitions may lead to each other by the thousand: a list of the open ones, where the call
  // stack would not do.
  struct Open {
    NodeId node = 0;
    std::vector<NodeId> children = {};
    std::size_t next = 0;
  };
  std::vector<Open> open;
  const auto enter = [&](NodeId id) {
    if (!reached_[document].insert(id).second) return;
    Open& entered = open.emplace_back(Open{.node = id});
    for_each_child(form_[id], [&](NodeId child) { entered.children.push_back(child); });
  };
  enter(node);
  while (!open.empty()) {
    Open& last = open.back();
    if (last.next < last.children.size()) {
      enter(last.children[last.next++]);
    } else {
      order_[document].push_back(last.node);
      open.pop_back();
    }
  }
}

std::size_t Sharing::owner(NodeId node, std::size_t from) const {
  const std::size_t home = form_[node].place.document;
  if (home >= reached_.size() || home == from) return from;
  const bool circle = depends_[home][from];
  return !circle && reached_[home].contains(node) ? home : from;
}

}  // namespace eventc::compiler
