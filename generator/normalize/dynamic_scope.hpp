// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve.hpp"

namespace eventc::compiler {

using ScopeId = std::size_t;

/// Where dynamic references lead, by the dynamic scope (Core 2020-12, section 7.1) that evaluation
/// has when it comes to them.
///
/// Of the resources that evaluation came through, only the outermost with a dynamic anchor of each
/// name counts. So a scope is a map from names to places, and schemas from which no dynamic
/// reference is reached have but one.
class DynamicScopes {
 public:
  explicit DynamicScopes(const Resolved& resolved);

  /// Of a schema as its own document leads to it.
  [[nodiscard]] ScopeId own_scope(std::size_t schema) const;
  /// Of a schema that is reached from a place with this scope.
  [[nodiscard]] ScopeId enter(ScopeId from, std::size_t schema);
  /// Where a dynamic reference leads.
  [[nodiscard]] SchemaPlace target(ScopeId scope, const DynamicReference& reference) const;

 private:
  using Scope = std::map<std::string, SchemaPlace>;

  ScopeId add(Scope scope);
  ScopeId enter_resource(ScopeId from, std::size_t resource);
  void find_what_matters();

  const Resolved& resolved_;
  std::vector<Scope> scopes_;
  std::map<Scope, ScopeId> ids_;
  /// Of each resource, as its own document leads to it.
  std::vector<ScopeId> resource_scopes_;
  /// Of each schema: whether a dynamic reference is reached from it.
  std::vector<bool> matters_;
};

}  // namespace eventc::compiler
