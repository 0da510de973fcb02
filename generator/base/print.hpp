// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"

namespace eventc::compiler {

enum class ErrorFormat { Human, Gcc, Json, Github };

/// The texts of the files that diagnostics point into, by the path of Location::file.
using Sources = std::map<std::string, std::string, std::less<>>;

/// Prints diagnostics for people and for tools, each ending in a line feed. Bytes of a source never
/// reach the output as they are when they could move the cursor or forge a line: control characters
/// and invalid UTF-8 are escaped.
///
/// Human: what, where and the source line without its indentation, with a caret and tildes under
/// the value (cut to the line):
///     schemas/refund.schema.json:14:23: error: "$ref": no definition at "#/$defs/Mony"
///         "total": {"$ref": "#/$defs/Mony"}
///                           ^~~~~~~~~~~~~~
///       at /properties/total/$ref
///       note: did you mean "#/$defs/Money"?
/// A note with a location of its own is printed as `FILE:LINE:COLUMN: note: …` with its own source
/// line and caret. A diagnostic without a file is `error: MESSAGE`.
///
/// Gcc: one line a diagnostic or note, `FILE:LINE:COLUMN: error: MESSAGE [POINTER]`, as editors
/// parse it. A note without a location takes its diagnostic's.
///
/// Json: one object a line:
///     {"severity","message","file","line","column","pointer","notes":[{"message",…}]}
/// null stands for what is not known; a note has the same members but "severity" and "notes".
///
/// Github: workflow commands, `::error file=F,line=L,col=C,title=eventc::MESSAGE` (`::warning`, and
/// `::notice` for a note), with their own escaping; the pointer and the notes are further lines of
/// the message.
///
/// Lines and columns count from 1; a column counts characters (code points), not bytes. Both are
/// left out when the file is not among the sources. A pointer that leads nowhere in its file is
/// shown at the nearest value around it. `colour` is for Human alone.
[[nodiscard]] std::string print(const Diagnostics& diagnostics, const Sources& sources,
                                ErrorFormat format, bool colour);

}  // namespace eventc::compiler
