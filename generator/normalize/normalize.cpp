// SPDX-License-Identifier: Apache-2.0
#include "normalize/normalize.hpp"

#include <fmt/format.h>

#include <array>
#include <compare>
#include <deque>

#include "metaschemas.hpp"
#include "normalize/dynamic_scope.hpp"
#include "normalize/rules.hpp"
#include "uri.hpp"

namespace eventc::compiler {
namespace {

constexpr std::array kRules{
    normalize_extension,   normalize_values,      normalize_numbers, normalize_strings,
    normalize_content,     normalize_arrays,      normalize_objects, normalize_dependencies,
    normalize_combinators, normalize_annotations,
};

/// One node for each schema, and one more for each further dynamic scope that it is reached with.
class Normalizer {
 public:
  Normalizer(const Resolved& resolved, const NormalizeOptions& options, Diagnostics& diagnostics)
      : resolved_(resolved), options_(options), diagnostics_(diagnostics), scopes_(resolved) {
    for (const Document& document : resolved.documents) locators_.emplace_back(document.text);
  }

  NormalForm run() {
    for (std::size_t i = 0; i < resolved_.schemas.size(); ++i)
      form_.by_place.emplace(resolved_.schemas[i].place, node_of(i, scopes_.own_scope(i)));
    for (NodeId id = 0; id < wanted_.size(); ++id) form_.nodes.push_back(make(id));
    for (const Document& document : resolved_.documents) {
      form_.names.push_back(document.file.substr(document.file.rfind('/') + 1));  // npos + 1 is 0
      const bool is_built_in = find_metaschema(document.file).has_value();
      form_.sources.push_back(is_built_in ? document.file : form_.names.back());
    }
    for (const Resource& resource : resolved_.resources) {
      if (is_absolute_uri(resource.uri)) form_.identifiers.push_back({resource.root, resource.uri});
    }
    for (std::size_t i = 0; i < resolved_.given; ++i) add_root(i);
    return std::move(form_);
  }

 private:
  struct Wanted {
    std::size_t schema = 0;
    ScopeId scope = 0;

    auto operator<=>(const Wanted&) const = default;
  };

  /// It will be made when its turn comes.
  NodeId node_of(std::size_t schema, ScopeId scope) {
    const auto [known, added] = ids_.emplace(Wanted{schema, scope}, wanted_.size());
    if (added) wanted_.push_back({schema, scope});
    return known->second;
  }
  NodeId node_from(ScopeId scope, const SchemaPlace& place) {
    const std::size_t schema = resolved_.by_place.at(place);
    return node_of(schema, scopes_.enter(scope, schema));
  }

  Node make(NodeId id) {
    const auto [index, scope] = wanted_[id];
    const auto& [place, json, dialect, resource] = resolved_.schemas[index];
    Node node;
    node.id = id;
    node.place = place;
    node.location = resolved_.location(place);
    if (json->is_boolean()) {
      if (!json->get<bool>()) node.types = {};
      return node;
    }
    bind(scope, node);
    if (node.ref && dialect.isolates_references()) return node;
    const RuleInput in{*json,
                       resolved_.documents[place.document].text,
                       locators_[place.document],
                       dialect,
                       options_.format_assertion,
                       node.location,
                       [this, from = scope, at = node.place](const std::string& relative) {
                         return node_from(from, {at.document, at.pointer + relative});
                       },
                       diagnostics_};
    for (const auto rule : kRules) rule(in, node);
    return node;
  }

  void bind(ScopeId scope, Node& node) {
    if (const auto reference = resolved_.references.find(node.place);
        reference != resolved_.references.end())
      node.ref = node_from(scope, reference->second);
    const auto dynamic = resolved_.dynamic_references.find(node.place);
    if (dynamic == resolved_.dynamic_references.end()) return;
    node.dynamic_ref = node_from(scope, scopes_.target(scope, dynamic->second));
    node.is_recursive_ref = resolved_.at(node.place).dialect.draft == Draft::Draft201909;
  }

  void add_root(std::size_t document) {
    form_.roots.push_back(form_.by_place.at({document, ""}));
    auto& definitions = form_.definitions.emplace_back();
    const Json& root = resolved_.documents[document].root;
    for (const std::string keyword : {"$defs", "definitions"}) {
      if (!root.is_object() || !root.contains(keyword)) continue;
      for (const auto& [name, schema] : root[keyword].items()) {
        definitions.emplace_back(
            name, form_.by_place.at({document, "/" + keyword + "/" + escape_pointer_token(name)}));
      }
    }
  }

  const Resolved& resolved_;
  const NormalizeOptions& options_;
  Diagnostics& diagnostics_;
  DynamicScopes scopes_;
  std::deque<Locator> locators_;
  std::vector<Wanted> wanted_;
  std::map<Wanted, NodeId> ids_;
  NormalForm form_;
};

/// More schemas than any author puts in a row, and fewer than a stack holds.
constexpr std::size_t kMaxInARow = 1000;

/// Finds schemas that apply to a value by way of themselves.
class CircleFinder {
 public:
  CircleFinder(const NormalForm& form, Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics), states_(form.nodes.size(), State::New) {}

  void run() {
    for (NodeId id = 0; id < form_.nodes.size(); ++id) visit(id);
  }

 private:
  enum class State { New, Open, Done };

  void visit(NodeId id) {
    if (states_[id] == State::Done) return;
    const Node& node = form_[id];
    if (states_[id] == State::Open) {
      diagnostics_.error(
          node.location,
          "this schema refers back to itself without a step into the value: no value could "
          "ever be checked against it");
      return;
    }
    if (depth_ == kMaxInARow) {
      diagnostics_.error(
          node.location,
          fmt::format("more than {} schemas in a row lead here without a step into the value",
                      kMaxInARow));
      return;
    }
    ++depth_;
    states_[id] = State::Open;
    for_each_in_place(node, [this](NodeId part) { visit(part); });
    states_[id] = State::Done;
    --depth_;
  }

  const NormalForm& form_;
  Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::size_t depth_ = 0;
};

}  // namespace

NormalForm normalize(const Resolved& resolved, const NormalizeOptions& options,
                     Diagnostics& diagnostics) {
  NormalForm form = Normalizer(resolved, options, diagnostics).run();
  CircleFinder(form, diagnostics).run();
  return form;
}

}  // namespace eventc::compiler
