// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exceptions.hpp"
#include "verdicts/program.hpp"

namespace conformance {

/// How the suite is run, and which part of it.
struct Settings {
  std::string eventc;
  /// The suite's folder, with tests/ and remotes/ in it.
  std::string suite;
  verdicts::Toolchain toolchain;
  std::vector<Exception> exceptions;
  /// Where schemas, emitted code and programs go.
  std::string work;
  /// Of the groups whose file contains this text, one in so many.
  std::string only;
  std::size_t every = 1;
  bool required_only = false;
  unsigned jobs = 1;
};

}  // namespace conformance
