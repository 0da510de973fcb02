// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "dialect.hpp"
#include "imports.hpp"
#include "load.hpp"

namespace eventc::compiler {

/// Finds the dialects that "$schema" names: a draft's own, or one that a metaschema among the given
/// documents or in an import folder makes up of vocabularies.
class DialectFinder {
 public:
  DialectFinder(Imports& imports, Files& files, Diagnostics& diagnostics)
      : imports_(imports), files_(files), diagnostics_(diagnostics) {}

  /// A document that may be a metaschema.
  void add(const Json& root);
  /// The dialect of a schema that may have a "$schema"; `inherited` where it has none, or none that
  /// can be compiled, which is reported.
  [[nodiscard]] Dialect of(const Json& schema, const Location& location, const Dialect& inherited);

 private:
  [[nodiscard]] const Json* find_metaschema(const std::string& uri);
  [[nodiscard]] std::optional<Draft> draft_of(const Json& metaschema);
  [[nodiscard]] Dialect made_of(const Json& metaschema, Draft draft, const Location& location);
  void report_unknown(const std::string& uri, const Location& location);

  Imports& imports_;
  Files& files_;
  Diagnostics& diagnostics_;
  std::map<std::string, const Json*> given_;
  std::map<std::string, Json> imported_;
};

}  // namespace eventc::compiler
