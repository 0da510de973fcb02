// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "view/emission.hpp"
#include "view/table.hpp"

namespace eventc::compiler {

class AllTables;

/// The constexpr tables of one document: what <eventc/schema.hpp> has words for, filled in.
///
/// A schema that says no more than a type has a table in the runtime already; schemas that say the
/// same share one.
class Tables {
 public:
  Tables(const Emission& emission, AllTables& all, std::size_t document);

  /// A table's name as seen from the namespace of this document's types: "schema::line".
  [[nodiscard]] std::string name(const ReadingSchema& schema) const;

  /// Names of tables that are referred to before they are defined.
  [[nodiscard]] const View& forwards() const { return forwards_; }
  /// For the template, in the order of definition.
  [[nodiscard]] const View& tables() const { return tables_; }
  /// The identifiers of the documents that its reports may name: "{"a.json#", "https://…"}".
  [[nodiscard]] View identifiers() const;
  /// The runtime's headers that they need beyond those that all need.
  [[nodiscard]] const std::set<std::string>& runtime_includes() const { return runtime_includes_; }
  /// Other documents whose tables are referred to.
  [[nodiscard]] const std::set<std::size_t>& depends_on() const { return depends_on_; }

 private:
  void add_node(NodeId node);
  void add_shape(const ReadingSchema& schema);
  /// The expression for a subschema, and what it needs noted.
  std::string child(NodeId node);
  /// The same for what a "$ref" leads to.
  std::string reference(NodeId target);
  /// Its table's name as seen from the document's tables.
  std::string refer(NodeId node);
  std::string reading_child(const ReadingSchema& schema);
  [[nodiscard]] bool keeps_its_name(NodeId node) const;

  const Emission& emission_;
  AllTables& all_;
  std::size_t document_;
  View forwards_ = View::array();
  View tables_ = View::array();
  std::set<std::string> runtime_includes_;
  std::set<std::size_t> depends_on_;
  std::map<NodeId, std::string> names_;
  std::set<NodeId> forwarded_;
  std::set<ShapeId> shapes_;
  std::map<std::string, std::string> by_content_;
};

/// The tables of every document, each made when it is first asked for, by whatever thread.
class AllTables {
 public:
  explicit AllTables(const Emission& emission)
      : emission_(emission), tables_(emission.form.roots.size()) {}

  const Tables& of(std::size_t document);

 private:
  struct Made {
    std::once_flag once;
    std::unique_ptr<Tables> tables;
  };

  const Emission& emission_;
  std::vector<Made> tables_;
};

/// A schema's place as messages and comments name it: "order-created.schema.json#/$defs/Line".
[[nodiscard]] std::string schema_location(const NormalForm& form, NodeId node);
/// The same, fit for a comment; a whole file goes without its "#".
[[nodiscard]] std::string commented_location(const NormalForm& form, NodeId node);

}  // namespace eventc::compiler
