// SPDX-License-Identifier: Apache-2.0
#include "trial.hpp"

#include <filesystem>
#include <map>
#include <stdexcept>

#include "verdicts/court.hpp"
#include "verdicts/emit.hpp"
#include "verdicts/files.hpp"

namespace wild {
namespace {

/// An entry on its way.
struct Trial {
  Entry entry;
  Result result;
  /// By which the program knows its code. Empty where there is none.
  std::string id;
  /// The same where formats assert. Empty, too, where they decide no verdict.
  std::string id_with_formats;
};

/// --dialect, and -I for each document that the schema refers to: a copy that stands where its URI
/// says.
std::vector<std::string> options_for(const Entry& entry, const Settings& settings) {
  std::vector<std::string> options{"--dialect", verdicts::dialect(entry.draft)};
  const std::string folder = settings.work + "/references/" + entry.name;
  for (const Reference& reference : entry.references) {
    const std::size_t slash = reference.uri.rfind('/') + 1;
    verdicts::write_if_changed(folder + "/" + reference.uri.substr(slash),
                               verdicts::read_file(reference.path));
    options.insert(options.end(), {"-I", reference.uri.substr(0, slash) + "=" + folder});
  }
  return options;
}

std::size_t size_of_files(const std::string& folder) {
  std::size_t size = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) size += file.file_size();
  }
  return size;
}

/// What every step adds to.
struct Run {
  const Settings& settings;
  std::vector<Trial> trials;
  std::vector<verdicts::Unit> units;
};

/// Emits into a folder of its own, and measures. The namespace where that goes well, else empty.
std::string emit(const std::string& schema, const std::vector<std::string>& options,
                 const std::string& name_space, Result& result, Run& run) {
  const std::string folder = run.settings.work + "/" + name_space;
  std::filesystem::remove_all(folder);
  const verdicts::Emission emission =
      verdicts::emit(run.settings.eventc, options, schema, name_space, run.settings.work);
  result.cost.generator_seconds = emission.eventc.cpu_seconds;
  result.cost.generator_bytes = emission.eventc.peak_bytes;
  if (!emission.unit) {
    result.failures.push_back("eventc: " + verdicts::describe_exit(emission.eventc.exit_code) +
                              "\n" + emission.eventc.output);
    return "";
  }
  run.units.push_back(*emission.unit);
  result.cost.emitted_bytes = size_of_files(folder);
  return name_space;
}

void emit_entry(Trial& trial, Run& run) {
  const Entry& entry = trial.entry;
  const std::string name_space = "wild_" + verdicts::identifier_part(entry.name);
  std::vector<std::string> options = options_for(entry, run.settings);
  trial.result.cost.schema_bytes = entry.bytes;
  trial.result.cost.subschemas = entry.subschemas;
  trial.id = emit(entry.schema, options, name_space, trial.result, run);
  if (entry.format_negatives.empty() || trial.id.empty()) return;
  options.emplace_back("--format-assertion");
  Result with_formats;  // its cost is nearly the same
  trial.id_with_formats = emit(entry.schema, options, name_space + "_formats", with_formats, run);
  for (std::string& failure : with_formats.failures)
    trial.result.failures.push_back("--format-assertion: " + failure);
}

/// One object file for each unit: that is what is measured. An id is forgotten where its code does
/// not compile.
std::string build(Run& run) {
  const Settings& settings = run.settings;
  verdicts::Compiled compiled =
      verdicts::compile_units(run.units, 1, settings.jobs, settings.work, settings.toolchain);
  for (Trial& trial : run.trials) {
    for (std::string* const id : {&trial.id, &trial.id_with_formats}) {
      const auto refused = compiled.refused.find(*id);
      if (refused == compiled.refused.end()) continue;
      trial.result.failures.push_back("the emitted code does not compile:\n" + refused->second);
      id->clear();
    }
    for (const verdicts::ObjectFile& object : compiled.objects) {
      if (object.ids.front() != trial.id) continue;
      trial.result.cost.compile_seconds = object.cpu_seconds;
      trial.result.cost.object_bytes = std::filesystem::file_size(object.path);
    }
  }
  std::string program = settings.work + "/judge";
  if (const auto why = verdicts::link_program(compiled.objects, program, settings.toolchain))
    throw std::runtime_error(program + " cannot be linked:\n" + *why);
  return program;
}

/// Asks for verdicts on payloads that are all valid, or all invalid.
void judge(const std::vector<std::string>& payloads, const std::string& id, bool valid,
           Result& result, verdicts::Court& court) {
  result.verdicts += payloads.size();
  if (id.empty()) return;
  for (const std::string& payload : payloads) {
    const std::string text = verdicts::read_file(payload);
    const std::string disagreement = court.disagreement(id, text, valid);
    if (disagreement.empty()) {
      ++result.right_verdicts;
    } else {
      result.failures.push_back(payload + ": expected " + (valid ? "valid" : "invalid") + "; " +
                                disagreement);
    }
  }
}

void judge_entry(Trial& trial, verdicts::Court& court) {
  const Entry& entry = trial.entry;
  judge(entry.positives, trial.id, true, trial.result, court);
  judge(entry.format_negatives, trial.id, true, trial.result, court);
  judge(entry.negatives, trial.id, false, trial.result, court);
  if (entry.format_negatives.empty()) return;
  judge(entry.positives, trial.id_with_formats, true, trial.result, court);
  judge(entry.format_negatives, trial.id_with_formats, false, trial.result, court);
}

/// A schema that says nothing.
Entry empty_entry(const Settings& settings) {
  const std::string schema = settings.work + "/nothing.json";
  verdicts::write_if_changed(schema, "{}\n");
  Entry entry;
  entry.name = "(no keywords)";
  entry.draft = "draft7";
  entry.schema = schema;
  return entry;
}

}  // namespace

std::vector<Result> try_all(const std::vector<Entry>& entries, const Settings& settings) {
  Run run{settings, {}, {}};
  run.trials.push_back({empty_entry(settings), {}, {}, {}});
  for (const Entry& entry : entries) run.trials.push_back({entry, {}, {}, {}});
  for (Trial& trial : run.trials) {
    trial.result.name = trial.entry.name;
    emit_entry(trial, run);
  }
  const std::string program = build(run);
  verdicts::Court court(program, program + ".stderr");
  std::vector<Result> results;
  for (Trial& trial : run.trials) {
    judge_entry(trial, court);
    results.push_back(std::move(trial.result));
  }
  return results;
}

}  // namespace wild
