// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/normal_form.hpp"
#include "plan_parse.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// One `inline constexpr Schema`, with the arrays that it points to. Its name is not part of it:
/// two tables with the same content() can be one.
class Table {
 public:
  /// How another schema is written in a child's place: "&line", or {&line,
  /// "order.json#/$defs/Line"} behind a "$ref".
  using ChildExpression = std::function<std::string(NodeId)>;
  using ReadingExpression = std::function<std::string(const ReadingSchema&)>;

  /// `reference` writes what a "$ref" beside other keywords leads to.
  static Table of_node(const Node& node, const UnionPlan* plan, const ChildExpression& child,
                       const ChildExpression& reference);
  static Table of_shape(const Shape& shape, const Node* values, const ChildExpression& child,
                        const ReadingExpression& reading);

  [[nodiscard]] std::string content() const;
  /// Whether it sets this field of eventc::schema::Schema ("min_length").
  [[nodiscard]] bool has(std::string_view field) const;
  /// Nothing but (at the most) types.
  [[nodiscard]] bool is_only_types() const;
  /// For the template "schema_table"; `location` is fit for a comment.
  [[nodiscard]] View view(const std::string& name, const std::string& location) const;

 private:
  struct Field {
    std::string name;
    std::string value;  ///< or,
    std::string prefix =
        {};  ///< where it is what a list with this prefix to the table's name holds
    bool by_address = false;
  };
  struct Item {
    std::string text;
    bool names_table = false;  ///< the table's name follows, and then
    std::string rest = {};
  };
  struct List {
    std::string type;
    std::string prefix;
    std::vector<Item> items;
    bool is_array = true;  ///< otherwise the items are the fields of one object
  };
  struct PatternFunction {
    std::string prefix;
    Pattern pattern;
  };

  void add(std::string_view field, std::string value) {
    fields_.push_back({std::string(field), std::move(value), {}});
  }
  void add_types(TypeSet types);
  void add_list(std::string_view field, std::string type, std::string prefix,
                std::vector<std::string> items);
  void add_children(std::string_view field, std::string prefix, const std::vector<NodeId>& nodes,
                    const ChildExpression& child);
  std::string add_pattern(const Pattern& pattern, std::string prefix);

  void add_values(const Node& node);
  void add_numbers(const Node& node);
  void add_strings(const Node& node, const ChildExpression& child);
  void add_arrays(const Node& node, const ChildExpression& child);
  /// "patternProperties": each pattern with the expression of its schema.
  void add_patterns(const std::vector<std::pair<Pattern, std::string>>& patterns);
  void add_objects(const Node& node, const ChildExpression& child);
  void add_combinators(const Node& node, const UnionPlan* plan, const ChildExpression& child);
  void add_selector(const BranchSelector& selector);
  void add_conditions(const Node& node, const ChildExpression& child,
                      const ChildExpression& reference);
  void add_conditions(std::vector<Item> parts);

  std::vector<Field> fields_;
  std::vector<List> lists_;
  std::vector<PatternFunction> patterns_;
};

/// The values of an enumeration in the order of its table: strings first, each once, so that an
/// enumerator is its place.
[[nodiscard]] std::vector<std::string> enumeration_expressions(const Node& node);

}  // namespace eventc::compiler
