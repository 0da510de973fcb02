// SPDX-License-Identifier: Apache-2.0
#include "draft_07.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace golden {
namespace {

using nlohmann::json;

constexpr const char* kUnknownToDraft07[] = {
    "unevaluatedItems", "unevaluatedProperties", "minContains",
    "maxContains",      "$dynamicRef",           "$recursiveRef",
    "$anchor",          "$dynamicAnchor",        "$vocabulary",
};
constexpr const char* kContents[] = {"contentEncoding", "contentMediaType", "contentSchema"};
constexpr const char* kSchemas[] = {"additionalItems",
                                    "additionalProperties",
                                    "contains",
                                    "else",
                                    "if",
                                    "items",
                                    "not",
                                    "propertyNames",
                                    "then"};
constexpr const char* kListsOfSchemas[] = {"allOf", "anyOf", "items", "oneOf", "prefixItems"};
constexpr const char* kMapsOfSchemas[] = {
    "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties"};

/// Characters of ASCII that mean the same to bytes, and escapes that mean the same to all.
bool is_plain_pattern(std::string_view pattern) {
  constexpr std::string_view kEscapes = "dDwWs./-()[]{}+*?^$|\\";
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (static_cast<unsigned char>(pattern[i]) >= 0x80) return false;
    if (pattern.substr(i).starts_with("(?")) return false;
    if (pattern[i] != '\\') continue;
    if (++i == pattern.size() || kEscapes.find(pattern[i]) == std::string_view::npos) return false;
  }
  return true;
}

bool has_integer_of_64_bits(const json& value) {
  if (value.is_number_unsigned())
    return value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return value.is_structured() && std::any_of(value.begin(), value.end(), has_integer_of_64_bits);
}

class Rewriting {
 public:
  explicit Rewriting(const json& root)
      : dialect_(root.is_object() ? root.value("$schema", "") : "") {
    if (says("draft-04") || says("draft-06")) throw NotInDraft07("an earlier draft");
  }

  json operator()(const json& schema, bool is_root = false) const {
    if (!schema.is_object()) return schema;
    check(schema, is_root);
    json out = schema;
    out.erase("id");  // an identifier to valijson, and to no draft from 6 on
    out.erase("format");
    for (const char* const name : kSchemas) {
      if (out.contains(name) && !out[name].is_array()) out[name] = (*this)(out[name]);
    }
    for (const char* const name : kListsOfSchemas) {
      if (!out.contains(name) || !out[name].is_array()) continue;
      for (json& one : out[name]) one = (*this)(one);
    }
    for (const char* const name : kMapsOfSchemas) {
      if (!out.contains(name)) continue;
      for (json& one : out[name]) one = (*this)(one);
    }
    if (!says("draft-07")) use_words_of_draft_07(out);
    return out;
  }

 private:
  [[nodiscard]] bool says(std::string_view draft) const {
    return dialect_.find(draft) != std::string::npos;
  }

  void check(const json& schema, bool is_root) const {
    for (const char* const name : kUnknownToDraft07) {
      if (schema.contains(name)) throw NotInDraft07(name);
    }
    if (schema.contains("$id") && !is_root) throw NotInDraft07("$id");
    if (schema.contains("$ref")) {
      const std::string reference = schema["$ref"];
      if (reference != "#" && !reference.starts_with("#/")) throw NotInDraft07("$ref " + reference);
    }
    for (const char* const name : kContents) {
      if (schema.contains(name) && says("draft-07")) throw NotInDraft07(name);
    }
    if (schema.contains("multipleOf") && !schema["multipleOf"].is_number_integer())
      throw NotInDraft07("multipleOf");
    check_patterns(schema);
    const json extension = schema.value("x-eventc", json::object());
    for (const char* const name : {"content", "keys", "open"}) {
      if (extension.contains(name)) throw NotInDraft07("x-eventc: " + std::string(name));
    }
  }
  static void check_patterns(const json& schema) {
    if (schema.contains("pattern") && !is_plain_pattern(schema["pattern"].get<std::string>()))
      throw NotInDraft07("pattern");
    const json by_pattern = schema.value("patternProperties", json::object());
    for (const auto& [pattern, value] : by_pattern.items()) {
      if (!is_plain_pattern(pattern)) throw NotInDraft07("patternProperties");
    }
  }

  /// What draft 2019-09 and 2020-12 say in other words. What has moved also stays where it was: a
  /// reference may lead there.
  static void use_words_of_draft_07(json& out) {
    if (out.contains("$ref")) {  // in draft 7, it has no siblings
      out["allOf"].push_back({{"$ref", out["$ref"]}});
      out.erase("$ref");
    }
    if (out.contains("prefixItems")) {
      if (out.contains("items")) out["additionalItems"] = out["items"];
      out["items"] = out["prefixItems"];
    }
    out.erase("dependencies");
    if (out.contains("dependentSchemas")) out["dependencies"] = out["dependentSchemas"];
    if (out.contains("dependentRequired"))
      out["allOf"].push_back({{"dependencies", out["dependentRequired"]}});
  }

  std::string dialect_;
};

}  // namespace

json to_draft_07(const json& schema) {
  if (has_integer_of_64_bits(schema)) throw NotInDraft07("an integer of 2^63 or more");
  return Rewriting(schema)(schema, true);
}

}  // namespace golden
