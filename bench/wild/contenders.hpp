// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases.hpp"

/// Each is a process of its own that times itself over all cases, but for Blaze, which is started
/// again for each of them.
namespace wild {

/// The least of `rounds` is taken; in each of them a case runs for `seconds`.
struct Effort {
  int rounds = 5;
  double seconds = 0.004;
};

/// validate() of the code that is compiled for each schema.
[[nodiscard]] Times time_eventc(const std::vector<Case>& cases, const std::string& program,
                                const std::string& work, const Effort& effort);

/// The same payloads under a schema that says nothing: what is left is to see that they are JSON.
[[nodiscard]] Times time_reading(const std::vector<Case>& cases, const Entry& empty,
                                 const std::string& program, const std::string& work,
                                 const Effort& effort);

/// A program for node in the folder of peers, "ajv.mjs". Nothing, and a word on standard error,
/// where it can't be run.
[[nodiscard]] std::optional<Times> time_peer(const std::vector<Case>& cases,
                                             const std::string& peers, const std::string& script,
                                             const std::string& work, const Effort& effort);

}  // namespace wild
