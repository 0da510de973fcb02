// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace eventc::compiler {

/// Any text as a C++ identifier in one of three styles. Words are parted at what is no ASCII letter
/// or digit and where the case says so ("eventSourceARN": event, Source, ARN). A character beyond
/// ASCII is written as u and its code point. The result is never empty, begins with no digit, and
/// is neither a keyword nor a macro of the standard headers.
[[nodiscard]] std::string snake_case(std::string_view text);   ///< event_source_arn
[[nodiscard]] std::string pascal_case(std::string_view text);  ///< EventSourceArn

/// The file name stem of a schema's outputs: its file's name without folders, ".schema.json" or
/// ".json", in snake case. EventcGenerate.cmake knows the same rule: it names the outputs before
/// eventc has run.
[[nodiscard]] std::string file_stem(std::string_view schema_file);

/// Whether the text is one or several identifiers joined by "::", none of them a keyword.
[[nodiscard]] bool is_namespace(std::string_view text);

/// What a bundle calls its members: no bundle can have such a name, and a type of one has to be
/// named in full within a bundle.
[[nodiscard]] bool is_bundle_member(std::string_view name);

/// The folder of a namespace's outputs: "a/b" for "a::b".
[[nodiscard]] std::string namespace_folder(std::string name_space);

/// Identifiers of one scope: each is handed out once.
class Scope {
 public:
  explicit Scope(std::set<std::string, std::less<>> reserved = {}) : taken_(std::move(reserved)) {}

  /// The first candidate that is free; of none, the last with a number behind it.
  std::string take(const std::vector<std::string>& candidates);
  std::string take(const std::string& candidate) {
    return take(std::vector<std::string>{candidate});
  }

 private:
  std::set<std::string, std::less<>> taken_;
};

}  // namespace eventc::compiler
