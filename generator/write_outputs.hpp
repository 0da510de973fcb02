// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/files.hpp"
#include "emit.hpp"

namespace eventc::compiler {

/// Writes each file below the folder whose text has changed; the others keep their time stamps.
/// False at the first that cannot be written, with the reason in words.
[[nodiscard]] bool write_changed(const std::vector<OutputFile>& outputs, const std::string& folder,
                                 Files& files, std::string& why);

/// Unified diffs from the files below the folder to what they should be, missing files included;
/// empty when all are current.
[[nodiscard]] std::string diff_stale(const std::vector<OutputFile>& outputs,
                                     const std::string& folder, Files& files);

/// A Makefile rule: `target` depends on all the inputs.
[[nodiscard]] std::string depfile_rule(const std::string& target,
                                       const std::vector<std::string>& inputs);

}  // namespace eventc::compiler
