// SPDX-License-Identifier: Apache-2.0
#include "draft_run.hpp"

#include <filesystem>
#include <utility>
#include <vector>

#include "schema_program.hpp"
#include "verdicts/files.hpp"

namespace conformance {
namespace {

std::vector<Group> choose_groups(std::vector<Group> groups, const Settings& settings) {
  std::vector<Group> chosen;
  std::size_t count = 0;
  for (Group& group : groups) {
    if (settings.required_only && group.part != Part::Required) continue;
    if (group.file.find(settings.only) == std::string::npos) continue;
    if (count++ % settings.every == 0) chosen.push_back(std::move(group));
  }
  return chosen;
}

std::string name_of(const Group& group) { return group.file + "_" + std::to_string(group.index); }

/// optional/ecmascript-regex has a schema refused for a pattern that its metaschema does no more
/// than name by "format".
bool asserts_formats(const Group& group) {
  return group.part == Part::OptionalFormat || group.file == "optional/ecmascript-regex";
}

std::vector<std::string> options_for(const std::string& draft, const Group& group,
                                     const Settings& settings) {
  std::vector<std::string> options{"--dialect", verdicts::dialect(draft), "-I",
                                   "http://localhost:1234/=" + settings.suite + "/remotes"};
  if (asserts_formats(group)) options.emplace_back("--format-assertion");
  return options;
}

/// The schema of reports: the draft's own, or that of the latest one which older drafts have no
/// equal to. Empty where the suite has none.
std::string output_schema(const std::string& draft, const Settings& settings) {
  for (const std::string& one : {draft, std::string("draft2020-12")}) {
    const std::string path = settings.suite + "/output-tests/" + one + "/output-schema.json";
    if (std::filesystem::exists(path)) return verdicts::read_file(path);
  }
  return "";
}

/// Empty, or how a report breaks the schema of reports.
std::string output_failure(const verdicts::Reply& reply, const std::string& output_id,
                           SchemaProgram& program) {
  const std::string failure =
      verdicts::disagreement(program.ask(output_id, reply.basic_output), true);
  if (failure.empty()) return "";
  return "the report in basic form is refused; " + failure + "\n    the report is " +
         reply.basic_output;
}

}  // namespace

Outcome run_draft(const std::string& draft, const Settings& settings) {
  const std::vector<Group> groups = choose_groups(read_draft(settings.suite, draft), settings);
  SchemaProgram program(settings, draft);
  std::vector<std::string> ids;
  for (const Group& group : groups)
    ids.push_back(program.add(name_of(group), group.schema, options_for(draft, group, settings)));
  std::string output_id;
  if (const std::string schema = output_schema(draft, settings); !schema.empty())
    output_id = program.add("output-schema", schema, {});
  program.build();

  Scoring scoring(draft, settings.exceptions);
  if (const std::string* const why = program.refusal(output_id)) {
    scoring.failed("output-schema.json: " + *why);
    output_id.clear();
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (const std::string* const why = program.refusal(ids[i])) {
      scoring.refused(groups[i], *why);
      continue;
    }
    for (const Test& test : groups[i].tests) {
      const verdicts::Reply reply = program.ask(ids[i], test.payload);
      std::string failure = verdicts::disagreement(reply, test.valid);
      if (!failure.empty())
        failure.insert(0, test.valid ? "expected valid; " : "expected invalid; ");
      else if (!output_id.empty())
        failure = output_failure(reply, output_id, program);
      scoring.judged(groups[i], test, failure);
    }
  }
  return scoring.take();
}

Outcome run_output_tests(const std::string& draft, const Settings& settings) {
  const std::vector<Group> groups = read_output_tests(settings.suite, draft);
  SchemaProgram program(settings, "output-" + draft);
  // What the tests' schemas refer to by its "$id".
  const std::string library = settings.work + "/output-schemas-" + draft;
  verdicts::write_if_changed(library + "/output-schema.json", output_schema(draft, settings));
  const std::vector<std::string> options{"--dialect", verdicts::dialect(draft), "-I", library};
  std::vector<std::string> ids;
  std::vector<std::vector<std::string>> output_ids;
  for (const Group& group : groups) {
    ids.push_back(program.add(name_of(group), group.schema, options));
    output_ids.emplace_back();
    for (const Test& test : group.tests) {
      const std::string name =
          name_of(group) + "_basic_" + std::to_string(output_ids.back().size());
      output_ids.back().push_back(program.add(name, test.basic_output, options));
    }
  }
  program.build();

  Scoring scoring(draft, settings.exceptions);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (const std::string* const why = program.refusal(ids[i])) {
      scoring.refused(groups[i], *why);
      continue;
    }
    for (std::size_t j = 0; j < groups[i].tests.size(); ++j) {
      const Test& test = groups[i].tests[j];
      const std::string* const why = program.refusal(output_ids[i][j]);
      scoring.judged(groups[i], test,
                     why != nullptr ? "the schema of the report: " + *why
                                    : output_failure(program.ask(ids[i], test.payload),
                                                     output_ids[i][j], program));
    }
  }
  return scoring.take();
}

}  // namespace conformance
