// SPDX-License-Identifier: Apache-2.0
#include "explain/fates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dialect.hpp"
#include "explain/fate_rules.hpp"
#include "route/words.hpp"

namespace eventc::compiler {
namespace {

constexpr auto kRules = std::to_array<std::pair<std::string_view, FateRule>>({
    {"$schema", fate_of_dialect},
    {"$vocabulary", fate_of_vocabulary},
    {"id", fate_of_id},
    {"$id", fate_of_id},
    {"$anchor", fate_of_anchor},
    {"$dynamicAnchor", fate_of_anchor},
    {"$recursiveAnchor", fate_of_recursive_anchor},
    {"$defs", fate_of_definitions},
    {"definitions", fate_of_definitions},
    {"$comment", fate_of_words},
    {"title", fate_of_title},
    {"description", fate_of_comment},
    {"default", fate_of_comment},
    {"deprecated", fate_of_comment},
    {"examples", fate_of_comment},
    {"readOnly", fate_of_words},
    {"writeOnly", fate_of_words},
    {"x-eventc", fate_of_extension},
    {"type", fate_of_type},
    {"enum", fate_of_enum},
    {"const", fate_of_const},
    {"multipleOf", fate_of_number},
    {"minimum", fate_of_number},
    {"maximum", fate_of_number},
    {"exclusiveMinimum", fate_of_exclusive_limit},
    {"exclusiveMaximum", fate_of_exclusive_limit},
    {"minLength", fate_of_text},
    {"maxLength", fate_of_text},
    {"pattern", fate_of_text},
    {"format", fate_of_format},
    {"contentEncoding", fate_of_encoding},
    {"contentMediaType", fate_of_media_type},
    {"contentSchema", fate_of_content_schema},
    {"prefixItems", fate_of_items},
    {"items", fate_of_items},
    {"additionalItems", fate_of_further_items},
    {"minItems", fate_of_item_count},
    {"maxItems", fate_of_item_count},
    {"contains", fate_of_contains},
    {"minContains", fate_of_contained_count},
    {"maxContains", fate_of_contained_count},
    {"uniqueItems", fate_of_unique_items},
    {"unevaluatedItems", fate_of_unevaluated_items},
    {"properties", fate_of_properties},
    {"required", fate_of_required},
    {"patternProperties", fate_of_pattern_properties},
    {"additionalProperties", fate_of_additional_properties},
    {"minProperties", fate_of_member_count},
    {"maxProperties", fate_of_member_count},
    {"propertyNames", fate_of_property_names},
    {"dependentRequired", fate_of_dependents},
    {"dependentSchemas", fate_of_dependents},
    {"dependencies", fate_of_dependents},
    {"unevaluatedProperties", fate_of_unevaluated_properties},
    {"$ref", fate_of_reference},
    {"$dynamicRef", fate_of_dynamic_reference},
    {"$recursiveRef", fate_of_dynamic_reference},
    {"allOf", fate_of_all_of},
    {"anyOf", fate_of_union},
    {"oneOf", fate_of_union},
    {"not", fate_of_not},
    {"if", fate_of_if},
    {"then", fate_of_consequence},
    {"else", fate_of_consequence},
});

/// Of a name that is no keyword of the schema's dialect.
std::string describe_unknown(const std::string& name, const Dialect& dialect) {
  if (find_keyword({.draft = dialect.draft}, name) != nullptr)
    return "its vocabulary is not one that the schema's metaschema uses";
  if (drafts_with(name)) return fmt::format("no keyword of {}", name_of(dialect.draft));
  return "unknown";
}

/// Until draft-07, nothing stands beside a "$ref" but definitions (Core, section 8.3).
bool is_beside_reference(const Json& schema, const Keyword& keyword, const Dialect& dialect) {
  const auto ref = schema.find("$ref");
  return dialect.isolates_references() && ref != schema.end() && ref->is_string() &&
         keyword.name != "$ref" && keyword.name != "definitions" && keyword.name != "$defs";
}

/// All ways in which values are read under the schema.
std::vector<Reading> readings_of(const FateFacts& facts, NodeId node) {
  const SchemaReadings& found = facts.readings[node];
  if (!found.readings.empty()) return found.readings;
  if (!found.again_with) return {Reading{.at = node}};
  return {{.by = ReadBy::Walker, .types = types_of(facts.emission.form, {node}), .at = node}};
}

/// Each fate once, with the first reason for it (of references, where all of them lead); "no
/// effect" only where there is no other.
std::vector<KeywordFate> merge(std::vector<KeywordFate> all) {
  std::stable_sort(all.begin(), all.end(), [](const KeywordFate& left, const KeywordFate& right) {
    return left.fate < right.fate;
  });
  std::vector<KeywordFate> merged;
  std::set<std::string> targets;
  for (KeywordFate& fate : all) {
    const bool is_known = !merged.empty() && merged.back().fate == fate.fate;
    const bool is_target = fate.fate == Fate::Reference && targets.insert(fate.why).second;
    if (!is_known) {
      merged.push_back(std::move(fate));
    } else if (is_target) {
      merged.back().why += ", " + fate.why;
    }
  }
  if (merged.size() > 1 && merged.back().fate == Fate::NoEffect) merged.pop_back();
  return merged;
}

}  // namespace

CommentedSchemas::CommentedSchemas(const Model& model) {
  for (TypeId id = 0; id < model.types.size(); ++id) {
    const Type& type = model.types[id];
    if (type.is_named() && type.node) at_types.emplace(*type.node, id);
    const auto* const structure = model.as<StructType>(id);
    if (structure == nullptr) continue;
    for (const Field& field : structure->fields) {
      if (field.node && field.kind != Field::Kind::Forbidden) at_members.insert(*field.node);
    }
  }
}

std::string place_name(const Resolved& resolved, const SchemaPlace& place, std::size_t from) {
  const std::string file = place.document == from ? "" : resolved.documents[place.document].file;
  return file + "#" + place.pointer;
}

std::string FateInput::place_of(NodeId target) const {
  const SchemaPlace& place = facts.emission.form[target].place;
  return place_name(facts.resolved, place, schema.place.document);
}

bool FateInput::is_in_alternatives() const {
  return type<UnionType>() != nullptr && reading.by == ReadBy::Shape && !reading.is_on_span;
}

bool FateInput::is_decided() const {
  const auto* const structure = type<StructType>();
  return structure != nullptr && reading.by == ReadBy::Struct &&
         contains(structure->decided, node.id);
}

FateRule find_fate_rule(std::string_view keyword) {
  const auto* const found = std::find_if(
      kRules.begin(), kRules.end(), [keyword](const auto& rule) { return rule.first == keyword; });
  return found == kRules.end() ? nullptr : found->second;
}

std::optional<KeywordFate> find_idle(const FateInput& in, TypeSet of) {
  if (in.reading.by == ReadBy::Nothing)
    return KeywordFate{Fate::NoEffect, "no value is checked against it"};
  if (in.reading.by == ReadBy::Forbidden)
    return KeywordFate{Fate::NoEffect, "no value is allowed here"};
  if (!in.reading.types.has(of))
    return KeywordFate{Fate::NoEffect, "the value is never " + words_for_types(of)};
  return std::nullopt;
}

Fates fate_of_check(const FateInput& in, TypeSet of) {
  if (const auto idle = find_idle(in, of)) return {*idle};
  if (in.is_in_alternatives()) return {};
  const ReadBy by = in.reading.by;
  bool is_inline =
      (by == ReadBy::Struct && of == kObject) || (by == ReadBy::Content && of == kString);
  if (by == ReadBy::Codec) {
    const auto* const scalar = in.type<Scalar>();
    const bool is_number =
        scalar != nullptr &&
        (*scalar == Scalar::Int64 || *scalar == Scalar::UInt64 || *scalar == Scalar::Double);
    const bool is_text =
        in.type<EnumType>() != nullptr ||
        (scalar != nullptr && (*scalar == Scalar::String || *scalar == Scalar::Bytes));
    const bool is_list = in.type<ListType>() != nullptr || in.type<TupleType>() != nullptr;
    is_inline = (of == kNumber && is_number) || (of == kString && is_text) ||
                (of == kArray && is_list) || (of == kObject && in.type<MapType>() != nullptr);
  }
  return {{is_inline ? Fate::Inline : Fate::Span}};
}

Fates fate_of_walk(const FateInput& in, TypeSet of) {
  if (const auto idle = find_idle(in, of)) return {*idle};
  return {{Fate::Span}};
}

Fates fate_in_type(const FateInput& in, TypeSet of, std::string why) {
  if (const auto idle = find_idle(in, of)) return {*idle};
  const auto* const scalar = in.type<Scalar>();
  const bool is_json = scalar != nullptr && *scalar == Scalar::Json;
  if (in.reading.by == ReadBy::Null) return {{Fate::InType, "null"}};
  if (is_json || in.reading.by == ReadBy::Walker || in.reading.by == ReadBy::Constant)
    return {{Fate::Span}};
  Fates fates{{Fate::InType, std::move(why)}};
  if (in.reading.is_on_span) fates.push_back({Fate::Span});
  return fates;
}

std::vector<KeywordFate> fates_of(const FateFacts& facts, const ResolvedSchema& schema,
                                  const std::vector<NodeId>& nodes, const std::string& name,
                                  const Json& value) {
  const Keyword* const keyword = find_keyword(schema.dialect, name);
  if (keyword == nullptr) return {{Fate::NoEffect, describe_unknown(name, schema.dialect)}};
  if (is_beside_reference(*schema.json, *keyword, schema.dialect)) {
    return {{Fate::NoEffect,
             fmt::format("{} ignores what stands beside \"$ref\"", name_of(schema.dialect.draft))}};
  }
  std::string expected;
  if (!has_shape(value, keyword->shape, expected))
    return {{Fate::NoEffect, fmt::format("it is not {}", expected)}};
  const FateRule rule = find_fate_rule(name);
  std::vector<KeywordFate> all;
  for (const NodeId node : nodes) {
    for (const Reading& reading : readings_of(facts, node)) {
      if (rule == nullptr) break;
      const FateInput in{facts, schema, name, value, facts.emission.form[node], reading};
      for (KeywordFate& fate : rule(in)) {
        const bool is_elsewhere = facts.emission.form[reading.at].place != schema.place;
        if (fate.fate == Fate::Span && fate.why.empty() && is_elsewhere)
          fate.why = "for " + in.place_of(reading.at);
        all.push_back(std::move(fate));
      }
    }
  }
  return merge(std::move(all));
}

}  // namespace eventc::compiler
