// SPDX-License-Identifier: Apache-2.0
#include "trial.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "emission.hpp"
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

std::size_t size_of_files(const std::string& folder) {
  std::size_t size = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) size += file.file_size();
  }
  return size;
}

/// Emits into a folder of its own, and measures. Nothing where eventc refuses.
std::optional<verdicts::Unit> emit(const std::string& schema,
                                   const std::vector<std::string>& options,
                                   const std::string& name_space, Result& result,
                                   const Settings& settings) {
  const std::string folder = settings.work + "/" + name_space;
  std::filesystem::remove_all(folder);
  verdicts::Emission emission =
      verdicts::emit(settings.eventc, options, schema, name_space, settings.work);
  result.cost.generator_seconds = emission.eventc.cpu_seconds;
  result.cost.generator_bytes = emission.eventc.peak_bytes;
  if (emission.unit) {
    result.cost.emitted_bytes = size_of_files(folder);
  } else {
    result.failures.push_back("eventc: " + verdicts::describe_exit(emission.eventc.exit_code) +
                              "\n" + emission.eventc.output);
  }
  return std::move(emission.unit);
}

/// All that eventc reads.
std::size_t size_with_references(const Entry& entry) {
  std::size_t size = std::filesystem::file_size(entry.schema);
  for (const Reference& reference : entry.references)
    size += std::filesystem::file_size(reference.path);
  return size;
}

/// A new trial, with an empty id where eventc refuses the schema. Units are added that are to be
/// compiled.
Trial emit_entry(const Entry& entry, const Settings& settings, std::vector<verdicts::Unit>& units) {
  Trial trial{entry, {}, {}, {}};
  trial.result.name = entry.name;
  trial.result.cost.schema_bytes = size_with_references(entry);
  trial.result.cost.subschemas = entry.subschemas;
  const std::string name_space = name_space_of(entry);
  std::vector<std::string> options = options_for(entry, settings.work);
  if (auto unit = emit(entry.schema, options, name_space, trial.result, settings)) {
    trial.id = unit->id;
    units.push_back(std::move(*unit));
  }
  if (entry.format_negatives.empty()) return trial;
  options.emplace_back("--format-assertion");
  Result with_formats;  // its cost is nearly the same
  if (auto unit = emit(entry.schema, options, name_space + "_formats", with_formats, settings)) {
    trial.id_with_formats = unit->id;
    units.push_back(std::move(*unit));
  }
  for (const std::string& failure : with_formats.failures)
    trial.result.failures.push_back("--format-assertion: " + failure);
  return trial;
}

/// One object file for each unit: that is what is measured. An id is forgotten where its code does
/// not compile.
std::string build(const std::vector<verdicts::Unit>& units, std::vector<Trial>& trials,
                  const Settings& settings) {
  const verdicts::Compiled compiled =
      verdicts::compile_units(units, 1, settings.jobs, settings.work, settings.toolchain);
  for (Trial& trial : trials) {
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
    const std::string disagreement = verdicts::disagreement(court.ask(id, text), valid);
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

/// All schemas of draft-07 as definitions of one, which refers to each by its identifier: a schema
/// larger than any of them. It has no payloads.
Entry all_in_one(const std::vector<Entry>& entries, const Settings& settings) {
  Entry all;
  all.name = "(all of draft-07 in one)";
  all.draft = "draft7";
  std::string definitions;
  std::string properties;
  for (const Entry& entry : entries) {
    if (entry.draft != all.draft) continue;
    const std::string text = verdicts::read_file(entry.schema);
    const nlohmann::json id = nlohmann::json::parse(text).at("$id");
    const std::string name = (definitions.empty() ? "" : ",\n") + nlohmann::json(entry.name).dump();
    definitions += name + ": " + text;
    properties += name + ": {\"$ref\": " + id.dump() + "}";
    all.references.insert(all.references.end(), entry.references.begin(), entry.references.end());
    all.subschemas += entry.subschemas;
  }
  all.schema = settings.work + "/all.json";
  verdicts::write_if_changed(
      all.schema, "{\"$schema\": \"http://json-schema.org/draft-07/schema#\",\n\"definitions\": {" +
                      definitions + "},\n\"properties\": {" + properties + "}}\n");
  return all;
}

}  // namespace

std::vector<Result> try_all(const std::vector<Entry>& entries, const Settings& settings) {
  std::vector<verdicts::Unit> units;
  std::vector<Trial> trials{emit_entry(empty_entry(settings.work), settings, units)};
  for (const Entry& entry : entries) trials.push_back(emit_entry(entry, settings, units));
  std::vector<verdicts::Unit> not_compiled;  // it would take a minute
  Trial all = emit_entry(all_in_one(entries, settings), settings, not_compiled);

  const std::string program = build(units, trials, settings);
  verdicts::Court court(program, program + ".stderr");
  for (Trial& trial : trials) judge_entry(trial, court);
  trials.push_back(std::move(all));
  std::vector<Result> results;
  for (Trial& trial : trials) results.push_back(std::move(trial.result));
  return results;
}

}  // namespace wild
