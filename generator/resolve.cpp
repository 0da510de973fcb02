// SPDX-License-Identifier: Apache-2.0
#include "resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "find_dialect.hpp"
#include "imports.hpp"
#include "metaschemas.hpp"
#include "subschemas.hpp"
#include "uri.hpp"

namespace eventc::compiler {
namespace {

/// A reference that is still to be bound.
struct Reference {
  SchemaPlace from;
  std::string_view keyword;
  std::string text;
};

/// A string member; null when there is none.
const std::string* find_text(const Json& schema, std::string_view keyword) {
  const auto member = schema.find(keyword);
  return member != schema.end() && member->is_string() ? &member->get_ref<const std::string&>()
                                                       : nullptr;
}

class Resolver {
 public:
  Resolver(const ResolveOptions& options, Files& files, Diagnostics& diagnostics)
      : options_(options),
        files_(files),
        diagnostics_(diagnostics),
        imports_(options.import_folders, files),
        dialects_(imports_, files, diagnostics) {}

  Resolved run(std::vector<Document> given) {
    resolved_.given = given.size();
    for (const Document& document : given) dialects_.add(document.root);
    for (Document& document : given) {
      const std::string uri = resolve_uri("", document.file);
      add(std::move(document), uri, {.draft = options_.dialect});
    }
    while (!open_.empty()) {
      const Reference reference = std::move(open_.front());
      open_.pop_front();
      bind(reference);
    }
    return std::move(resolved_);
  }

 private:
  /// What a schema takes over from the one around it.
  struct Around {
    Dialect dialect;
    std::size_t resource = 0;
  };

  // ---- Documents and their schemas

  SchemaPlace add(Document document, const std::string& uri, const Dialect& inherited) {
    const SchemaPlace root{resolved_.documents.size(), ""};
    resolved_.documents.push_back(std::move(document));
    const Json& schema = resolved_.documents.back().root;
    const Dialect dialect = dialects_.of(schema, resolved_.location(root), inherited);
    resources_.emplace(uri, root);
    visit(root, schema, {dialect, add_resource(uri, root, std::nullopt)});
    return root;
  }

  std::size_t add_resource(const std::string& uri, const SchemaPlace& root,
                           std::optional<std::size_t> around) {
    resolved_.resources.push_back(
        {.uri = uri, .root = root, .around = around, .dynamic_anchors = {}});
    return resolved_.resources.size() - 1;
  }

  /// Notes a schema and those below it: their identifiers, and the references that they make.
  void visit(const SchemaPlace& place, const Json& schema, Around around) {
    if (!resolved_.by_place.emplace(place, resolved_.schemas.size()).second) return;
    if (schema.is_object()) identify(schema, place, around);
    resolved_.schemas.push_back({place, &schema, around.dialect, around.resource});
    if (!schema.is_object()) return;
    for (const std::string_view keyword : {"$ref", "$dynamicRef", "$recursiveRef"}) {
      const std::string* const text = find_text(schema, keyword);
      if (text != nullptr && find_keyword(around.dialect, keyword) != nullptr)
        open_.push_back({place, keyword, *text});
    }
    for_each_subschema(schema, place.pointer, around.dialect,
                       [&](const Json& subschema, const std::string& pointer) {
                         visit({place.document, pointer}, subschema, around);
                       });
  }

  /// Registers identifiers and anchors, and what they make different for what stands in the schema.
  void identify(const Json& schema, const SchemaPlace& place, Around& around) {
    const bool is_only_reference =
        around.dialect.isolates_references() && find_text(schema, "$ref") != nullptr;
    if (is_only_reference) return;
    const std::string* id = find_text(schema, around.dialect.id());
    if (id != nullptr && !place.pointer.empty() && !split_fragment(*id).resource.empty())
      around.dialect = dialects_.of(schema, resolved_.location(place), around.dialect);
    if (id != nullptr) declare_id(*id, place, around);
    Resource& resource = resolved_.resources[around.resource];
    for (const std::string_view keyword : {"$anchor", "$dynamicAnchor"}) {
      const std::string* const name = find_text(schema, keyword);
      if (name == nullptr || find_keyword(around.dialect, keyword) == nullptr) continue;
      declare(anchors_, resource.uri + "#" + *name, place, keyword);
      if (keyword == "$dynamicAnchor") resource.dynamic_anchors.emplace(*name, place);
    }
    const auto recursive = schema.find("$recursiveAnchor");
    const bool is_recursive = around.dialect.draft == Draft::Draft201909 &&
                              recursive != schema.end() && *recursive == true &&
                              resource.root == place;
    if (is_recursive) resource.dynamic_anchors.emplace("", place);
  }

  void declare_id(const std::string& id, const SchemaPlace& place, Around& around) {
    const std::string_view keyword = around.dialect.id();
    const Uri uri = split_fragment(id);
    const std::string base = resolve_uri(resolved_.resources[around.resource].uri, uri.resource);
    if (!uri.resource.empty()) {
      declare(resources_, base, place, keyword);
      around.resource = add_resource(base, place, around.resource);
    }
    if (!uri.fragment.empty()) declare(anchors_, base + "#" + uri.fragment, place, keyword);
  }

  void declare(std::map<std::string, SchemaPlace>& registry, const std::string& uri,
               const SchemaPlace& place, std::string_view keyword) {
    const auto [known, added] = registry.emplace(uri, place);
    if (added || known->second == place) return;
    if (known->second.document == place.document && known->second.pointer.empty() &&
        place.pointer.empty())
      return;
    diagnostics_
        .error(resolved_.location(place).child(keyword),
               fmt::format("\"{}\": \"{}\" is taken", keyword, uri))
        .notes.push_back({"first declared here", resolved_.location(known->second)});
  }

  // ---- References

  void bind(const Reference& reference) {
    const Uri uri = split_fragment(reference.text);
    bool is_broken = false;
    const auto resource = find_resource(reference, uri.resource, is_broken);
    if (is_broken) return;
    if (!resource) {
      diagnostics_
          .error(location_of(reference),
                 fmt::format("\"{}\": no schema \"{}\" is known", reference.keyword, uri.resource))
          .notes.push_back({"looked for its \"$id\" among the schemas, and for the file beside "
                            "this one and in each -I folder"});
      return;
    }
    const auto target = find_in_resource(*resource, uri.fragment);
    if (!target) return report_dangling(reference, *resource, uri.fragment);
    const Json& schema = *find_json(*target);
    if (!schema.is_object() && !schema.is_boolean()) {
      diagnostics_
          .error(location_of(reference), fmt::format("\"{}\": \"{}\" leads to no schema",
                                                     reference.keyword, reference.text))
          .notes.push_back({"a schema is an object, true or false", resolved_.location(*target)});
      return;
    }
    const ResolvedSchema& around = resolved_.at(*resource);
    visit(*target, schema, {around.dialect, around.resource});
    if (reference.keyword == "$ref") {
      resolved_.references.emplace(reference.from, *target);
    } else {
      resolved_.dynamic_references.emplace(
          reference.from, DynamicReference{*target, dynamic_anchor(reference, *target, uri)});
    }
  }

  /// The name that makes a reference dynamic: its target's own dynamic anchor (Core 2020-12,
  /// section 8.2.3.2; Core 2019-09, section 8.2.4.2.1).
  std::optional<std::string> dynamic_anchor(const Reference& reference, const SchemaPlace& target,
                                            const Uri& uri) const {
    const std::string name = reference.keyword == "$recursiveRef" ? "" : uri.fragment;
    const Resource& resource = resolved_.resources[resolved_.at(target).resource];
    const auto found = resource.dynamic_anchors.find(name);
    const bool is_dynamic = found != resource.dynamic_anchors.end() && found->second == target;
    return is_dynamic ? std::optional(name) : std::nullopt;
  }

  Location location_of(const Reference& reference) const {
    return resolved_.location(reference.from).child(reference.keyword);
  }

  /// `is_broken`: there is such a file, and it has been reported that it is no JSON.
  std::optional<SchemaPlace> find_resource(const Reference& reference, const std::string& relative,
                                           bool& is_broken) {
    const ResolvedSchema from = resolved_.at(reference.from);
    const std::string wanted = resolve_uri(resolved_.resources[from.resource].uri, relative);
    if (const auto known = resources_.find(wanted); known != resources_.end()) return known->second;
    if (auto text = find_metaschema(wanted)) {
      auto document = load(wanted, std::move(*text), diagnostics_);
      return add(std::move(*document), wanted, from.dialect);
    }
    for (const std::string& path : paths_of(from, relative, wanted)) {
      const auto found = open_file(path, wanted, from.dialect, is_broken);
      if (found || is_broken) return found;
    }
    return std::nullopt;
  }

  /// Where its file may lie.
  std::vector<std::string> paths_of(const ResolvedSchema& from, const std::string& relative,
                                    const std::string& wanted) {
    std::vector<std::string> paths = imports_.paths_below_bases(wanted);
    if (!is_absolute_uri(relative)) {
      const std::string path = percent_decode(relative);
      paths.push_back(resolve_uri(resolved_.documents[from.place.document].file, path));
      for (std::string& imported : imports_.paths_of(path)) paths.push_back(std::move(imported));
    }
    if (is_absolute_uri(wanted)) {
      if (auto path = imports_.find_id(wanted)) paths.push_back(std::move(*path));
    }
    return paths;
  }

  /// `wanted` is the URI that it was looked for by, and so its own where it does not name another.
  std::optional<SchemaPlace> open_file(const std::string& path, const std::string& wanted,
                                       const Dialect& inherited, bool& is_broken) {
    const std::string file = resolve_uri("", path);
    if (const auto known = resources_.find(file); known != resources_.end()) return known->second;
    is_broken = broken_files_.contains(file) || is_reported(file);
    if (is_broken) return std::nullopt;
    std::string why;
    auto text = files_.read(file, why);
    if (!text) return std::nullopt;
    auto document = load(file, std::move(*text), diagnostics_);
    if (!document) {
      is_broken = true;
      broken_files_.insert(file);
      return std::nullopt;
    }
    const SchemaPlace root =
        add(std::move(*document), is_absolute_uri(wanted) ? wanted : file, inherited);
    resources_.emplace(file, root);
    return root;
  }

  [[nodiscard]] const Json* find_json(const SchemaPlace& place) const {
    if (const auto known = resolved_.by_place.find(place); known != resolved_.by_place.end())
      return resolved_.schemas[known->second].json;
    return find_value(resolved_.documents[place.document].root, place.pointer);
  }

  /// Whether a file that the user gave has been found to be no JSON.
  [[nodiscard]] bool is_reported(const std::string& file) const {
    return std::any_of(diagnostics_.all().begin(), diagnostics_.all().end(),
                       [&](const Diagnostic& diagnostic) {
                         const Location& location = diagnostic.location;
                         return location.offset && location.pointer.empty() &&
                                resolve_uri("", location.file) == file;
                       });
  }

  std::optional<SchemaPlace> find_in_resource(const SchemaPlace& resource,
                                              const std::string& fragment) {
    if (fragment.empty()) return resource;
    if (fragment.front() == '/') {
      const SchemaPlace target{resource.document, resource.pointer + fragment};
      return find_json(target) == nullptr ? std::nullopt : std::optional(target);
    }
    const std::string& uri = resolved_.resources[resolved_.at(resource).resource].uri;
    const auto anchor = anchors_.find(uri + "#" + fragment);
    return anchor == anchors_.end() ? std::nullopt : std::optional(anchor->second);
  }

  void report_dangling(const Reference& reference, const SchemaPlace& resource,
                       const std::string& fragment) {
    const bool is_pointer = fragment.starts_with('/');
    Diagnostic& diagnostic =
        diagnostics_.error(location_of(reference),
                           fmt::format("\"{}\": no {} \"{}\"", reference.keyword,
                                       is_pointer ? "definition at" : "anchor in", reference.text));
    // By the name alone: with what stands before it, every other name would be close.
    const std::string wanted =
        unescape_pointer_token(fragment.substr(fragment.rfind('/') + 1)).value_or("");
    const Json& root = *resolved_.at(resource).json;
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

  const ResolveOptions& options_;
  Files& files_;
  Diagnostics& diagnostics_;
  Imports imports_;
  DialectFinder dialects_;
  Resolved resolved_;
  std::deque<Reference> open_;
  /// By URI; a document's file counts as one.
  std::map<std::string, SchemaPlace> resources_;
  std::map<std::string, SchemaPlace> anchors_;
  std::set<std::string> broken_files_;
};

}  // namespace

Location Resolved::location(const SchemaPlace& place) const {
  return {documents[place.document].file, place.pointer};
}

const ResolvedSchema& Resolved::at(const SchemaPlace& place) const {
  return schemas[by_place.at(place)];
}

Resolved resolve(std::vector<Document> given, const ResolveOptions& options, Files& files,
                 Diagnostics& diagnostics) {
  return Resolver(options, files, diagnostics).run(std::move(given));
}

}  // namespace eventc::compiler
