// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "model.hpp"
#include "normalize/normal_form.hpp"
#include "plan_parse.hpp"

namespace eventc::compiler {

/// What the names of a given document are.
struct DocumentNames {
  std::string stem;    ///< of its files: "kinesis_event"
  std::string outer;   ///< the namespace its root is hoisted into: "events"
  std::string inner;   ///< the namespace of its types: "events::kinesis_event"
  std::string folder;  ///< of its files: "events"
};

/// Every C++ identifier, decided once, before any text exists.
struct Names {
  std::vector<DocumentNames> documents;
  /// By TypeId; empty for types without a name.
  std::vector<std::string> types;
  /// A struct's members, and the constants of its reader that number them, in the fields' order.
  std::map<TypeId, std::vector<std::string>> fields;
  std::map<TypeId, std::vector<std::string>> field_constants;
  /// What those constants are in.
  std::map<TypeId, std::string> member_enums;
  /// A struct's maps of members that are not declared, in their order.
  std::map<TypeId, std::vector<std::string>> member_maps;
  std::map<TypeId, std::vector<std::string>> enumerators;
  /// The tables of schemas and shapes, unique within each document that needs them.
  std::vector<std::string> schemas;
  std::vector<std::string> shapes;
};

struct NameOptions {
  std::string name_space = "events";
  std::optional<std::string> bundle;
};

/// Reports roots, files and namespaces that cannot be told apart by their names, and names that
/// cannot be one.
[[nodiscard]] Names decide_names(const NormalForm& form, const Model& model, const ParsePlan& plan,
                                 const NameOptions& options, Diagnostics& diagnostics);

}  // namespace eventc::compiler
