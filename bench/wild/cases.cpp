// SPDX-License-Identifier: Apache-2.0
#include "cases.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "verdicts/files.hpp"

namespace wild {
namespace {

using Json = nlohmann::ordered_json;

void add(const Entry& entry, const std::vector<std::string>& payloads, bool valid,
         std::vector<Case>& cases) {
  for (const std::string& payload : payloads)
    cases.push_back({&entry, payload, std::filesystem::file_size(payload), valid});
}

const char* dialect_of(const Entry& entry) {
  return entry.draft == "draft4" ? "http://json-schema.org/draft-04/schema#"
                                 : "http://json-schema.org/draft-07/schema#";
}

Time read_time(const std::string& line, const Case& measured) {
  std::istringstream words(line);
  std::string verdict;
  Time time;
  words >> verdict;
  if (verdict == "refused") {
    std::getline(words >> std::ws, time.refusal);
    return time;
  }
  time.accepted = verdict == "valid";
  if (!(words >> time.seconds)) throw std::runtime_error("a contender writes \"" + line + "\"");
  if (time.accepted != measured.valid) return {0, time.accepted, "another verdict: " + verdict};
  return time;
}

}  // namespace

std::vector<Case> make_cases(const std::vector<Entry>& entries) {
  std::vector<Case> cases;
  for (const Entry& entry : entries) {
    add(entry, entry.positives, true, cases);
    add(entry, entry.format_negatives, true, cases);
    add(entry, entry.negatives, false, cases);
  }
  return cases;
}

void write_cases(const std::vector<Case>& cases, const std::string& path) {
  Json list = Json::array();
  for (const Case& one : cases) {
    Json references = Json::array();
    for (const Reference& reference : one.entry->references) references.push_back(reference.path);
    list.push_back({{"schema", one.entry->schema},
                    {"dialect", dialect_of(*one.entry)},
                    {"references", std::move(references)},
                    {"payload", one.payload}});
  }
  verdicts::write_if_changed(path, list.dump(1) + "\n");
}

Times read_times(const std::string& path, const std::vector<Case>& cases) {
  std::ifstream file(path);
  Times times;
  std::getline(file, times.contender);
  std::getline(file, times.what);
  std::string line;
  for (const Case& measured : cases) {
    if (!std::getline(file, line)) throw std::runtime_error(path + " has too few lines");
    times.times.push_back(read_time(line, measured));
  }
  return times;
}

}  // namespace wild
