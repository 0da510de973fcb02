// SPDX-License-Identifier: Apache-2.0
#include "explain/words.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "explain/runtime_rules.hpp"

namespace eventc::compiler {
namespace {

struct Words {
  std::string text;
  std::size_t count = 0;

  void add(bool holds, std::string_view keyword) {
    if (!holds) return;
    text += (count++ == 0 ? "\"" : ", \"") + std::string(keyword) + "\"";
  }
};

void add_choices(const Node& node, Words& words) {
  words.add(!node.any_of.empty(), "anyOf");
  words.add(!node.one_of.empty(), "oneOf");
}

/// Those of eventc::schema::Conditions, by their names in the schema.
void add_conditions(const Node& node, Words& words) {
  words.add(node.dynamic_ref.has_value(), node.is_recursive_ref ? "$recursiveRef" : "$dynamicRef");
  words.add(node.not_.has_value(), "not");
  words.add(node.if_.has_value(), "if");
  words.add(node.contains.has_value(), "contains");
  words.add(node.unique_items, "uniqueItems");
  words.add(node.unevaluated_items.has_value(), "unevaluatedItems");
  words.add(node.property_names.has_value(), "propertyNames");
  const bool requires_more = !node.dependent_required.empty();
  const bool applies_more = !node.dependent_schemas.empty();
  words.add(node.is_dependencies && (requires_more || applies_more), "dependencies");
  words.add(!node.is_dependencies && requires_more, "dependentRequired");
  words.add(!node.is_dependencies && applies_more, "dependentSchemas");
  words.add(node.unevaluated_properties.has_value(), "unevaluatedProperties");
  words.add(node.is_json && node.asserts_content && !node.content_schema, "contentMediaType");
}

std::string checks(const Words& words) {
  return fmt::format("{} {} checked on its text", words.text, words.count == 1 ? "is" : "are");
}

Words members_of(const NormalForm& form, const Node& node, bool several) {
  Words words;
  add_conditions(node, words);
  words.add(!node.pattern_properties.empty(), "patternProperties");
  words.add(several && types_additional(form, node), "additionalProperties");
  return words;
}

std::string_view name_of_choice(const Node& node) {
  if (!node.is_union()) return "if";
  return node.one_of.empty() ? "anyOf" : "oneOf";
}

}  // namespace

std::string words_for_rereading(const NormalForm& form, const Rereading& rereading) {
  const Node& node = form[rereading.schema];
  Words words;
  switch (rereading.cause) {
    case RereadingCause::InPlace:
      words.add(node.ref.has_value(), "$ref");
      words.add(!node.all_of.empty(), "allOf");
      add_choices(node, words);
      add_conditions(node, words);
      return checks(words);
    case RereadingCause::Members:
      return checks(members_of(form, node, rereading.count > 1));
    case RereadingCause::Choices:
      add_choices(node, words);
      return checks(words);
    case RereadingCause::SeveralSchemas:
      return fmt::format("{} schemas apply to it, of which a reader takes one", rereading.count);
    case RereadingCause::PartsOfSeveral:
      return "several schemas apply to what it holds, of which a reader takes one";
    case RereadingCause::BesideStruct:
      return "the reader of its struct does not check all that applies to it";
    case RereadingCause::Trials:
      return fmt::format("nothing tells the branches of \"{}\" apart: each is tried",
                         name_of_choice(node));
    case RereadingCause::TagAhead:
      return fmt::format("the member \"{}\" is looked for before the rest is read", rereading.name);
    case RereadingCause::OwnMemberAhead:
      return "a member that only one branch has is looked for before the rest is read";
    case RereadingCause::BesideUnion:
      return fmt::format("what stands beside \"{}\" is checked on its text", name_of_choice(node));
    case RereadingCause::Untyped:
      return "no type describes it: its text is kept, and checked";
    case RereadingCause::Fixed:
      return "the schema fixes it: its text is compared, and not stored";
  }
  return {};
}

}  // namespace eventc::compiler
