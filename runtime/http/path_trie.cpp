// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/path_trie.hpp"

namespace eventc::http {

using Kind = PathTemplate::Segment::Kind;

PathTrie::Index PathTrie::child(Index node, const PathTemplate::Segment& segment) {
  const Index made = static_cast<Index>(nodes_.size());
  Index& index = segment.kind == Kind::Literal
                     ? nodes_[node].literals.try_emplace(segment.text, kNone).first->second
                     : nodes_[node].parameter;
  if (index != kNone) return index;
  index = made;
  nodes_.emplace_back();
  return made;
}

PathTrie::Leaf PathTrie::leaf(std::optional<Leaf>& at) {
  if (!at) at = size_++;
  return *at;
}

PathTrie::Leaf PathTrie::add(const PathTemplate& path) {
  Index node = 0;
  for (const PathTemplate::Segment& segment : path.segments()) {
    if (segment.kind == Kind::Greedy) return leaf(nodes_[node].greedy);
    node = child(node, segment);
  }
  return leaf(nodes_[node].leaf);
}

struct PathTrie::Search {
  std::span<const std::string_view> segments;
  const std::function<bool(Leaf)>& accepts;
  std::vector<Capture> captures;

  [[nodiscard]] bool is_found(const std::optional<Leaf>& leaf) const {
    return leaf && accepts(*leaf);
  }
};

std::optional<PathTrie::Match> PathTrie::find(std::span<const std::string_view> segments,
                                              const std::function<bool(Leaf)>& accepts) const {
  Search search{segments, accepts, {}};
  const std::optional<Leaf> leaf = descend(search, 0, 0);
  if (!leaf) return std::nullopt;
  return Match{*leaf, std::move(search.captures)};
}

/// No deeper than the templates are long.
std::optional<PathTrie::Leaf> PathTrie::descend(Search& search, Index at, std::size_t next) const {
  const Node& node = nodes_[at];
  if (next == search.segments.size()) return search.is_found(node.leaf) ? node.leaf : std::nullopt;
  const std::string_view segment = search.segments[next];
  if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
    if (const auto leaf = descend(search, literal->second, next + 1)) return leaf;
  }
  if (segment.empty()) return std::nullopt;  // "//": a parameter has a value
  if (node.parameter != kNone) {
    search.captures.push_back({next, 1});
    if (const auto leaf = descend(search, node.parameter, next + 1)) return leaf;
    search.captures.pop_back();
  }
  if (!search.is_found(node.greedy)) return std::nullopt;
  search.captures.push_back({next, search.segments.size() - next});
  return node.greedy;
}

}  // namespace eventc::http
