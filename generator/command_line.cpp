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

constexpr const char* kExplainExamples = R"(
Prints each schema of the files in their order, with what stands in its place in C++, and for each
of its keywords what became of it:
  in the type           the C++ type says it
  selects               it tells the alternatives of a type, or events, apart
  checked inline        as the value is read, at no cost but its own
  checked on the span   on the value's text, which is read again for it
  reference             leads to the schema that is named
  name                  what references call the schema, or those that it holds
  dialect               says what the keywords mean
  annotation            for readers, of the schema or of the emitted code
  no effect             and why
Behind "read again" stands why a value costs a second reading. Nothing is written.

Examples:
  eventc explain order.schema.json
  eventc explain -I common --dialect 07 order.schema.json
  eventc explain --format json schemas/*.schema.json | jq 'select(.read_again != [])'
      the locations whose values are read again

Exit codes:
  0  done
  1  the schemas have errors
  2  wrong usage, or a file that cannot be read
)";

/// Options that are words from a list, as they were written.
struct Words {
  std::string dialect = "2020-12";
  std::string storage = "owned";
  std::string error_format = "human";
  std::string explain_format = "human";
  bool no_routes = false;
};

/// What is read, and how: the same for every subcommand.
void add_inputs(CLI::App& command, CommandLine& line, Words& words) {
  Request& request = line.request;
  command.add_option("SCHEMA", request.schemas, "JSON Schema files, of drafts 04 to 2020-12")
      ->required()
      ->type_name("");
  command
      .add_option(
          "-I", request.import_folders,
          "Folder in which \"$ref\" finds other schemas, by file or \"$id\"; with URI=DIR,\n"
          "those whose URI begins so, by their place; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command
      .add_option("--storage", words.storage,
                  "How strings and lists are held: owned; view, as parts\n"
                  "of the payload and of an arena; both: views and owned twins")
      ->type_name("KIND")
      ->capture_default_str();
  command
      .add_option("--dialect", words.dialect,
                  "Draft of schemas without \"$schema\": 2020-12, 2019-09, 07, 06, 04")
      ->type_name("DRAFT")
      ->capture_default_str();
  command.add_flag("--format-assertion", request.format_assertion,
                   "Check \"format\", which is otherwise only said");
  command.add_option("--namespace", request.name_space, "Namespace of the events")
      ->type_name("NS")
      ->capture_default_str();
  command.add_flag("--strict", request.strict,
                   "Keywords that are unknown or without effect are errors");
  command
      .add_option("--error-format", words.error_format,
                  "How diagnostics are printed: human, gcc, json, github")
      ->type_name("FORMAT")
      ->capture_default_str();
}

CLI::App* add_generate(CLI::App& app, CommandLine& line, Words& words) {
  CLI::App* const generate = app.add_subcommand("generate", "Write C++ for schemas");
  add_inputs(*generate, line, words);
  Request& request = line.request;
  generate->add_option("-o,--output", line.output_folder, "Folder to write into; made if need be")
      ->type_name("DIR");
  generate
      ->add_option("--bundle", request.bundle,
                   "Name of the type that stands for all events [Bundle]")
      ->type_name("NAME");
  generate
      ->add_option("--templates", request.templates,
                   "Folder of templates that replace built-in ones")
      ->type_name("DIR");
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
  generate->footer(kExamples);
  return generate;
}

CLI::App* add_explain(CLI::App& app, CommandLine& line, Words& words) {
  CLI::App* const explain =
      app.add_subcommand("explain", "Say what becomes of each keyword of schemas");
  add_inputs(*explain, line, words);
  explain->add_option("--format", words.explain_format, "How it is said: human, json")
      ->type_name("FORMAT")
      ->capture_default_str();
  explain->footer(kExplainExamples);
  return explain;
}

std::optional<ErrorFormat> error_format_named(const std::string& name) {
  static const std::map<std::string, ErrorFormat> kFormats{{"human", ErrorFormat::Human},
                                                           {"gcc", ErrorFormat::Gcc},
                                                           {"json", ErrorFormat::Json},
                                                           {"github", ErrorFormat::Github}};
  const auto format = kFormats.find(name);
  return format == kFormats.end() ? std::nullopt : std::optional(format->second);
}

/// What CLI11 cannot check of the options that every subcommand has.
std::string find_fault_of_inputs(const CommandLine& line, const Words& words) {
  if (!draft_named(words.dialect))
    return "--dialect: there is no \"" + words.dialect + "\"; use 2020-12, 2019-09, 07, 06 or 04";
  if (!error_format_named(words.error_format)) {
    return "--error-format: there is no \"" + words.error_format +
           "\"; use human, gcc, json or github";
  }
  if (!storage_called(words.storage))
    return "--storage: there is no \"" + words.storage + "\"; use owned, view or both";
  if (!is_namespace(line.request.name_space))
    return "--namespace: \"" + line.request.name_space + "\" is no C++ namespace";
  return {};
}

std::string find_fault_of_explain(const Words& words) {
  if (words.explain_format == "human" || words.explain_format == "json") return {};
  return "--format: there is no \"" + words.explain_format + "\"; use human or json";
}

std::string find_fault_of_generate(const CommandLine& line) {
  if (!line.output_folder && !line.request.explain_routes && !line.request.draw_routes)
    return "-o is missing: the folder to write into (see eventc generate --help)";
  if (line.output_folder == "") return "-o: the folder is empty; the working directory is \".\"";
  if (line.check && !line.output_folder) return "--check goes with -o: the folder to compare with";
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
  app.footer("\nRun eventc generate --help or eventc explain --help for their options.");
  const CLI::App* const generate = add_generate(app, line, words);
  const CLI::App* const explain = add_explain(app, line, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{ExitCode::Done, app.help()};  // the subcommand's, where that was asked
  } catch (const CLI::CallForVersion& version) {
    return Answer{ExitCode::Done, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    const std::string help = generate->parsed()  ? "eventc generate --help"
                             : explain->parsed() ? "eventc explain --help"
                                                 : "eventc --help";
    return Answer{ExitCode::Usage, "eventc: " + printable(error.what()) + "\nRun " + help + ".\n"};
  }
  line.request.routes = !words.no_routes && !explain->parsed();
  std::string fault = find_fault_of_inputs(line, words);
  if (fault.empty()) {
    fault = explain->parsed() ? find_fault_of_explain(words) : find_fault_of_generate(line);
  }
  if (!fault.empty()) return Answer{ExitCode::Usage, "eventc: " + printable(fault) + "\n"};
  if (explain->parsed()) {
    line.request.explain_schemas =
        words.explain_format == "json" ? ExplainFormat::Json : ExplainFormat::Human;
  }
  line.request.storage = *storage_called(words.storage);
  line.request.dialect = *draft_named(words.dialect);
  line.error_format = *error_format_named(words.error_format);
  return line;
}

}  // namespace eventc::compiler
