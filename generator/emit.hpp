// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "names.hpp"
#include "render.hpp"
#include "route/plan_route.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// A file to be written: a path below the output folder, and its text.
struct OutputFile {
  std::string path;
  std::string text;
};

/// Which template becomes which file: NAME.hpp (types), NAME.schema.hpp (tables) and NAME.cpp
/// (readers and writers) for each given schema. Templates that do not fit the views throw
/// TemplateError.
[[nodiscard]] std::vector<OutputFile> emit(const Emission& emission, const Templates& templates);

/// The same for the bundle: BUNDLE.hpp and BUNDLE.cpp.
[[nodiscard]] std::vector<OutputFile> emit_bundle(const Emission& emission, const RoutePlan& routes,
                                                  const NameOptions& options,
                                                  const Templates& templates);

}  // namespace eventc::compiler
