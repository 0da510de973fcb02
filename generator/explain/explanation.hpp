// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What became of schemas, as `eventc explain` tells it. Text of schemas stands in it as it is.
namespace eventc::compiler {

/// What can become of a keyword.
enum class Fate : std::uint8_t {
  InType,      ///< the C++ type says it
  Selects,     ///< it tells the alternatives of a type, or events, apart
  Reference,   ///< leads to another schema
  Inline,      ///< checked as the value is read
  Span,        ///< checked on the value's text by the walker
  Name,        ///< what references call the schema, or those that it holds
  Dialect,     ///< what the schema's keywords mean
  Annotation,  ///< for readers, of the schema or of the emitted code
  NoEffect,    ///< nothing, and why
};

/// "checked inline".
[[nodiscard]] std::string_view name_of(Fate fate);

struct KeywordFate {
  Fate fate = Fate::NoEffect;
  /// In a few words; often empty.
  std::string why = {};

  bool operator==(const KeywordFate&) const = default;
};

struct ExplainedKeyword {
  std::string name;
  /// At least one; several where a schema is used in several ways, and where a check is partly the
  /// type's. Each fate once.
  std::vector<KeywordFate> fates;
};

struct ExplainedSchema {
  /// Of another file, which the document refers to. Empty: the document's own.
  std::string file = {};
  /// Of its place in the document: a JSON Pointer, "" for the root.
  std::string pointer = {};
  /// What stands in its place in C++: "std::vector<Line> lines", "checked with /properties/a".
  std::vector<std::string> types = {};
  /// Why the text of its values is read again.
  std::vector<std::string> rereadings = {};
  /// The location whose values are read again, and these with them. Empty: none.
  std::string again_with = {};
  /// In the document's order.
  std::vector<ExplainedKeyword> keywords = {};
};

struct ExplainedDocument {
  /// As the user named it.
  std::string file;
  /// The namespace that its types are named in.
  std::string name_space;
  /// In the document's order; behind them those of other files whose values are read again.
  std::vector<ExplainedSchema> schemas;
};

using Explanation = std::vector<ExplainedDocument>;

}  // namespace eventc::compiler
