// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "eventc/replay.hpp"

namespace eventc {
namespace {

/// A payload that was not kept, because it is larger than it may be.
Outcome too_large(const input::Document& document, std::size_t max_size) {
  Error error{.kind = ErrorKind::Limit,
              .message = "the payload has " + std::to_string(document.size) + " bytes, at most " +
                         std::to_string(max_size) + " are allowed"};
  return {
      .kind = Outcome::Kind::Malformed, .reason = Malformed{{}, error}.reason(), .error = error};
}

std::size_t& count_of(ReplaySummary& summary, const Replayed& replayed) {
  if (replayed.thrown) return summary.thrown;
  switch (replayed.outcome.kind) {
    case Outcome::Kind::Handled:
      return summary.handled;
    case Outcome::Kind::Unhandled:
      return summary.unhandled;
    case Outcome::Kind::Malformed:
      return summary.malformed;
    case Outcome::Kind::Invalid:
      return summary.invalid;
    case Outcome::Kind::ResponseFailed:
      break;
  }
  return summary.response_failed;
}

}  // namespace

ReplaySummary replay(const Dispatch& dispatch, std::istream& stream, const ReplayOptions& options) {
  const auto read = [&stream](char* to, std::size_t size) {
    stream.read(to, static_cast<std::streamsize>(size));
    return static_cast<std::size_t>(stream.gcount());
  };
  input::Splitter splitter(options.form, read, options.max_size);
  ReplaySummary summary;
  Arena arena;
  for (input::Document document; splitter.next(document);) {
    if (document.size == 0) continue;  // a stream that holds nothing
    const Context context = options.context ? options.context(document) : Context();
    Outcome outcome;
    std::exception_ptr thrown;
    try {
      outcome = document.size > options.max_size ? too_large(document, options.max_size)
                                                 : dispatch(document.text, arena, context);
    } catch (...) {
      thrown = std::current_exception();
    }
    const Replayed replayed{document, outcome, thrown};
    ++count_of(summary, replayed);
    if (options.after_each) options.after_each(replayed);
    if (options.stop_at_failure && !replayed.ok()) return summary;
  }
  if (stream.bad()) throw std::runtime_error("eventc::replay: the stream could not be read on");
  return summary;
}

}  // namespace eventc
