// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "dialect.hpp"
#include "load.hpp"

namespace eventc::compiler {

/// A schema's place among the documents.
struct SchemaPlace {
  std::size_t document = 0;
  std::string pointer;

  auto operator<=>(const SchemaPlace&) const = default;
};

/// Documents, with every reference bound.
struct Resolved {
  /// First those that the user gave, in their order, then those that references led to.
  std::vector<Document> documents;
  std::size_t given = 0;
  /// Of each document.
  std::vector<Dialect> dialects;
  /// Every schema: the root of each document, those in its keywords, and what else a reference
  /// names.
  std::vector<SchemaPlace> schemas;
  /// The target of each schema's "$ref", by the place of the schema that holds it.
  std::map<SchemaPlace, SchemaPlace> references;

  [[nodiscard]] Location location(const SchemaPlace& place) const;
  [[nodiscard]] const Json& json(const SchemaPlace& place) const;
};

/// Finds the dialect of each document ("$schema"; 2020-12 where it says nothing), every "$id" and
/// anchor, and binds each
/// "$ref": to a definition in the same document, to a schema whose "$id" it names, or to a file
/// that lies where the reference says, seen from the referring file and then from each import
/// folder. Reports dialects that are not compiled and references that lead nowhere.
[[nodiscard]] Resolved resolve(std::vector<Document> given,
                               const std::vector<std::string>& import_folders, Files& files,
                               Diagnostics& diagnostics);

}  // namespace eventc::compiler
