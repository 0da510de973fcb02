// SPDX-License-Identifier: Apache-2.0
//
// The official test suite of JSON Schema through compiled code: each of its schemas is compiled by
// eventc and by the C++ compiler, and each of its tests judged by the result.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "draft_run.hpp"
#include "table.hpp"
#include "verdicts/program.hpp"

namespace {

constexpr int kFailed = 1;
constexpr int kSkipped = 77;

int run(const std::vector<std::string>& drafts, bool output_tests,
        const conformance::Settings& settings) {
  bool all_well = true;
  std::string table = conformance::table_head();
  for (const std::string& draft : drafts) {
    const conformance::Outcome outcome = output_tests
                                             ? conformance::run_output_tests(draft, settings)
                                             : conformance::run_draft(draft, settings);
    for (const std::string& failure : outcome.failures) std::cout << failure << "\n\n";
    table += conformance::table_rows(draft, outcome.scores);
    all_well = all_well && outcome.failures.empty();
  }
  std::cout << table;
  return all_well ? 0 : kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("The official test suite of JSON Schema, judged by compiled code");
  conformance::Settings settings;
  std::vector<std::string> drafts{"draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"};
  std::string toolchain;
  std::string exceptions;
  bool output_tests = false;
  app.add_option("--eventc", settings.eventc)->required();
  app.add_option("--suite", settings.suite, "The folder that has tests/ and remotes/; may be empty")
      ->required();
  app.add_option("--toolchain", toolchain, "How emitted code is compiled")->required();
  app.add_option("--exceptions", exceptions, "Optional tests that are not passed")->required();
  app.add_option("--work", settings.work, "A folder for what is generated")->required();
  app.add_option("--draft", drafts, "draft4, draft6, …; may be repeated");
  app.add_flag("--output-tests", output_tests, "The suite's output-tests/ instead");
  app.add_option("--only", settings.only, "Only files whose name contains this");
  app.add_option("--every", settings.every, "One group in so many")->check(CLI::PositiveNumber);
  app.add_flag("--required", settings.required_only, "Nothing optional");
  app.add_option("--jobs", settings.jobs, "So many C++ compilers at once");
  CLI11_PARSE(app, argc, argv);
  if (settings.suite.empty()) {
    std::cout << "The suite is not here: install libtest-json-schema-acceptance-perl, or configure "
                 "with -D EVENTC_JSON_SCHEMA_TEST_SUITE=FOLDER, which has tests/ and remotes/.\n";
    return kSkipped;
  }
  try {
    settings.toolchain = verdicts::read_toolchain(toolchain);
    settings.exceptions = conformance::read_exceptions(exceptions);
    return run(drafts, output_tests, settings);
  } catch (const std::exception& error) {
    std::cout << error.what() << "\n";
    return kFailed;
  }
}
