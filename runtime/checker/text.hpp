// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How text from payloads, file names and the command line reaches an output.
namespace eventc::checker {

/// A file's name, or a word of the command line, on one line and fit for a terminal. It may stand
/// at the begin of a line: it begins no workflow command (a runner of GitHub Actions takes a line
/// for one that begins with "::", white space left out).
[[nodiscard]] std::string printable_name(std::string_view name);

/// `line` without the logging commands that a build service looks for anywhere in it: "##[…" of
/// GitHub Actions and Azure Pipelines, "##vso[…", "##teamcity[…". The second "#" becomes "\x23".
[[nodiscard]] std::string without_commands(std::string_view line);

/// A JSON string with its quotes, in ASCII. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

/// The text of a workflow command of GitHub Actions and, with ":" and "," escaped too, a property
/// of it ("Workflow commands for GitHub Actions"). What printable() escapes is escaped before.
[[nodiscard]] std::string github_data(std::string_view text);
[[nodiscard]] std::string github_property(std::string_view text);

/// The candidate that `word` was probably meant to be; empty when none is near.
[[nodiscard]] std::string_view suggest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "1 document", "3 documents".
[[nodiscard]] std::string counted(std::size_t count, std::string_view what);

}  // namespace eventc::checker
