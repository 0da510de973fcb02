// SPDX-License-Identifier: Apache-2.0
#include "draft_run.hpp"

#include <optional>
#include <stdexcept>
#include <utility>

#include "verdicts/court.hpp"
#include "verdicts/emit.hpp"
#include "verdicts/files.hpp"

namespace conformance {
namespace {

/// So many schemas go into one run of the C++ compiler.
constexpr std::size_t kPackSize = 50;

/// A group on its way.
struct Case {
  Group group;
  /// The namespace of its code, by which the program knows it.
  std::string id;
  /// Why there is no code that could judge.
  std::optional<std::string> refusal;
};

std::string indented(const std::string& text) {
  std::string result = "\n    ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result.substr(0, result.find_last_not_of(" \n") + 1);
}

std::string shortened(const std::string& payload) {
  constexpr std::size_t kMost = 200;
  return payload.size() > kMost ? payload.substr(0, kMost) + "…" : payload;
}

std::vector<Case> choose_cases(const std::string& draft, const Settings& settings) {
  std::vector<Case> cases;
  std::size_t count = 0;
  for (Group& group : read_draft(settings.suite, draft)) {
    if (settings.required_only && group.part != Part::Required) continue;
    if (group.file.find(settings.only) == std::string::npos) continue;
    if (count++ % settings.every == 0) cases.push_back({std::move(group), {}, {}});
  }
  return cases;
}

/// A unit for each case that eventc does not refuse.
std::vector<verdicts::Unit> emit_all(std::vector<Case>& cases, const std::string& draft,
                                     const std::string& folder, const Settings& settings) {
  const std::vector<std::string> options{"--dialect", verdicts::dialect(draft), "-I",
                                         "http://localhost:1234/=" + settings.suite + "/remotes"};
  std::vector<std::string> with_formats = options;
  with_formats.emplace_back("--format-assertion");
  const std::string outer = "suite::" + verdicts::identifier_part(draft) + "::";
  std::vector<verdicts::Unit> units;
  for (Case& one : cases) {
    const std::string name =
        verdicts::identifier_part(one.group.file + "_" + std::to_string(one.group.index));
    const std::string schema = folder + "/schemas/" + name + ".schema.json";
    verdicts::write_if_changed(schema, one.group.schema + "\n");
    const bool asserts_formats = one.group.part == Part::OptionalFormat;
    const verdicts::Emission emission = verdicts::emit(
        settings.eventc, asserts_formats ? with_formats : options, schema, outer + name, folder);
    one.id = outer + name;
    if (emission.unit) {
      units.push_back(*emission.unit);
    } else {
      one.refusal = "eventc: " + verdicts::describe_exit(emission.eventc.exit_code) +
                    indented(emission.eventc.output);
    }
  }
  return units;
}

/// Compiles and links; notes which cases' code does not compile.
void build(const std::vector<verdicts::Unit>& units, std::vector<Case>& cases,
           const std::string& folder, const std::string& program, const Settings& settings) {
  const verdicts::Compiled compiled =
      verdicts::compile_units(units, kPackSize, settings.jobs, folder, settings.toolchain);
  for (Case& one : cases) {
    const auto found = compiled.refused.find(one.id);
    if (found == compiled.refused.end()) continue;
    one.refusal = "the emitted code does not compile:" + indented(found->second);
  }
  if (const auto why = verdicts::link_program(compiled.objects, program, settings.toolchain))
    throw std::runtime_error(program + " cannot be linked:\n" + *why);
}

/// Counts verdicts, and words those that are wrong.
class Scoring {
 public:
  Scoring(std::string draft, const std::vector<Exception>& exceptions)
      : draft_(std::move(draft)), exceptions_(exceptions) {}

  /// No test of the group has a verdict.
  void refused(const Group& group, const std::string& why) {
    Score& score = outcome_.scores[group.part];
    std::size_t failed = 0;
    for (const Test& test : group.tests) {
      if (find_exception(exceptions_, draft_, group, test) != nullptr)
        ++score.excepted;
      else
        ++failed;
    }
    score.total += group.tests.size();
    if (failed == 0) return;
    outcome_.failures.push_back(place(group) + " (" + std::to_string(failed) + " tests): " + why);
  }

  /// `disagreement` is empty where the verdict is right.
  void judged(const Group& group, const Test& test, const std::string& disagreement) {
    Score& score = outcome_.scores[group.part];
    ++score.total;
    const Exception* const exception = find_exception(exceptions_, draft_, group, test);
    const std::string where = place(group) + ": \"" + test.description + "\": ";
    if (disagreement.empty() && exception == nullptr) {
      ++score.passed;
    } else if (disagreement.empty()) {
      outcome_.failures.push_back(where + "passed, though exceptions.json names it");
    } else if (exception != nullptr) {
      ++score.excepted;
    } else {
      const std::string expected = test.valid ? "expected valid; " : "expected invalid; ";
      outcome_.failures.push_back(where + expected + disagreement + "\n    of " +
                                  shortened(test.payload));
    }
  }

  [[nodiscard]] Outcome take() { return std::move(outcome_); }

 private:
  [[nodiscard]] std::string place(const Group& group) const {
    return draft_ + "/" + group.file + ".json, " + std::to_string(group.index) + ": \"" +
           group.description + "\"";
  }

  std::string draft_;
  const std::vector<Exception>& exceptions_;
  Outcome outcome_;
};

}  // namespace

Outcome run_draft(const std::string& draft, const Settings& settings) {
  const std::string folder = settings.work + "/" + draft;
  const std::string program = folder + "/judge";
  std::vector<Case> cases = choose_cases(draft, settings);
  const std::vector<verdicts::Unit> units = emit_all(cases, draft, folder, settings);
  build(units, cases, folder, program, settings);
  verdicts::Court court(program, program + ".stderr");
  Scoring scoring(draft, settings.exceptions);
  for (const Case& one : cases) {
    if (one.refusal) {
      scoring.refused(one.group, *one.refusal);
      continue;
    }
    for (const Test& test : one.group.tests)
      scoring.judged(one.group, test, court.disagreement(one.id, test.payload, test.valid));
  }
  return scoring.take();
}

}  // namespace conformance
