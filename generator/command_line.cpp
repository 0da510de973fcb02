// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <map>

#include "base/text.hpp"
#include "identifiers.hpp"

namespace eventc::compiler {
namespace {

constexpr const char* kDescription =
    "eventc compiles JSON Schemas of events to C++20: structs, single-pass parsers,\n"
    "validators, serializers and a routing table.\n";

constexpr const char* kExamples = R"(
NAME.schema.json becomes NAME.hpp (types), NAME.schema.hpp (tables) and NAME.cpp (readers and
writers) in the folder of its namespace; all of them together become the bundle that a router takes.

Examples:
  eventc generate -o generated schemas/*.schema.json
      generated/events/*.{hpp,cpp}: types and codecs for each schema, and the bundle
  eventc generate -o generated --no-routes -I common order.schema.json
      types and codecs of one schema, which refers to others in common/
  eventc generate --explain-routes schemas/*.schema.json
      writes nothing; prints by which members and values the events are told apart
  eventc generate -o generated --check schemas/*.schema.json
      in CI: fails, with a diff, when the committed output is not what the schemas give

Exit codes:
  0  done
  1  the schemas have errors, or --check found stale output
  2  wrong usage, or a file that cannot be read or written
)";

/// Options that are words from a list, as they were written.
struct Words {
  std::string dialect = "2020-12";
  std::string storage = "owned";
  std::string error_format = "human";
  bool no_routes = false;
};

CLI::App* add_generate(CLI::App& app, CommandLine& line, Words& words) {
  CLI::App* const generate = app.add_subcommand("generate", "Write C++ for schemas");
  Request& request = line.request;
  generate->add_option("SCHEMA", request.schemas, "JSON Schema files, of drafts 04 to 2020-12")
      ->required()
      ->type_name("");
  generate->add_option("-o,--output", line.output_folder, "Folder to write into; made if need be")
      ->type_name("DIR");
  generate
      ->add_option(
          "-I", request.import_folders,
          "Folder in which \"$ref\" finds other schemas, by file or \"$id\"; with URI=DIR,\n"
          "those whose URI begins so, by their place; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  generate
      ->add_option("--dialect", words.dialect,
                   "Draft of schemas without \"$schema\": 2020-12, 2019-09, 07, 06, 04")
      ->type_name("DRAFT")
      ->capture_default_str();
  generate->add_flag("--format-assertion", request.format_assertion,
                     "Check \"format\", which is otherwise only said");
  generate
      ->add_option("--bundle", request.bundle,
                   "Name of the type that stands for all events [Bundle]")
      ->type_name("NAME");
  generate->add_option("--namespace", request.name_space, "Namespace of the events")
      ->type_name("NS")
      ->capture_default_str();
  generate
      ->add_option("--templates", request.templates,
                   "Folder of templates that replace built-in ones")
      ->type_name("DIR");
  generate->add_option("--storage", words.storage, "How strings and lists are held: owned")
      ->type_name("KIND")
      ->capture_default_str();
  generate->add_flag("--no-routes", words.no_routes,
                     "Types and codecs alone, no routing table;\n"
                     "with --bundle, a bundle that lists the types");
  generate->add_flag("--explain-routes", request.explain_routes,
                     "Print how events are told apart: the tree, and what separates each pair");
  generate->add_flag("--routes-dot", request.draw_routes,
                     "Print the tree as a graph, for Graphviz");
  generate
      ->add_option("--depfile", line.depfile, "Write a Makefile rule that names every file read")
      ->type_name("FILE");
  generate
      ->add_option("--depfile-target", line.depfile_target,
                   "Target of that rule (default: the first output)")
      ->type_name("NAME");
  generate->add_flag("--check", line.check, "Write nothing; show a diff where outputs are stale");
  generate->add_flag("--strict", request.strict, "Unknown keywords are errors");
  generate
      ->add_option("--error-format", words.error_format,
                   "How diagnostics are printed: human, gcc, json, github")
      ->type_name("FORMAT")
      ->capture_default_str();
  generate->footer(kExamples);
  return generate;
}

std::optional<ErrorFormat> error_format_named(const std::string& name) {
  static const std::map<std::string, ErrorFormat> kFormats{{"human", ErrorFormat::Human},
                                                           {"gcc", ErrorFormat::Gcc},
                                                           {"json", ErrorFormat::Json},
                                                           {"github", ErrorFormat::Github}};
  const auto format = kFormats.find(name);
  return format == kFormats.end() ? std::nullopt : std::optional(format->second);
}

/// What CLI11 cannot check.
std::string find_fault(const CommandLine& line, const Words& words) {
  if (words.storage == "view") return "--storage view is not compiled: use --storage owned";
  if (words.storage != "owned")
    return "--storage: there is no \"" + words.storage + "\"; use owned";
  if (!draft_named(words.dialect))
    return "--dialect: there is no \"" + words.dialect + "\"; use 2020-12, 2019-09, 07, 06 or 04";
  if (!error_format_named(words.error_format)) {
    return "--error-format: there is no \"" + words.error_format +
           "\"; use human, gcc, json or github";
  }
  if (!line.output_folder && !line.request.explain_routes && !line.request.draw_routes)
    return "-o is missing: the folder to write into (see eventc generate --help)";
  if (line.output_folder == "") return "-o: the folder is empty; the working directory is \".\"";
  if (line.check && !line.output_folder) return "--check goes with -o: the folder to compare with";
  if (!is_namespace(line.request.name_space))
    return "--namespace: \"" + line.request.name_space + "\" is no C++ namespace";
  const auto& bundle = line.request.bundle;
  if (bundle && pascal_case(*bundle) != *bundle) {
    return "--bundle: \"" + *bundle + "\" is no type's name; write it like \"" +
           pascal_case(*bundle) + "\"";
  }
  if (bundle && is_bundle_member(*bundle))
    return "--bundle: \"" + *bundle + "\" is what a bundle calls a member of its own";
  if (!line.request.routes && (line.request.explain_routes || line.request.draw_routes))
    return "--no-routes leaves nothing to explain or to draw";
  if (line.request.explain_routes && line.request.draw_routes)
    return "--explain-routes and --routes-dot print to one place: ask for one of them";
  if (line.depfile_target && !line.depfile) return "--depfile-target goes with --depfile";
  return {};
}

}  // namespace

std::variant<CommandLine, Answer> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  Words words;
  CLI::App app(kDescription, "eventc");
  app.set_version_flag("--version", "eventc " EVENTC_VERSION);
  app.require_subcommand(1);
  app.footer("\nRun eventc generate --help for its options.");
  const CLI::App* const generate = add_generate(app, line, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{ExitCode::Done, app.help()};  // the subcommand's, where that was asked
  } catch (const CLI::CallForVersion& version) {
    return Answer{ExitCode::Done, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    const std::string help = generate->parsed() ? "eventc generate --help" : "eventc --help";
    return Answer{ExitCode::Usage, "eventc: " + printable(error.what()) + "\nRun " + help + ".\n"};
  }
  line.request.routes = !words.no_routes;
  const std::string fault = find_fault(line, words);
  if (!fault.empty()) return Answer{ExitCode::Usage, "eventc: " + printable(fault) + "\n"};
  line.request.dialect = *draft_named(words.dialect);
  line.error_format = *error_format_named(words.error_format);
  return line;
}

}  // namespace eventc::compiler
