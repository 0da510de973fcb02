// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/window.hpp"

#include <stdexcept>

namespace eventc::batch::detail {

bool is_initial(std::string_view state) {
  std::string text;
  constexpr std::size_t kEnough = 5;  // "null" and "{}" are shorter
  for (const char c : state) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') text += c;
    if (text.size() == kEnough) return false;
  }
  return text.empty() || text == "{}" || text == "null";
}

void refuse_state(const Error& error) {
  throw std::runtime_error("the window's state is not valid: " + error.to_string());
}

void refuse_written_state(const Error& error) {
  throw std::runtime_error("the window's state cannot be written: " + error.to_string());
}

}  // namespace eventc::batch::detail
