// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "normalize/rules.hpp"

namespace eventc::compiler {

void normalize_strings(const RuleInput& in, Node& node) {
  node.min_length = in.find_count("minLength").value_or(0);
  node.max_length = in.find_count("maxLength");
  const bool asserts_formats =
      in.format_assertion || in.dialect.vocabularies.has(Vocabulary::FormatAssertion);
  if (const Json* const format = in.find("format"); format != nullptr && asserts_formats)
    node.format_check = find_format(in.dialect.draft, format->get_ref<const std::string&>());
  const Json* const pattern = in.find("pattern");
  if (pattern == nullptr) return;
  auto parsed = parse_pattern(pattern->get_ref<const std::string&>());
  if (const auto* const refusal = std::get_if<Refusal>(&parsed)) {
    in.diagnostics.error(in.location.child("pattern"),
                         fmt::format("\"pattern\" cannot be compiled: {} (at character {})",
                                     refusal->reason, refusal->offset));
    return;
  }
  node.pattern = std::move(std::get<Pattern>(parsed));
}

}  // namespace eventc::compiler
