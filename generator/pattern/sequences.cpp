// SPDX-License-Identifier: Apache-2.0
#include "pattern/sequences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

const Pattern::Repeat* as_repeat(const Piece& piece) {
  return std::get_if<Pattern::Repeat>(&piece.what);
}

bool is_one_character(const Sequence& sequence) {
  if (sequence.size() != 1) return false;
  const Pattern::Repeat* repeat = as_repeat(sequence[0]);
  return repeat != nullptr && repeat->min == 1 && repeat->max == 1;
}

bool is_anchor(const Piece& piece, Anchor anchor) {
  const Anchor* found = std::get_if<Anchor>(&piece.what);
  return found != nullptr && *found == anchor;
}

/// A sequence of anchors around a text.
struct AnchoredText {
  bool begin = false;
  bool end = false;
  std::string text;
};

std::optional<AnchoredText> anchored_text(Sequence sequence) {
  AnchoredText anchored;
  if (!sequence.empty() && is_anchor(sequence.front(), Anchor::Begin)) {
    anchored.begin = true;
    sequence.erase(sequence.begin());
  }
  if (!sequence.empty() && is_anchor(sequence.back(), Anchor::End)) {
    anchored.end = true;
    sequence.pop_back();
  }
  std::optional<std::string> text = literal_text(sequence);
  if (!text) return std::nullopt;
  anchored.text = *std::move(text);
  return anchored;
}

std::size_t begin_of(const Sequence& sequence, std::size_t otherwise) {
  return sequence.empty() ? otherwise : sequence.front().begin;
}

std::size_t end_of(const Sequence& sequence, std::size_t otherwise) {
  return sequence.empty() ? otherwise : sequence.back().end;
}

void add_text(Pattern::Alternatives& alternatives, std::string text) {
  auto& texts = alternatives.texts;
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

Sequences as_class(const Sequences& choice) {
  Piece piece = choice.front().front();
  auto& set = std::get<Pattern::Repeat>(piece.what).set;
  for (const Sequence& sequence : choice) {
    set = united(set, as_repeat(sequence.front())->set);
    piece.end = std::max(piece.end, sequence.front().end);
  }
  return {{std::move(piece)}};
}

/// The texts of one choice that stand between the same anchors, gathered where the first of them
/// stood.
class TextGatherer {
 public:
  explicit TextGatherer(Sequences& out) : out_(out) {}

  void add(const AnchoredText& anchored, const Sequence& from) {
    Slot& slot = slots_[anchored.begin ? 1 : 0][anchored.end ? 1 : 0];
    if (!slot.index) {
      slot.index = out_.size();
      slot.first = anchored.text;
      out_.push_back(from);
    } else if (Piece* gathered = alternatives_at(*slot.index)) {
      add_text(std::get<Pattern::Alternatives>(gathered->what), anchored.text);
      gathered->end = end_of(from, gathered->end);
    } else if (anchored.text != slot.first) {
      replace(out_[*slot.index], anchored, slot.first, from);
    }
  }

 private:
  struct Slot {
    std::optional<std::size_t> index;
    std::string first;
  };

  Piece* alternatives_at(std::size_t index) {
    for (Piece& piece : out_[index]) {
      if (std::holds_alternative<Pattern::Alternatives>(piece.what)) return &piece;
    }
    return nullptr;
  }

  static void replace(Sequence& sequence, const AnchoredText& anchored, const std::string& first,
                      const Sequence& from) {
    const std::size_t begin = begin_of(sequence, begin_of(from, 0));
    const std::size_t end = end_of(from, end_of(sequence, begin));
    sequence.clear();
    if (anchored.begin) sequence.push_back({Anchor::Begin, begin, begin});
    sequence.push_back({Pattern::Alternatives{{first, anchored.text}}, begin, end});
    if (anchored.end) sequence.push_back({Anchor::End, end, end});
  }

  Sequences& out_;
  Slot slots_[2][2];
};

std::string too_many_sequences() {
  return fmt::format("its optional and alternative groups make more than {} sequences",
                     kMaxSequences);
}

/// A repeat of a repeat, where the counts that it can take leave no gap. Nothing otherwise.
std::optional<Pattern::Repeat> repeated_repeat(const Sequences& group, const Quantifier& outer) {
  if (group.size() != 1 || group[0].size() != 1) return std::nullopt;
  const Pattern::Repeat* inner = as_repeat(group[0][0]);
  if (inner == nullptr || (inner->min > 1 && outer.min != outer.max)) return std::nullopt;
  Pattern::Repeat repeat{inner->set, inner->min * outer.min, std::nullopt};
  if (outer.max == 0 || (outer.max && inner->max)) {
    repeat.max = inner->max.value_or(0) * outer.max.value_or(0);
  }
  if (repeat.min > kMaxCount || repeat.max.value_or(0) > kMaxCount) return std::nullopt;
  return repeat;
}

/// (abc)? is a choice of texts, the empty one among them.
std::optional<Pattern::Alternatives> optional_texts(const Sequences& group) {
  if (group.size() != 1) return std::nullopt;
  Pattern::Alternatives alternatives;
  const auto* inner =
      group[0].size() == 1 ? std::get_if<Pattern::Alternatives>(&group[0][0].what) : nullptr;
  if (inner != nullptr) {
    alternatives = *inner;
  } else if (const std::optional<std::string> text = literal_text(group[0])) {
    alternatives.texts.push_back(*text);
  } else {
    return std::nullopt;
  }
  add_text(alternatives, "");
  return alternatives;
}

bool only_empty(const Sequences& group) {
  return std::all_of(group.begin(), group.end(), [](const Sequence& s) { return s.empty(); });
}

/// The group once, twice, …: as many sequences as the counts and the group's own choices make.
std::variant<Sequences, Reason> unrolled(const Sequences& group, std::uint64_t min,
                                         std::uint64_t max) {
  Sequences all;
  Sequences repeated{{}};
  for (std::uint64_t count = 0;; ++count) {
    if (count >= min) all.insert(all.end(), repeated.begin(), repeated.end());
    if (count == max) return all;
    if (all.size() > kMaxSequences) return too_many_sequences();
    auto next = concatenate(std::move(repeated), group);
    if (std::holds_alternative<Reason>(next)) return next;
    repeated = std::get<Sequences>(std::move(next));
  }
}

}  // namespace

std::optional<std::string> literal_text(const Sequence& sequence) {
  std::string text;
  for (const Piece& piece : sequence) {
    const Pattern::Repeat* repeat = as_repeat(piece);
    if (repeat == nullptr || repeat->min != repeat->max) return std::nullopt;
    const std::optional<char32_t> character = repeat->set.single();
    if (!character || repeat->min > kMaxPieces - std::min(text.size(), kMaxPieces)) {
      return std::nullopt;
    }
    for (std::size_t i = 0; i != repeat->min; ++i) text += encode_utf8(*character);
  }
  return text;
}

std::variant<Sequences, Reason> concatenate(Sequences left, const Sequences& right) {
  if (left.size() * right.size() > kMaxSequences) return too_many_sequences();
  Sequences all;
  for (Sequence& head : left) {
    for (std::size_t i = 0; i != right.size(); ++i) {
      if (head.size() + right[i].size() > kMaxPieces) {
        return fmt::format("it is longer than {} characters", kMaxPieces);
      }
      // The head is copied for all but the last: a long text is put together character by
      // character.
      const bool is_last = i + 1 == right.size();
      Sequence& sequence = is_last ? all.emplace_back(std::move(head)) : all.emplace_back(head);
      sequence.insert(sequence.end(), right[i].begin(), right[i].end());
    }
  }
  return all;
}

Sequences collapse(Sequences choice) {
  if (choice.size() < 2) return choice;
  if (std::all_of(choice.begin(), choice.end(), is_one_character)) return as_class(choice);
  Sequences out;
  TextGatherer texts(out);
  for (Sequence& sequence : choice) {
    if (const std::optional<AnchoredText> anchored = anchored_text(sequence)) {
      texts.add(*anchored, sequence);
    } else {
      out.push_back(std::move(sequence));
    }
  }
  return out;
}

std::variant<Sequences, Reason> repeat_group(const Sequences& group, Quantifier quantifier,
                                             std::size_t begin, std::size_t end) {
  if (quantifier.min == 1 && quantifier.max == 1) return group;
  if (quantifier.max == 0 || only_empty(group)) return Sequences{{}};
  if (std::optional<Pattern::Repeat> repeat = repeated_repeat(group, quantifier)) {
    return Sequences{{{*std::move(repeat), begin, end}}};
  }
  if (!quantifier.max) return "a group that repeats needs backtracking";
  if (quantifier.min == 0 && quantifier.max == 1) {
    if (std::optional<Pattern::Alternatives> texts = optional_texts(group)) {
      return Sequences{{{*std::move(texts), begin, end}}};
    }
  }
  return unrolled(group, quantifier.min, *quantifier.max);
}

}  // namespace eventc::compiler::pattern_syntax
