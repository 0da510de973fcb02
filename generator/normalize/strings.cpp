// SPDX-License-Identifier: Apache-2.0
#include "normalize/read_pattern.hpp"
#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_strings(const RuleInput& in, Node& node) {
  node.min_length = in.find_least("minLength", 0);
  node.max_length = in.find_most("maxLength");
  const bool asserts_formats =
      in.format_assertion || in.dialect.vocabularies.has(Vocabulary::FormatAssertion);
  if (const Json* const format = in.find("format"); format != nullptr && asserts_formats)
    node.format_check = find_format(in.dialect.draft, format->get_ref<const std::string&>());
  const Json* const pattern = in.find("pattern");
  if (pattern == nullptr) return;
  node.pattern = read_pattern(pattern->get_ref<const std::string&>(), in.location.child("pattern"),
                              "\"pattern\"", in.diagnostics);
}

}  // namespace eventc::compiler
