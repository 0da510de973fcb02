// SPDX-License-Identifier: Apache-2.0
#include "normalize/normalize.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

constexpr std::array kRules{
    normalize_values,      normalize_numbers,     normalize_strings,
    normalize_content,     normalize_arrays,      normalize_objects,
    normalize_combinators, normalize_annotations, normalize_extension,
};

class Normalizer {
 public:
  Normalizer(const Resolved& resolved, Diagnostics& diagnostics)
      : resolved_(resolved), diagnostics_(diagnostics) {}

  NormalForm run() {
    for (std::size_t i = 0; i < resolved_.schemas.size(); ++i)
      form_.by_place.emplace(resolved_.schemas[i], i);
    for (const SchemaPlace& place : resolved_.schemas) form_.nodes.push_back(make(place));
    for (const Document& document : resolved_.documents) {
      form_.names.push_back(document.file.substr(document.file.rfind('/') + 1));  // npos + 1 is 0
    }
    for (std::size_t i = 0; i < resolved_.given; ++i) add_root(i);
    return std::move(form_);
  }

 private:
  Node make(const SchemaPlace& place) {
    Node node;
    node.place = place;
    node.location = resolved_.location(place);
    const Json& schema = resolved_.json(place);
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) node.types = {};
      return node;
    }
    const auto target = resolved_.references.find(place);
    if (target != resolved_.references.end()) node.ref = form_.by_place.at(target->second);
    const Dialect dialect = resolved_.dialects[place.document];
    const bool only_reference = dialect == Dialect::Draft07 && node.ref;
    const RuleInput in{schema,
                       resolved_.documents[place.document],
                       dialect,
                       node.location,
                       [&](const std::string& relative) {
                         return form_.by_place.at({place.document, place.pointer + relative});
                       },
                       diagnostics_};
    if (!only_reference) {
      for (const auto rule : kRules) rule(in, node);
    }
    return node;
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
  Diagnostics& diagnostics_;
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
          fmt::format(
              "more than {} schemas in a row lead here by \"$ref\", \"allOf\", \"anyOf\" or "
              "\"oneOf\"",
              kMaxInARow));
      return;
    }
    ++depth_;
    states_[id] = State::Open;
    if (node.ref) visit(*node.ref);
    for (const auto* const list : {&node.all_of, &node.any_of, &node.one_of}) {
      for (const NodeId part : *list) visit(part);
    }
    states_[id] = State::Done;
    --depth_;
  }

  const NormalForm& form_;
  Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::size_t depth_ = 0;
};

}  // namespace

NormalForm normalize(const Resolved& resolved, Diagnostics& diagnostics) {
  NormalForm form = Normalizer(resolved, diagnostics).run();
  CircleFinder(form, diagnostics).run();
  return form;
}

}  // namespace eventc::compiler
