// SPDX-License-Identifier: Apache-2.0
#include "pattern/simplify.hpp"

#include <algorithm>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

/// Longer runs of one character stay repeats.
constexpr std::size_t kLongestRun = 32;

Pattern::Repeat* as_repeat(Piece& piece) { return std::get_if<Pattern::Repeat>(&piece.what); }

const Pattern::Repeat* as_repeat(const Piece& piece) {
  return std::get_if<Pattern::Repeat>(&piece.what);
}

const Pattern::Alternatives* as_alternatives(const Piece& piece) {
  return std::get_if<Pattern::Alternatives>(&piece.what);
}

bool is_impossible(const Piece& piece) {
  const Pattern::Repeat* repeat = as_repeat(piece);
  return repeat != nullptr && repeat->set.empty() && repeat->min > 0;
}

bool is_idle(const Piece& piece) {
  if (const Pattern::Repeat* repeat = as_repeat(piece)) {
    return repeat->set.empty() || repeat->max == 0;
  }
  const std::vector<std::string>& texts = as_alternatives(piece)->texts;
  return texts.size() == 1 && texts[0].empty();
}

/// x{a,b}x{c,d} is x{a+c,b+d}: the sums of two intervals leave no gap.
Sequence joined(const Sequence& pieces) {
  Sequence out;
  for (const Piece& piece : pieces) {
    const Pattern::Repeat* next = as_repeat(piece);
    Pattern::Repeat* last = out.empty() ? nullptr : as_repeat(out.back());
    if (next == nullptr || last == nullptr || last->set != next->set) {
      out.push_back(piece);
      continue;
    }
    last->min += next->min;
    last->max = last->max && next->max ? std::optional(*last->max + *next->max) : std::nullopt;
    out.back().end = std::max(out.back().end, piece.end);
  }
  return out;
}

/// At an end that is not anchored a repeat needs to take no more than it must. False where it must
/// take nothing.
bool trim(Piece& piece) {
  if (can_be_empty(piece)) return false;
  if (Pattern::Repeat* repeat = as_repeat(piece)) repeat->max = repeat->min;
  return true;
}

void trim_begin(Sequence& pieces) {
  while (!pieces.empty() && !trim(pieces.front())) pieces.erase(pieces.begin());
}

/// A text that begins with another alternative adds nothing where anything may follow.
void keep_shortest(std::vector<std::string>& texts) {
  const std::vector<std::string> all = texts;
  std::erase_if(texts, [&](const std::string& text) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
      return text != other && text.starts_with(other);
    });
  });
}

void trim_end(Sequence& pieces) {
  while (!pieces.empty() && !trim(pieces.back())) pieces.pop_back();
  if (pieces.empty()) return;
  if (auto* alternatives = std::get_if<Pattern::Alternatives>(&pieces.back().what)) {
    keep_shortest(alternatives->texts);
  }
}

void put_longer_first(std::vector<std::string>& texts) {
  const auto is_begun_by_later = [&](const std::string& text) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& other) {
      return text != other && other.starts_with(text);
    });
  };
  if (std::none_of(texts.begin(), texts.end(), is_begun_by_later)) return;
  std::stable_sort(texts.begin(), texts.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

void add_literal(std::vector<Pattern::Step>& steps, std::string text) {
  auto* literal = steps.empty() ? nullptr : std::get_if<Pattern::Literal>(&steps.back());
  if (literal != nullptr) {
    literal->text += text;
  } else {
    steps.emplace_back(Pattern::Literal{std::move(text)});
  }
}

void add_repeat(std::vector<Pattern::Step>& steps, const Pattern::Repeat& repeat) {
  const std::optional<char32_t> character = repeat.set.single();
  if (!character || repeat.min != repeat.max || repeat.min > kLongestRun) {
    steps.emplace_back(repeat);
    return;
  }
  for (std::size_t i = 0; i != repeat.min; ++i) add_literal(steps, encode_utf8(*character));
}

}  // namespace

std::variant<Draft, Refusal> without_anchors(const Sequence& sequence) {
  Draft draft;
  for (const Piece& piece : sequence) {
    const Anchor* anchor = std::get_if<Anchor>(&piece.what);
    if (anchor == nullptr) {
      if (draft.anchored_end) return Refusal{piece.begin, "\"$\" stands before something"};
      draft.pieces.push_back(piece);
    } else if (*anchor == Anchor::End) {
      draft.anchored_end = true;
    } else if (draft.pieces.empty() && !draft.anchored_end) {
      draft.anchored_begin = true;
    } else {
      return Refusal{piece.begin, "\"^\" stands behind something"};
    }
  }
  return draft;
}

bool can_be_empty(const Piece& piece) {
  if (const Pattern::Repeat* repeat = as_repeat(piece)) return repeat->min == 0;
  const std::vector<std::string>& texts = as_alternatives(piece)->texts;
  return std::any_of(texts.begin(), texts.end(), [](const std::string& t) { return t.empty(); });
}

bool simplify(Draft& draft) {
  if (std::any_of(draft.pieces.begin(), draft.pieces.end(), is_impossible)) return false;
  std::erase_if(draft.pieces, is_idle);
  for (Piece& piece : draft.pieces) {
    if (Pattern::Repeat* repeat = as_repeat(piece)) repeat->tail.reset();
  }
  draft.pieces = joined(draft.pieces);
  if (!draft.anchored_begin) trim_begin(draft.pieces);
  if (!draft.anchored_end) trim_end(draft.pieces);
  return true;
}

Pattern::Branch finished(const Draft& draft) {
  Pattern::Branch branch{draft.anchored_begin, draft.anchored_end, {}};
  for (const Piece& piece : draft.pieces) {
    if (const Pattern::Repeat* repeat = as_repeat(piece)) {
      add_repeat(branch.steps, *repeat);
    } else if (as_alternatives(piece)->texts.size() == 1) {
      add_literal(branch.steps, as_alternatives(piece)->texts[0]);
    } else {
      Pattern::Alternatives alternatives = *as_alternatives(piece);
      put_longer_first(alternatives.texts);
      branch.steps.emplace_back(std::move(alternatives));
    }
  }
  return branch;
}

}  // namespace eventc::compiler::pattern_syntax
