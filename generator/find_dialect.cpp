// SPDX-License-Identifier: Apache-2.0
#include "find_dialect.hpp"

#include <fmt/format.h>

#include "uri.hpp"

namespace eventc::compiler {
namespace {

/// The member of a schema that is a string; empty when there is none.
std::string text_of(const Json& schema, const char* keyword) {
  if (!schema.is_object()) return {};
  const auto member = schema.find(keyword);
  return member != schema.end() && member->is_string() ? member->get<std::string>() : std::string();
}

}  // namespace

void DialectFinder::add(const Json& root) {
  const std::string id = split_fragment(text_of(root, "$id")).resource;
  if (!id.empty()) given_.emplace(id, &root);
}

Dialect DialectFinder::of(const Json& schema, const Location& location, const Dialect& inherited) {
  const std::string uri = text_of(schema, "$schema");
  if (uri.empty()) return inherited;
  if (const auto draft = find_draft(uri)) return {.draft = *draft};
  const Json* const metaschema = find_metaschema(split_fragment(uri).resource);
  const auto draft = metaschema == nullptr ? std::nullopt : draft_of(*metaschema);
  if (!draft) {
    report_unknown(uri, location.child("$schema"));
    return inherited;
  }
  return made_of(*metaschema, *draft, location.child("$schema"));
}

const Json* DialectFinder::find_metaschema(const std::string& uri) {
  if (const auto given = given_.find(uri); given != given_.end()) return given->second;
  if (const auto known = imported_.find(uri); known != imported_.end()) return &known->second;
  std::vector<std::string> paths = imports_.paths_below_bases(uri);
  if (auto path = imports_.find_id(uri)) paths.push_back(std::move(*path));
  for (const std::string& path : paths) {
    std::string why;
    const auto text = files_.read(path, why);
    if (!text) continue;
    Json root = Json::parse(*text, nullptr, false);
    if (root.is_object()) return &imported_.emplace(uri, std::move(root)).first->second;
  }
  return nullptr;
}

/// By the metaschema's own "$schema", which may name another that is made up.
std::optional<Draft> DialectFinder::draft_of(const Json& metaschema) {
  constexpr int kMaxChain = 16;
  const Json* schema = &metaschema;
  for (int i = 0; i < kMaxChain && schema != nullptr; ++i) {
    const std::string uri = text_of(*schema, "$schema");
    if (const auto draft = find_draft(uri)) return draft;
    schema = find_metaschema(split_fragment(uri).resource);
  }
  return std::nullopt;
}

Dialect DialectFinder::made_of(const Json& metaschema, Draft draft, const Location& location) {
  Dialect dialect{.draft = draft};
  const auto vocabularies = metaschema.find("$vocabulary");
  if (draft < Draft::Draft201909 || vocabularies == metaschema.end() || !vocabularies->is_object())
    return dialect;
  dialect.vocabularies = {Vocabulary::Core};
  for (const auto& [uri, required] : vocabularies->items()) {
    const auto vocabulary = find_vocabulary(draft, uri);
    if (vocabulary) {
      dialect.vocabularies.add(*vocabulary);
    } else if (required == true) {
      diagnostics_
          .error(location, fmt::format("\"$schema\": its metaschema requires the vocabulary "
                                       "\"{}\", which is not compiled",
                                       uri))
          .notes.push_back({"Core 2020-12, section 8.1.2: a schema must not be used without "
                            "knowing what it requires"});
    }
    // Draft 2019-09 has one vocabulary for "format": required, it asserts (Validation, 7.2.1).
    if (draft == Draft::Draft201909 && vocabulary == Vocabulary::Format && required == true)
      dialect.vocabularies.add(Vocabulary::FormatAssertion);
  }
  return dialect;
}

void DialectFinder::report_unknown(const std::string& uri, const Location& location) {
  diagnostics_.error(location, fmt::format("\"$schema\": the dialect \"{}\" is not compiled", uri))
      .notes.push_back(
          {"use https://json-schema.org/draft/2020-12/schema, "
           "https://json-schema.org/draft/2019-09/schema, http://json-schema.org/draft-07/schema#, "
           "-06 or -04; or give the metaschema that it names, by -I or as a schema"});
}

}  // namespace eventc::compiler
