// SPDX-License-Identifier: Apache-2.0
#include "suite.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "base/locate.hpp"
#include "base/print.hpp"
#include "load.hpp"
#include "verdicts/files.hpp"

namespace conformance {
namespace {

namespace compiler = eventc::compiler;

std::string folder_name(Part part) {
  return part == Part::Required ? "" : std::string(part_name(part)) + "/";
}

/// The files of a folder, not of those below it, as read_draft() names them.
std::vector<std::string> files_of(const std::string& draft_folder, Part part) {
  std::vector<std::string> files;
  const std::string below = folder_name(part);
  const std::filesystem::path folder(draft_folder + "/" + below);
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(below + entry.path().stem().string());
  }
  std::ranges::sort(files);
  return files;
}

class FileReader {
 public:
  explicit FileReader(const std::string& path) : document_(load(path)), locator_(document_.text) {}

  std::vector<Group> groups(Part part, const std::string& file) {
    std::vector<Group> all;
    for (std::size_t i = 0; i < document_.root.size(); ++i) {
      const compiler::Json& json = document_.root[i];
      const std::string pointer = "/" + std::to_string(i);
      Group group{part, file, i, json.at("description"), text_at(pointer + "/schema"), {}};
      for (std::size_t j = 0; j < json.at("tests").size(); ++j) {
        const compiler::Json& test = json["tests"][j];
        group.tests.push_back({test.at("description"),
                               text_at(pointer + "/tests/" + std::to_string(j) + "/data"),
                               test.at("valid")});
      }
      all.push_back(std::move(group));
    }
    return all;
  }

 private:
  static compiler::Document load(const std::string& path) {
    compiler::Diagnostics diagnostics;
    auto document = compiler::load(path, verdicts::read_file(path), diagnostics);
    if (document) return std::move(*document);
    throw std::runtime_error(compiler::print(diagnostics, {}, compiler::ErrorFormat::Gcc, false));
  }
  std::string text_at(const std::string& pointer) {
    const auto span = locator_.locate(pointer, compiler::Location::Part::Value);
    if (!span) throw std::runtime_error(document_.file + " has nothing at " + pointer);
    return document_.text.substr(span->begin, span->end - span->begin);
  }

  compiler::Document document_;
  compiler::Locator locator_;
};

}  // namespace

std::string_view part_name(Part part) {
  switch (part) {
    case Part::Required:
      return "required";
    case Part::Optional:
      return "optional";
    case Part::OptionalFormat:
      return "optional/format";
  }
  return "";
}

std::vector<Group> read_draft(const std::string& suite, const std::string& draft) {
  const std::string folder = suite + "/tests/" + draft;
  std::vector<Group> all;
  for (const Part part : kParts) {
    for (const std::string& file : files_of(folder, part)) {
      const std::string path = folder + "/" + file + ".json";
      try {
        for (Group& group : FileReader(path).groups(part, file)) all.push_back(std::move(group));
      } catch (const compiler::Json::exception& error) {
        throw std::runtime_error(path + " is not of the suite's form: " + error.what());
      }
    }
  }
  if (all.empty()) throw std::runtime_error("there are no tests in " + folder);
  return all;
}

}  // namespace conformance
