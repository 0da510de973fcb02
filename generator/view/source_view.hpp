// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "view/emission.hpp"
#include "view/header_view.hpp"
#include "view/tables.hpp"

namespace eventc::compiler {

/// For the template "schema": the tables of a document, and the declarations of its readers and
/// writers.
[[nodiscard]] View view_schema(const Emission& emission, AllTables& tables, std::size_t document);

struct SourceView {
  /// Reader and writer of each struct, for each of the document's type_spaces(): for the templates
  /// "struct_codec" and "wrapper_codec".
  std::vector<std::vector<TypeView>> codecs;
  /// For the template "source", which takes the written codecs of each as its "codecs".
  View source;
};

[[nodiscard]] SourceView view_source(const Emission& emission, AllTables& tables,
                                     std::size_t document);

}  // namespace eventc::compiler
