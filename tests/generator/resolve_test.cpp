// SPDX-License-Identifier: Apache-2.0
#include "resolve.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::string_view kDraft07 = R"("$schema": "http://json-schema.org/draft-07/schema#")";

std::string place(const Resolved& resolved, const SchemaPlace& at) {
  return resolved.documents[at.document].file + "#" + at.pointer;
}

std::vector<SchemaPlace> places(const Resolved& resolved) {
  std::vector<SchemaPlace> places;
  for (const ResolvedSchema& schema : resolved.schemas) places.push_back(schema.place);
  return places;
}

/// Of each document's root.
std::vector<Dialect> dialects(const Resolved& resolved) {
  std::vector<Dialect> dialects;
  for (std::size_t i = 0; i < resolved.documents.size(); ++i)
    dialects.push_back(resolved.at({i, ""}).dialect);
  return dialects;
}

/// Every reference and where it leads, a line each, or the diagnostics.
std::string references(const Schemas& schemas) {
  const Compiled compiled = run_resolve(schemas);
  std::string out = compiled.brief();
  for (const auto& [from, to] : compiled.resolved.references) {
    out += place(compiled.resolved, from) + " -> " + place(compiled.resolved, to) + "\n";
  }
  return out;
}

std::string references(const std::string& text) { return references(schema(text)); }

// ---- Within a file

TEST(Resolve, BindsToTheRootAndToDefinitions) {
  EXPECT_EQ(references(R"({"properties": {
              "self": {"$ref": "#"}, "new": {"$ref": "#/$defs/A"},
              "old": {"$ref": "#/definitions/B"},
              "deep": {"$ref": "#/$defs/A/properties/x/items"}
            }, "$defs": {"A": {"properties": {"x": {"items": {}}}}},
              "definitions": {"B": false}})"),
            "a.json#/properties/deep -> a.json#/$defs/A/properties/x/items\n"
            "a.json#/properties/new -> a.json#/$defs/A\n"
            "a.json#/properties/old -> a.json#/definitions/B\n"
            "a.json#/properties/self -> a.json#\n");
}

TEST(Resolve, DecodesPercentAndPointerEscapes) {
  EXPECT_EQ(references(R"({"allOf": [
              {"$ref": "#/$defs/a~1b"}, {"$ref": "#/$defs/c~0d"}, {"$ref": "#/$defs/e%20f"},
              {"$ref": "#/$defs/g%25h"}, {"$ref": "#/$defs/~01"}, {"$ref": "#/$defs/%7E1"},
              {"$ref": "#/$defs/%C3%A9"}, {"$ref": "#/$defs/é"}, {"$ref": "#/$defs/"}
            ], "$defs": {"a/b": {}, "c~d": {}, "e f": {}, "g%h": {}, "~1": {}, "/": {}, "é": {},
              "": {}}})"),
            "a.json#/allOf/0 -> a.json#/$defs/a~1b\n"
            "a.json#/allOf/1 -> a.json#/$defs/c~0d\n"
            "a.json#/allOf/2 -> a.json#/$defs/e f\n"
            "a.json#/allOf/3 -> a.json#/$defs/g%h\n"
            "a.json#/allOf/4 -> a.json#/$defs/~01\n"
            "a.json#/allOf/5 -> a.json#/$defs/~1\n"
            "a.json#/allOf/6 -> a.json#/$defs/é\n"
            "a.json#/allOf/7 -> a.json#/$defs/é\n"
            "a.json#/allOf/8 -> a.json#/$defs/\n");
}

TEST(Resolve, BindsToAnchors) {
  EXPECT_EQ(references(R"({"items": {"$ref": "#line"}, "$defs": {"L": {"$anchor": "line"}}})"),
            "a.json#/items -> a.json#/$defs/L\n");
}

TEST(Resolve, BindsToDraft07sAnchors) {
  EXPECT_EQ(references(fmt::format(R"({{{}, "items": {{"$ref": "#line"}},
                                       "definitions": {{"L": {{"$id": "#line"}}}}}})",
                                   kDraft07)),
            "a.json#/items -> a.json#/definitions/L\n");
}

TEST(Resolve, BindsToSchemasWithAnId) {
  EXPECT_EQ(references(R"({"$id": "https://e.com/schemas/order.json", "allOf": [
              {"$ref": "line.json"}, {"$ref": "/schemas/line.json"},
              {"$ref": "https://e.com/schemas/line.json#/properties/sku"},
              {"$ref": "order.json#/$defs/L"}, {"$ref": "line.json#sku"}
            ], "$defs": {"L": {"$id": "line.json", "properties": {"sku": {"$anchor": "sku"}}}}})"),
            "a.json#/allOf/0 -> a.json#/$defs/L\n"
            "a.json#/allOf/1 -> a.json#/$defs/L\n"
            "a.json#/allOf/2 -> a.json#/$defs/L/properties/sku\n"
            "a.json#/allOf/3 -> a.json#/$defs/L\n"
            "a.json#/allOf/4 -> a.json#/$defs/L/properties/sku\n");
}

TEST(Resolve, TakesAReferenceInsideASchemaWithAnIdFromThere) {
  EXPECT_EQ(references(R"({"$defs": {
              "A": {"type": "string"},
              "B": {"$id": "https://e.com/b", "items": {"$ref": "#/$defs/A"}, "$defs": {"A": {}}}
            }})"),
            "a.json#/$defs/B/items -> a.json#/$defs/B/$defs/A\n");
}

TEST(Resolve, AllowsReferencesInACircle) {
  EXPECT_EQ(references(R"({"$defs": {"A": {"items": {"$ref": "#/$defs/B"}},
                                     "B": {"items": {"$ref": "#/$defs/A"}}}})"),
            "a.json#/$defs/A/items -> a.json#/$defs/B\n"
            "a.json#/$defs/B/items -> a.json#/$defs/A\n");
}

TEST(Resolve, BindsToASchemaInAPlaceThatIsNoKeyword) {
  const Compiled compiled = run_resolve(schema(
      R"({"items": {"$ref": "#/shapes/S"}, "shapes": {"S": {"items": {"$ref": "#/shapes/S"}}}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.resolved.references,
            (std::map<SchemaPlace, SchemaPlace>{{{0, "/items"}, {0, "/shapes/S"}},
                                                {{0, "/shapes/S/items"}, {0, "/shapes/S"}}}));
  EXPECT_EQ(
      places(compiled.resolved),
      (std::vector<SchemaPlace>{{0, ""}, {0, "/items"}, {0, "/shapes/S"}, {0, "/shapes/S/items"}}));
}

TEST(Resolve, TakesAPropertyCalledRefForAProperty) {
  EXPECT_EQ(
      references(R"({"properties": {"$ref": {"type": "string"}}, "const": {"$ref": "#/no"}})"), "");
}

// ---- Across files

TEST(Resolve, FindsFilesBesideTheReferringOne) {
  EXPECT_EQ(
      references({.given = {{"s/a.json",
                             R"({"allOf": [{"$ref": "b.json"}, {"$ref": "./x/../b.json#/$defs/B"},
                                                   {"$ref": "../c.json"}, {"$ref": "/d.json"}]})"}},
                  .others = {{"s/b.json", R"({"$defs": {"B": {"$ref": "sub/e.json"}}})"},
                             {"s/sub/e.json", R"({"$ref": "../b.json"})"},
                             {"c.json", "{}"},
                             {"/d.json", "{}"}}}),
      "s/a.json#/allOf/0 -> s/b.json#\n"
      "s/a.json#/allOf/1 -> s/b.json#/$defs/B\n"
      "s/a.json#/allOf/2 -> c.json#\n"
      "s/a.json#/allOf/3 -> /d.json#\n"
      "s/b.json#/$defs/B -> s/sub/e.json#\n"
      "s/sub/e.json# -> s/b.json#\n");
}

TEST(Resolve, KeepsGivenDocumentsFirstAndReadsEachFileOnce) {
  const Compiled compiled = run_resolve(
      {.given = {{"b.json", R"({"$ref": "x.json"})"}, {"./a.json", R"({"$ref": "b.json"})"}},
       .others = {{"x.json", R"({"$ref": "a.json"})"}}});
  EXPECT_EQ(compiled.printed(), "");
  std::vector<std::string> files;
  for (const Document& document : compiled.resolved.documents) files.push_back(document.file);
  EXPECT_EQ(files, (std::vector<std::string>{"b.json", "./a.json", "x.json"}));
  EXPECT_EQ(compiled.resolved.given, 2u);
  EXPECT_EQ(compiled.resolved.references,
            (std::map<SchemaPlace, SchemaPlace>{
                {{0, ""}, {2, ""}}, {{1, ""}, {0, ""}}, {{2, ""}, {1, ""}}}));
}

TEST(Resolve, FindsFilesInImportFoldersInTheirOrder) {
  const Schemas schemas{
      .given = {{"s/a.json",
                 R"({"items": {"$ref": "shared/m.json"}, "allOf": [{"$ref": "n.json"}]})"}},
      .others = {{"one/n.json", "{}"}, {"two/n.json", "{}"}, {"two/shared/m.json", "{}"}},
      .import_folders = {"one", "two/"}};
  EXPECT_EQ(references(schemas),
            "s/a.json#/allOf/0 -> one/n.json#\n"
            "s/a.json#/items -> two/shared/m.json#\n");
}

TEST(Resolve, PrefersTheFileBesideToTheImported) {
  EXPECT_EQ(references({.given = {{"s/a.json", R"({"$ref": "n.json"})"}},
                        .others = {{"s/n.json", "{}"}, {"lib/n.json", "{}"}},
                        .import_folders = {"lib"}}),
            "s/a.json# -> s/n.json#\n");
}

TEST(Resolve, DecodesTheNamesOfFiles) {
  EXPECT_EQ(
      references(
          {.given =
               {{"a.json",
                 R"({"allOf": [{"$ref": "my%20line.json#/$defs/L"}, {"$ref": "my line.json"}]})"}},
           .others = {{"my line.json", R"({"$defs": {"L": {}}})"}}}),
      "a.json#/allOf/0 -> my line.json#/$defs/L\n"
      "a.json#/allOf/1 -> my line.json#\n");
}

TEST(Resolve, FindsTheIdOfAnotherGivenFile) {
  EXPECT_EQ(
      references({.given = {{"a.json", R"({"$ref": "https://e.com/money#/$defs/M"})"},
                            {"b.json", R"({"$id": "https://e.com/money", "$defs": {"M": {}}})"}}}),
      "a.json# -> b.json#/$defs/M\n");
}

TEST(Resolve, FindsTheIdOfAFileInAnImportFolder) {
  EXPECT_EQ(references({.given = {{"a.json",
                                   R"({"allOf": [{"$ref": "https://e.com/money"},
                    {"$ref": "https://e.com/deep"}]})"}},
                        .others = {{"lib/m.json", R"({"$id": "https://e.com/money#"})"},
                                   {"lib/x/y.json", R"({"$id": "https://e.com/deep"})"},
                                   {"lib/no.json", "not JSON"},
                                   {"lib/list.json", "[]"},
                                   {"lib/readme.txt", R"({"$id": "https://e.com/money"})"}},
                        .import_folders = {"lib"}}),
            "a.json#/allOf/0 -> lib/m.json#\n"
            "a.json#/allOf/1 -> lib/x/y.json#\n");
}

TEST(Resolve, ReadsEachDocumentInItsOwnDialect) {
  const Compiled compiled =
      run_resolve({.given = {{"a.json", R"({"items": {"$ref": "b.json"}})"}},
                   .others = {{"b.json", fmt::format(R"({{{}, "items": [{{}}]}})", kDraft07)}}});
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(dialects(compiled.resolved), (std::vector{Dialect::Draft202012, Dialect::Draft07}));
  EXPECT_EQ(places(compiled.resolved),
            (std::vector<SchemaPlace>{{0, ""}, {0, "/items"}, {1, ""}, {1, "/items/0"}}));
}

// ---- What draft-07 ignores

TEST(Resolve, IgnoresDraft07sIdBesideARef) {
  EXPECT_EQ(references(fmt::format(
                R"({{{}, "items": {{"$id": "https://e.com/x/", "$ref": "#/definitions/A"}},
                                       "definitions": {{"A": {{}}}}}})",
                kDraft07)),
            "a.json#/items -> a.json#/definitions/A\n");
}

TEST(Resolve, PassesSchemasBesideDraft07sRef) {
  EXPECT_EQ(references(fmt::format(
                R"({{{}, "items": {{"$ref": "#/definitions/A", "not": {{"$ref": "#/no"}}}},
                                       "definitions": {{"A": {{}}}}}})",
                kDraft07)),
            "a.json#/items -> a.json#/definitions/A\n");
}

// ---- What leads nowhere

TEST(Resolve, ShowsADanglingDefinitionWithTheOneThatWasMeant) {
  EXPECT_EQ(run_resolve(schema("{\n  \"items\": {\"$ref\": \"#/$defs/Mony\"},\n"
                               "  \"$defs\": {\"Money\": {}, \"Month\": {}}\n}\n"))
                .printed(),
            R"(a.json:2:21: error: "$ref": no definition at "#/$defs/Mony"
    "items": {"$ref": "#/$defs/Mony"},
                      ^~~~~~~~~~~~~~
  at /items/$ref
  note: did you mean "#/$defs/Money"?
)");
}

TEST(Resolve, SuggestsByTheNameAlone) {
  EXPECT_EQ(references(R"({"$ref": "#/definitions/Money", "$defs": {"Money": {}}})"),
            "a.json:1:10: error: \"$ref\": no definition at \"#/definitions/Money\" [/$ref]\n"
            "a.json:1:10: note: did you mean \"#/$defs/Money\"? [/$ref]\n");
  EXPECT_EQ(references(R"({"$ref": "#/$defs/Foo", "$defs": {"Bar": {}}})"),
            "a.json:1:10: error: \"$ref\": no definition at \"#/$defs/Foo\" [/$ref]\n");
}

TEST(Resolve, SuggestsEscapedNamesInOtherFiles) {
  EXPECT_EQ(references({.given = {{"a.json", R"({"$ref": "b.json#/$defs/a~1c"})"}},
                        .others = {{"b.json", R"({"$defs": {"a/b": {}}})"}}}),
            "a.json:1:10: error: \"$ref\": no definition at \"b.json#/$defs/a~1c\" [/$ref]\n"
            "a.json:1:10: note: did you mean \"b.json#/$defs/a~1b\"? [/$ref]\n");
}

TEST(Resolve, ReportsAnchorsAndPointersThatLeadNowhere) {
  for (const char* const fragment : {"line", "A/$defs", "%", "line#", " "}) {
    EXPECT_EQ(
        references(
            fmt::format(R"({{"$ref": "#{}", "$defs": {{"A": {{"$anchor": "lin"}}}}}})", fragment)),
        fmt::format("a.json:1:10: error: \"$ref\": no anchor in \"#{}\" [/$ref]\n", fragment));
  }
  for (const char* const fragment :
       {"/", "/$defs/~", "/$defs/A/items", "/type/0", "/%24defs/B/C"}) {
    EXPECT_EQ(
        references(fmt::format(R"({{"$ref": "#{}", "type": "string", "$defs": {{"AAA": {{}}}}}})",
                               fragment)),
        fmt::format("a.json:1:10: error: \"$ref\": no definition at \"#{}\" [/$ref]\n", fragment));
  }
}

TEST(Resolve, ShowsAFileThatIsNowhere) {
  EXPECT_EQ(run_resolve({.given = {{"a.json", R"({"$ref": "no.json#/$defs/A"})"}},
                         .import_folders = {"lib"}})
                .printed(),
            R"(a.json:1:10: error: "$ref": no schema "no.json" is known
    {"$ref": "no.json#/$defs/A"}
             ^~~~~~~~~~~~~~~~~~
  at /$ref
  note: looked for its "$id" among the schemas, and for the file beside this one and in each -I folder
)");
}

TEST(Resolve, FetchesNothing) {
  EXPECT_EQ(references({.given = {{"a.json", R"({"$ref": "https://e.com/no"})"}},
                        .others = {{"lib/m.json", R"({"$id": "https://e.com/money"})"}},
                        .import_folders = {"lib"}}),
            "a.json:1:10: error: \"$ref\": no schema \"https://e.com/no\" is known [/$ref]\n"
            "a.json:1:10: note: looked for its \"$id\" among the schemas, and for the file beside "
            "this one "
            "and in each -I folder [/$ref]\n");
}

TEST(Resolve, SuggestsTheDefinitionWhoseSlashIsMissing) {
  EXPECT_EQ(references(R"({"$ref": "#$defs/A", "$defs": {"A": {}}})"),
            "a.json:1:10: error: \"$ref\": no anchor in \"#$defs/A\" [/$ref]\n"
            "a.json:1:10: note: did you mean \"#/$defs/A\"? [/$ref]\n");
}

TEST(Resolve, ReportsAFileThatIsNotJsonOnce) {
  EXPECT_EQ(
      references({.given = {{"a.json",
                             R"({"allOf": [{"$ref": "b.json"}, {"$ref": "b.json#/x"},
                    {"$ref": "https://e.com/b"}]})"}},
                  .others = {{"b.json", "{"}, {"lib/b.json", R"({"$id": "https://e.com/b"})"}},
                  .import_folders = {"lib"}}),
      "b.json:1:2: error: not JSON: expected a member name or '}', found the end of the text\n"
      "a.json#/allOf/2 -> lib/b.json#\n");
}

TEST(Resolve, ReportsAGivenFileThatIsNotJsonOnce) {
  EXPECT_EQ(references({.given = {{"a.json", R"({"$ref": "b.json"})"}, {"./b.json", "{"}},
                        .others = {{"b.json", "{"}}}),
            "./b.json:1:2: error: not JSON: expected a member name or '}', found the end of the "
            "text\n");
}

TEST(Resolve, ShowsAReferenceToWhatIsNoSchema) {
  EXPECT_EQ(
      run_resolve(schema("{\n  \"title\": \"Order\",\n  \"items\": {\"$ref\": \"#/title\"}\n}\n"))
          .printed(),
      R"(a.json:3:21: error: "$ref": "#/title" leads to no schema
    "items": {"$ref": "#/title"}
                      ^~~~~~~~~
  at /items/$ref
a.json:2:12: note: a schema is an object, true or false
    "title": "Order",
             ^~~~~~~
)");
  for (const char* const pointer : {"/enum", "/enum/0", "/minimum"}) {
    EXPECT_EQ(run_resolve(schema(fmt::format(R"({{"enum": [null], "minimum": 1, "$ref": "#{}"}})",
                                             pointer)))
                  .diagnostics.error_count(),
              1u)
        << pointer;
  }
}

TEST(Resolve, ReportsEachDanglingReference) {
  EXPECT_EQ(
      run_resolve(
          schema(
              R"({"allOf": [{"$ref": "#/a"}, {"$ref": "#b"}, {"$ref": "c.json"}, {"$ref": "#"}]})"))
          .diagnostics.error_count(),
      3u);
}

// ---- What is declared twice, or unknown

TEST(Resolve, ShowsBothSchemasOfOneAnchor) {
  EXPECT_EQ(
      run_resolve(
          schema(
              "{\"$defs\": {\n  \"A\": {\"$anchor\": \"x\"},\n  \"B\": {\"$anchor\": \"x\"}\n}}\n"))
          .printed(),
      R"(a.json:3:20: error: "$anchor": "a.json#x" is taken
    "B": {"$anchor": "x"}
                     ^~~
  at /$defs/B/$anchor
a.json:2:8: note: first declared here
    "A": {"$anchor": "x"},
         ^~~~~~~~~~~~~~~~
)");
}

TEST(Resolve, ReportsAnIdThatTwoFilesHave) {
  EXPECT_EQ(references({.given = {{"a.json", R"({"$id": "https://e.com/x"})"},
                                  {"b.json", R"({"$id": "https://e.com/x"})"}}}),
            "b.json:1:9: error: \"$id\": \"https://e.com/x\" is taken [/$id]\n"
            "a.json:1:1: note: first declared here\n");
}

TEST(Resolve, AllowsOneAnchorInTwoResources) {
  EXPECT_EQ(
      references(R"({"$anchor": "x", "$defs": {"A": {"$id": "https://e.com/a", "$anchor": "x"}}})"),
      "");
}

TEST(Resolve, ShowsADialectThatIsNotCompiled) {
  EXPECT_EQ(
      run_resolve(schema("{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}")).printed(),
      R"(a.json:1:13: error: "$schema": the dialect "http://json-schema.org/draft-03/schema#" is not compiled
    {"$schema": "http://json-schema.org/draft-03/schema#"}
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  at /$schema
  note: use https://json-schema.org/draft/2020-12/schema, https://json-schema.org/draft/2019-09/schema, http://json-schema.org/draft-07/schema#, -06 or -04; or give the metaschema that it names, by -I or as a schema
)");
}

// ---- Resources

/// URI and place of each, a line each; "< N" names the one around it.
std::string resources(const Schemas& schemas) {
  const Compiled compiled = run_resolve(schemas);
  std::string out = compiled.brief();
  for (const Resource& resource : compiled.resolved.resources) {
    out += resource.uri + " = " + place(compiled.resolved, resource.root);
    if (resource.around) out += fmt::format(" < {}", *resource.around);
    for (const auto& [name, anchor] : resource.dynamic_anchors)
      out += fmt::format(" ~{} {}", name, anchor.pointer);
    out += "\n";
  }
  return out;
}

TEST(Resources, AreDocumentsAndSchemasWithAnIdentifierInThem) {
  EXPECT_EQ(resources({.given = {{"s/a.json", R"({"$id": "https://e.com/x/a", "$defs": {
                "b": {"$id": "b", "items": {"$id": "/c"}}, "d": {"$id": "#not-one"}}})"},
                                 {"b.json", "{}"}}}),
            "s/a.json = s/a.json#\n"
            "https://e.com/x/a = s/a.json# < 0\n"
            "https://e.com/x/b = s/a.json#/$defs/b < 1\n"
            "https://e.com/c = s/a.json#/$defs/b/items < 2\n"
            "b.json = b.json#\n");
}

TEST(Resources, AreNamedById) {
  EXPECT_EQ(resources(schema(R"({"$schema": "http://json-schema.org/draft-04/schema#",
                "id": "https://e.com/a", "$id": "https://e.com/no",
                "properties": {"id": {"id": "b"}}, "enum": [{"id": "c"}]})")),
            "a.json = a.json#\n"
            "https://e.com/a = a.json# < 0\n"
            "https://e.com/b = a.json#/properties/id < 1\n");
}

TEST(Resources, HoldTheirDynamicAnchors) {
  EXPECT_EQ(resources(schema(R"({"$dynamicAnchor": "x", "$anchor": "y", "$defs": {
                "b": {"$dynamicAnchor": "z"}, "c": {"$id": "https://e.com/c",
                "items": {"$dynamicAnchor": "x"}}}})")),
            "a.json = a.json# ~x  ~z /$defs/b\n"
            "https://e.com/c = a.json#/$defs/c < 0 ~x /$defs/c/items\n");
  EXPECT_EQ(resources(schema(R"({"$schema": "https://json-schema.org/draft/2019-09/schema",
                "$recursiveAnchor": true, "items": {"$recursiveAnchor": true}})")),
            "a.json = a.json# ~ \n")
      << "of a resource's root alone";
}

TEST(Resources, LetADynamicAnchorBeReferredToAsAPlainOne) {
  EXPECT_EQ(references(R"({"items": {"$ref": "#x"}, "$defs": {"A": {"$dynamicAnchor": "x"}}})"),
            "a.json#/items -> a.json#/$defs/A\n");
}

TEST(Resources, MayHaveADialectOfTheirOwn) {
  const Compiled compiled = run_resolve(schema(R"({"$defs": {
      "old": {"$id": "https://e.com/old", "$schema": "http://json-schema.org/draft-07/schema#",
              "items": [{}], "$defs": {"in": {}}},
      "no_resource": {"$schema": "http://json-schema.org/draft-07/schema#", "items": {}}}})"));
  EXPECT_EQ(compiled.printed(), "");
  const auto draft = [&](const std::string& pointer) {
    return compiled.resolved.at({0, pointer}).dialect.draft;
  };
  EXPECT_EQ(draft(""), Draft::Draft202012);
  EXPECT_EQ(draft("/$defs/old"), Draft::Draft07);
  EXPECT_EQ(draft("/$defs/old/items/0"), Draft::Draft07);
  EXPECT_EQ(draft("/$defs/old/$defs/in"), Draft::Draft07);
  EXPECT_EQ(draft("/$defs/no_resource"), Draft::Draft202012)
      << "$schema counts at a resource's root (Core 2020-12, section 8.1.1)";
}

TEST(Resources, AreReadInTheDialectThatTheUserSaysWhereTheySayNothing) {
  Schemas schemas{
      .given = {{"a.json", R"({"$ref": "b.json"})"},
                {"c.json", R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})"}},
      .others = {{"b.json", R"({"items": [{}]})"}}};
  schemas.dialect = Draft::Draft06;
  EXPECT_EQ(dialects(run_resolve(schemas).resolved),
            (std::vector{Dialect::Draft06, Dialect::Draft202012, Dialect::Draft06}));
}

TEST(Resources, OfADocumentAreFoundByTheirOwnUriAndByWhereItLies) {
  EXPECT_EQ(references({.given = {{"a.json", R"({"allOf": [{"$ref": "lib/b.json"},
                            {"$ref": "https://e.com/b"}, {"$ref": "https://e.com/base/b.json#x"}]})"}},
                        .others = {{"lib/b.json", R"({"$id": "https://e.com/b",
                            "items": {"$anchor": "x"}})"}},
                        .import_folders = {"lib", "https://e.com/base/=lib"}}),
            "a.json#/allOf/0 -> lib/b.json#\n"
            "a.json#/allOf/1 -> lib/b.json#\n"
            "a.json#/allOf/2 -> lib/b.json#/items\n");
}

TEST(Resources, ReferToOthersFromTheirOwnUri) {
  EXPECT_EQ(
      references({.given = {{"a.json", R"({"$ref": "https://e.com/s/b.json"})"}},
                  .others = {{"lib/s/b.json", R"({"$ref": "c.json"})"},
                             {"lib/s/c.json", R"({"$id": "https://e.com/t/c", "$ref": "d.json"})"},
                             {"lib/t/d.json", "{}"}},
                  .import_folders = {"https://e.com/=lib"}}),
      "a.json# -> lib/s/b.json#\n"
      "lib/s/b.json# -> lib/s/c.json#\n"
      "lib/s/c.json# -> lib/t/d.json#\n");
}

// ---- Metaschemas

TEST(Resolve, FindsMetaschemasWithoutTheNetwork) {
  for (const char* const uri :
       {"https://json-schema.org/draft/2020-12/schema",
        "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft-07/schema#",
        "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-04/schema#"}) {
    const Compiled compiled = run_resolve(schema(fmt::format(R"({{"$ref": "{}"}})", uri)));
    EXPECT_EQ(compiled.printed(), "") << uri;
    EXPECT_GE(compiled.resolved.documents.size(), 2u) << uri;
    EXPECT_EQ(compiled.resolved.given, 1u);
  }
  EXPECT_EQ(run_resolve(schema(R"({"$ref": "https://json-schema.org/draft/2020-12/schema"})"))
                .resolved.documents.size(),
            9u)
      << "the metaschema, and one for each vocabulary";
}

TEST(Resolve, FindsPartsOfMetaschemas) {
  EXPECT_EQ(
      references(
          R"({"$ref": "https://json-schema.org/draft/2020-12/meta/content#/properties/contentEncoding"})"),
      "a.json# -> "
      "https://json-schema.org/draft/2020-12/meta/content#/properties/contentEncoding\n");
}

TEST(Resolve, PrefersAGivenSchemaToTheMetaschemaOfItsUri) {
  EXPECT_EQ(
      references({.given = {{"a.json", R"({"$ref": "http://json-schema.org/draft-07/schema#"})"},
                            {"b.json", R"({"$id": "http://json-schema.org/draft-07/schema"})"}}}),
      "a.json# -> b.json#\n");
}

// ---- Hostile

TEST(Resolve, TakesRootsThatAreNoObjects) {
  for (const char* const text : {"true", "false", "[]", "null", "\"#\"", "7"}) {
    const Compiled compiled = run_resolve(schema(text));
    EXPECT_EQ(compiled.printed(), "") << text;
    EXPECT_EQ(places(compiled.resolved), (std::vector<SchemaPlace>{{0, ""}})) << text;
  }
}

TEST(Resolve, PassesIdentifiersOfTheWrongType) {
  EXPECT_EQ(references(R"({"$schema": 1, "$id": [], "$anchor": {}, "$ref": null, "$defs": 1})"),
            "");
}

TEST(Resolve, TakesNamesWithAnyCharacters) {
  EXPECT_EQ(references(R"({"allOf": [{"$ref": "#/$defs/%00%22%0A"}, {"$ref": "#/$defs/😀"}],
                           "$defs": {"\u0000\"\n": {}, "😀": {}}})"),
            std::string("a.json#/allOf/0 -> a.json#/$defs/") + std::string("\0\"\n", 3) +
                "\na.json#/allOf/1 -> a.json#/$defs/😀\n");
  EXPECT_EQ(references(R"({"$ref": "\u0000\n.json"})"),
            "a.json:1:10: error: \"$ref\": no schema \"\\u{00}\\n.json\" is known [/$ref]\n"
            "a.json:1:10: note: looked for its \"$id\" among the schemas, and for the file beside "
            "this one "
            "and in each -I folder [/$ref]\n");
}

TEST(Resolve, RefusesSchemasNestedTenThousandDeep) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += R"({"items":)";
  text += "true" + std::string(10000, '}');
  EXPECT_EQ(run_resolve(schema(text)).diagnostics.all().at(0).message,
            "nested deeper than 256 levels");
  EXPECT_EQ(
      references({.given = {{"a.json", R"({"$ref": "b.json"})"}}, .others = {{"b.json", text}}}),
      "b.json:1:2305: error: nested deeper than 256 levels\n");
}

TEST(Resolve, FollowsALongChainOfReferences) {
  std::string definitions;
  for (int i = 0; i < 2000; ++i)
    definitions += fmt::format(R"("d{}": {{"$ref": "#/$defs/d{}"}}, )", i, i + 1);
  const Compiled compiled =
      run_resolve(schema("{\"$defs\": {" + definitions + "\"d2000\": true}}"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.resolved.references.size(), 2000u);
}

}  // namespace
}  // namespace eventc::compiler::testing
