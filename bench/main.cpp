// SPDX-License-Identifier: Apache-2.0

// eventc beside its peers: how fast each reads, checks, writes and tells apart events of the
// catalog.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <exception>

#include "file.hpp"
#include "machine.hpp"
#include "runner.hpp"
#include "table.hpp"

namespace eventc::bench {
namespace {

/// Above this another program wanted to run in the last minute, beside ajv, which is measured
/// first.
constexpr double kLoaded = 1.2;

struct Arguments {
  bool quick = false;
  bool full = false;
  std::string filter;
  std::string schemas = "schemas";
  std::string payloads;
  std::vector<std::string> merge;
  std::vector<std::string> libraries;
  std::string json;
  std::string record;
};

void declare(CLI::App& app, Arguments& arguments) {
  auto* quick = app.add_flag("--quick", arguments.quick, "Short times: to see that it works");
  app.add_flag("--full", arguments.full, "Long times: for a record")->excludes(quick);
  app.add_option("--filter", arguments.filter,
                 "Measure what this regular expression finds in step/payload/form/contender");
  app.add_option("--schemas", arguments.schemas, "The folder of the catalog")
      ->capture_default_str();
  app.add_option("--write-payloads", arguments.payloads,
                 "Write the payloads and their schemas into this folder, and do nothing else");
  app.add_option("--merge", arguments.merge, "Results of another program, for the same tables");
  app.add_option("--library", arguments.libraries, "A library and its version, for the head");
  app.add_option("--json", arguments.json, "Write all medians into this file")->take_last();
  app.add_option("--record", arguments.record, "Write the tables into this file as well")
      ->take_last();
}

Effort effort(const Arguments& arguments) {
  if (arguments.quick) return {3, 0.002};
  if (arguments.full) return {9, 0.25};
  return {5, 0.05};
}

std::vector<std::string> libraries(const Arguments& arguments) {
  std::vector<std::string> all;
  for (const Peer& peer : peers()) {
    if (!peer.version.empty()) all.push_back(peer.name + " " + peer.version);
  }
  all.insert(all.end(), arguments.libraries.begin(), arguments.libraries.end());
  return all;
}

std::string head(const Results& results, const Effort& spent, double load_before) {
  std::string text = "# eventc beside its peers\n\n";
  text += "- Machine: " + processor() + "\n";
  text += "- Compiler: " + compiler() + "\n";
  text += "- Libraries:";
  for (const std::string& library : results.libraries) {
    text += (&library == &results.libraries.front() ? " " : ", ") + library;
  }
  text += load_before < 0 ? "\n\n" : fmt::format("\n- Load when it began: {:.2f}\n\n", load_before);
  text += fmt::format(
      "Cells are GB/s (10⁹ bytes of the payload per second of processor time), the median of {} "
      "repetitions of {} s\neach; in brackets, how many times as fast eventc is: below 1, the "
      "other "
      "one is faster.\n\n",
      spent.repetitions, spent.seconds);
  return text;
}

void add_results(const std::string& path, Results& results) {
  Results others = read_results(path);
  results.libraries.insert(results.libraries.end(), others.libraries.begin(),
                           others.libraries.end());
  results.measurements.insert(results.measurements.end(), others.measurements.begin(),
                              others.measurements.end());
}

void run(const Arguments& arguments) {
  const std::vector<Payload> corpus = make_corpus(arguments.schemas);
  if (!arguments.payloads.empty()) return write_corpus(corpus, arguments.payloads);

  const double load_before = load();
  if (load_before > kLoaded) {
    fmt::print(stderr, "bench: the machine is loaded ({:.2f}): these numbers are no record\n",
               load_before);
  }
  rehearse(corpus);
  Results results{libraries(arguments), measure(corpus, arguments.filter, effort(arguments))};
  for (const std::string& path : arguments.merge) add_results(path, results);

  const std::string text =
      head(results, effort(arguments), load_before) + to_markdown(results.measurements);
  fmt::print("{}", text);
  if (!arguments.json.empty()) write_results(results, arguments.json);
  if (!arguments.record.empty()) write_file(arguments.record, text);
}

}  // namespace
}  // namespace eventc::bench

int main(int argc, char** argv) {
  CLI::App app("Measures eventc beside its peers", "bench");
  eventc::bench::Arguments arguments;
  eventc::bench::declare(app, arguments);
  CLI11_PARSE(app, argc, argv);
  try {
    eventc::bench::run(arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench: {}\n", error.what());
    return 1;
  }
  return 0;
}
