// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
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

/// A schema among the documents.
struct ResolvedSchema {
  SchemaPlace place;
  const Json* json = nullptr;
  Dialect dialect;
  std::size_t resource = 0;
};

/// A schema resource (Core 2020-12, section 4.3.5): a document, or a schema in it with an
/// identifier of its own.
struct Resource {
  std::string uri;
  SchemaPlace root;
  /// The resource that it is embedded in.
  std::optional<std::size_t> around;
  /// "$dynamicAnchor" by name; draft 2019-09's "$recursiveAnchor": true has the name "".
  std::map<std::string, SchemaPlace> dynamic_anchors;
};

/// Where a "$dynamicRef" or "$recursiveRef" leads: to `target`, unless a resource that evaluation
/// came through has a dynamic anchor of the name; then to the outermost of these.
struct DynamicReference {
  SchemaPlace target;
  std::optional<std::string> anchor;  ///< none: it is like a "$ref"
};

/// Documents, with every reference bound.
struct Resolved {
  /// First those that the user gave, in their order, then those that references led to. They stay
  /// where they are: schemas are pointed to.
  std::deque<Document> documents;
  std::size_t given = 0;
  /// Every schema: the root of each document, those in its keywords, and what else a reference
  /// names.
  std::vector<ResolvedSchema> schemas;
  std::map<SchemaPlace, std::size_t> by_place;
  std::vector<Resource> resources;
  /// The target of each schema's "$ref", by the place of the schema that holds it.
  std::map<SchemaPlace, SchemaPlace> references;
  std::map<SchemaPlace, DynamicReference> dynamic_references;

  [[nodiscard]] Location location(const SchemaPlace& place) const;
  /// Of a place in `schemas`.
  [[nodiscard]] const ResolvedSchema& at(const SchemaPlace& place) const;
};

struct ResolveOptions {
  /// "-I": folders, and URI=FOLDER.
  std::vector<std::string> import_folders;
  /// Of given documents that name none.
  Draft dialect = Draft::Draft202012;
};

/// Finds the dialect of each schema ("$schema"; that of the referring document where an imported
/// one says nothing), every identifier and anchor, and binds each reference: to a definition in the
/// same document, to a schema whose identifier it names, to a metaschema, or to a file that lies
/// where the reference says, seen from the referring file and then from each import folder. Reports
/// dialects that are not compiled and references that lead nowhere.
[[nodiscard]] Resolved resolve(std::vector<Document> given, const ResolveOptions& options,
                               Files& files, Diagnostics& diagnostics);

}  // namespace eventc::compiler
