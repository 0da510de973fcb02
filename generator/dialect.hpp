// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load.hpp"

namespace eventc::compiler {

/// The drafts of JSON Schema, in the order of their appearance.
enum class Draft : std::uint8_t { Draft04, Draft06, Draft07, Draft201909, Draft202012 };

/// A group of keywords that a metaschema may switch on (Core 2020-12, section 8.1). Drafts before
/// 2019-09 know no such thing: they have them all.
enum class Vocabulary : std::uint8_t {
  Core,
  Applicator,
  Unevaluated,
  Validation,
  MetaData,
  Format,
  FormatAssertion,  ///< the same keyword; what it says is checked
  Content,
};

class Vocabularies {
 public:
  constexpr Vocabularies() = default;
  constexpr Vocabularies(std::initializer_list<Vocabulary> all) {
    for (const Vocabulary one : all) add(one);
  }
  constexpr void add(Vocabulary one) { bits_ |= 1U << static_cast<unsigned>(one); }
  [[nodiscard]] constexpr bool has(Vocabulary one) const {
    return (bits_ & (1U << static_cast<unsigned>(one))) != 0;
  }
  constexpr bool operator==(const Vocabularies&) const = default;

 private:
  unsigned bits_ = 0;
};

/// What the keywords of a schema are, and mean.
struct Dialect {
  Draft draft = Draft::Draft202012;
  Vocabularies vocabularies = {
      Vocabulary::Core,     Vocabulary::Applicator, Vocabulary::Unevaluated, Vocabulary::Validation,
      Vocabulary::MetaData, Vocabulary::Format,     Vocabulary::Content};

  static const Dialect Draft04;
  static const Dialect Draft06;
  static const Dialect Draft07;
  static const Dialect Draft201909;
  static const Dialect Draft202012;

  /// Whether everything that stands beside a "$ref" is ignored (draft-07 Core, section 8.3).
  [[nodiscard]] constexpr bool isolates_references() const { return draft <= Draft::Draft07; }
  /// The keyword that names a schema.
  [[nodiscard]] constexpr std::string_view id() const {
    return draft == Draft::Draft04 ? "id" : "$id";
  }

  constexpr bool operator==(const Dialect&) const = default;
};

inline constexpr Dialect Dialect::Draft04{Draft::Draft04};
inline constexpr Dialect Dialect::Draft06{Draft::Draft06};
inline constexpr Dialect Dialect::Draft07{Draft::Draft07};
inline constexpr Dialect Dialect::Draft201909{Draft::Draft201909};
inline constexpr Dialect Dialect::Draft202012{Draft::Draft202012};

/// "draft-07", "draft 2020-12".
[[nodiscard]] std::string_view name_of(Draft draft);

/// The draft whose metaschema a "$schema" names: by https or http, with or without an empty
/// fragment.
[[nodiscard]] std::optional<Draft> find_draft(std::string_view schema_uri);
/// The draft that "--dialect" names: "2020-12", "07".
[[nodiscard]] std::optional<Draft> draft_named(std::string_view name);

/// The vocabulary of that URI in a draft's terms; none that is known to this compiler otherwise.
[[nodiscard]] std::optional<Vocabulary> find_vocabulary(Draft draft, std::string_view uri);

/// What a keyword's value must be.
enum class ValueShape {
  Anything,
  String,
  Boolean,
  Number,
  PositiveNumber,
  Count,  ///< an integer that is not negative, of any size: 1e30 is one
  TypeNames,
  StringList,
  StringLists,  ///< an object of them
  List,
  Object,
  Schema,
  SchemaList,
  SchemaMap,
  SchemaOrSchemaList,
  Dependencies,  ///< an object of schemas and lists of names
  PointerOrPointers,
};

enum class Support {
  Compiled,    ///< encoded in a type, checked, or told where it is used
  Annotation,  ///< for readers: carried as a comment, or rightly without effect
};

/// A keyword of a dialect.
struct Keyword {
  std::string_view name;
  ValueShape shape = ValueShape::Anything;
  Support support = Support::Compiled;
};

/// Null for a name that is no keyword of the dialect.
[[nodiscard]] const Keyword* find_keyword(Dialect dialect, std::string_view name);

/// Every keyword of the dialect, in the order of the specification's chapters.
[[nodiscard]] std::vector<const Keyword*> keywords_of(const Dialect& dialect);

/// Drafts that follow one another.
struct DraftRange {
  Draft first = Draft::Draft04;
  Draft last = Draft::Draft202012;

  constexpr bool operator==(const DraftRange&) const = default;
};

/// "of draft-04", "of drafts 2019-09 and 2020-12", "since draft-06", "until draft 2019-09".
[[nodiscard]] std::string in_words(DraftRange drafts);

/// The drafts of which it is a keyword.
[[nodiscard]] std::optional<DraftRange> drafts_with(std::string_view keyword);

/// The keyword of the dialect that a misspelled name comes closest to; empty when none is close.
[[nodiscard]] std::string_view suggest_keyword(Dialect dialect, std::string_view name);

/// Whether a value has the shape; where not, `expected` says in words what it should be.
[[nodiscard]] bool has_shape(const Json& value, ValueShape shape, std::string& expected);

}  // namespace eventc::compiler
