// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/location.hpp"
#include "formats.hpp"
#include "load.hpp"
#include "normalize/type_set.hpp"
#include "pattern/pattern.hpp"
#include "resolve.hpp"

/// The one form that schemas of every dialect take before types are made of them.
///
/// A node is a schema, keyword by keyword in draft 2020-12's names and meaning. What normalizing
/// guarantees:
/// - every keyword's value has its shape, every reference is bound, every pattern is compiled;
/// - a boolean schema is a node with all types or none;
/// - what older drafts spell otherwise has its newest name: "items" lists and "additionalItems" are
/// prefix_items and items, "dependencies" are dependent_required and dependent_schemas, draft-04's
/// "exclusiveMinimum": true is exclusive_minimum; what a draft ignores is gone;
/// - "$dynamicRef" and "$recursiveRef" are bound: a schema that is reached with several dynamic
/// scopes has a node for each of those that make a difference;
/// - numbers are the literals that the author wrote;
/// - no node applies to a value by way of itself: keywords that apply schemas to the same value
/// form no circle.
namespace eventc::compiler {

using NodeId = std::size_t;

struct NodeProperty {
  std::string name;
  NodeId schema = 0;
};

struct NodePatternProperty {
  Pattern pattern;
  NodeId schema = 0;
};

/// "x-eventc".
struct Extension {
  std::optional<std::string> name;
  std::optional<std::string> name_space;
  std::optional<std::string> storage;  ///< "owned", "view" or "both"
  std::optional<std::string> type;     ///< the C++ type, in eventc's words: "json", "int64" …
  /// Whether what "contentEncoding" and its like say is checked; none: as the draft has it.
  std::optional<bool> asserts_content;
  bool open = false;              ///< an enumeration keeps values that it does not know
  bool keep_unknown = false;      ///< members that are not declared are kept, and written back
  bool null_is_distinct = false;  ///< null and absence are told apart
  bool keys_ignore_case = false;  ///< a map's keys compare without regard to case
  bool route = true;              ///< false: a type for writing, to which no payload is routed
  double priority = 0;            ///< of two events that overlap, the higher wins
  std::vector<std::string> discriminators;  ///< JSON Pointers into payloads: what tells the event
};

/// What a schema says for readers.
struct Annotations {
  std::string title;
  std::string description;
  std::string format;
  bool deprecated = false;
  std::optional<Json> default_value;
  std::vector<Json> examples;
};

struct NodeDependency {
  std::string name;
  std::vector<std::string> required;
};

struct Node {
  NodeId id = 0;
  SchemaPlace place;
  Location location;

  TypeSet types = kAnyType;
  std::vector<Json> enumeration;
  std::optional<Json> constant;
  /// Their texts, as they were written: numbers are exact there.
  std::vector<std::string> enumeration_text;
  std::string constant_text;

  std::optional<std::string> multiple_of;
  std::optional<std::string> minimum;
  std::optional<std::string> exclusive_minimum;
  std::optional<std::string> maximum;
  std::optional<std::string> exclusive_maximum;

  std::uint64_t min_length = 0;
  std::optional<std::uint64_t> max_length;
  std::optional<Pattern> pattern;
  const FormatCheck* format_check = nullptr;  ///< where "format" is checked
  bool is_base64 = false;
  bool is_json = false;                  ///< "contentMediaType" is JSON's
  std::optional<NodeId> content_schema;  ///< only where the media type is JSON's
  /// Whether these three are checked, or only said (Validation 2020-12, section 8.2).
  bool asserts_content = false;

  std::optional<NodeId> items;
  std::vector<NodeId> prefix_items;
  bool is_items_list = false;  ///< they are called "items", and `items` "additionalItems"
  std::uint64_t min_items = 0;
  std::optional<std::uint64_t> max_items;
  std::optional<NodeId> contains;
  std::uint64_t min_contains = 1;
  std::optional<std::uint64_t> max_contains;
  bool contains_evaluates = true;  ///< what it finds is evaluated, as in draft 2020-12
  bool unique_items = false;
  std::optional<NodeId> unevaluated_items;

  std::vector<NodeProperty> properties;
  std::vector<std::string> required;
  std::vector<NodePatternProperty> pattern_properties;
  std::optional<NodeId> additional_properties;
  std::optional<NodeId> property_names;
  std::vector<NodeDependency> dependent_required;
  std::vector<NodeProperty> dependent_schemas;
  bool is_dependencies = false;  ///< both are called "dependencies"
  std::optional<NodeId> unevaluated_properties;
  std::uint64_t min_properties = 0;
  std::optional<std::uint64_t> max_properties;

  std::optional<NodeId> ref;
  std::optional<NodeId> dynamic_ref;  ///< "$dynamicRef" or
  bool is_recursive_ref = false;      ///< "$recursiveRef"
  std::vector<NodeId> all_of;
  std::vector<NodeId> any_of;
  std::vector<NodeId> one_of;
  std::optional<NodeId> not_;
  std::optional<NodeId> if_;  ///< alone, it only says what it evaluates
  std::optional<NodeId> then_;
  std::optional<NodeId> else_;

  Annotations annotations;
  Extension extension;

  /// Whether it says anything of a value, apart from what references and "allOf" lead to.
  [[nodiscard]] bool asserts_itself() const;
  /// The same of what is more than a type, and no choice among schemas ("anyOf", "oneOf", "if").
  [[nodiscard]] bool asserts_beside_choices() const;
  /// Whether it says what items or members there are.
  [[nodiscard]] bool has_parts() const;
  /// "anyOf" or "oneOf".
  [[nodiscard]] bool is_union() const { return !any_of.empty() || !one_of.empty(); }
  [[nodiscard]] const std::vector<NodeId>& branches() const {
    return one_of.empty() ? any_of : one_of;
  }
};

/// A schema with an absolute URI of its own.
struct Identifier {
  SchemaPlace place;
  std::string uri;
};

struct NormalForm {
  std::vector<Node> nodes;
  /// Each schema in the dynamic scope of its own document.
  std::map<SchemaPlace, NodeId> by_place;
  /// The root schema of each document that the user gave.
  std::vector<NodeId> roots;
  /// The definitions of each of them ("$defs", "definitions"), by name, in their order.
  std::vector<std::vector<std::pair<std::string, NodeId>>> definitions;
  std::vector<Identifier> identifiers;
  /// The file name of each document, without its folders: what emitted text calls it.
  std::vector<std::string> names;
  /// What locations call it: the same, or the URI of a metaschema that is built in.
  std::vector<std::string> sources;

  const Node& operator[](NodeId id) const { return nodes[id]; }
};

[[nodiscard]] bool contains(const std::vector<NodeId>& nodes, NodeId node);
/// Appends those that `to` does not contain.
void add_missing(const std::vector<NodeId>& nodes, std::vector<NodeId>& to);

/// Calls `visit` with each node that a node's keywords name.
void for_each_child(const Node& node, const std::function<void(NodeId)>& visit);
/// The same for those alone that apply to the same value.
void for_each_in_place(const Node& node, const std::function<void(NodeId)>& visit);

/// The schemas that apply to a value together with `node`: those that references and "allOf" lead
/// to come first, in order; a node that asserts nothing itself is left out. Never twice the same.
/// Empty: any value will do.
[[nodiscard]] std::vector<NodeId> flatten(const NormalForm& form, NodeId node);
[[nodiscard]] std::vector<NodeId> flatten(const NormalForm& form, const std::vector<NodeId>& nodes);

/// The node that a chain of references leads to when nothing stands beside them; otherwise `node`
/// itself.
[[nodiscard]] NodeId follow(const NormalForm& form, NodeId node);

/// The types that a value may have under all of them: unions and enumerations are looked into.
[[nodiscard]] TypeSet types_of(const NormalForm& form, const std::vector<NodeId>& pack);
[[nodiscard]] TypeSet type_of_value(const Json& value);

/// What an object must have under all of them: each name once, in their order.
[[nodiscard]] std::vector<std::string> required_members(const NormalForm& form,
                                                        const std::vector<NodeId>& pack);

}  // namespace eventc::compiler
