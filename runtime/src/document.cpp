// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/document.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "eventc/locate.hpp"
#include "messages.hpp"
#include "walker.hpp"

namespace eventc {
namespace {

ErrorKind kind_of(Failure failure) {
  switch (failure) {
    case Failure::TooDeep:
      return ErrorKind::Limit;
    case Failure::MatchLimit:
      return ErrorKind::MatchLimit;
    case Failure::NotRepresentable:
      return ErrorKind::NotRepresentable;
    case Failure::Refused:
      return ErrorKind::Invalid;
    case Failure::None:
    case Failure::NotJson:
      break;
  }
  return ErrorKind::NotJson;
}

std::string message_of(const Reader& failed) {
  if (failed.failure() == Failure::MatchLimit)
    return message::no_verdict_of(failed.failure_message());
  return std::string(failed.failure_message());
}

Error error_of(const Reader& failed, std::string_view text) {
  return {.kind = kind_of(failed.failure()),
          .message = message_of(failed),
          .instance_location = pointer_at(text, failed.failure_offset()),
          .offset = failed.failure_offset()};
}

Error too_large(std::string_view text, const Options& options) {
  return {.kind = ErrorKind::Limit,
          .message = "the text has " + std::to_string(text.size()) + " bytes, and the limit is " +
                     std::to_string(options.max_size)};
}

/// In the payload's order, with lines and columns: one reading of the text serves all.
void place(std::vector<Error>& errors, std::string_view text) {
  const auto is_before = [](const Error& left, const Error& right) {
    return left.offset < right.offset;
  };
  if (!std::is_sorted(errors.begin(), errors.end(), is_before))
    std::stable_sort(errors.begin(), errors.end(), is_before);
  std::size_t from = 0;
  LineColumn last;
  for (Error& error : errors) {
    const LineColumn step = line_column(text.substr(from), error.offset - from);
    last.column = step.line == 1 ? last.column + step.column - 1 : step.column;
    last.line += step.line - 1;
    from = error.offset;
    error.line = last.line;
    error.column = last.column;
  }
}

struct Findings {
  std::vector<Error> errors;
  bool complete = true;
};

enum class Contents { MayBeAnything, AreRead };

/// `headways` is null where no reader has read the text.
Findings find_violations(std::string_view text, const schema::Root& root, const Options& options,
                         Contents contents, const Headways* headways) {
  Trail trail{.options = options,
              .root = root.location,
              .identifiers = root.identifiers,
              .reads_content = contents == Contents::AreRead};
  Memory memory;
  memory.headways = headways;
  Walker walker(open_document(text, options), text.data(), text.data(), &memory, &trail);
  if (walker.reader().ok()) walker.check(*root.schema);
  walker.reader().finish();
  if (!walker.reader().ok()) {
    trail.errors.push_back(text.size() > options.max_size ? too_large(text, options)
                                                          : error_of(walker.reader(), text));
  }
  place(trail.errors, text);
  return {std::move(trail.errors), trail.complete};
}

/// What a reader stumbled over. None: the schema has nothing against the text, nor has what it says
/// of contents.
std::optional<Error> find_violation(std::string_view text, const schema::Root& root,
                                    const Options& options, const Headways& headways) {
  Options own = options;
  own.max_errors =
      Options().max_errors;  // how much a report may hold does not change what comes first
  std::vector<Error> errors = find_violations(text, root, own, Contents::AreRead, &headways).errors;
  // Text that is not JSON is told before what is wrong with the JSON in front of the fault, and
  // what C++ cannot hold only where nothing is wrong.
  const auto rank = [](const Error& error) {
    if (error.kind == ErrorKind::NotRepresentable) return 2;
    return error.kind == ErrorKind::Invalid ? 1 : 0;
  };
  const auto foremost = std::min_element(
      errors.begin(), errors.end(),
      [&rank](const Error& left, const Error& right) { return rank(left) < rank(right); });
  if (foremost == errors.end()) return std::nullopt;
  return std::move(*foremost);
}

Report report_of(Findings&& findings) {
  return Report(std::move(findings.errors), findings.complete);
}

/// The same where only the C++ type has something against the text.
Error explain(const Reader& failed, std::string_view text) {
  Error error = error_of(failed, text);
  if (error.message.empty()) error.message = "the value was refused";
  std::vector<Error> one{std::move(error)};
  place(one, text);
  return std::move(one.front());
}

}  // namespace

Reader open_document(std::string_view text, const Options& options, Arena* arena) {
  Reader in(text, options.max_depth);
  in.set_arena(arena);
  if (text.size() > options.max_size)
    in.fail(Failure::TooDeep, text.data(), "the text is larger than the limit");
  return in;
}

Refusal::Refusal(const Reader& failed, std::string_view text, const schema::Root& root,
                 const Options& options, const Headways& headways)
    : text_(text), violation_(find_violation(text, root, options, headways)) {
  const bool is_valid = !violation_ || violation_->kind == ErrorKind::NotRepresentable;
  is_of_a_guess_ = is_valid && failed.guesses() == Guesses::Made;
}

Error Refusal::error(const Reader& failed) {
  return violation_ ? *std::move(violation_) : explain(failed, text_);
}

Report report(std::string_view text, const schema::Root& root, const Options& options) {
  return report_of(find_violations(text, root, options, Contents::MayBeAnything, nullptr));
}

Report report_violations(std::string_view text, const schema::Root& root, const Options& options,
                         const Headways& headways) {
  return report_of(find_violations(text, root, options, Contents::MayBeAnything, &headways));
}

Error explain(const Writer& failed, std::string_view json) {
  return {.kind = ErrorKind::NotRepresentable,
          .message = std::string(failed.failure()),
          .instance_location = pointer_at(json, failed.failure_offset()),
          .offset = failed.failure_offset()};
}

}  // namespace eventc
