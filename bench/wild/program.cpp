// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <iostream>
#include <stdexcept>

#include "wild/emission.hpp"

namespace wild {

std::string build_program(const std::vector<Entry>& entries, const Build& build) {
  std::vector<verdicts::Unit> units;
  for (const Entry& entry : entries) {
    verdicts::Emission emission = verdicts::emit(build.eventc, options_for(entry, build.work),
                                                 entry.schema, name_space_of(entry), build.work);
    if (emission.unit) {
      units.push_back(std::move(*emission.unit));
    } else {
      std::cerr << entry.name << ": eventc refuses it:\n" << emission.eventc.output;
    }
  }
  const verdicts::Compiled compiled =
      verdicts::compile_units(units, 1, build.jobs, build.work, build.toolchain);
  for (const auto& [id, why] : compiled.refused)
    std::cerr << id << ": the emitted code does not compile:\n" << why;
  std::string program = build.work + "/stopwatch";
  if (const auto why = verdicts::link_program(compiled.objects, program, build.toolchain))
    throw std::runtime_error(program + " cannot be linked:\n" + *why);
  return program;
}

}  // namespace wild
