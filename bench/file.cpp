// SPDX-License-Identifier: Apache-2.0
#include "file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace eventc::bench {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !text) throw std::runtime_error(path.string() + ": can't be read");
  return text.str();
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text << std::flush;
  if (!file) throw std::runtime_error(path.string() + ": can't be written");
}

}  // namespace eventc::bench
