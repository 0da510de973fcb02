// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/files.hpp"
#include "base/print.hpp"
#include "base/text.hpp"
#include "command_line.hpp"
#include "compiler.hpp"
#include "write_outputs.hpp"

namespace {

using namespace eventc::compiler;

int exit_with(ExitCode code) { return static_cast<int>(code); }

int fail(const std::string& message) {
  std::fputs(("eventc: " + printable(message) + "\n").c_str(), stderr);
  return exit_with(ExitCode::Usage);
}

/// Colour is for people at a terminal (https://no-color.org).
bool wants_colour() {
  const char* const no_colour = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

bool write_depfile(const CommandLine& line, const Compilation& compilation, Files& files,
                   std::string& why) {
  if (!line.depfile) return true;
  const std::string first = compilation.outputs.empty()
                                ? ""
                                : *line.output_folder + "/" + compilation.outputs.front().path;
  std::vector<std::string> inputs;
  for (const auto& [path, text] : compilation.sources) inputs.push_back(path);
  if (files.write(*line.depfile, depfile_rule(line.depfile_target.value_or(first), inputs), why))
    return true;
  why = *line.depfile + ": " + why;
  return false;
}

int run(const CommandLine& line) {
  DiskFiles files;
  if (line.request.templates && files.list(*line.request.templates, ".mustache").empty()) {
    return fail("--templates: no *.mustache file is at or below " + *line.request.templates);
  }
  const Compilation compilation = compile(line.request, files);
  const std::string diagnostics =
      print(compilation.diagnostics, compilation.sources, line.error_format, wants_colour());
  std::fputs(diagnostics.c_str(), stderr);
  if (!compilation.unreadable.empty()) {
    for (const std::string& file : compilation.unreadable) fail(file);
    return exit_with(ExitCode::Usage);
  }
  if (!compilation.template_error.empty()) return fail(compilation.template_error);
  if (compilation.diagnostics.has_errors()) return exit_with(ExitCode::Diagnostics);
  std::fputs(compilation.explanation.c_str(), stdout);
  if (!line.output_folder) return exit_with(ExitCode::Done);
  if (line.check) {
    const std::string diffs = diff_stale(compilation.outputs, *line.output_folder, files);
    std::fputs(diffs.c_str(), stdout);
    return exit_with(diffs.empty() ? ExitCode::Done : ExitCode::Diagnostics);
  }
  std::string why;
  if (!write_changed(compilation.outputs, *line.output_folder, files, why)) return fail(why);
  if (!write_depfile(line, compilation, files, why)) return fail(why);
  return exit_with(ExitCode::Done);
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = parse_command_line(argc, argv);
  if (const auto* const answer = std::get_if<Answer>(&parsed)) {
    std::fputs(answer->text.c_str(), answer->exit_code == ExitCode::Done ? stdout : stderr);
    return exit_with(answer->exit_code);
  }
  return run(std::get<CommandLine>(parsed));
}
