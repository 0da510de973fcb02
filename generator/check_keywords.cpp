// SPDX-License-Identifier: Apache-2.0
#include "check_keywords.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "keyword_hint.hpp"

namespace eventc::compiler {
namespace {

/// A key of "x-eventc".
struct ExtensionKey {
  std::string_view name;
  ValueShape shape;
  std::array<std::string_view, 2> values = {};  ///< Of a string: the ones it may have. Empty: any.
};

constexpr auto kExtensionKeys = std::to_array<ExtensionKey>({
    {"name", ValueShape::String},
    {"namespace", ValueShape::String},
    {"storage", ValueShape::String, {"owned", "view"}},
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
    } else if (!key->values[0].empty() && value != key->values[0] && value != key->values[1]) {
      diagnostics.error(location.child(name), fmt::format("\"{}\" must be \"{}\" or \"{}\"", name,
                                                          key->values[0], key->values[1]));
    } else if (name == "storage" && value == "view") {
      diagnostics.error(location.child(name), "\"storage\": only \"owned\" is compiled");
    }
  }
}

void report_unknown(const Json& schema, const Location& location, const std::string& name,
                    Dialect dialect, bool strict, Diagnostics& diagnostics) {
  std::string message = fmt::format("\"{}\" is no keyword of JSON Schema: it has no effect", name);
  Diagnostic& diagnostic = strict ? diagnostics.error(location.key(), std::move(message))
                                  : diagnostics.warning(location.key(), std::move(message));
  const Dialect other = dialect == Dialect::Draft07 ? Dialect::Draft202012 : Dialect::Draft07;
  if (find_keyword(other, name) != nullptr) {
    diagnostic.notes.push_back(
        {fmt::format("it is one of {}: say so in \"$schema\" if that is what this is written in",
                     other == Dialect::Draft07 ? "draft-07" : "draft 2020-12")});
    return;
  }
  if (std::string hint = foreign_keyword_hint(name, schema); !hint.empty()) {
    diagnostic.notes.push_back({std::move(hint)});
    return;
  }
  const std::string_view close = suggest_keyword(dialect, name);
  if (!close.empty()) diagnostic.notes.push_back({fmt::format("did you mean \"{}\"?", close)});
}

/// A value that is not what its keyword takes, with the way out where it is known.
void report_shape(const Json& value, const Location& location, const Keyword& keyword,
                  const std::string& expected, Diagnostics& diagnostics) {
  Diagnostic& diagnostic =
      diagnostics.error(location, fmt::format("\"{}\" must be {}", keyword.name, expected));
  if (std::string hint = value_hint(keyword, value); !hint.empty())
    diagnostic.notes.push_back({std::move(hint)});
}

void report_no_schema(const Json& root, const Location& location, Diagnostics& diagnostics) {
  const bool is_openapi = root.contains("openapi") || root.contains("swagger");
  diagnostics
      .error(location,
             "this is no schema: none of its members is a keyword of JSON Schema with a value that "
             "the keyword takes")
      .notes.push_back(
          {is_openapi
               ? "it is an OpenAPI document: put the schema of each event into a file of its own"
               : "if it is a payload, write the schema of such payloads: {\"type\": \"object\", "
                 "\"required\": […], \"properties\": {…}}"});
}

/// Draft-07, section 8.3: "all other properties in a $ref object must be ignored". Annotations
/// cannot be missed, and definitions are there to be referred to.
bool is_ignored(const Json& schema, const Keyword& keyword, Dialect dialect) {
  return dialect == Dialect::Draft07 && schema.contains("$ref") &&
         keyword.support != Support::Annotation && keyword.name != "$ref" &&
         keyword.name != "$schema" && keyword.shape != ValueShape::SchemaMap;
}

void check_schema(const Json& schema, const Location& location, Dialect dialect, bool strict,
                  Diagnostics& diagnostics) {
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
      report_unknown(schema, at, name, dialect, strict, diagnostics);
    } else if (!has_shape(value, keyword->shape, expected)) {
      report_shape(value, at, *keyword, expected, diagnostics);
    } else if (is_ignored(schema, *keyword, dialect)) {
      diagnostics.warning(
          at.key(),
          fmt::format("\"{}\" has no effect: draft-07 ignores what stands beside \"$ref\"", name));
    } else if (keyword->support == Support::NotCompiled) {
      diagnostics.error(
          at.key(),
          fmt::format("\"{}\" is a keyword of JSON Schema that is not compiled: what it asks for "
                      "would go unchecked",
                      name));
    } else if (name == "x-eventc") {
      check_extension(value, at, diagnostics);
    }
  }
}

}  // namespace

void check_keywords(const Resolved& resolved, bool strict, Diagnostics& diagnostics) {
  for (const SchemaPlace& place : resolved.schemas) {
    const Json& schema = resolved.json(place);
    const Dialect dialect = resolved.dialects[place.document];
    const bool is_given = place.document < resolved.given && place.pointer.empty();
    if (is_given && is_like_payload(schema, dialect)) {
      report_no_schema(schema, resolved.location(place), diagnostics);
    } else {
      check_schema(schema, resolved.location(place), dialect, strict, diagnostics);
    }
  }
}

}  // namespace eventc::compiler
