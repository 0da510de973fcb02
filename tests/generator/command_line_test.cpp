// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

using ::testing::HasSubstr;
using Words = std::vector<std::string>;

std::variant<CommandLine, Answer> parse(const Words& words) {
  std::vector<const char*> argv{"eventc"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_command_line(static_cast<int>(argv.size()), argv.data());
}

CommandLine line_of(const Words& words) {
  const auto parsed = parse(words);
  if (const auto* const answer = std::get_if<Answer>(&parsed)) {
    ADD_FAILURE() << answer->text;
    return {};
  }
  return std::get<CommandLine>(parsed);
}

/// What eventc says of `generate -o out a.json` with further arguments.
std::string fault_of(const Words& more) {
  Words words{"generate", "-o", "out", "a.json"};
  words.insert(words.end(), more.begin(), more.end());
  const auto parsed = parse(words);
  const auto* const answer = std::get_if<Answer>(&parsed);
  if (answer == nullptr) return "";
  EXPECT_EQ(answer->exit_code, ExitCode::Usage);
  return answer->text;
}

TEST(CommandLine, NeedsOnlyASchemaAndAFolder) {
  const CommandLine line = line_of({"generate", "-o", "out", "a.json"});
  EXPECT_EQ(line.output_folder, "out");
  EXPECT_EQ(line.request.schemas, Words{"a.json"});
  EXPECT_EQ(line.request.import_folders, Words{});
  EXPECT_EQ(line.request.bundle, std::nullopt);
  EXPECT_EQ(line.request.name_space, "events");
  EXPECT_EQ(line.request.templates, std::nullopt);
  EXPECT_TRUE(line.request.routes);
  EXPECT_FALSE(line.request.strict);
  EXPECT_FALSE(line.check);
  EXPECT_EQ(line.depfile, std::nullopt);
  EXPECT_EQ(line.error_format, ErrorFormat::Human);
}

TEST(CommandLine, TakesEveryOption) {
  const CommandLine line = line_of({"generate",
                                    "--output",
                                    "out",
                                    "-I",
                                    "x",
                                    "-I",
                                    "y",
                                    "--bundle",
                                    "Orders",
                                    "--namespace",
                                    "my::events",
                                    "--templates",
                                    "t",
                                    "--storage",
                                    "owned",
                                    "--no-routes",
                                    "--depfile",
                                    "d",
                                    "--depfile-target",
                                    "stamp",
                                    "--check",
                                    "--strict",
                                    "--error-format",
                                    "gcc",
                                    "a.json",
                                    "b.json"});
  EXPECT_EQ(line.output_folder, "out");
  EXPECT_EQ(line.request.schemas, (Words{"a.json", "b.json"}));
  EXPECT_EQ(line.request.import_folders, (Words{"x", "y"}));
  EXPECT_EQ(line.request.bundle, "Orders");
  EXPECT_EQ(line.request.name_space, "my::events");
  EXPECT_EQ(line.request.templates, "t");
  EXPECT_FALSE(line.request.routes);
  EXPECT_EQ(line.request.bundle_name(), "Orders");
  EXPECT_TRUE(line.request.strict);
  EXPECT_TRUE(line.check);
  EXPECT_EQ(line.depfile, "d");
  EXPECT_EQ(line.depfile_target, "stamp");
  EXPECT_EQ(line.error_format, ErrorFormat::Gcc);
}

TEST(CommandLine, MakesABundleWithoutRoutesWhereOneIsNamed) {
  const auto bundle_name = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"generate", "-o", "out", "a.json"});
    return line_of(words).request.bundle_name();
  };
  EXPECT_EQ(bundle_name({}), "Bundle");
  EXPECT_EQ(bundle_name({"--no-routes"}), std::nullopt);
  EXPECT_EQ(bundle_name({"--no-routes", "--bundle", "Shop"}), "Shop");
}

TEST(CommandLine, RefusesABundleOfTheNameOfItsMembers) {
  for (const std::string name : {"Event", "Events", "Types"}) {
    EXPECT_EQ(fault_of({"--bundle", name}),
              "eventc: --bundle: \"" + name + "\" is what a bundle calls a member of its own\n");
  }
}

TEST(CommandLine, ExplainsWithoutAFolder) {
  const CommandLine line = line_of({"explain", "a.json"});
  EXPECT_EQ(line.request.explain_schemas, ExplainFormat::Human);
  EXPECT_EQ(line.request.schemas, Words{"a.json"});
  EXPECT_EQ(line.output_folder, std::nullopt);
  EXPECT_FALSE(line.request.routes);
  EXPECT_EQ(line.request.bundle_name(), std::nullopt);
  EXPECT_EQ(line_of({"generate", "-o", "out", "a.json"}).request.explain_schemas, std::nullopt);
}

TEST(CommandLine, TakesEveryOptionOfExplain) {
  const CommandLine line =
      line_of({"explain", "-I", "x", "--dialect", "07", "--format-assertion", "--namespace",
               "my::events", "--strict", "--error-format", "json", "--format", "json", "a.json"});
  EXPECT_EQ(line.request.explain_schemas, ExplainFormat::Json);
  EXPECT_EQ(line.request.import_folders, Words{"x"});
  EXPECT_EQ(line.request.dialect, Draft::Draft07);
  EXPECT_TRUE(line.request.format_assertion);
  EXPECT_EQ(line.request.name_space, "my::events");
  EXPECT_TRUE(line.request.strict);
  EXPECT_EQ(line.error_format, ErrorFormat::Json);
}

TEST(CommandLine, RefusesExplanationsOfAnUnknownFormat) {
  const auto parsed = parse({"explain", "--format", "xml", "a.json"});
  ASSERT_TRUE(std::holds_alternative<Answer>(parsed));
  EXPECT_EQ(std::get<Answer>(parsed).exit_code, ExitCode::Usage);
  EXPECT_EQ(std::get<Answer>(parsed).text,
            "eventc: --format: there is no \"xml\"; use human or json\n");
}

TEST(CommandLine, LeavesWhatFollowsAnImportFolderToTheSchemas) {
  const CommandLine line = line_of({"generate", "-o", "out", "-I", "x", "a.json", "b.json"});
  EXPECT_EQ(line.request.import_folders, Words{"x"});
  EXPECT_EQ(line.request.schemas, (Words{"a.json", "b.json"}));
}

TEST(CommandLine, KnowsEveryErrorFormat) {
  const auto format = [](const std::string& name) {
    return line_of({"generate", "-o", "out", "--error-format", name, "a.json"}).error_format;
  };
  EXPECT_EQ(format("human"), ErrorFormat::Human);
  EXPECT_EQ(format("gcc"), ErrorFormat::Gcc);
  EXPECT_EQ(format("json"), ErrorFormat::Json);
  EXPECT_EQ(format("github"), ErrorFormat::Github);
}

TEST(CommandLine, SaysWhatIsWrongWithAValue) {
  EXPECT_EQ(fault_of({"--error-format", "xml"}),
            "eventc: --error-format: there is no \"xml\"; use human, gcc, json or github\n");
  EXPECT_EQ(fault_of({"--storage", "shared"}),
            "eventc: --storage: there is no \"shared\"; use owned, view or both\n");
  EXPECT_EQ(fault_of({"--namespace", "my-events"}),
            "eventc: --namespace: \"my-events\" is no C++ namespace\n");
  EXPECT_EQ(fault_of({"--bundle", "my-orders"}),
            "eventc: --bundle: \"my-orders\" is no type's name; write it like \"MyOrders\"\n");
  EXPECT_EQ(fault_of({"--depfile-target", "stamp"}),
            "eventc: --depfile-target goes with --depfile\n");
}

TEST(CommandLine, DoesNotWriteToTheRootForWantOfAFolder) {
  const auto parsed = parse({"generate", "-o", "", "a.json"});
  EXPECT_EQ(std::get<Answer>(parsed).text,
            "eventc: -o: the folder is empty; the working directory is \".\"\n");
}

// Names of files may come from anywhere, by way of a shell's "*".
TEST(CommandLine, PrintsNoControlCharacters) {
  EXPECT_THAT(fault_of({"--\x1b[2J"}), HasSubstr("--\\u{1B}[2J"));
  EXPECT_THAT(fault_of({"--namespace", "\n::error::"}), HasSubstr("\"\\n::error::\""));
}

TEST(CommandLine, ExplainsRoutesWithOrWithoutWriting) {
  const CommandLine explains = line_of({"generate", "--explain-routes", "a.json"});
  EXPECT_EQ(explains.output_folder, std::nullopt);
  EXPECT_TRUE(explains.request.explain_routes);
  const CommandLine draws = line_of({"generate", "--routes-dot", "-o", "out", "a.json"});
  EXPECT_EQ(draws.output_folder, "out");
  EXPECT_TRUE(draws.request.draw_routes);
  EXPECT_EQ(fault_of({"--no-routes", "--explain-routes"}),
            "eventc: --no-routes leaves nothing to explain or to draw\n");
  EXPECT_EQ(fault_of({"--routes-dot", "--explain-routes"}),
            "eventc: --explain-routes and --routes-dot print to one place: ask for one of them\n");
  EXPECT_EQ(std::get<Answer>(parse({"generate", "--check", "--routes-dot", "a.json"})).text,
            "eventc: --check goes with -o: the folder to compare with\n");
}

TEST(CommandLine, PointsAtTheHelpWhereItCannotBeRead) {
  EXPECT_EQ(std::get<Answer>(parse({})).text,
            "eventc: A subcommand is required\nRun eventc --help.\n");
  EXPECT_EQ(std::get<Answer>(parse({"generate", "-o", "out"})).text,
            "eventc: SCHEMA is required\nRun eventc generate --help.\n");
  EXPECT_EQ(std::get<Answer>(parse({"generate", "a.json"})).text,
            "eventc: -o is missing: the folder to write into (see eventc generate --help)\n");
  EXPECT_EQ(fault_of({"--frobnicate"}),
            "eventc: The following argument was not expected: --frobnicate\nRun eventc generate "
            "--help.\n");
}

TEST(CommandLine, AnswersWithTheVersion) {
  const Answer answer = std::get<Answer>(parse({"--version"}));
  EXPECT_EQ(answer.exit_code, ExitCode::Done);
  EXPECT_THAT(answer.text, ::testing::MatchesRegex("eventc [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

}  // namespace
}  // namespace eventc::compiler
