// SPDX-License-Identifier: Apache-2.0
#include "normalize/dynamic_scope.hpp"

#include "subschemas.hpp"

namespace eventc::compiler {

DynamicScopes::DynamicScopes(const Resolved& resolved) : resolved_(resolved) {
  add({});
  // A resource stands behind the one around it.
  for (std::size_t i = 0; i < resolved.resources.size(); ++i) {
    const ScopeId around =
        resolved.resources[i].around ? resource_scopes_[*resolved.resources[i].around] : 0;
    resource_scopes_.push_back(enter_resource(around, i));
  }
  find_what_matters();
}

ScopeId DynamicScopes::own_scope(std::size_t schema) const {
  return resource_scopes_[resolved_.schemas[schema].resource];
}

ScopeId DynamicScopes::enter(ScopeId from, std::size_t schema) {
  return matters_[schema] ? enter_resource(from, resolved_.schemas[schema].resource)
                          : own_scope(schema);
}

SchemaPlace DynamicScopes::target(ScopeId scope, const DynamicReference& reference) const {
  if (!reference.anchor) return reference.target;
  const auto outermost = scopes_[scope].find(*reference.anchor);
  return outermost == scopes_[scope].end() ? reference.target : outermost->second;
}

ScopeId DynamicScopes::add(Scope scope) {
  const auto [known, added] = ids_.emplace(scope, scopes_.size());
  if (added) scopes_.push_back(std::move(scope));
  return known->second;
}

ScopeId DynamicScopes::enter_resource(ScopeId from, std::size_t resource) {
  Scope scope = scopes_[from];
  const std::size_t before = scope.size();
  for (const auto& [name, place] : resolved_.resources[resource].dynamic_anchors)
    scope.emplace(name, place);
  return scope.size() == before ? from : add(std::move(scope));
}

/// Back from every dynamic reference to all that leads to it.
void DynamicScopes::find_what_matters() {
  matters_.assign(resolved_.schemas.size(), false);
  if (resolved_.dynamic_references.empty()) return;
  std::vector<std::vector<std::size_t>> led_from(resolved_.schemas.size());
  const auto link = [&](std::size_t from, const SchemaPlace& to) {
    led_from[resolved_.by_place.at(to)].push_back(from);
  };
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < resolved_.schemas.size(); ++i) {
    const auto& [place, json, dialect, resource] = resolved_.schemas[i];
    for_each_subschema(*json, place.pointer, dialect,
                       [&, document = place.document](const Json&, const std::string& pointer) {
                         link(i, {document, pointer});
                       });
    if (const auto reference = resolved_.references.find(place);
        reference != resolved_.references.end())
      link(i, reference->second);
    const auto dynamic = resolved_.dynamic_references.find(place);
    if (dynamic == resolved_.dynamic_references.end()) continue;
    link(i, dynamic->second.target);
    if (!dynamic->second.anchor) continue;
    matters_[i] = true;
    open.push_back(i);
  }
  while (!open.empty()) {
    const std::size_t last = open.back();
    open.pop_back();
    for (const std::size_t from : led_from[last]) {
      if (matters_[from]) continue;
      matters_[from] = true;
      open.push_back(from);
    }
  }
}

}  // namespace eventc::compiler
