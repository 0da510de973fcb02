// SPDX-License-Identifier: Apache-2.0
#include "find_dialect.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "imports.hpp"

namespace eventc::compiler {
namespace {

constexpr Dialect kInherited = Dialect::Draft06;

class FindDialect : public ::testing::Test {
 protected:
  /// The dialect of {"$schema": URI}, as one that stands in a draft-06 document.
  Dialect of(const std::string& uri) {
    DialectFinder finder(imports_, files_, diagnostics_);
    for (const Json& root : given_) finder.add(root);
    return finder.of(Json{{"$schema", uri}}, {"a.json", ""}, kInherited);
  }
  void import(const std::string& path, const std::string& text) { files_.files[path] = text; }

  /// "error /$schema: …", a line each, with notes.
  std::string reported() const {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics_.all()) {
      out +=
          fmt::format("{} {}: {}\n", diagnostic.severity == Severity::Error ? "error" : "warning",
                      diagnostic.location.pointer, diagnostic.message);
      for (const Note& note : diagnostic.notes) out += "  note " + note.message + "\n";
    }
    return out;
  }

  MemoryFiles files_;
  Imports imports_{{"lib", "https://e.com/metas/=metas"}, files_};
  Diagnostics diagnostics_;
  std::vector<Json> given_;
};

std::string metaschema(std::string_view id, std::string_view draft, std::string_view vocabularies) {
  return fmt::format(R"({{"$id": "{}", "$schema": "{}", "$vocabulary": {{{}}}}})", id, draft,
                     vocabularies);
}

constexpr std::string_view k2020 = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view k2019 = "https://json-schema.org/draft/2019-09/schema";

TEST_F(FindDialect, IsThatOfADraftsMetaschema) {
  EXPECT_EQ(of("https://json-schema.org/draft/2020-12/schema"), Dialect::Draft202012);
  EXPECT_EQ(of("https://json-schema.org/draft/2019-09/schema#"), Dialect::Draft201909);
  EXPECT_EQ(of("http://json-schema.org/draft-07/schema#"), Dialect::Draft07);
  EXPECT_EQ(of("http://json-schema.org/draft-04/schema"), Dialect::Draft04);
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, IsInheritedWhereASchemaNamesNone) {
  DialectFinder finder(imports_, files_, diagnostics_);
  for (const char* const text : {"{}", "true", "[]", R"({"$schema": 1})", R"({"$schema": ""})"})
    EXPECT_EQ(finder.of(Json::parse(text), {"a.json", ""}, kInherited), kInherited) << text;
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, IsInheritedWhereNoSuchMetaschemaIsKnown) {
  EXPECT_EQ(of("https://e.com/ours"), kInherited);
  EXPECT_EQ(reported(),
            "error /$schema: \"$schema\": the dialect \"https://e.com/ours\" is not compiled\n"
            "  note use https://json-schema.org/draft/2020-12/schema, "
            "https://json-schema.org/draft/2019-09/schema, "
            "http://json-schema.org/draft-07/schema#, -06 or -04; or give the metaschema that it "
            "names, by -I or as a schema\n");
}

TEST_F(FindDialect, HasTheVocabulariesOfItsMetaschema) {
  import("lib/ours.json", metaschema("https://e.com/ours", k2020,
                                     R"("https://json-schema.org/draft/2020-12/vocab/core": true,
                       "https://json-schema.org/draft/2020-12/vocab/validation": true,
                       "https://json-schema.org/draft/2020-12/vocab/content": false)"));
  EXPECT_EQ(of("https://e.com/ours"),
            (Dialect{Draft::Draft202012,
                     {Vocabulary::Core, Vocabulary::Validation, Vocabulary::Content}}));
  EXPECT_EQ(of("https://e.com/ours#").vocabularies, of("https://e.com/ours").vocabularies);
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, HasTheCoreVocabularyAlways) {
  import("lib/ours.json", metaschema("https://e.com/ours", k2020, ""));
  EXPECT_EQ(of("https://e.com/ours"), (Dialect{Draft::Draft202012, {Vocabulary::Core}}));
}

TEST_F(FindDialect, HasAllVocabulariesWhereItsMetaschemaNamesNone) {
  import("lib/ours.json",
         fmt::format(R"({{"$id": "https://e.com/ours", "$schema": "{}"}})", k2019));
  EXPECT_EQ(of("https://e.com/ours"), Dialect::Draft201909);
}

TEST_F(FindDialect, HasAllKeywordsOfADraftWithoutVocabularies) {
  import("lib/ours.json",
         metaschema("https://e.com/ours", "http://json-schema.org/draft-07/schema#",
                    R"("https://e.com/vocab": true)"));
  EXPECT_EQ(of("https://e.com/ours"), Dialect::Draft07);
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, IsRefusedWhereAVocabularyIsRequiredThatIsNotKnown) {
  import("lib/ours.json",
         metaschema("https://e.com/ours", k2020,
                    R"("https://json-schema.org/draft/2020-12/vocab/validation": true,
                       "https://e.com/vocab/money": true)"));
  EXPECT_EQ(of("https://e.com/ours"),
            (Dialect{Draft::Draft202012, {Vocabulary::Core, Vocabulary::Validation}}));
  EXPECT_EQ(reported(),
            "error /$schema: \"$schema\": its metaschema requires the vocabulary "
            "\"https://e.com/vocab/money\", which is not compiled\n"
            "  note Core 2020-12, section 8.1.2: a schema must not be used without knowing what it "
            "requires\n");
}

TEST_F(FindDialect, PassesAVocabularyThatIsNotRequired) {
  import("lib/ours.json", metaschema("https://e.com/ours", k2020, R"("https://e.com/v": false)"));
  EXPECT_EQ(of("https://e.com/ours"), (Dialect{Draft::Draft202012, {Vocabulary::Core}}));
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, ChecksFormatsWhereItsVocabularySaysSo) {
  const auto has_assertion = [this](std::string_view draft, const std::string& vocabulary) {
    import("lib/ours.json", metaschema("https://e.com/ours", draft, vocabulary));
    return of("https://e.com/ours").vocabularies.has(Vocabulary::FormatAssertion);
  };
  const std::string v20 = "https://json-schema.org/draft/2020-12/vocab/";
  const std::string v19 = "https://json-schema.org/draft/2019-09/vocab/";
  EXPECT_TRUE(has_assertion(k2020, "\"" + v20 + "format-assertion\": true"));
  EXPECT_TRUE(has_assertion(k2020, "\"" + v20 + "format-assertion\": false"));
  EXPECT_FALSE(has_assertion(k2020, "\"" + v20 + "format-annotation\": true"));
  EXPECT_TRUE(has_assertion(k2019, "\"" + v19 + "format\": true"));
  EXPECT_FALSE(has_assertion(k2019, "\"" + v19 + "format\": false"));
}

TEST_F(FindDialect, LooksBelowABaseUri) {
  import("metas/ours/v1.json", metaschema("", k2020, ""));
  EXPECT_EQ(of("https://e.com/metas/ours/v1.json"),
            (Dialect{Draft::Draft202012, {Vocabulary::Core}}));
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, LooksAmongTheGivenSchemasFirst) {
  given_.push_back(Json::parse(metaschema("https://e.com/ours#", k2019, "")));
  import("lib/ours.json", metaschema("https://e.com/ours", k2020, ""));
  EXPECT_EQ(of("https://e.com/ours").draft, Draft::Draft201909);
}

TEST_F(FindDialect, FollowsAChainOfMetaschemasToADraft) {
  import("lib/a.json", metaschema("https://e.com/a", "https://e.com/b",
                                  R"("https://json-schema.org/draft/2019-09/vocab/core": true,
                                     "https://json-schema.org/draft/2019-09/vocab/content": true)"));
  import("lib/b.json", metaschema("https://e.com/b", k2019, ""));
  EXPECT_EQ(of("https://e.com/a"),
            (Dialect{Draft::Draft201909, {Vocabulary::Core, Vocabulary::Content}}));
  EXPECT_EQ(reported(), "");
}

TEST_F(FindDialect, GivesUpWhereMetaschemasLeadInACircle) {
  import("lib/a.json", metaschema("https://e.com/a", "https://e.com/b", ""));
  import("lib/b.json", metaschema("https://e.com/b", "https://e.com/a", ""));
  import("lib/c.json", metaschema("https://e.com/c", "https://e.com/c", ""));
  EXPECT_EQ(of("https://e.com/a"), kInherited);
  EXPECT_EQ(of("https://e.com/c"), kInherited);
  EXPECT_EQ(diagnostics_.error_count(), 2u);
}

TEST_F(FindDialect, PassesFilesThatAreNoMetaschemas) {
  import("metas/a", "{");
  import("metas/b", "[]");
  EXPECT_EQ(of("https://e.com/metas/a"), kInherited);
  EXPECT_EQ(of("https://e.com/metas/b"), kInherited);
  EXPECT_EQ(diagnostics_.error_count(), 2u);
}

}  // namespace
}  // namespace eventc::compiler
