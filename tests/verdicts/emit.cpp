// SPDX-License-Identifier: Apache-2.0
#include "emit.hpp"

#include <string_view>

#include "files.hpp"
#include "identifiers.hpp"

namespace verdicts {
namespace {

/// The type of the whole payload, as an emitted header declares it. Nothing in another header.
std::optional<std::string> root_type(std::string_view header) {
  constexpr std::string_view kBefore = "\nstruct eventc::EventTraits<";
  constexpr std::string_view kBehind = "> {\n";
  const std::size_t found = header.find(kBefore);
  if (found == std::string_view::npos) return std::nullopt;
  const std::size_t begin = found + kBefore.size();
  const std::size_t end = header.find(kBehind, begin);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(header.substr(begin, end - begin));
}

}  // namespace

Emission emit(const std::string& eventc, const std::vector<std::string>& options,
              const std::string& schema, const std::string& name_space, const std::string& folder) {
  namespace compiler = eventc::compiler;
  Command command{eventc, "generate", "--no-routes", "--namespace", name_space, "-o", folder};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(schema);
  Emission emission{std::nullopt, run(command)};
  if (emission.eventc.exit_code != 0) return emission;
  const std::string header =
      compiler::namespace_folder(name_space) + "/" + compiler::file_stem(schema) + ".hpp";
  if (auto type = root_type(read_file(folder + "/" + header))) {
    emission.unit = Unit{name_space, header, std::move(*type)};
  } else {
    emission.eventc.output += folder + "/" + header + " declares no type of a payload\n";
  }
  return emission;
}

std::string identifier_part(std::string_view text) {
  std::string part;
  for (const char c : text) {
    const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (stays)
      part += c;
    else if (!part.empty() && part.back() != '_')
      part += '_';
  }
  if (part.ends_with('_')) part.pop_back();
  return part;
}

std::string dialect(const std::string& draft) {
  const std::string name = draft.substr(draft.find_first_of("0123456789"));
  return name.size() == 1 ? "0" + name : name;
}

}  // namespace verdicts
