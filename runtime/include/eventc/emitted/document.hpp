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

/// The cold path: looks at the text again and says what the reader stumbled over, and where.
class Refusal {
 public:
  Refusal(const Reader& failed, std::string_view text, const schema::Root& root,
          const Options& options, const Headways& headways);

  /// Whether a union's branch was guessed, and the schema has nothing against the text: it is to be
  /// read again without guesses.
  [[nodiscard]] bool is_of_a_guess() const { return is_of_a_guess_; }
  /// `failed` is the reader that failed last: where the schema has nothing against the text, only
  /// the C++ type has. To be asked once.
  [[nodiscard]] Error error(const Reader& failed);

 private:
  std::string_view text_;
  std::optional<Error> violation_;
  bool is_of_a_guess_;
};

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
  Result<T> result(std::in_place);
  in.finish(read_value<S>(in, in.start(), *result));  // in its place: large structs need not move
  if (in.ok()) return result;
  Refusal refusal(in, text, root, options, headways);
  if (refusal.is_of_a_guess()) {
    in = open_document(text, options, arena);
    in.set_guesses(Guesses::Forbidden);
    *result = T{};
    in.finish(read_value<S>(in, in.start(), *result));
    if (in.ok()) return result;
  }
  result = refusal.error(in);
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
