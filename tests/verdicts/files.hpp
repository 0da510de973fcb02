// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace verdicts {

/// The whole file. Throws std::runtime_error where it can't be read.
[[nodiscard]] std::string read_file(const std::string& path);

/// Makes the folders that are missing. A file that has this text keeps its time. Throws
/// std::runtime_error.
void write_if_changed(const std::string& path, std::string_view text);

}  // namespace verdicts
