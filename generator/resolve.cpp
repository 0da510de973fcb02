// SPDX-License-Identifier: Apache-2.0
#include "resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "subschemas.hpp"
#include "uri.hpp"

namespace eventc::compiler {
namespace {

/// A "$ref" that is still to be bound.
struct Reference {
  SchemaPlace from;
  std::string base;  ///< URI of the resource that holds it
  std::string text;
};

class Resolver {
 public:
  Resolver(const std::vector<std::string>& import_folders, Files& files, Diagnostics& diagnostics)
      : import_folders_(import_folders), files_(files), diagnostics_(diagnostics) {}

  Resolved run(std::vector<Document> given) {
    resolved_.given = given.size();
    for (Document& document : given) add(std::move(document));
    while (!open_.empty()) {
      const Reference reference = std::move(open_.front());
      open_.pop_front();
      bind(reference);
    }
    return std::move(resolved_);
  }

 private:
  std::size_t add(Document document) {
    const std::size_t index = resolved_.documents.size();
    resolved_.documents.push_back(std::move(document));
    resolved_.dialects.push_back(dialect_of(resolved_.documents.back()));
    const std::string uri = resolve_uri("", resolved_.documents.back().file);
    resources_.emplace(uri, SchemaPlace{index, ""});
    visit({index, ""}, uri);
    return index;
  }

  Dialect dialect_of(const Document& document) {
    if (!document.root.is_object() || !document.root.contains("$schema"))
      return Dialect::Draft202012;
    const Json& uri = document.root["$schema"];
    if (!uri.is_string()) return Dialect::Draft202012;  // the check of keywords reports it
    const auto dialect = find_dialect(uri.get_ref<const std::string&>());
    if (dialect) return *dialect;
    diagnostics_
        .error(Location{document.file, "/$schema"},
               fmt::format("\"$schema\": the dialect \"{}\" is not compiled",
                           uri.get_ref<const std::string&>()))
        .notes.push_back({"use https://json-schema.org/draft/2020-12/schema or "
                          "http://json-schema.org/draft-07/schema#"});
    return Dialect::Draft202012;
  }

  /// Notes a schema and those below it: their identifiers, and the references that they make.
  void visit(const SchemaPlace& place, const std::string& base_of_parent) {
    if (!visited_.insert(place).second) return;
    resolved_.schemas.push_back(place);
    const Json& schema = resolved_.json(place);
    if (!schema.is_object()) return;
    const Dialect dialect = resolved_.dialects[place.document];
    const std::string base = identify(schema, place, dialect, base_of_parent);
    bases_[place] = base;
    if (const auto ref = schema.find("$ref"); ref != schema.end() && ref->is_string()) {
      open_.push_back({place, base, ref->get<std::string>()});
    }
    for_each_subschema(schema, place.pointer, dialect,
                       [&](const Json&, const std::string& pointer) {
                         visit({place.document, pointer}, base);
                       });
  }

  /// Registers "$id" and anchors; gives the base of what stands in the schema.
  std::string identify(const Json& schema, const SchemaPlace& place, Dialect dialect,
                       const std::string& base_of_parent) {
    std::string base = base_of_parent;
    const bool ignored = dialect == Dialect::Draft07 && schema.contains("$ref");
    if (const auto id = schema.find("$id"); id != schema.end() && id->is_string() && !ignored) {
      const Uri uri = split_fragment(id->get_ref<const std::string&>());
      base = resolve_uri(base_of_parent, uri.resource);
      if (!uri.resource.empty()) declare(resources_, base, place, "$id");
      if (!uri.fragment.empty()) declare(anchors_, base + "#" + uri.fragment, place, "$id");
    }
    if (const auto anchor = schema.find("$anchor"); anchor != schema.end() && anchor->is_string()) {
      declare(anchors_, base + "#" + anchor->get<std::string>(), place, "$anchor");
    }
    return base;
  }

  void declare(std::map<std::string, SchemaPlace>& registry, const std::string& uri,
               const SchemaPlace& place, std::string_view keyword) {
    const auto [known, added] = registry.emplace(uri, place);
    if (added || known->second == place) return;
    if (registry.at(uri).document == place.document && known->second.pointer.empty() &&
        place.pointer.empty())
      return;
    diagnostics_
        .error(resolved_.location(place).child(keyword),
               fmt::format("\"{}\": \"{}\" is taken", keyword, uri))
        .notes.push_back({"first declared here", resolved_.location(known->second)});
  }

  void bind(const Reference& reference) {
    const Uri uri = split_fragment(reference.text);
    bool is_broken = false;
    const auto resource = find_resource(reference, uri.resource, is_broken);
    if (is_broken) return;
    if (!resource) {
      diagnostics_
          .error(location_of(reference),
                 fmt::format("\"$ref\": no schema \"{}\" is known", uri.resource))
          .notes.push_back({"looked for its \"$id\" among the schemas, and for the file beside "
                            "this one and in each -I folder"});
      return;
    }
    const auto target = find_in_resource(*resource, uri.fragment);
    if (!target) return report_dangling(reference, *resource, uri.fragment);
    const Json& schema = resolved_.json(*target);
    if (!schema.is_object() && !schema.is_boolean()) {
      diagnostics_
          .error(location_of(reference),
                 fmt::format("\"$ref\": \"{}\" leads to no schema", reference.text))
          .notes.push_back({"a schema is an object, true or false", resolved_.location(*target)});
      return;
    }
    resolved_.references.emplace(reference.from, *target);
    visit(*target, base_at(*resource));
  }

  Location location_of(const Reference& reference) const {
    return resolved_.location(reference.from).child("$ref");
  }

  const std::string& base_at(const SchemaPlace& place) { return bases_[place]; }

  /// `is_broken`: there is such a file, and it has been reported that it is no JSON.
  std::optional<SchemaPlace> find_resource(const Reference& reference, const std::string& relative,
                                           bool& is_broken) {
    const std::string wanted = resolve_uri(reference.base, relative);
    if (const auto known = resources_.find(wanted); known != resources_.end()) return known->second;
    const std::string& from = resolved_.documents[reference.from.document].file;
    if (!is_absolute_uri(relative)) {
      const std::string path = percent_decode(relative);
      std::vector<std::string> candidates{resolve_uri(from, path)};
      for (const std::string& folder : import_folders_) {
        candidates.push_back(resolve_uri(folder.ends_with('/') ? folder : folder + "/", path));
      }
      for (const std::string& candidate : candidates) {
        const auto found = open_file(candidate, is_broken);
        if (found || is_broken) return found;
      }
    }
    return find_imported_id(wanted, is_broken);
  }

  std::optional<SchemaPlace> open_file(const std::string& path, bool& is_broken) {
    const std::string uri = resolve_uri("", path);
    is_broken = broken_files_.contains(uri) || is_reported(uri);
    if (is_broken) return std::nullopt;
    if (const auto known = resources_.find(uri); known != resources_.end()) return known->second;
    std::string why;
    auto text = files_.read(uri, why);
    if (!text) return std::nullopt;
    auto document = load(uri, std::move(*text), diagnostics_);
    if (!document) {
      is_broken = true;
      broken_files_.insert(uri);
      return std::nullopt;
    }
    return SchemaPlace{add(std::move(*document)), ""};
  }

  /// Whether a file that the user gave has been found to be no JSON.
  [[nodiscard]] bool is_reported(const std::string& uri) const {
    return std::any_of(diagnostics_.all().begin(), diagnostics_.all().end(),
                       [&](const Diagnostic& diagnostic) {
                         const Location& location = diagnostic.location;
                         return location.offset && location.pointer.empty() &&
                                resolve_uri("", location.file) == uri;
                       });
  }

  /// The file below an import folder whose root has this "$id".
  std::optional<SchemaPlace> find_imported_id(const std::string& wanted, bool& is_broken) {
    if (!is_absolute_uri(wanted)) return std::nullopt;
    if (!imports_listed_) list_imports();
    const auto file = imported_ids_.find(wanted);
    return file == imported_ids_.end() ? std::nullopt : open_file(file->second, is_broken);
  }

  void list_imports() {
    imports_listed_ = true;
    for (const std::string& folder : import_folders_) {
      for (const std::string& path : files_.list(folder, ".json")) {
        std::string why;
        const auto text = files_.read(path, why);
        const Json root = text ? Json::parse(*text, nullptr, false) : Json();
        if (!root.is_object() || !root.contains("$id") || !root["$id"].is_string()) continue;
        imported_ids_.emplace(split_fragment(root["$id"].get_ref<const std::string&>()).resource,
                              path);
      }
    }
  }

  std::optional<SchemaPlace> find_in_resource(const SchemaPlace& resource,
                                              const std::string& fragment) {
    if (fragment.empty()) return resource;
    if (fragment.front() == '/') {
      const SchemaPlace target{resource.document, resource.pointer + fragment};
      const Json* const value =
          find_value(resolved_.documents[target.document].root, target.pointer);
      return value == nullptr ? std::nullopt : std::optional(target);
    }
    const auto anchor = anchors_.find(base_at(resource) + "#" + fragment);
    return anchor == anchors_.end() ? std::nullopt : std::optional(anchor->second);
  }

  void report_dangling(const Reference& reference, const SchemaPlace& resource,
                       const std::string& fragment) {
    const bool is_pointer = fragment.starts_with('/');
    Diagnostic& diagnostic =
        diagnostics_.error(location_of(reference),
                           fmt::format("\"$ref\": no {} \"{}\"",
                                       is_pointer ? "definition at" : "anchor in", reference.text));
    // By the name alone: with what stands before it, every other name would be close.
    const std::string wanted =
        unescape_pointer_token(fragment.substr(fragment.rfind('/') + 1)).value_or("");
    const Json& root = resolved_.json(resource);
    for (const char* const keyword : {"$defs", "definitions"}) {
      if (!root.is_object() || !root.contains(keyword) || !root[keyword].is_object()) continue;
      std::vector<std::string_view> names;
      for (const auto& [name, schema] : root[keyword].get_ref<const Json::object_t&>())
        names.push_back(name);
      const std::string_view close = suggest(wanted, names);
      if (close.empty()) continue;
      diagnostic.notes.push_back(
          {fmt::format("did you mean \"{}#/{}/{}\"?", split_fragment(reference.text).resource,
                       keyword, escape_pointer_token(close))});
      return;
    }
  }

  const std::vector<std::string>& import_folders_;
  Files& files_;
  Diagnostics& diagnostics_;
  Resolved resolved_;
  std::deque<Reference> open_;
  std::set<SchemaPlace> visited_;
  std::map<SchemaPlace, std::string> bases_;
  std::map<std::string, SchemaPlace> resources_;
  std::map<std::string, SchemaPlace> anchors_;
  std::map<std::string, std::string> imported_ids_;
  bool imports_listed_ = false;
  std::set<std::string> broken_files_;
};

}  // namespace

Location Resolved::location(const SchemaPlace& place) const {
  return {documents[place.document].file, place.pointer};
}

const Json& Resolved::json(const SchemaPlace& place) const {
  return *find_value(documents[place.document].root, place.pointer);
}

Resolved resolve(std::vector<Document> given, const std::vector<std::string>& import_folders,
                 Files& files, Diagnostics& diagnostics) {
  return Resolver(import_folders, files, diagnostics).run(std::move(given));
}

}  // namespace eventc::compiler
