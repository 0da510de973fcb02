// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "checker/small_bundle.hpp"

namespace eventc::checker {
namespace {

using Words = std::vector<std::string>;

const CheckedBundle& unrouted() {
  static const CheckedBundle bundle = small_bundle();
  return bundle;
}

const CheckedBundle& routed() {
  static const CheckedBundle bundle = [] {
    CheckedBundle result = small_bundle();
    result.events = {result.types.front()};
    return result;
  }();
  return bundle;
}

std::variant<CommandLine, Answer> parse(const Words& words, const CheckedBundle& bundle) {
  std::vector<const char*> argv{"/usr/bin/orders"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_command_line(static_cast<int>(argv.size()), argv.data(), "orders", bundle);
}

CommandLine line_of(const Words& words, const CheckedBundle& bundle = routed()) {
  const auto parsed = parse(words, bundle);
  if (const auto* const answer = std::get_if<Answer>(&parsed)) {
    ADD_FAILURE() << answer->text;
    return {};
  }
  return std::get<CommandLine>(parsed);
}

std::string refusal_of(const Words& words, const CheckedBundle& bundle = routed()) {
  const auto parsed = parse(words, bundle);
  if (std::holds_alternative<CommandLine>(parsed)) return "accepted";
  EXPECT_EQ(std::get<Answer>(parsed).exit_code, ExitCode::Fault);
  return std::get<Answer>(parsed).text;
}

TEST(CheckerCommandLine, TakesFiles) {
  const CommandLine line = line_of({"check", "a.json", "-", "b"});
  EXPECT_EQ(line.command, Command::Check);
  EXPECT_EQ(line.inputs, (Words{"a.json", "-", "b"}));
  EXPECT_EQ(line.as, nullptr);
  EXPECT_EQ(line.format, Format::Human);
  EXPECT_GE(line.jobs, 1U);
  EXPECT_FALSE(line.quiet);
  EXPECT_FALSE(line.expect_invalid);
}

TEST(CheckerCommandLine, TakesOptions) {
  const CommandLine line = line_of({"check", "--as", "Order", "--format", "github", "--jobs", "3",
                                    "--quiet", "--expect-invalid", "--", "-a.json"});
  EXPECT_EQ(line.inputs, Words{"-a.json"});
  EXPECT_EQ(line.as, routed().types.data());
  EXPECT_EQ(line.format, Format::Github);
  EXPECT_EQ(line.jobs, 3U);
  EXPECT_TRUE(line.quiet);
  EXPECT_TRUE(line.expect_invalid);
  EXPECT_EQ(line_of({"classify", "--format", "json", "a"}).command, Command::Classify);
  EXPECT_EQ(line_of({"classify", "--format", "json", "a"}).format, Format::Json);
}

TEST(CheckerCommandLine, KnowsATypeByItsNameAndItsSchemas) {
  for (const std::string name : {"Order", "order", "order.schema.json"})
    EXPECT_EQ(line_of({"check", "--as", name, "a"}).as, &routed().types[0]) << name;
  EXPECT_EQ(line_of({"check", "--as", "other-list", "a"}).as, &routed().types[2]);
}

TEST(CheckerCommandLine, SuggestsAType) {
  const std::string types = "Its types are: Order (order), List (list), List (other-list)\n";
  EXPECT_EQ(refusal_of({"check", "--as", "Ordr", "a"}),
            "orders: --as: this bundle has no type \"Ordr\"; did you mean \"Order\"?\n" + types);
  EXPECT_EQ(refusal_of({"check", "--as", "Zebra\n\x1B[2J", "a"}),
            "orders: --as: this bundle has no type \"Zebra\\x0A\\x1B[2J\"\n" + types);
}

TEST(CheckerCommandLine, AsksWhichOfTwoTypesIsMeant) {
  EXPECT_EQ(refusal_of({"check", "--as", "List", "a"}),
            "orders: --as: \"List\" may be one of several; name its schema: List (list), List "
            "(other-list)\n");
}

TEST(CheckerCommandLine, NeedsATypeWhereNothingIsRouted) {
  EXPECT_EQ(refusal_of({"check", "a"}, unrouted()),
            "orders: nothing is routed to a type of this bundle: name one by --as\n"
            "Its types are: Order (order), List (list), List (other-list)\n");
  EXPECT_EQ(line_of({"check", "--as", "Order", "a"}, unrouted()).as, unrouted().types.data());
  EXPECT_EQ(refusal_of({"classify", "a"}, unrouted()),
            "orders: nothing is routed to a type of this bundle: there is no event to tell\n");
}

TEST(CheckerCommandLine, RefusesWrongUsage) {
  const std::string more = "Run orders check --help.\n";
  EXPECT_EQ(refusal_of({}), "orders: A subcommand is required\nRun orders --help.\n");
  EXPECT_EQ(refusal_of({"check"}), "orders: FILE is required\n" + more);
  EXPECT_EQ(refusal_of({"classify"}), "orders: FILE is required\nRun orders classify --help.\n");
  EXPECT_EQ(refusal_of({"check", "--format", "xml", "a"}),
            "orders: --format: there is no \"xml\"; use human, github or json\n");
  EXPECT_EQ(refusal_of({"classify", "--format", "github", "a"}),
            "orders: --format: there is no \"github\"; use human or json\n");
  EXPECT_EQ(refusal_of({"check", "--jobs", "0", "a"}),
            "orders: --jobs: the number of threads is 1 to 1024\n");
  EXPECT_EQ(refusal_of({"check", "--jobs", "1025", "a"}),
            "orders: --jobs: the number of threads is 1 to 1024\n");
  EXPECT_EQ(refusal_of({"check", "--jobs", "-1", "a"}).find("orders: "), 0U);
  EXPECT_EQ(refusal_of({"check", "-", "a", "-"}),
            "orders: the standard input (-) is given twice\n");
  EXPECT_EQ(refusal_of({"check", "--colour\x1B[2J", "a"}).find('\x1B'), std::string::npos);
}

TEST(CheckerCommandLine, NamesTheProgramInItsHelp) {
  for (const Words& words : {Words{"--help"}, Words{"check", "--help"}}) {
    const auto parsed = parse(words, routed());
    ASSERT_TRUE(std::holds_alternative<Answer>(parsed));
    const Answer& answer = std::get<Answer>(parsed);
    EXPECT_EQ(answer.exit_code, ExitCode::AllWell);
    EXPECT_NE(answer.text.find("orders check"), std::string::npos);
    EXPECT_EQ(answer.text.find("PROGRAM"), std::string::npos);
  }
}

}  // namespace
}  // namespace eventc::checker
