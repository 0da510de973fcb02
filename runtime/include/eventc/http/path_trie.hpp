// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "eventc/http/path_template.hpp"

namespace eventc::http {

/// Finds the template that a path is of. Where several are, the most specific is: segment by
/// segment from the left, a literal goes before a parameter, and that before a greedy one. Looking
/// takes one step a segment, however many templates there are, and goes back only where a literal
/// led nowhere.
class PathTrie {
 public:
  /// A template's place. Templates that differ in the names of parameters alone share one.
  using Leaf = std::size_t;

  /// The segments that a parameter took.
  struct Capture {
    std::size_t first = 0;
    std::size_t count = 0;

    bool operator==(const Capture&) const = default;
  };
  struct Match {
    Leaf leaf = 0;
    /// One for each of the template's parameters, in order.
    std::vector<Capture> captures;
  };

  PathTrie() : nodes_(1) {}

  Leaf add(const PathTemplate& path);
  /// How many leaves there are: they are numbered from 0.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// The most specific template that `segments` are of, among those that `accepts`, which is not
  /// called again once it has accepted one.
  [[nodiscard]] std::optional<Match> find(std::span<const std::string_view> segments,
                                          const std::function<bool(Leaf)>& accepts) const;

 private:
  using Index = std::uint32_t;
  static constexpr Index kNone = static_cast<Index>(-1);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Node {
    std::unordered_map<std::string, Index, Hash, std::equal_to<>> literals;
    Index parameter = kNone;
    std::optional<Leaf> leaf;    ///< Of the template that ends here.
    std::optional<Leaf> greedy;  ///< Of the template whose last segment, a greedy one, is next.
  };
  struct Search;

  Index child(Index node, const PathTemplate::Segment& segment);
  Leaf leaf(std::optional<Leaf>& at);
  [[nodiscard]] std::optional<Leaf> descend(Search& search, Index at, std::size_t next) const;

  std::vector<Node> nodes_;
  std::size_t size_ = 0;
};

}  // namespace eventc::http
