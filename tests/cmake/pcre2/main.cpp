// SPDX-License-Identifier: Apache-2.0
#include EVENT_HEADER

int main() {
  const bool accepts = eventc::parse<EVENT>(R"({"code": "abab"})").has_value();
  const bool refuses = !eventc::parse<EVENT>(R"({"code": "aba"})").has_value();
  return accepts && refuses ? 0 : 1;
}
