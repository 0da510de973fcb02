// SPDX-License-Identifier: Apache-2.0
#include "log.hpp"

#include <cstdio>
#include <string>

#include "eventc/quote.hpp"

namespace eventc::lambda {

void log(std::string_view what) {
  const std::string line = "eventc::lambda: " + printable(what) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace eventc::lambda
