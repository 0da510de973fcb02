// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/emitted/codec.hpp"
#include "eventc/error.hpp"
#include "eventc/result.hpp"
#include "eventc/schema.hpp"

/// Whole documents: what an emitted EventTraits calls.
namespace eventc {

/// A reader for a document within the limits, or the error that it is beyond them.
/// Views are kept in the arena.
[[nodiscard]] Reader open_document(std::string_view text, const Options& options,
                                   Arena* arena = nullptr);

/// The cold path: looks at the text again and says what the reader stumbled over, and where. None:
/// the schema has nothing against the text, nor has what it says of contents.
[[nodiscard]] std::optional<Error> find_violation(std::string_view text, const schema::Root& root,
                                                  const Options& options, const Headways& headways);

/// What the reader stumbled over where only the C++ type has something against the text.
[[nodiscard]] Error explain(const Reader& failed, std::string_view text);

/// Every violation, found by walking the schema as data.
[[nodiscard]] Report report(std::string_view text, const schema::Root& root,
                            const Options& options);
/// The same of a text that a reader failed to read, where it had come so far.
[[nodiscard]] Report report_violations(std::string_view text, const schema::Root& root,
                                       const Options& options, const Headways& headways);

/// The error of a writer that could not write what stands at its failure_offset() in `json`.
[[nodiscard]] Error explain(const Writer& failed, std::string_view json);

template <const schema::Schema* S, class T>
[[nodiscard]] Result<T> parse_document(std::string_view text, const schema::Root& root,
                                       const Options& options, Arena* arena = nullptr) {
  Reader in = open_document(text, options, arena);
  Headways headways;
  in.set_headways(&headways);
  Result<T> result{T{}};
  in.finish(read_value<S>(in, in.start(), *result));  // in its place: large structs need not move
  if (in.ok()) return result;
  std::optional<Error> violation = find_violation(text, root, options, headways);
  const bool is_valid = !violation || violation->kind == ErrorKind::NotRepresentable;
  if (is_valid && in.guesses() == Guesses::Made) {
    in = open_document(text, options, arena);
    in.set_guesses(Guesses::Forbidden);
    *result = T{};
    in.finish(read_value<S>(in, in.start(), *result));
    if (in.ok()) return result;
  }
  result = violation ? *std::move(violation) : explain(in, text);
  return result;
}

/// As report(), for a schema that a view is read under. Most texts have no violation, and nothing
/// says so faster than reading one.
template <const schema::Schema* S, class View>
[[nodiscard]] Report report_by_reading(std::string_view text, const schema::Root& root,
                                       const Options& options) {
  Arena arena;
  Reader in = open_document(text, options, &arena);
  Headways headways;
  in.set_headways(&headways);
  View view{};
  in.finish(read_value<S>(in, in.start(), view));
  return in.ok() ? Report({}, true) : report_violations(text, root, options, headways);
}

template <const schema::Schema* S, class T>
[[nodiscard]] Result<std::string> write_document(const T& value) {
  std::string json;
  Writer out(json);
  write_value<S>(out, value);
  out.finish();
  if (out.ok()) return json;
  return explain(out, json);
}

}  // namespace eventc
