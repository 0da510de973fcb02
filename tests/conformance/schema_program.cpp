// SPDX-License-Identifier: Apache-2.0
#include "schema_program.hpp"

#include <stdexcept>

#include "verdicts/files.hpp"
#include "verdicts/program.hpp"

namespace conformance {
namespace {

/// So many schemas go into one run of the C++ compiler.
constexpr std::size_t kPackSize = 50;

std::string indented(const std::string& text) {
  std::string result = "\n    ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result.substr(0, result.find_last_not_of(" \n") + 1);
}

}  // namespace

SchemaProgram::SchemaProgram(const Settings& settings, const std::string& name)
    : settings_(settings),
      folder_(settings.work + "/" + name),
      name_space_("suite::" + verdicts::identifier_part(name) + "::") {}

std::string SchemaProgram::add(const std::string& name, const std::string& schema,
                               const std::vector<std::string>& options) {
  const std::string part = verdicts::identifier_part(name);
  std::string id = name_space_ + part;
  const std::string path = folder_ + "/schemas/" + part + ".schema.json";
  verdicts::write_if_changed(path, schema + "\n");
  verdicts::Emission emission = verdicts::emit(settings_.eventc, options, path, id, folder_);
  if (emission.unit) {
    units_.push_back(std::move(*emission.unit));
  } else {
    refusals_[id] = "eventc: " + verdicts::describe_exit(emission.eventc.exit_code) +
                    indented(emission.eventc.output);
  }
  return id;
}

void SchemaProgram::build() {
  const verdicts::Compiled compiled =
      verdicts::compile_units(units_, kPackSize, settings_.jobs, folder_, settings_.toolchain);
  for (const auto& [id, why] : compiled.refused)
    refusals_[id] = "the emitted code does not compile:" + indented(why);
  const std::string program = folder_ + "/judge";
  if (const auto why = verdicts::link_program(compiled.objects, program, settings_.toolchain))
    throw std::runtime_error(program + " cannot be linked:\n" + *why);
  court_ = std::make_unique<verdicts::Court>(program, program + ".stderr");
}

const std::string* SchemaProgram::refusal(const std::string& id) const {
  const auto found = refusals_.find(id);
  return found == refusals_.end() ? nullptr : &found->second;
}

verdicts::Reply SchemaProgram::ask(const std::string& id, std::string_view payload) {
  return court_->ask(id, payload);
}

}  // namespace conformance
