// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/builder.hpp"

namespace eventc::compiler {

std::vector<std::string> ModelBuilder::candidates(const std::optional<NodeId>& node,
                                                  const Context& context) const {
  std::vector<std::string> names;
  const auto add_name = [&names](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  // What a part of the type is called, having a name of its own, is not what the whole is called.
  const bool is_foreign = node && own_names_.contains(*node);
  if (const std::optional<NodeId> named = context.itself ? context.itself
                                          : is_foreign   ? std::nullopt
                                                         : node) {
    add_name(form_[*named].extension.name.value_or(""));
    if (!context.itself) add_name(form_[*named].annotations.title);
  }
  add_name(context.member);
  add_name(context.parent.empty() ? context.member : context.parent + " " + context.member);
  if (names.empty()) names.emplace_back("empty");  // the definition whose name is ""
  return names;
}

Context ModelBuilder::beside_root(const Context& context) const {
  return context.itself && is_given_root(*context.itself) ? context.inside("value") : context;
}

bool ModelBuilder::is_given_root(NodeId node) const {
  return std::find(form_.roots.begin(), form_.roots.end(), node) != form_.roots.end();
}

TypeId ModelBuilder::alias_of_definition(TypeId type, const Context& context) {
  const bool named = context.itself && !is_given_root(*context.itself);
  return named ? add({AliasType{type}, context.document, candidates(context.itself, context),
                      context.itself})
               : type;
}

TypeId ModelBuilder::wrap_optional(TypeId type) {
  if (model_.as<OptionalType>(type) != nullptr) return type;
  return add({OptionalType{type}, model_.types[type].document, {}, {}});
}

TypeId ModelBuilder::make_nullable(TypeId type) {
  return add({NullableType{type_without_null(type)}, model_.types[type].document, {}, {}});
}

bool ModelBuilder::is_json(TypeId type) const {
  const auto* const kind = model_.as<Scalar>(type);
  return kind != nullptr && *kind == Scalar::Json;
}

TypeId ModelBuilder::scalar(Scalar kind) {
  const auto [known, added] = scalars_.emplace(kind, model_.types.size());
  if (added) model_.types.push_back({kind, 0, {}, {}});
  return known->second;
}

TypeId ModelBuilder::add(Type type) {
  model_.types.push_back(std::move(type));
  return model_.types.size() - 1;
}

}  // namespace eventc::compiler
