// SPDX-License-Identifier: Apache-2.0
#include "emit.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/parallel.hpp"
#include "view/bundle_view.hpp"
#include "view/header_view.hpp"
#include "view/source_view.hpp"

namespace eventc::compiler {
namespace {

/// Parts are written first and stand in the whole as texts: the line feed of the last line is the
/// whole's.
View write_parts(const std::vector<TypeView>& parts, const Templates& templates) {
  View texts = View::array();
  for (const TypeView& part : parts) {
    std::string text = templates.render(part.template_name, part.view);
    if (text.ends_with('\n')) text.pop_back();
    texts.push_back(std::move(text));
  }
  return texts;
}

using FilesOfDocument = std::array<OutputFile, 3>;

FilesOfDocument emit_document(const Emission& emission, AllTables& tables, std::size_t document,
                              const Templates& templates) {
  const DocumentNames& names = emission.names.documents[document];
  const std::string path = names.folder + "/" + names.stem;
  HeaderView header = view_header(emission, document);
  for (std::size_t i = 0; i < header.types.size(); ++i)
    header.header["spaces"][i]["types"] = write_parts(header.types[i], templates);
  SourceView source = view_source(emission, tables, document);
  for (std::size_t i = 0; i < source.codecs.size(); ++i)
    source.source["spaces"][i]["codecs"] = write_parts(source.codecs[i], templates);
  return {
      {{path + ".hpp", templates.render("header", header.header)},
       {path + ".schema.hpp", templates.render("schema", view_schema(emission, tables, document))},
       {path + ".cpp", templates.render("source", source.source)}}};
}

}  // namespace

std::vector<OutputFile> emit(const Emission& emission, const Templates& templates) {
  // A thread is begun in less time than this many are written.
  constexpr std::size_t kDocumentsOfThread = 8;
  AllTables tables(emission);
  std::vector<FilesOfDocument> documents(emission.form.roots.size());
  for_each_in_parallel(documents.size(), kDocumentsOfThread, [&](std::size_t document) {
    documents[document] = emit_document(emission, tables, document, templates);
  });
  std::vector<OutputFile> files;
  for (FilesOfDocument& document : documents)
    std::move(document.begin(), document.end(), std::back_inserter(files));
  return files;
}

std::vector<OutputFile> emit_bundle(const Emission& emission, const RoutePlan& routes,
                                    const NameOptions& options, const Templates& templates) {
  const View view = view_bundle(emission, routes, options);
  const auto header = view["header"].get<std::string>();
  const std::string path = header.substr(0, header.size() - std::string_view(".hpp").size());
  return {{path + ".hpp", templates.render("bundle_header", view)},
          {path + ".cpp", templates.render("bundle_source", view)}};
}

}  // namespace eventc::compiler
