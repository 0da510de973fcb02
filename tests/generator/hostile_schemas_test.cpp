// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>

#include "base/print.hpp"
#include "compiler.hpp"

/// Whatever the schema, eventc ends with outputs or with an error, never with both, a crash or an
/// exception: the catalog's schemas are changed at random, as values and as texts. The engine is
/// seeded and its numbers are used as they come, so that every run tries the same.
namespace eventc::compiler {
namespace {

using Json = nlohmann::ordered_json;

const std::string kCatalog = EVENTC_SOURCE_DIR "/schemas";

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t count) { return engine_() % count; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

  /// Changes some value, member or item of a document.
  void mutate(Json& document) {
    std::vector<Json*> places;
    collect(document, places);
    Json& place = *pick(places);
    if (place.is_object() && !place.empty()) return mutate_member(place);
    place = value();
  }

  /// Changes some bytes of a text.
  void mutate(std::string& text) {
    static const std::vector<std::string> kBytes{
        "",  "\"", "\\", "{",    "}",    "[", "]",       ",",
        ":", "0",  "-",  "\xFF", "\x80", "/", "\\u0000", std::string(1, '\0')};
    for (std::size_t i = 0; i <= below(3); ++i)
      text.replace(below(text.size()), 1 + below(2) * below(40), pick(kBytes));
  }

 private:
  void collect(Json& value, std::vector<Json*>& places) {
    places.push_back(&value);
    if (!value.is_structured()) return;
    for (Json& child : value) collect(child, places);
  }

  void mutate_member(Json& object) {
    static const std::vector<std::string> kKeywords{"$ref",
                                                    "$id",
                                                    "$anchor",
                                                    "$schema",
                                                    "$defs",
                                                    "type",
                                                    "enum",
                                                    "const",
                                                    "multipleOf",
                                                    "minimum",
                                                    "maximum",
                                                    "minLength",
                                                    "maxLength",
                                                    "pattern",
                                                    "minItems",
                                                    "maxItems",
                                                    "minProperties",
                                                    "required",
                                                    "properties",
                                                    "patternProperties",
                                                    "additionalProperties",
                                                    "items",
                                                    "prefixItems",
                                                    "allOf",
                                                    "anyOf",
                                                    "oneOf",
                                                    "contentEncoding",
                                                    "contentMediaType",
                                                    "contentSchema",
                                                    "title",
                                                    "description",
                                                    "default",
                                                    "deprecated",
                                                    "x-eventc",
                                                    "not"};
    auto member = std::next(object.begin(), static_cast<std::ptrdiff_t>(below(object.size())));
    const Json old = member.value();
    switch (below(5)) {
      case 0:
        object.erase(member);
        return;
      case 1:
        member.value() = value();
        return;
      case 2:
        object[pick(kKeywords)] = value();
        return;
      case 3:
        object[pick(kKeywords)] = old;
        return;
      default:
        object[pick(names())] = old;
    }
  }

  static const std::vector<std::string>& names() {
    static const std::vector<std::string> kNames{"",
                                                 "class",
                                                 "errno",
                                                 "EOF",
                                                 "linux",
                                                 "*/",
                                                 "\"",
                                                 "\\",
                                                 "a\nb",
                                                 "?\?/",
                                                 "a/b",
                                                 "a~b",
                                                 "größe",
                                                 "\u2028",
                                                 "__a",
                                                 "1",
                                                 "std",
                                                 "eventc",
                                                 "Bundle",
                                                 "value",
                                                 std::string(1, '\0'),
                                                 std::string(300, 'x'),
                                                 "R\"(",
                                                 "//\\",
                                                 "\x1b[2J"};
    return kNames;
  }

  Json value() {
    static const std::vector<Json> kValues{
        nullptr,
        true,
        false,
        0,
        -1,
        1.5,
        1e300,
        18446744073709551615U,
        Json::array(),
        Json::object(),
        {{"type", "object"}},
        {{"type", "string"}},
        {{"$ref", "#"}},
        {{"enum", {1, "a", nullptr, {1}}}},
        {{"const", {{"a", 1}}}},
        "string",
        "object",
        "array",
        "integer",
        "#",
        "#/$defs/none",
        "base64",
        "application/json",
        "^[a-z]{1,3}$",
        "^(a|b)*$",
        {"string", "null"},
        {"object", "array"},
        {{{"type", "integer"}}, {{"type", "string"}}},
        {{"allOf", {{{"type", "object"}}, {{"$ref", "#"}}}}},
        {{"unknown", "keep"}, {"open", true}, {"null", "distinct"}}};
    return below(3) == 0 ? Json(pick(names())) : pick(kValues);
  }

  std::mt19937 engine_;
};

bool has_control_character(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F);
  });
}

void expect_an_answer(const std::string& text) {
  SCOPED_TRACE(text);
  MemoryFiles files;
  files.files = {{"a.schema.json", text}};
  Request request;
  request.schemas = {"a.schema.json"};
  request.routes = false;
  Compilation compilation;
  ASSERT_NO_THROW(compilation = compile(request, files));
  EXPECT_EQ(compilation.template_error, "");
  EXPECT_EQ(compilation.outputs.empty(), compilation.diagnostics.has_errors());
  for (const ErrorFormat format :
       {ErrorFormat::Human, ErrorFormat::Gcc, ErrorFormat::Json, ErrorFormat::Github}) {
    EXPECT_FALSE(
        has_control_character(print(compilation.diagnostics, compilation.sources, format, false)));
  }
  for (const OutputFile& output : compilation.outputs) {
    EXPECT_FALSE(has_control_character(output.text)) << output.path;
    EXPECT_EQ(output.text.find("\\\n"), std::string::npos)
        << "a comment would go on: " << output.path;
  }
}

std::vector<std::string> catalog() {
  DiskFiles files;
  std::vector<std::string> texts;
  for (const std::string& path : files.list(kCatalog, ".schema.json")) {
    std::string why;
    texts.push_back(files.read(path, why).value_or(""));
  }
  return texts;
}

class HostileSchemas : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(HostileSchemas, ChangedAsValuesGetAnAnswer) {
  Mutator mutator(GetParam());
  for (const std::string& text : catalog()) {
    for (int i = 0; i < 12; ++i) {
      Json document = Json::parse(text);
      for (std::size_t changes = 0; changes <= mutator.below(3); ++changes)
        mutator.mutate(document);
      expect_an_answer(document.dump(2));
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
  }
}

TEST_P(HostileSchemas, ChangedAsTextsGetAnAnswer) {
  Mutator mutator(GetParam() + 1000);
  for (std::string text : catalog()) {
    for (int i = 0; i < 8; ++i) {
      std::string changed = text;
      mutator.mutate(changed);
      expect_an_answer(changed);
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, HostileSchemas, ::testing::Range(0U, 8U));

}  // namespace
}  // namespace eventc::compiler
