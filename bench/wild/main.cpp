// SPDX-License-Identifier: Apache-2.0
//
// Schemas in the wild: how long validate() takes over their payloads, beside other validators.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "contenders.hpp"
#include "program.hpp"
#include "table.hpp"

namespace {

struct Arguments {
  wild::Build build;
  wild::Effort effort;
  std::string schemas;
  std::string toolchain;
  std::string peers;
  std::string only;
  std::string record;
  bool quick = false;
};

void declare(CLI::App& app, Arguments& arguments) {
  app.add_option("--eventc", arguments.build.eventc)->required();
  app.add_option("--schemas", arguments.schemas, "The folder with manifest.json; it may be missing")
      ->required();
  app.add_option("--toolchain", arguments.toolchain, "How emitted code is compiled")->required();
  app.add_option("--work", arguments.build.work, "A folder for what is generated")->required();
  app.add_option("--peers", arguments.peers, "The folder with ajv.mjs, blaze.mjs, node_modules");
  app.add_option("--only", arguments.only, "Only schemas whose name contains this");
  app.add_option("--jobs", arguments.build.jobs, "So many C++ compilers at once");
  app.add_option("--record", arguments.record, "Write the table into this file as well");
  app.add_option("--rounds", arguments.effort.rounds, "More of them where the machine is loaded")
      ->capture_default_str();
  app.add_flag("--quick", arguments.quick, "Short times: to see that it works");
}

/// How many threads wanted to run in the last minute: it slows some cells more than others.
std::string load() {
  double minute = 0;
  if (getloadavg(&minute, 1) != 1) return "";
  return fmt::format("Load when it began: {:.2f}.\n", minute);
}

std::string head(const wild::Effort& effort) {
  return load() +
         fmt::format(
             "Cells are nanoseconds of wall-clock time for one payload, the least of {} "
             "rounds; in brackets, how many times as long\neventc takes: above 1, the other one "
             "is faster.\n\n",
             effort.rounds);
}

void run(const Arguments& arguments) {
  std::vector<wild::Entry> entries = wild::read_catalog(arguments.schemas);
  std::erase_if(entries, [&](const wild::Entry& entry) {
    return entry.name.find(arguments.only) == std::string::npos;
  });
  const std::vector<wild::Case> cases = wild::make_cases(entries);
  const wild::Entry empty = wild::empty_entry(arguments.build.work);
  std::vector<wild::Entry> compiled = entries;
  compiled.push_back(empty);
  fmt::print(stderr, "Compiling {} schemas\n", entries.size());
  const std::string& work = arguments.build.work;
  const std::string program = wild::build_program(compiled, arguments.build);

  fmt::print(stderr, "Measuring {} payloads\n", cases.size());
  std::string text = head(arguments.effort);
  std::vector<wild::Times> contenders{
      wild::time_eventc(cases, program, work, arguments.effort),
      wild::time_reading(cases, empty, program, work, arguments.effort)};
  constexpr std::size_t kFloor = 1;
  for (const char* const script : {"ajv.mjs", "blaze.mjs"}) {
    auto times = wild::time_peer(cases, arguments.peers, script, work, arguments.effort);
    if (times) contenders.push_back(*std::move(times));
  }
  text += wild::to_markdown(cases, contenders, kFloor);
  fmt::print("{}", text);
  if (!arguments.record.empty()) std::ofstream(arguments.record) << text;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("validate() of schemas in the wild, beside ajv and Blaze");
  Arguments arguments;
  declare(app, arguments);
  CLI11_PARSE(app, argc, argv);
  if (!std::filesystem::exists(arguments.schemas + "/manifest.json")) {
    fmt::print(
        "No schemas are in \"{}\": configure with -D EVENTC_WILD_SCHEMAS=FOLDER, which has "
        "a manifest.json.\n",
        arguments.schemas);
    return 0;
  }
  if (arguments.quick) arguments.effort = {2, 0.001};
  try {
    arguments.build.toolchain = verdicts::read_toolchain(arguments.toolchain);
    run(arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
