// SPDX-License-Identifier: Apache-2.0
#include "contender.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace eventc::bench {
namespace {

/// A function's own, so that it is there before the first constant registers.
std::vector<Peer>& registered() {
  static std::vector<Peer> all;
  return all;
}

}  // namespace

std::vector<Peer> peers() {
  std::vector<Peer> all = registered();
  const auto place = [](const Peer& peer) { return std::tuple(peer.name != "eventc", peer.name); };
  std::sort(all.begin(), all.end(),
            [&](const Peer& a, const Peer& b) { return place(a) < place(b); });
  return all;
}

bool register_peer(Peer peer) {
  registered().push_back(std::move(peer));
  return true;
}

}  // namespace eventc::bench
