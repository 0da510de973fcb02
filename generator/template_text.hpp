// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render.hpp"

namespace eventc::compiler {

/// A tag that is looked up when a template is rendered.
struct TemplateTag {
  enum class Kind { Variable, Section, Inverted };

  Kind kind = Kind::Variable;
  std::string name;
  /// Where it is written: in a partial, the partial.
  std::string in_template;
  std::size_t line = 1;
};

/// "template "header", line 3: {{#members}}: WHAT".
[[nodiscard]] TemplateError template_error(const TemplateTag& tag, std::string_view what);

/// A template with its partials in place, its comments gone and each tag that stands alone on a
/// line rid of that line. What is left is written for kainjow::mustache, whose own treatment of
/// lines is thereby out of use: as shipped it leaves an empty line for a section that is not
/// rendered and eats an empty first line of one that is.
struct FlatTemplate {
  /// Tags are "\x01&N\x02", "\x01#N\x02", "\x01^N\x02" and "\x01/N\x02", N being an index into
  /// `tags`; "\x01&\x02" is a line feed. A line that sets these delimiters comes first: braces of
  /// C++ may stand beside a tag.
  std::string text;
  std::vector<TemplateTag> tags;
};

/// Throws TemplateError on a tag that is not closed or that templates do not have, sections that do
/// not nest, a partial that is missing, partials that include each other in a circle, and a control
/// character but tab and line end.
[[nodiscard]] FlatTemplate flatten(const std::map<std::string, std::string>& texts,
                                   const std::string& name);

}  // namespace eventc::compiler
