// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The official JSON-Schema-Test-Suite (github.com/json-schema-org/JSON-Schema-Test-Suite), as its
/// README and test-schema.json describe it: tests/DRAFT/**/*.json, the remotes/ that schemas refer
/// to below http://localhost:1234/, and output-tests/DRAFT/content/*.json.
namespace conformance {

/// The suite's parts of a draft, each a folder.
enum class Part { Required, Optional, OptionalFormat, Output };

/// "required", "optional", "optional/format", "output-tests".
[[nodiscard]] std::string_view part_name(Part part);

/// A payload and what a schema makes of it.
struct Test {
  std::string description;
  /// As the suite's file has it, character for character: numbers keep their digits.
  std::string payload;
  /// Of Part::Output: not said.
  bool valid = false;
  /// Of Part::Output: the schema that a report in basic form has to satisfy.
  std::string basic_output;
};

/// A schema and its tests; the suite calls it a test case.
struct Group {
  Part part = Part::Required;
  /// Below the folder of the draft, without ".json": "optional/format/date-time". Of Part::Output:
  /// "output-tests/type".
  std::string file;
  /// Its place in that file, from 0.
  std::size_t index = 0;
  std::string description;
  /// As the file has it.
  std::string schema;
  std::vector<Test> tests;
};

/// Every group of a draft ("draft2020-12") in the order of files. Throws std::runtime_error where
/// the suite has no such draft, or a file of it is not of the suite's form.
[[nodiscard]] std::vector<Group> read_draft(const std::string& suite, const std::string& draft);

/// The same of Part::Output alone.
[[nodiscard]] std::vector<Group> read_output_tests(const std::string& suite,
                                                   const std::string& draft);

}  // namespace conformance
