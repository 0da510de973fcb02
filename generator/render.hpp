// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace eventc::compiler {

/// A fault of a template or of the data given to it: never of a schema. It names the template and
/// the tag.
class TemplateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Strict mustache. It knows nothing of schemas.
///
/// Tags: {{name}} a string; {{#name}}…{{/name}} once for each item of a list, or once for true;
/// {{^name}}…{{/name}} for an empty list or false; {{>partial}}; {{! comment }}; {{.}} the item of
/// a list of strings. Nothing is escaped: the text is C++, not HTML.
///
/// Names are looked up in the innermost frame alone: the data that render() was given or, within a
/// list's section, the item (a section of a bool and an inverted one keep the frame). `root.name`
/// looks in the data that render() was given. An unknown variable, section or partial throws, and
/// so does a variable that is no string or a section that is no list or bool.
///
/// A tag of a section, comment or partial alone on its line takes that line with it; two tags on a
/// line leave it there. A partial alone on its line stands for lines, each but the empty ones
/// indented like the tag; within a line it stands for its text without the last line feed. Every
/// text must be whole by itself, with its sections closed.
class Templates {
 public:
  /// Template texts by name ("header", "partials/member"); each is parsed and every partial put in
  /// place here, once. Throws on a tag that is not closed or not among those above, a partial that
  /// is missing, and partials that include each other in a circle.
  explicit Templates(std::map<std::string, std::string> texts);

  /// May be called by several threads at once.
  [[nodiscard]] std::string render(const std::string& name,
                                   const nlohmann::ordered_json& data) const;

 private:
  struct Parsed;
  std::map<std::string, std::shared_ptr<Parsed>> parsed_;
};

}  // namespace eventc::compiler
