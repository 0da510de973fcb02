// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <eventc/pcre2_pattern.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pattern/automaton.hpp"
#include "pattern/pattern.hpp"
#include "pattern/syntax.hpp"
#include "pattern/to_pcre2.hpp"

/// Patterns of the official JSON-Schema-Test-Suite, decided by whatever decides them, and all of
/// them by PCRE2 as well.

namespace eventc::compiler {
namespace {

using nlohmann::json;

/// Whether a pattern matches; both engines have to agree.
bool is_match(const std::string& source, const std::string& text) {
  const auto read = pattern_syntax::read_regex(source);
  const auto translated = pattern_syntax::to_pcre2(std::get<pattern_syntax::Regex>(read), source);
  const Pcre2Pattern pcre2(std::get<std::string>(translated));
  const schema::Match match = pcre2.match(text);
  EXPECT_NE(match, schema::Match::GaveUp) << source << " on " << text;
  const std::optional<bool> by_loops = matches(std::get<Pattern>(parse_pattern(source)), text);
  EXPECT_EQ(by_loops.value_or(match == schema::Match::Yes), match == schema::Match::Yes)
      << source << " on " << text;
  return match == schema::Match::Yes;
}

/// Of the keywords that the files below use next to patterns.
bool is_valid(const json& schema, const json& value) {
  if (schema.is_boolean()) return schema.get<bool>();
  bool valid = true;
  for (const auto& [keyword, asked] : schema.items()) {
    if (keyword == "pattern") {
      valid = valid && (!value.is_string() || is_match(asked, value));
    } else if (keyword == "maximum") {
      valid = valid && (!value.is_number() || value <= asked);
    } else if (keyword == "type") {
      const std::string type = value.is_number_integer() ? "integer" : value.type_name();
      valid = valid && asked == type;
    } else if (keyword == "patternProperties" && value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        bool is_matched = false;
        for (const auto& [source, below] : asked.items()) {
          if (!is_match(source, name)) continue;
          is_matched = true;
          valid = valid && is_valid(below, member);
        }
        valid = valid && (is_matched || schema.value("additionalProperties", true));
      }
    }
  }
  return valid;
}

class PatternSuite : public testing::TestWithParam<std::string> {};

TEST_P(PatternSuite, GivesTheVerdictsOfTheSuite) {
  const std::filesystem::path path =
      std::filesystem::path(EVENTC_JSON_SCHEMA_TEST_SUITE) / "tests" / "draft2020-12" / GetParam();
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "there is no " << path;
  for (const json& group : json::parse(std::ifstream(path))) {
    if (group["schema"].contains("$ref")) continue;  // the metaschema's affair
    for (const json& test : group["tests"]) {
      EXPECT_EQ(is_valid(group["schema"], test["data"]), test["valid"].get<bool>())
          << group["description"] << ": " << test["description"];
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Patterns, PatternSuite,
                         testing::Values("pattern.json", "patternProperties.json",
                                         "optional/ecmascript-regex.json",
                                         "optional/non-bmp-regex.json"),
                         [](const auto& file) {
                           std::string name;
                           for (const char c : file.param)
                             if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
                           return name;
                         });

}  // namespace
}  // namespace eventc::compiler
