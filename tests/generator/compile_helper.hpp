// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/print.hpp"
#include "model.hpp"
#include "normalize/normal_form.hpp"
#include "plan_parse.hpp"
#include "plan_union.hpp"
#include "resolve.hpp"

/// For tests of the passes from resolve() to plan_parse(): they run on schemas that a test writes
/// as texts, and their results are shown as texts that a test compares whole.
namespace eventc::compiler::testing {

/// What a test compiles.
struct Schemas {
  /// Path and text, in the order of the command line.
  std::vector<std::pair<std::string, std::string>> given;
  /// What else is on the disk.
  std::map<std::string, std::string> others = {};
  std::vector<std::string> import_folders = {};
  Draft dialect = Draft::Draft202012;
  bool format_assertion = false;
  bool strict = false;
};

/// One schema, in the file "a.json".
[[nodiscard]] Schemas schema(std::string text);

/// The passes' results. A pass whose requirement does not hold after the one before it has not run.
struct Compiled {
  Diagnostics diagnostics = {};
  Sources sources = {};
  Resolved resolved = {};
  NormalForm form = {};
  Model model = {};

  /// The diagnostics for people, without colour.
  [[nodiscard]] std::string printed() const;
  /// One line a diagnostic and note, without source lines: `a.json:1:2: error: …`.
  [[nodiscard]] std::string brief() const;
  /// The node of a schema of the first document.
  [[nodiscard]] NodeId id(const std::string& pointer = "", std::size_t document = 0) const;
  [[nodiscard]] const Node& node(const std::string& pointer = "", std::size_t document = 0) const;
};

[[nodiscard]] Compiled run_resolve(const Schemas& schemas);
/// Further, to check_keywords().
[[nodiscard]] Compiled run_check(const Schemas& schemas);
/// Further, to normalize().
[[nodiscard]] Compiled run_normalize(const Schemas& schemas);
/// Further, to build_model().
[[nodiscard]] Compiled run_model(const Schemas& schemas);

/// "null|integer"; "any" for all types.
[[nodiscard]] std::string show(TypeSet types);

/// A type where it is used: named ones by their best name. "int64", "[string]", "(boolean,
/// string?)", "{string: double}", "Line?" (null or absent), "nullable Line", "box Line", "string |
/// int64".
[[nodiscard]] std::string show(const Model& model, TypeId type);

/// All events and named types of a model, a line each:
///     a.json: Order
///     struct Order / order: id string; note string?; kind = "x"; gone forbidden; * json
///     enum Status / order status: "new" "paid" ...
///     alias Point / order point = (double, double)
///     wrapper Tree = [Tree]
/// Names are all candidates, best first; "..." ends an open enumeration. Of a type in another
/// document than the first, its number follows ("struct Money@1").
[[nodiscard]] std::string show(const Compiled& compiled);

/// How a union is told apart, branches by their number: "boolean->0 number->1", "kind: \"a\"->0
/// absent->1; string->2", "own member S->0 N->1; string->2", "none". "null=1" follows where a
/// branch is null alone.
[[nodiscard]] std::string show(const UnionPlan& plan);
[[nodiscard]] std::string show(const BranchSelector& selector);

}  // namespace eventc::compiler::testing
