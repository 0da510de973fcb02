// SPDX-License-Identifier: Apache-2.0
//
// Schemas in the wild: each is compiled by eventc and by the C++ compiler, and its payloads judged
// by the result. Prints what that costs, and fails where a verdict is wrong or a cost is out of
// proportion to the schema.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "measure.hpp"
#include "trial.hpp"
#include "verdicts/program.hpp"

namespace {

constexpr int kFailed = 1;
constexpr int kSkipped = 77;

int run(const std::vector<wild::Entry>& entries, const wild::Settings& settings) {
  std::vector<wild::Result> results = wild::try_all(entries, settings);
  const wild::Cost base = results.front().cost;
  std::string table = wild::table_head();
  std::size_t right_verdicts = 0;
  std::size_t verdicts = 0;
  bool all_well = true;
  for (wild::Result& result : results) {
    for (const std::string& bound : wild::broken_bounds(result.cost, base))
      result.failures.push_back("out of proportion: " + bound);
    for (const std::string& failure : result.failures)
      std::cout << result.name << ": " << failure << "\n\n";
    table += wild::table_row(result.name, result.cost, base) + "  " +
             std::to_string(result.right_verdicts) + "/" + std::to_string(result.verdicts) + "\n";
    right_verdicts += result.right_verdicts;
    verdicts += result.verdicts;
    all_well = all_well && result.failures.empty();
  }
  std::cout << table << right_verdicts << " of " << verdicts << " verdicts are right\n";
  return all_well ? 0 : kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Schemas in the wild, judged by compiled code");
  wild::Settings settings;
  std::string schemas;
  std::string toolchain;
  std::string only;
  app.add_option("--eventc", settings.eventc)->required();
  app.add_option("--schemas", schemas, "The folder with manifest.json; it may be missing")
      ->required();
  app.add_option("--toolchain", toolchain, "How emitted code is compiled")->required();
  app.add_option("--work", settings.work, "A folder for what is generated")->required();
  app.add_option("--only", only, "Only schemas whose name contains this");
  app.add_option("--jobs", settings.jobs, "So many C++ compilers at once");
  CLI11_PARSE(app, argc, argv);
  if (!std::filesystem::exists(schemas + "/manifest.json")) {
    std::cout << "No schemas are in \"" << schemas
              << "\": configure with -D EVENTC_WILD_SCHEMAS=FOLDER, which has a manifest.json.\n";
    return kSkipped;
  }
  setenv("CCACHE_DISABLE", "1", 1);  // the compiler's time is measured
  try {
    settings.toolchain = verdicts::read_toolchain(toolchain);
    // Objects that nothing optimises are mostly symbols, and take the compiler as long.
    settings.toolchain.compile.emplace_back("-O1");
    std::vector<wild::Entry> entries = wild::read_catalog(schemas);
    std::erase_if(entries, [&](const wild::Entry& entry) {
      return entry.name.find(only) == std::string::npos;
    });
    return run(entries, settings);
  } catch (const std::exception& error) {
    std::cout << error.what() << "\n";
    return kFailed;
  }
}
