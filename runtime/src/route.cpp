// SPDX-License-Identifier: Apache-2.0
#include "eventc/route.hpp"

#include "route_scanner.hpp"

namespace eventc::route {

std::size_t classify(std::string_view text, const Table& table, const Options& options) {
  return Scanner(text, table, options, Scanner::Until::Answer).run();
}

}  // namespace eventc::route
