// SPDX-License-Identifier: Apache-2.0
#include <eventc/format_idn.hpp>

int main() {
  using namespace eventc::format;
  return is_hostname("xn--bcher-kva.example") && is_idn_hostname("b\u00FCcher.example") ? 0 : 1;
}
