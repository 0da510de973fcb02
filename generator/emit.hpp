// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "render.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// A file to be written: a path below the output folder, and its text.
struct OutputFile {
  std::string path;
  std::string text;
};

/// Which template becomes which file: NAME.hpp (types), NAME.schema.hpp (tables) and NAME.cpp (readers and writers) for each
/// given schema. Templates that do not fit the views throw TemplateError.
[[nodiscard]] std::vector<OutputFile> emit(const Emission& emission, const Templates& templates);

}  // namespace eventc::compiler
