// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

namespace eventc::compiler {

/// Schemas are read with their members' order kept: it decides the order of the emitted members.
using Json = nlohmann::ordered_json;

/// A schema file, read.
struct Document {
  /// As the user named it.
  std::string file;
  std::string text;
  Json root;
};

/// Text to document. Nothing, after one error with an offset, for text that is not JSON (RFC 8259:
/// UTF-8 without a byte order mark, one value, nothing behind it) or that nests deeper than 256.
///
/// A member name that an object gives twice is an error with a note at the first; the document then
/// holds the first and is given all the same, so that later passes report what else is wrong.
///
/// A number is what nlohmann/json makes of it: int64 or uint64 where it fits, else the nearest
/// double, past whose range it is infinite. `exact_number` has what was written.
[[nodiscard]] std::optional<Document> load(std::string file, std::string text,
                                           Diagnostics& diagnostics);

/// The literal of a number as the schema's author wrote it ("0.01", "1e400",
/// "18446744073709551616"), found by its pointer.
[[nodiscard]] std::string exact_number(const Document& document, const std::string& pointer);

}  // namespace eventc::compiler
