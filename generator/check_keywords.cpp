// SPDX-License-Identifier: Apache-2.0
#include "check_keywords.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/suggest.hpp"
#include "keyword_hint.hpp"
#include "media_type.hpp"

namespace eventc::compiler {
namespace {

/// A key of "x-eventc".
struct ExtensionKey {
  std::string_view name;
  ValueShape shape;
  std::vector<std::string_view> values = {};  ///< Of a string: the ones it may have. Empty: any.
};

const auto kExtensionKeys = std::to_array<ExtensionKey>({
    {"name", ValueShape::String},
    {"namespace", ValueShape::String},
    {"type", ValueShape::String, {"json", "string", "int64", "uint64", "double"}},
    {"storage", ValueShape::String, {"owned", "view", "both"}},
    {"content", ValueShape::String, {"assert", "annotate"}},
    {"open", ValueShape::Boolean},
    {"unknown", ValueShape::String, {"keep", "skip"}},
    {"null", ValueShape::String, {"distinct", "absent"}},
    {"keys", ValueShape::String, {"ignore-case", "exact"}},
    {"route", ValueShape::Boolean},
    {"priority", ValueShape::Number},
    {"discriminator", ValueShape::PointerOrPointers},
});

void check_extension(const Json& extension, const Location& location, Diagnostics& diagnostics) {
  for (const auto& [name, value] : extension.items()) {
    const auto* const key =
        std::find_if(kExtensionKeys.begin(), kExtensionKeys.end(),
                     [&name = name](const ExtensionKey& k) { return k.name == name; });
    if (key == kExtensionKeys.end()) {
      std::vector<std::string_view> names;
      for (const ExtensionKey& known : kExtensionKeys) names.push_back(known.name);
      Diagnostic& diagnostic = diagnostics.error(
          location.child(name).key(), fmt::format("\"x-eventc\": there is no \"{}\"", name));
      const std::string_view close = suggest(name, names);
      diagnostic.notes.push_back({close.empty()
                                      ? fmt::format("known are {}", fmt::join(names, ", "))
                                      : fmt::format("did you mean \"{}\"?", close)});
      continue;
    }
    std::string expected;
    if (!has_shape(value, key->shape, expected)) {
      diagnostics.error(location.child(name), fmt::format("\"{}\" must be {}", name, expected));
    } else if (!key->values.empty() &&
               std::find(key->values.begin(), key->values.end(), value) == key->values.end()) {
      diagnostics.error(location.child(name),
                        fmt::format("\"{}\" must be \"{}\" or \"{}\"", name,
                                    fmt::join(key->values.begin(), key->values.end() - 1, "\", \""),
                                    key->values.back()));
    }
  }
}

/// What a name is no keyword of.
std::string_view where_unknown(const std::string& name, const Dialect& dialect) {
  if (!drafts_with(name)) return "JSON Schema";
  return find_keyword({.draft = dialect.draft}, name) != nullptr ? "the schema's dialect"
                                                                 : name_of(dialect.draft);
}

/// Of a name that is a keyword elsewhere.
std::string describe_other(const std::string& name, DraftRange drafts, const Dialect& dialect) {
  if (find_keyword({.draft = dialect.draft}, name) != nullptr)
    return "it belongs to a vocabulary that the schema's metaschema does not use";
  return fmt::format("it is a keyword {}: say so in \"$schema\" if that is what this is written in",
                     in_words(drafts));
}

/// Unknown names in a document, with the number of schemas that have them: a name that stands in
/// thousands of places is reported once.
using UnknownNames = std::map<std::string, std::size_t>;

void report_unknown(const Json& schema, const Location& location, const std::string& name,
                    Dialect dialect, bool strict, UnknownNames& unknown, Diagnostics& diagnostics) {
  const std::size_t count = std::exchange(unknown[name], 0);
  if (count == 0 && !strict) return;
  std::string message = fmt::format("\"{}\" is no keyword of {}: it has no effect", name,
                                    where_unknown(name, dialect));
  if (count > 1 && !strict) {
    message +=
        fmt::format(" ({} more {} like it)", count - 1, count == 2 ? "place is" : "places are");
  }
  Diagnostic& diagnostic = strict ? diagnostics.error(location.key(), std::move(message))
                                  : diagnostics.warning(location.key(), std::move(message));
  if (const auto others = drafts_with(name)) {
    diagnostic.notes.push_back({describe_other(name, *others, dialect)});
    return;
  }
  if (std::string hint = foreign_keyword_hint(name, schema); !hint.empty()) {
    diagnostic.notes.push_back({std::move(hint)});
    return;
  }
  const std::string_view close = suggest_keyword(dialect, name);
  if (!close.empty()) diagnostic.notes.push_back({fmt::format("did you mean \"{}\"?", close)});
}

/// A value that is not what its keyword takes, with the way out where it is known. An annotation of
/// the wrong shape can be done without.
void report_shape(const Json& value, const Location& location, const Keyword& keyword,
                  const std::string& expected, bool strict, Diagnostics& diagnostics) {
  const bool is_harmless = keyword.support == Support::Annotation && !strict;
  std::string message = fmt::format("\"{}\" must be {}", keyword.name, expected);
  Diagnostic& diagnostic = is_harmless ? diagnostics.warning(location, message + ": it is ignored")
                                       : diagnostics.error(location, std::move(message));
  if (std::string hint = value_hint(keyword, value); !hint.empty())
    diagnostic.notes.push_back({std::move(hint)});
}

/// Whether a keyword that is not there for readers alone has a value that it does not take.
bool has_wrong_value(const Json& schema, Dialect dialect) {
  std::string unused;
  for (const auto& [name, value] : schema.items()) {
    const Keyword* const keyword = find_keyword(dialect, name);
    if (keyword != nullptr && keyword->support != Support::Annotation &&
        !has_shape(value, keyword->shape, unused))
      return true;
  }
  return false;
}

/// Any object is a schema whose keywords have values that they take. But one without a single
/// keyword is nearly always something else.
void report_no_schema(const Json& root, const Location& location, Dialect dialect, bool strict,
                      Diagnostics& diagnostics) {
  const bool is_openapi = root.contains("openapi") || root.contains("swagger");
  const bool is_schema = !has_wrong_value(root, dialect);
  std::string message =
      "none of its members is a keyword of JSON Schema with a value that the keyword takes";
  message = is_schema ? message + ": as a schema, it accepts everything"
                      : "this is no schema: " + message;
  Diagnostic& diagnostic = strict || !is_schema ? diagnostics.error(location, std::move(message))
                                                : diagnostics.warning(location, std::move(message));
  diagnostic.notes.push_back(
      {is_openapi ? "it is an OpenAPI document: put the schema of each event into a file of its own"
                  : "if it is a payload, write the schema of such payloads: {\"type\": \"object\", "
                    "\"required\": […], \"properties\": {…}}"});
}

/// A keyword that is there, but says nothing.
void report_no_effect(const Location& location, std::string message, bool strict,
                      Diagnostics& diagnostics) {
  if (strict) {
    diagnostics.error(location.key(), std::move(message));
  } else {
    diagnostics.warning(location.key(), std::move(message));
  }
}

/// What stands beside a "$ref" is ignored until draft-07 (Core, section 8.3). Annotations cannot be
/// missed, and definitions are there to be referred to.
bool is_ignored(const Json& schema, const Keyword& keyword, Dialect dialect) {
  const auto ref = schema.find("$ref");
  return dialect.isolates_references() && ref != schema.end() && ref->is_string() &&
         keyword.support != Support::Annotation && keyword.name != "$ref" &&
         keyword.name != "$schema" && keyword.name != "definitions" && keyword.name != "$defs";
}

/// What a keyword says nothing without (Core 2020-12, section 10.2.2; Validation 2020-12, sections
/// 6.4 and 8.5; draft-07's Validation, section 6.4.2) and the schema does not have, in words; empty
/// where it has it.
std::string_view what_is_missing(const Json& schema, std::string_view keyword) {
  if (keyword == "then" || keyword == "else") return schema.contains("if") ? "" : "\"if\"";
  if (keyword == "minContains" || keyword == "maxContains")
    return schema.contains("contains") ? "" : "\"contains\"";
  if (keyword == "additionalItems") {
    const auto items = schema.find("items");
    return items != schema.end() && items->is_array() ? "" : "a list in \"items\"";
  }
  if (keyword == "contentSchema") {
    const auto type = schema.find("contentMediaType");
    const bool is_json =
        type != schema.end() && type->is_string() && is_json_type(type->get<std::string>());
    return is_json ? "" : "\"contentMediaType\": \"application/json\"";
  }
  return {};
}

void check_schema(const Json& schema, const Location& location, Dialect dialect, bool strict,
                  UnknownNames& unknown, Diagnostics& diagnostics) {
  std::string expected;
  if (!has_shape(schema, ValueShape::Schema, expected)) {
    diagnostics.error(location, fmt::format("expected {}", expected));
    return;
  }
  if (!schema.is_object()) return;
  for (const auto& [name, value] : schema.items()) {
    const Keyword* const keyword = find_keyword(dialect, name);
    const Location at = location.child(name);
    if (keyword == nullptr) {
      report_unknown(schema, at, name, dialect, strict, unknown, diagnostics);
    } else if (!has_shape(value, keyword->shape, expected)) {
      report_shape(value, at, *keyword, expected, strict, diagnostics);
    } else if (is_ignored(schema, *keyword, dialect)) {
      report_no_effect(at,
                       fmt::format("\"{}\" has no effect: {} ignores what stands beside \"$ref\"",
                                   name, name_of(dialect.draft)),
                       strict, diagnostics);
    } else if (const auto missing = what_is_missing(schema, name); !missing.empty()) {
      report_no_effect(at, fmt::format("\"{}\" has no effect without {}", name, missing), strict,
                       diagnostics);
    } else if (name == "x-eventc") {
      check_extension(value, at, diagnostics);
    }
  }
}

std::vector<UnknownNames> count_unknown(const Resolved& resolved) {
  std::vector<UnknownNames> unknown(resolved.documents.size());
  for (const auto& [place, schema, dialect, resource] : resolved.schemas) {
    if (!schema->is_object()) continue;
    for (const auto& [name, value] : schema->items()) {
      if (find_keyword(dialect, name) == nullptr) ++unknown[place.document][name];
    }
  }
  return unknown;
}

}  // namespace

void check_keywords(const Resolved& resolved, bool strict, Diagnostics& diagnostics) {
  std::vector<UnknownNames> unknown = count_unknown(resolved);
  for (const auto& [place, schema, dialect, resource] : resolved.schemas) {
    const bool is_given = place.document < resolved.given && place.pointer.empty();
    if (is_given && is_like_payload(*schema, dialect)) {
      report_no_schema(*schema, resolved.location(place), dialect, strict, diagnostics);
    } else {
      check_schema(*schema, resolved.location(place), dialect, strict, unknown[place.document],
                   diagnostics);
    }
  }
}

}  // namespace eventc::compiler
