// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emit.hpp"
#include "process.hpp"

/// Emitted code made into a program that judges payloads.
namespace verdicts {

/// How emitted code is compiled and linked.
struct Toolchain {
  /// The compiler with its options; "-c", the input and the output follow.
  Command compile;
  /// What follows the object files when a program is linked: the runner and the runtime.
  Command libraries;
};

/// From a file of lines "compile ARGUMENT" and "library ARGUMENT". Throws std::runtime_error where
/// it can't be read.
[[nodiscard]] Toolchain read_toolchain(const std::string& path);

/// One run of the compiler that went well.
struct ObjectFile {
  std::string path;
  std::vector<std::string> ids;
  double cpu_seconds = 0;
};

struct Compiled {
  std::vector<ObjectFile> objects;
  /// The first that the compiler said of each unit that does not compile, by id.
  std::map<std::string, std::string> refused;
};

/// Compiles units in packs of `pack_size`, on `jobs` threads, into `folder`, which also holds what
/// is included. A pack that does not compile is halved until those are found that don't: one bad
/// unit costs no other.
[[nodiscard]] Compiled compile_units(const std::vector<Unit>& units, std::size_t pack_size,
                                     unsigned jobs, const std::string& folder,
                                     const Toolchain& toolchain);

/// Links the objects into a program. What the linker says where it can't.
[[nodiscard]] std::optional<std::string> link_program(const std::vector<ObjectFile>& objects,
                                                      const std::string& program,
                                                      const Toolchain& toolchain);

}  // namespace verdicts
