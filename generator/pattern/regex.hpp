// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pattern/code_points.hpp"
#include "pattern/pattern.hpp"

/// A regular expression as it is written: the tree that ECMA-262 (2023), 22.2.1 makes of it, whose
/// names are used here. Nothing is decided yet about how it is matched.
namespace eventc::compiler::pattern_syntax {

struct Term;
using Alternative = std::vector<Term>;
/// Never empty; an empty pattern is one empty alternative.
using Disjunction = std::vector<Alternative>;

/// `\p{…}`, a set that only Unicode's tables know.
struct Property {
  /// As PCRE2 (10.40 or newer) has it between the braces: "Lu", "sc:Greek", "Alphabetic".
  std::string name;
  bool negated = false;

  bool operator==(const Property&) const = default;
};

/// One character: of the set, or with one of the properties. With `negated` (which a class without
/// properties never has) any other.
struct CharacterClass {
  CodePointSet set;
  std::vector<Property> properties = {};
  bool negated = false;

  bool operator==(const CharacterClass&) const = default;
};

enum class Anchor { Begin, End };

/// `\b`, or `\B`.
struct WordBoundary {
  bool negated = false;
};

/// The text that the group took last; the empty text while it has taken none. Several groups may
/// share a name, of which at most one can have taken anything.
struct BackReference {
  std::vector<std::size_t> groups;
};

struct Group {
  Disjunction body;
  /// From 1, in the order of their parentheses. 0: it captures nothing.
  std::size_t number = 0;
};

/// `(?=`, `(?!`, `(?<=` or `(?<!`.
struct Lookaround {
  Disjunction body;
  bool behind = false;
  bool negated = false;
};

/// Counts past this are refused where they are read: no text is as long, and sums of them stay in
/// 64 bits.
inline constexpr std::uint64_t kMaxCount = 0xFFFFFFFF;

struct Quantifier {
  std::uint64_t min = 1;
  /// Nothing: no limit.
  std::optional<std::uint64_t> max = 1;
  /// As few as possible. Changes what is captured, never by itself whether a text matches.
  bool lazy = false;
};

struct Term {
  std::variant<CharacterClass, Anchor, WordBoundary, BackReference, Group, Lookaround> what;
  /// Only of a class, a reference or a group.
  Quantifier quantifier = {};
  /// The bytes of the pattern that it was read from: up to its quantifier, and with it.
  std::size_t begin = 0;
  std::size_t atom_end = 0;
  std::size_t end = 0;
};

struct Regex {
  Disjunction body;
  /// What in it was most likely meant otherwise: "{,3}", which is no count, or the "[^]" of "[^]]".
  std::optional<Refusal> doubt = std::nullopt;
};

}  // namespace eventc::compiler::pattern_syntax
