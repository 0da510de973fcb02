// SPDX-License-Identifier: Apache-2.0
#include "emission.hpp"

#include "verdicts/emit.hpp"
#include "verdicts/files.hpp"

namespace wild {

std::string name_space_of(const Entry& entry) {
  return "wild_" + verdicts::identifier_part(entry.name);
}

std::vector<std::string> options_for(const Entry& entry, const std::string& work) {
  std::vector<std::string> options{"--dialect", verdicts::dialect(entry.draft)};
  const std::string folder = work + "/references/" + entry.name;
  for (const Reference& reference : entry.references) {
    const std::size_t slash = reference.uri.rfind('/') + 1;
    verdicts::write_if_changed(folder + "/" + reference.uri.substr(slash),
                               verdicts::read_file(reference.path));
    options.insert(options.end(), {"-I", reference.uri.substr(0, slash) + "=" + folder});
  }
  return options;
}

}  // namespace wild
