// SPDX-License-Identifier: Apache-2.0
#include "pattern/unfold.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

/// After a refusal everything is empty, and loops stop.
class Unfolder {
 public:
  explicit Unfolder(std::string_view source) : source_(source) {}

  [[nodiscard]] std::variant<Sequences, Refusal> run(const Regex& regex) {
    Sequences sequences = unfold(regex.body);
    if (refusal_) return *std::move(refusal_);
    return sequences;
  }

 private:
  Sequences unfold(const Disjunction& disjunction) {
    Sequences choice;
    for (const Alternative& alternative : disjunction) {
      Sequences next = unfold(alternative);
      std::move(next.begin(), next.end(), std::back_inserter(choice));
    }
    return collapse(std::move(choice));
  }

  Sequences unfold(const Alternative& alternative) {
    Sequences sequences{{}};
    for (const Term& term : alternative) {
      const Sequences next = quantified(term);
      if (refusal_) return {};
      sequences = accepted(concatenate(std::move(sequences), next), term);
    }
    return sequences;
  }

  Sequences quantified(const Term& term) {
    const Sequences once =
        std::visit([&](const auto& what) { return unfold(what, term); }, term.what);
    const Quantifier& quantifier = term.quantifier;
    if (refusal_ || (quantifier.min == 1 && quantifier.max == 1)) return once;
    return accepted(repeat_group(once, quantifier, term.begin, term.end), term);
  }

  Sequences unfold(const CharacterClass& characters, const Term& term) {
    if (!characters.properties.empty())
      return refuse(term, fmt::format("\"{}\" needs Unicode's tables", text_of(term)));
    return {{{Pattern::Repeat{characters.set}, term.begin, term.atom_end}}};
  }
  static Sequences unfold(Anchor anchor, const Term& term) {
    return {{{anchor, term.begin, term.atom_end}}};
  }
  Sequences unfold(const WordBoundary&, const Term& term) {
    return refuse(term, fmt::format("\"{}\" looks at the characters around it", text_of(term)));
  }
  Sequences unfold(const BackReference&, const Term& term) {
    return refuse(term, fmt::format("\"{}\" refers back to a group", text_of(term)));
  }
  Sequences unfold(const Group& group, const Term&) { return unfold(group.body); }
  Sequences unfold(const Lookaround& around, const Term& term) {
    return refuse(term, fmt::format("\"(?{}{}\" looks at characters that it does not take",
                                    around.behind ? "<" : "", around.negated ? "!" : "="));
  }

  [[nodiscard]] std::string_view text_of(const Term& term) const {
    return source_.substr(term.begin, term.atom_end - term.begin);
  }

  Sequences refuse(const Term& term, std::string reason) {
    if (!refusal_) refusal_ = Refusal{term.begin, std::move(reason)};
    return {};
  }
  Sequences accepted(std::variant<Sequences, Reason> sequences, const Term& term) {
    if (Reason* reason = std::get_if<Reason>(&sequences)) return refuse(term, std::move(*reason));
    return std::get<Sequences>(std::move(sequences));
  }

  std::string_view source_;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::variant<Sequences, Refusal> unfold(const Regex& regex, std::string_view source) {
  return Unfolder(source).run(regex);
}

}  // namespace eventc::compiler::pattern_syntax
