// SPDX-License-Identifier: Apache-2.0
#include "route/explain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "base/text.hpp"
#include "route/words.hpp"

namespace eventc::compiler {
namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// A place of the tree: a location, or a value or test that stands there with what it leads to.
struct Branch {
  std::string label;
  std::vector<std::size_t> alternatives = {};
  std::vector<Branch> below = {};
};

class TreeBuilder {
 public:
  TreeBuilder(const RoutePlan& plan, const TypeNames& names) : plan_(plan), names_(names) {}

  [[nodiscard]] Branch run() const { return build(0); }

  /// What must hold beside the fact that it is filed under: "if /lines is there". Empty: nothing.
  [[nodiscard]] std::string conditions_of(std::size_t alternative) const {
    const RouteAlternative& one = plan_.alternatives[alternative];
    std::vector<std::string> conditions;
    for (std::size_t i = 1; i < one.facts.size(); ++i)
      conditions.push_back(place_of(plan_, one.facts[i].location) + " " + condition(one.facts[i]));
    return conditions.empty() ? "" : fmt::format("if {}", fmt::join(conditions, " and "));
  }

  [[nodiscard]] const std::string& name_of(std::size_t alternative) const {
    return names_[plan_.alternatives[alternative].event];
  }

 private:
  [[nodiscard]] Branch build(std::size_t location) const {
    const RouteLocation& here = plan_.locations[location];
    Branch branch{.label = label_of(location)};
    for (std::size_t i = here.tests_begin; i < here.tests_end; ++i) {
      branch.below.push_back(
          {.label = condition(plan_.alternatives[i].facts.front()), .alternatives = {i}});
    }
    add_keys(location, branch);
    for (std::size_t child = location + 1; child < plan_.locations.size(); ++child) {
      if (plan_.locations[child].parent != location) continue;
      Branch below = build(child);
      if (!below.below.empty()) branch.below.push_back(std::move(below));
    }
    return branch;
  }

  /// Values that lead to the same stand together.
  void add_keys(std::size_t location, Branch& branch) const {
    std::map<Json, std::vector<std::size_t>> alternatives_of;
    for (const RouteKey& key : plan_.keys) {
      if (key.location == location) alternatives_of[key.value].push_back(key.alternative);
    }
    std::map<std::vector<std::size_t>, std::string> labels;
    for (const auto& [value, alternatives] : alternatives_of) {
      std::string& label = labels[alternatives];
      label += (label.empty() ? "" : ", ") + words_for_value(value);
    }
    for (const auto& [alternatives, label] : labels)
      branch.below.push_back({.label = label, .alternatives = alternatives});
  }

  [[nodiscard]] std::string label_of(std::size_t location) const {
    const RouteLocation& here = plan_.locations[location];
    if (location == 0) return "the payload";
    if (here.first_item) return "first item";
    return here.member.empty() ? "\"\"" : here.member;
  }

  static std::string condition(const RouteFact& fact) {
    if (!fact.values.empty()) return "is " + words_for_values(fact.values);
    if (fact.pattern) return "matches " + fact.pattern->source;
    if (fact.types == kAnyType) return "is there";
    return "is " + words_for_types(fact.types);
  }

  const RoutePlan& plan_;
  const TypeNames& names_;
};

class TreePrinter {
 public:
  explicit TreePrinter(const TreeBuilder& builder) : builder_(builder) {}

  std::string run(const Branch& root) {
    print(root, "", "", "");
    return std::move(out_);
  }

 private:
  void print(const Branch& branch, const std::string& before, const std::string& knee,
             const std::string& indent) {
    std::vector<std::string> events;
    for (const std::size_t alternative : branch.alternatives) {
      const std::string conditions = builder_.conditions_of(alternative);
      events.push_back(builder_.name_of(alternative) + (conditions.empty() ? "" : ", ") +
                       conditions);
    }
    const std::string arrow = events.empty() ? "" : " → ";
    out_ += fmt::format("{}{}{}{}{}\n", before, knee, printable(branch.label), arrow,
                        printable(fmt::format("{}", fmt::join(events, "; "))));
    for (std::size_t i = 0; i < branch.below.size(); ++i) {
      const bool is_last = i + 1 == branch.below.size();
      print(branch.below[i], before + indent, is_last ? "└─ " : "├─ ", is_last ? "   " : "│  ");
    }
  }

  const TreeBuilder& builder_;
  std::string out_;
};

/// "A | B: /type: "a" | "b"", in the order of the names.
std::string describe_pair(const RoutePlan& plan, const ExplainedPair& explained,
                          const TypeNames& names) {
  const auto& [pair, difference] = explained;
  const std::string& left = names[plan.alternatives[pair.left].event];
  const std::string& right = names[plan.alternatives[pair.right].event];
  const bool is_swapped = right < left;
  std::string line = is_swapped ? right + " | " + left : left + " | " + right;
  if (pair.kind != SeparationKind::Apart) {
    line += fmt::format(": {} first", pair.kind == SeparationKind::LeftFirst ? left : right);
    if (pair.reason == PrecedenceReason::MoreSpecific) line += ", the special case";
    if (pair.reason == PrecedenceReason::Priority) line += ", by its priority";
  }
  if (difference) {
    const std::string of_left = words_for_outcome(difference->left);
    const std::string of_right = words_for_outcome(difference->right);
    line += fmt::format(": {}: {} | {}", to_string(difference->path),
                        is_swapped ? of_right : of_left, is_swapped ? of_left : of_right);
  }
  return printable(line) + "\n";
}

class GraphPrinter {
 public:
  explicit GraphPrinter(const TreeBuilder& builder) : builder_(builder) {}

  std::string run(const Branch& root) {
    out_ = "digraph routes {\n  rankdir=LR;\n  node [shape=ellipse];\n";
    add(root);
    return out_ + "}\n";
  }

 private:
  /// The number of the node.
  std::size_t add(const Branch& branch) {
    const std::size_t node = add_node(quoted(branch.label), "ellipse");
    for (const Branch& below : branch.below) {
      if (below.alternatives.empty()) {
        connect(node, add(below), "");
        continue;
      }
      for (const std::size_t alternative : below.alternatives) {
        const std::string conditions = builder_.conditions_of(alternative);
        const std::string line_feed = conditions.empty() ? "" : "\\n";
        const std::string label =
            quoted(builder_.name_of(alternative)) + line_feed + quoted(conditions);
        connect(node, add_node(label, "box"), below.label);
      }
    }
    return node;
  }

  /// The label is quoted.
  std::size_t add_node(const std::string& label, std::string_view shape) {
    out_ += fmt::format("  n{} [shape={}, label=\"{}\"];\n", nodes_, shape, label);
    return nodes_++;
  }

  void connect(std::size_t from, std::size_t to, const std::string& label) {
    out_ += fmt::format("  n{} -> n{}", from, to);
    out_ += label.empty() ? ";\n" : fmt::format(" [label=\"{}\"];\n", quoted(label));
  }

  /// A quoted string of DOT: only `"` and `\` are special in it.
  static std::string quoted(const std::string& label) {
    std::string out;
    for (const char c : printable(label)) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }

  const TreeBuilder& builder_;
  std::string out_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::string explain_routes(const RoutePlan& plan, const TypeNames& names) {
  if (plan.alternatives.empty()) return "No event is routed.\n";
  const TreeBuilder builder(plan, names);
  std::set<std::size_t> asked;
  for (const RouteAlternative& one : plan.alternatives) {
    for (const RouteFact& fact : one.facts) asked.insert(fact.location);
  }
  std::string out =
      fmt::format("{}, recognised by what stands at {}\n\n", counted(plan.events.size(), "event"),
                  counted(asked.size(), "location"));
  out += TreePrinter(builder).run(builder.run());
  std::set<std::string> pairs;
  for (const ExplainedPair& pair : plan.pairs) pairs.insert(describe_pair(plan, pair, names));
  if (!pairs.empty()) out += "\n";
  for (const std::string& pair : pairs) out += pair;
  return out;
}

std::string draw_routes(const RoutePlan& plan, const TypeNames& names) {
  if (plan.alternatives.empty()) return "digraph routes {\n}\n";
  const TreeBuilder builder(plan, names);
  return GraphPrinter(builder).run(builder.run());
}

}  // namespace eventc::compiler
