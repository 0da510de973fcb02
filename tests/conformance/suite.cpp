// SPDX-License-Identifier: Apache-2.0
#include "suite.hpp"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>

#include "suite_file.hpp"

namespace conformance {
namespace {

using Json = SuiteFile::Json;

Test read_test(SuiteFile& file, const std::string& pointer, const Json& json, Part part) {
  Test test{json.at("description"), file.text_at(pointer + "/data"), false, {}};
  if (part == Part::Output)
    test.basic_output = file.text_at(pointer + "/output/basic");
  else
    test.valid = json.at("valid");
  return test;
}

/// `name` is what Group calls the file.
std::vector<Group> read_groups(const std::string& path, Part part, const std::string& name) {
  SuiteFile file(path);
  std::vector<Group> all;
  for (std::size_t i = 0; i < file.root().size(); ++i) {
    const Json& json = file.root()[i];
    const std::string pointer = "/" + std::to_string(i);
    Group group{part, name, i, json.at("description"), file.text_at(pointer + "/schema"), {}};
    for (std::size_t j = 0; j < json.at("tests").size(); ++j)
      group.tests.push_back(
          read_test(file, pointer + "/tests/" + std::to_string(j), json["tests"][j], part));
    all.push_back(std::move(group));
  }
  return all;
}

/// The files of a folder, not of those below it. Group calls them by their stem, behind `prefix`.
void read_folder(const std::string& folder, Part part, const std::string& prefix,
                 std::vector<Group>& all) {
  if (!std::filesystem::is_directory(folder)) return;
  std::vector<std::string> stems;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") stems.push_back(entry.path().stem().string());
  }
  std::ranges::sort(stems);
  for (const std::string& stem : stems) {
    const std::string path = folder + "/" + stem + ".json";
    try {
      std::vector<Group> groups = read_groups(path, part, prefix + stem);
      all.insert(all.end(), groups.begin(), groups.end());
    } catch (const Json::exception& error) {
      throw std::runtime_error(path + " is not of the suite's form: " + error.what());
    }
  }
}

}  // namespace

std::string_view part_name(Part part) {
  switch (part) {
    case Part::Required:
      return "required";
    case Part::Optional:
      return "optional";
    case Part::OptionalFormat:
      return "optional/format";
    case Part::Output:
      return "output-tests";
  }
  return "";
}

std::vector<Group> read_draft(const std::string& suite, const std::string& draft) {
  const std::string folder = suite + "/tests/" + draft;
  std::vector<Group> all;
  read_folder(folder, Part::Required, "", all);
  for (const Part part : {Part::Optional, Part::OptionalFormat}) {
    const std::string below(part_name(part));
    read_folder(folder + "/" + below, part, below + "/", all);
  }
  if (all.empty()) throw std::runtime_error("there are no tests in " + folder);
  return all;
}

std::vector<Group> read_output_tests(const std::string& suite, const std::string& draft) {
  const std::string folder = suite + "/output-tests/" + draft + "/content";
  std::vector<Group> all;
  read_folder(folder, Part::Output, "output-tests/", all);
  if (all.empty()) throw std::runtime_error("there are no tests in " + folder);
  return all;
}

}  // namespace conformance
