// SPDX-License-Identifier: Apache-2.0
#include "formats.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::array kDrafts{Draft::Draft04, Draft::Draft06, Draft::Draft07, Draft::Draft201909,
                             Draft::Draft202012};

std::string constant_of(Draft draft, std::string_view name) {
  const FormatCheck* const check = find_format(draft, name);
  return check == nullptr ? "" : std::string(check->constant);
}

TEST(FindFormat, KnowsThoseOfTheSpecificationInAllDrafts) {
  for (const Draft draft : kDrafts) {
    for (const char* const name :
         {"date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname",
          "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template",
          "json-pointer", "relative-json-pointer", "regex"}) {
      EXPECT_NE(find_format(draft, name), nullptr) << name;
    }
  }
}

TEST(FindFormat, KnowsNoOther) {
  for (const char* const name : {"", "sku", "Date", "date_time", "color", "ip-address"})
    EXPECT_EQ(find_format(Draft::Draft202012, name), nullptr) << name;
}

TEST(FindFormat, IsWhatTheDraftSaysWhereTheyDiffer) {
  EXPECT_EQ(constant_of(Draft::Draft06, "hostname"), "hostname_draft_04");
  EXPECT_EQ(constant_of(Draft::Draft07, "hostname"), "hostname");
  EXPECT_EQ(constant_of(Draft::Draft201909, "relative-json-pointer"),
            "relative_json_pointer_draft_07");
  EXPECT_EQ(constant_of(Draft::Draft202012, "relative-json-pointer"), "relative_json_pointer");
}

TEST(FindFormat, TellsWhichNeedIdna) {
  for (const char* const name : {"hostname", "idn-hostname", "idn-email"})
    EXPECT_TRUE(find_format(Draft::Draft202012, name)->is_idn) << name;
  for (const char* const name : {"email", "uri", "date"})
    EXPECT_FALSE(find_format(Draft::Draft202012, name)->is_idn) << name;
  EXPECT_FALSE(find_format(Draft::Draft04, "hostname")->is_idn);
}

/// The check of {"format": NAME}, "" where it is an annotation.
std::string check_of(Schemas schemas) {
  const Compiled compiled = run_normalize(schemas);
  EXPECT_EQ(compiled.printed(), "");
  const FormatCheck* const check = compiled.node().format_check;
  return check == nullptr ? "" : std::string(check->constant);
}

TEST(Formats, AreAnnotationsUnlessTheyAreAskedFor) {
  Schemas schemas = schema(R"({"format": "date"})");
  EXPECT_EQ(check_of(schemas), "");
  schemas.format_assertion = true;
  EXPECT_EQ(check_of(schemas), "date");
  Schemas unknown = schema(R"({"format": "sku"})");
  unknown.format_assertion = true;
  EXPECT_EQ(check_of(unknown), "");
}

TEST(Formats, AreCheckedWhereTheMetaschemaSaysSo) {
  const auto schemas = [](const std::string& vocabulary) {
    return Schemas{.given = {{"a.json", R"({"$schema": "https://e.com/m", "format": "date"})"}},
                   .others = {{"lib/m.json", R"({"$id": "https://e.com/m",
                       "$schema": "https://json-schema.org/draft/2020-12/schema",
                       "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/)" +
                                                 vocabulary + R"(": true}})"}},
                   .import_folders = {"lib"}};
  };
  EXPECT_EQ(check_of(schemas("format-assertion")), "date");
  EXPECT_EQ(check_of(schemas("format-annotation")), "");
}

TEST(Formats, StayCommentsOfWhatTheySay) {
  Schemas schemas = schema(R"({"format": "date"})");
  schemas.format_assertion = true;
  EXPECT_EQ(run_normalize(schemas).node().annotations.format, "date");
}

}  // namespace
}  // namespace eventc::compiler::testing
