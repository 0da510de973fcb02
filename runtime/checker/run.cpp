// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "command_line.hpp"
#include "eventc/checker.hpp"
#include "eventc/input/splitter.hpp"
#include "pipeline.hpp"
#include "print.hpp"
#include "sources.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "verdict.hpp"

namespace eventc::checker {
namespace {

/// Past one of these a batch goes to a thread.
constexpr std::size_t kBatchBytes = std::size_t{64} << 10;
constexpr std::size_t kBatchDocuments = 256;

std::string words_of(int error) { return std::generic_category().message(error); }

/// One run over all inputs.
class Run {
 public:
  Run(const CommandLine& line, std::string_view program, const CheckedBundle& bundle)
      : line_(line),
        program_(program),
        bundle_(bundle),
        style_{.command = line.command,
               .format = line.format,
               .colour = line.format == Format::Human && wants_colour(STDOUT_FILENO),
               .quiet = line.quiet,
               .expect_invalid = line.expect_invalid},
        pipeline_(line.jobs, {.check = [this](Batch& batch) { check_batch(batch); },
                              .finish = [this](const Batch& batch) { finish(batch); },
                              .tick = [this] { progress_.tick(); }}) {}

  ExitCode run() {
    const SignalGuard guard(style_.colour);
    sources_ = find_sources(line_.inputs, [this](std::string_view what) { fault(what); });
    progress_.expect(size_of(sources_));
    for (const Source& source : sources_) {
      read(source);
      if (output_.failure() != 0) break;
    }
    flush();
    pipeline_.drain();
    if (tally_.total() != 0) {
      write(print_summary(tally_, style_));
    } else if (!is_any_fault_) {
      fault("there is no document in what was given");  // that nothing is wrong would mislead
    }
    progress_.clear();
    return exit_code();
  }

 private:
  void read(const Source& source) {
    SourceReader reader(source, [this] {
      flush();
      pipeline_.drain();
    });
    input::Splitter splitter(
        source.form, [&reader](char* to, std::size_t size) { return reader.read(to, size); },
        options_.max_size);
    input::Document document;
    while (reader.failure() == 0 && output_.failure() == 0 && splitter.next(document)) {
      // What an input that broke off has last is not what it was to be.
      if (reader.failure() != 0) break;
      add(source, std::move(document));
      document = {};
    }
    if (reader.failure() != 0) fault(source.path + ": " + words_of(reader.failure()));
  }

  void add(const Source& source, input::Document document) {
    batch_.bytes += document.text.size();
    batch_.items.push_back({&source, std::move(document)});
    if (batch_.bytes >= kBatchBytes || batch_.items.size() >= kBatchDocuments) flush();
  }

  void flush() {
    if (!batch_.items.empty()) pipeline_.submit(std::exchange(batch_, {}));
  }

  /// Called by several threads: it reads what does not change.
  void check_batch(Batch& batch) const {
    for (const auto& [source, document] : batch.items) {
      const Verdict verdict = line_.command == Command::Check
                                  ? check(document, bundle_, line_.as, options_)
                                  : classify(document, bundle_, options_);
      batch.tally.add(verdict.kind);
      batch.report += print(*source, document, verdict, style_);
    }
  }

  void finish(const Batch& batch) {
    tally_.add(batch.tally);
    std::uint64_t bytes = 0;
    for (const Batch::Item& item : batch.items) bytes += item.document.size;
    progress_.add(batch.items.size(), bytes);
    write(batch.report);
    progress_.tick();
  }

  void write(std::string_view text) {
    if (text.empty()) return;
    if (is_output_shown_) progress_.clear();
    output_.write(text);
  }

  void fault(std::string_view what) {
    progress_.clear();
    Output(STDERR_FILENO).write(program_ + ": " + printable_name(what) + "\n");
    is_any_fault_ = true;
  }

  ExitCode exit_code() {
    const int failure = output_.failure();
    // Who does not read on has what he wants.
    if (failure != 0 && failure != EPIPE) fault("cannot write: " + words_of(failure));
    if (failure != 0 || is_any_fault_) return ExitCode::Fault;
    const std::size_t refused = tally_.invalid + tally_.unknown;
    const bool is_well = line_.expect_invalid ? refused == tally_.total() && refused != 0
                                              : tally_.valid == tally_.total();
    return is_well ? ExitCode::AllWell : ExitCode::SomeNot;
  }

  static std::uint64_t size_of(const std::vector<Source>& sources) {
    std::uint64_t size = 0;
    for (const Source& source : sources) {
      if (source.form == input::Form::Values) return 0;
      size += source.size;
    }
    return size;
  }

  const CommandLine& line_;
  std::string program_;
  const CheckedBundle& bundle_;
  Options options_;
  Style style_;
  bool is_output_shown_ = isatty(STDOUT_FILENO) != 0;
  bool is_any_fault_ = false;
  Output output_{STDOUT_FILENO};
  Tally tally_;
  Batch batch_;
  std::vector<Source> sources_;
  Progress progress_;
  Pipeline pipeline_;
};

int exit_with(ExitCode code) { return static_cast<int>(code); }

}  // namespace

int run(int argc, const char* const* argv, std::string_view program, const CheckedBundle& bundle) {
  const std::variant<CommandLine, Answer> parsed = parse_command_line(argc, argv, program, bundle);
  if (const auto* const answer = std::get_if<Answer>(&parsed)) {
    const bool is_help = answer->exit_code == ExitCode::AllWell;
    Output output(is_help ? STDOUT_FILENO : STDERR_FILENO);
    output.write(answer->text);
    return exit_with(output.failure() == 0 ? answer->exit_code : ExitCode::Fault);
  }
  try {
    return exit_with(Run(std::get<CommandLine>(parsed), program, bundle).run());
  } catch (const std::exception& error) {
    Output(STDERR_FILENO).write(std::string(program) + ": " + error.what() + "\n");
    return exit_with(ExitCode::Fault);
  }
}

}  // namespace eventc::checker
