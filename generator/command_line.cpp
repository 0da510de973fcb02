// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include <map>

#include "identifiers.hpp"

namespace eventc::compiler {
namespace {

constexpr const char* kDescription =
    "eventc compiles JSON Schemas of events to C++20: structs, single-pass parsers,\n"
    "validators, serializers and a routing table.";

constexpr const char* kExamples =
    "\nExamples:\n"
    "  eventc generate -o generated schemas/*.schema.json\n"
    "      types and codecs for each schema, and generated/events/bundle.{hpp,cpp} to route by\n"
    "  eventc generate -o generated --check schemas/*.schema.json\n"
    "      in CI: fails, with a diff, when the committed output is not what the schemas give\n"
    "\nExit codes:\n"
    "  0  done\n"
    "  1  the schemas have errors, or --check found stale output\n"
    "  2  wrong usage, or a file that cannot be read or written\n";

CLI::App* add_generate(CLI::App& app, CommandLine& line, std::string& storage) {
  CLI::App* const generate = app.add_subcommand("generate", "Write C++ for schemas");
  Request& request = line.request;
  generate->add_option("SCHEMA", request.schemas, "JSON Schema files (draft 2020-12 or 07)")->required();
  generate->add_option("-o,--output", line.output_folder, "Folder to write into; made if need be")->required()->type_name("DIR");
  generate->add_option("-I", request.import_folders, "Folder in which \"$ref\" finds other schemas; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  generate->add_option("--bundle", request.bundle, "Name of the type that stands for all events")->type_name("NAME")->capture_default_str();
  generate->add_option("--namespace", request.name_space, "Namespace of the events")->type_name("NS")->capture_default_str();
  generate->add_option("--templates", request.templates, "Folder of templates that replace built-in ones")->type_name("DIR");
  generate->add_option("--storage", storage, "How strings and lists are held: owned")->type_name("KIND")->capture_default_str();
  generate->add_flag("!--no-routes", request.routes, "Types and codecs alone, no routing table");
  generate->add_option("--depfile", line.depfile, "Write a Makefile rule that names every file read")->type_name("FILE");
  generate->add_option("--depfile-target", line.depfile_target, "Target of that rule (default: the first output)")->type_name("NAME");
  generate->add_flag("--check", line.check, "Write nothing; show a diff where outputs are stale");
  generate->add_flag("--strict", request.strict, "Unknown keywords are errors");
  static const std::map<std::string, ErrorFormat> kFormats{{"human", ErrorFormat::Human},
                                                           {"gcc", ErrorFormat::Gcc},
                                                           {"json", ErrorFormat::Json},
                                                           {"github", ErrorFormat::Github}};
  generate->add_option("--error-format", line.error_format, "How diagnostics are printed: human, gcc, json, github")
      ->type_name("FORMAT")
      ->transform(CLI::CheckedTransformer(kFormats).description(""));
  generate->footer(kExamples);
  return generate;
}

/// What CLI11 cannot check.
std::string find_fault(const CommandLine& line, const std::string& storage) {
  if (storage == "view") return "--storage view is not compiled: use --storage owned";
  if (storage != "owned") return "--storage: there is no \"" + storage + "\"; use owned";
  if (!is_namespace(line.request.name_space)) return "--namespace: \"" + line.request.name_space + "\" is no C++ namespace";
  if (line.request.routes && pascal_case(line.request.bundle) != line.request.bundle) {
    return "--bundle: \"" + line.request.bundle + "\" is no type's name; write it like \"" + pascal_case(line.request.bundle) + "\"";
  }
  if (line.depfile_target && !line.depfile) return "--depfile-target goes with --depfile";
  return {};
}

}  // namespace

std::variant<CommandLine, Answer> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  std::string storage = "owned";
  CLI::App app(kDescription, "eventc");
  app.set_version_flag("--version", "eventc " EVENTC_VERSION);
  app.require_subcommand(1);
  app.footer("\nRun eventc generate --help for its options.");
  CLI::App* const generate = add_generate(app, line, storage);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{ExitCode::Done, generate->parsed() ? generate->help("", CLI::AppFormatMode::Sub) : app.help()};
  } catch (const CLI::CallForAllHelp&) {
    return Answer{ExitCode::Done, app.help("", CLI::AppFormatMode::All)};
  } catch (const CLI::CallForVersion& version) {
    return Answer{ExitCode::Done, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return Answer{ExitCode::Usage, std::string("eventc: ") + error.what() + "\nRun eventc generate --help.\n"};
  }
  const std::string fault = find_fault(line, storage);
  if (!fault.empty()) return Answer{ExitCode::Usage, "eventc: " + fault + "\n"};
  return line;
}

}  // namespace eventc::compiler
