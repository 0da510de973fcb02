// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "eventc/quote.hpp"
#include "text.hpp"

namespace eventc::checker {
namespace {

constexpr std::size_t kMostJobs = 1024;

constexpr std::string_view kDescription =
    "Checks payloads with the same validators and routes that your programs run.\n";

constexpr std::string_view kInputs = R"(
A *.json file is one document; *.jsonl and *.ndjson hold one a line. A folder stands for all of these
below it. "-" reads the standard input: one document or several behind one another, one a line or not.
)";

constexpr std::string_view kCheckExamples = R"(
Examples:
  PROGRAM check payloads/
      each document as the event that it is recognised as; every violation, with its place
  PROGRAM check --as TYPE response.json
      as one type, whatever it looks like: a response, or an event that is not recognised
  PROGRAM check --format github payloads/
      in a workflow of GitHub Actions: violations become annotations of the files
  curl … | PROGRAM check --format json - | jq 'select(.valid | not)'
      one JSON object a line, for programs
  PROGRAM check --expect-invalid refused/
      that every single document is refused

Exit codes:
  0  every document is valid (--expect-invalid: none is)
  1  some are not, or are no event of this bundle
  2  wrong usage, or something that cannot be read or written
)";

constexpr std::string_view kClassifyExamples = R"(
Examples:
  PROGRAM classify recorded.jsonl
      the event of each line
  PROGRAM classify --format json - < recorded.jsonl | jq -r .event | sort | uniq -c
      how many there are of each

Exit codes:
  0  every document is an event of this bundle
  1  some are not
  2  wrong usage, or something that cannot be read or written
)";

constexpr std::string_view kExamples = R"(
Examples:
  PROGRAM check payloads/             every violation of every payload in a folder
  PROGRAM classify recorded.jsonl     which event each line is

PROGRAM check --help and PROGRAM classify --help say more.
)";

/// Options as they were written.
struct Words {
  std::optional<std::string> as;
  std::string format = "human";
  std::size_t jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
};

std::string for_program(std::string_view text, std::string_view program) {
  constexpr std::string_view kPlaceholder = "PROGRAM";
  std::string out;
  while (true) {
    const std::size_t at = text.find(kPlaceholder);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += program;
    text.remove_prefix(at + kPlaceholder.size());
  }
}

void add_inputs(CLI::App& command, CommandLine& line) {
  command.add_option("FILE", line.inputs, "Files, folders, or - for the standard input")
      ->required()
      ->type_name("");
}

void add_jobs(CLI::App& command, Words& words) {
  command.add_option("-j,--jobs", words.jobs, "Threads that check (default: one a processor)")
      ->type_name("N");
}

void add_check(CLI::App& app, std::string_view program, CommandLine& line, Words& words) {
  CLI::App* const check =
      app.add_subcommand("check", "Say which event each document is, and every violation");
  add_inputs(*check, line);
  check
      ->add_option("--as", words.as,
                   "Check every document as this type: its name, or its schema's file name")
      ->type_name("TYPE");
  check->add_option("--format", words.format, "How to report: human, github, json")
      ->type_name("FORMAT")
      ->capture_default_str();
  add_jobs(*check, words);
  check->add_flag("-q,--quiet", line.quiet, "Do not list valid documents");
  check->add_flag("--expect-invalid", line.expect_invalid, "Succeed if every document is refused");
  check->footer(std::string(kInputs) + for_program(kCheckExamples, program));
}

void add_classify(CLI::App& app, std::string_view program, CommandLine& line, Words& words) {
  CLI::App* const classify = app.add_subcommand("classify", "Say which event each document is");
  add_inputs(*classify, line);
  classify->add_option("--format", words.format, "How to report: human, json")
      ->type_name("FORMAT")
      ->capture_default_str();
  add_jobs(*classify, words);
  classify->footer(std::string(kInputs) + for_program(kClassifyExamples, program));
}

/// A schema file's name without its ending.
std::string_view stem_of(std::string_view schema) {
  for (const std::string_view ending : {".schema.json", ".json"}) {
    if (schema.ends_with(ending)) return schema.substr(0, schema.size() - ending.size());
  }
  return schema;
}

bool goes_by(const EventType& type, std::string_view name) {
  return type.name == name || type.schema == name || stem_of(type.schema) == name;
}

/// "KafkaEvent (kafka-event), KinesisEvent (kinesis-event)"
std::string list_of(const std::vector<EventType>& types) {
  std::string text;
  for (const EventType& type : types) {
    if (!text.empty()) text += ", ";
    text += std::string(type.name) + " (" + printable(stem_of(type.schema)) + ")";
  }
  return text;
}

std::string describe_unknown_type(std::string_view name, const CheckedBundle& bundle) {
  std::vector<std::string_view> names;
  for (const EventType& type : bundle.types) {
    names.push_back(type.name);
    names.push_back(stem_of(type.schema));
  }
  const std::string_view meant = suggest(name, names);
  std::string text = "--as: this bundle has no type \"" + printable_name(name) + "\"";
  if (!meant.empty()) text += "; did you mean \"" + printable(meant) + "\"?";
  return text + "\nIts types are: " + list_of(bundle.types);
}

/// Sets `as`. What is wrong, or nothing.
std::string find_type(const std::string& name, const CheckedBundle& bundle, CommandLine& line) {
  std::vector<EventType> found;
  for (const EventType& type : bundle.types) {
    if (!goes_by(type, name)) continue;
    found.push_back(type);
    line.as = &type;
  }
  if (found.empty()) return describe_unknown_type(name, bundle);
  if (found.size() == 1) return {};
  return "--as: \"" + printable_name(name) +
         "\" may be one of several; name its schema: " + list_of(found);
}

/// Sets what CLI11 cannot. What is wrong, or nothing.
std::string complete(const Words& words, const CheckedBundle& bundle, CommandLine& line) {
  static const std::map<std::string, Format> kFormats{
      {"human", Format::Human}, {"github", Format::Github}, {"json", Format::Json}};
  const auto format = kFormats.find(words.format);
  const bool is_check = line.command == Command::Check;
  if (format == kFormats.end() || (!is_check && format->second == Format::Github)) {
    return "--format: there is no \"" + printable_name(words.format) + "\"; use human" +
           (is_check ? ", github" : "") + " or json";
  }
  if (words.jobs == 0 || words.jobs > kMostJobs)
    return "--jobs: the number of threads is 1 to " + std::to_string(kMostJobs);
  if (std::count(line.inputs.begin(), line.inputs.end(), "-") > 1)
    return "the standard input (-) is given twice";
  line.format = format->second;
  line.jobs = words.jobs;
  if (words.as) return find_type(*words.as, bundle, line);
  if (!bundle.events.empty()) return {};
  if (!is_check) return "nothing is routed to a type of this bundle: there is no event to tell";
  return "nothing is routed to a type of this bundle: name one by --as\nIts types are: " +
         list_of(bundle.types);
}

/// `what` is fit for a terminal.
Answer refuse(std::string_view program, std::string_view what) {
  return {ExitCode::Fault, std::string(program) + ": " + std::string(what) + "\n"};
}

}  // namespace

std::variant<CommandLine, Answer> parse_command_line(int argc, const char* const* argv,
                                                     std::string_view program,
                                                     const CheckedBundle& bundle) {
  CommandLine line;
  Words words;
  CLI::App app{std::string(kDescription), std::string(program)};
  app.set_version_flag("--version", std::string(program) + " (eventc " EVENTC_VERSION ")");
  app.require_subcommand(1);
  app.footer(for_program(kExamples, program));
  add_check(app, program, line, words);
  add_classify(app, program, line, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{ExitCode::AllWell, app.help()};  // the subcommand's, where that was asked
  } catch (const CLI::CallForVersion& version) {
    return Answer{ExitCode::AllWell, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    std::string help = std::string(program) + " --help";
    for (const CLI::App* const command : app.get_subcommands())
      help = std::string(program) + " " + command->get_name() + " --help";
    Answer answer = refuse(program, printable_name(error.what()));
    answer.text += "Run " + help + ".\n";
    return answer;
  }
  line.command = app.got_subcommand("check") ? Command::Check : Command::Classify;
  const std::string fault = complete(words, bundle, line);
  if (!fault.empty()) return refuse(program, fault);
  return line;
}

}  // namespace eventc::checker
