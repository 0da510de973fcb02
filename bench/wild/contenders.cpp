// SPDX-License-Identifier: Apache-2.0
#include "contenders.hpp"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "verdicts/files.hpp"
#include "verdicts/process.hpp"
#include "wild/emission.hpp"

namespace wild {
namespace {

constexpr std::chrono::seconds kPatience{3600};

std::vector<std::string> in_words(const Effort& effort) {
  return {std::to_string(effort.rounds), std::to_string(effort.seconds)};
}

/// `lines` is a file of the program's cases.
Times time_compiled(const std::string& program, const std::string& head, const std::string& lines,
                    const std::string& stem, const std::vector<Case>& cases, const Effort& effort) {
  verdicts::write_if_changed(stem + ".cases", lines);
  verdicts::Command command{program, stem + ".cases"};
  for (std::string& word : in_words(effort)) command.push_back(std::move(word));
  const verdicts::Finished finished = verdicts::run(command, kPatience);
  if (finished.exit_code != 0)
    throw std::runtime_error(program + ": " + verdicts::describe_exit(finished.exit_code) + "\n" +
                             finished.output);
  verdicts::write_if_changed(stem + ".times", head + finished.output);
  return read_times(stem + ".times", cases);
}

}  // namespace

Times time_eventc(const std::vector<Case>& cases, const std::string& program,
                  const std::string& work, const Effort& effort) {
  std::string lines;
  for (const Case& one : cases) lines += name_space_of(*one.entry) + " " + one.payload + "\n";
  return time_compiled(program,
                       "eventc\nvalidate<T>, g++ -O2: text to a verdict, the first violation in "
                       "words where there is one\n",
                       lines, work + "/eventc", cases, effort);
}

Times time_reading(const std::vector<Case>& cases, const Entry& empty, const std::string& program,
                   const std::string& work, const Effort& effort) {
  std::string lines;
  std::vector<Case> valid = cases;
  for (Case& one : valid) {
    lines += name_space_of(empty) + " " + one.payload + "\n";
    one.valid = true;
  }
  return time_compiled(
      program, "eventc, {}\nvalidate<T> of the schema {}: is it JSON? No schema costs less\n",
      lines, work + "/reading", valid, effort);
}

std::optional<Times> time_peer(const std::vector<Case>& cases, const std::string& peers,
                               const std::string& script, const std::string& work,
                               const Effort& effort) {
  const std::string program = peers + "/" + script;
  if (!std::filesystem::exists(program)) {
    std::cerr << "Without " << script << ": it is not installed\n";
    return std::nullopt;
  }
  write_cases(cases, work + "/cases.json");
  const std::string times = work + "/" + script + ".times";
  verdicts::Command command{"node", program, work + "/cases.json", times};
  for (std::string& word : in_words(effort)) command.push_back(std::move(word));
  const verdicts::Finished finished = verdicts::run(command, kPatience);
  if (finished.exit_code != 0) {
    std::cerr << "Without " << script << ": " << verdicts::describe_exit(finished.exit_code) << "\n"
              << finished.output;
    return std::nullopt;
  }
  return read_times(times, cases);
}

}  // namespace wild
