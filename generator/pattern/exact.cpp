// SPDX-License-Identifier: Apache-2.0
#include "pattern/exact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "pattern/simplify.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

using Branches = std::vector<Pattern::Branch>;

CodePointSet first_character(const std::string& text) {
  const std::optional<DecodedCodePoint> first = decode_utf8(text, 0);
  assert(first);
  return CodePointSet({{first->code_point, first->code_point}});
}

/// What a step can begin with.
CodePointSet first_set(const Piece& piece) {
  if (const auto* repeat = std::get_if<Pattern::Repeat>(&piece.what)) return repeat->set;
  CodePointSet set;
  for (const std::string& text : std::get<Pattern::Alternatives>(piece.what).texts) {
    if (!text.empty()) set = united(set, first_character(text));
  }
  return set;
}

/// The characters that a step could take or leave: those behind a text that is the begin of
/// another, and those of a repeat whose count is not fixed.
CodePointSet open_set(const Piece& piece) {
  if (const auto* repeat = std::get_if<Pattern::Repeat>(&piece.what)) {
    const bool is_forced = repeat->min == repeat->max || repeat->tail;
    return is_forced ? CodePointSet() : repeat->set;
  }
  CodePointSet set;
  const std::vector<std::string>& texts = std::get<Pattern::Alternatives>(piece.what).texts;
  for (const std::string& text : texts) {
    for (const std::string& longer : texts) {
      if (longer.size() <= text.size() || !longer.starts_with(text)) continue;
      set = united(set, first_character(longer.substr(text.size())));
    }
  }
  return set;
}

/// A step with a choice that is not forced, and the step whose characters it could take.
struct Conflict {
  std::size_t step = 0;
  std::size_t follower = 0;
};

std::optional<Conflict> find_conflict(const Sequence& pieces) {
  for (std::size_t step = 0; step != pieces.size(); ++step) {
    const CodePointSet open = open_set(pieces[step]);
    if (open.empty()) continue;
    for (std::size_t follower = step + 1; follower != pieces.size(); ++follower) {
      if (open.intersects(first_set(pieces[follower]))) return Conflict{step, follower};
      if (!can_be_empty(pieces[follower])) break;
    }
  }
  return std::nullopt;
}

/// How many characters a step takes, if that is one number.
std::optional<std::size_t> fixed_length(const Piece& piece) {
  if (const auto* repeat = std::get_if<Pattern::Repeat>(&piece.what)) {
    if (repeat->min != repeat->max) return std::nullopt;
    return repeat->min;
  }
  const std::vector<std::string>& texts = std::get<Pattern::Alternatives>(piece.what).texts;
  const std::size_t length = count_code_points(texts.front());
  const bool is_fixed = std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
    return count_code_points(text) == length;
  });
  return is_fixed ? std::optional(length) : std::nullopt;
}

std::optional<std::size_t> fixed_tail(const Draft& draft, std::size_t behind) {
  if (!draft.anchored_end) return std::nullopt;
  std::size_t tail = 0;
  for (std::size_t i = behind + 1; i != draft.pieces.size(); ++i) {
    const std::optional<std::size_t> length = fixed_length(draft.pieces[i]);
    if (!length) return std::nullopt;
    tail += *length;
  }
  return tail;
}

/// The ways that a step has, one piece each. Nothing where they are too many.
std::vector<Piece> ways_of(const Piece& piece) {
  std::vector<Piece> ways;
  if (const auto* repeat = std::get_if<Pattern::Repeat>(&piece.what)) {
    if (!repeat->max || *repeat->max - repeat->min >= kMaxSequences) return ways;
    for (std::size_t count = repeat->min; count <= *repeat->max; ++count) {
      ways.push_back({Pattern::Repeat{repeat->set, count, count}, piece.begin, piece.end});
    }
    return ways;
  }
  for (const std::string& text : std::get<Pattern::Alternatives>(piece.what).texts) {
    ways.push_back({Pattern::Alternatives{{text}}, piece.begin, piece.end});
  }
  return ways;
}

Refusal refusal_of(const Sequence& pieces, const Conflict& conflict, std::string_view source) {
  const Piece& step = pieces[conflict.step];
  const Piece& follower = pieces[conflict.follower];
  const std::size_t begin = std::min(step.begin, follower.begin);
  const std::size_t end = std::max(step.end, follower.end);
  const std::string_view what = std::holds_alternative<Pattern::Repeat>(step.what)
                                    ? "the class before this one can take its characters"
                                    : "the choice before this can take its characters";
  return {follower.begin, fmt::format("{}: \"{}\"", what, source.substr(begin, end - begin))};
}

/// Drafts become branches one by one; a draft with a choice to make is put back once for each way.
class Resolver {
 public:
  Resolver(std::vector<Draft> drafts, std::string_view source)
      : open_(std::move(drafts)), source_(source) {}

  [[nodiscard]] std::variant<Branches, Refusal> resolve() {
    std::reverse(open_.begin(), open_.end());  // the first is taken first
    while (!open_.empty() && !refusal_) {
      Draft draft = std::move(open_.back());
      open_.pop_back();
      if (simplify(draft)) resolve_one(std::move(draft));
    }
    if (refusal_) return *std::move(refusal_);
    return std::move(branches_);
  }

 private:
  void resolve_one(Draft draft) {
    while (const std::optional<Conflict> conflict = find_conflict(draft.pieces)) {
      auto* repeat = std::get_if<Pattern::Repeat>(&draft.pieces[conflict->step].what);
      if (repeat != nullptr) repeat->tail = fixed_tail(draft, conflict->step);
      if (repeat != nullptr && repeat->tail) continue;
      split(draft, *conflict);
      return;
    }
    Pattern::Branch branch = finished(draft);
    if (std::find(branches_.begin(), branches_.end(), branch) == branches_.end()) {
      branches_.push_back(std::move(branch));
    }
    check_count(0);
  }

  void split(const Draft& draft, const Conflict& conflict) {
    const std::vector<Piece> ways = ways_of(draft.pieces[conflict.step]);
    if (ways.empty()) {
      refusal_ = refusal_of(draft.pieces, conflict, source_);
      return;
    }
    for (auto way = ways.rbegin(); way != ways.rend(); ++way) {
      open_.emplace_back(draft).pieces[conflict.step] = *way;
    }
    check_count(draft.pieces[conflict.step].begin);
  }

  void check_count(std::size_t offset) {
    if (branches_.size() + open_.size() <= kMaxSequences) return;
    refusal_ = Refusal{offset, fmt::format("it needs more than {} sequences", kMaxSequences)};
  }

  std::vector<Draft> open_;  // the last is next
  std::string_view source_;
  Branches branches_;
  std::optional<Refusal> refusal_;
};

bool matches_everything(const Pattern::Branch& branch) {
  return branch.steps.empty() && !(branch.anchored_begin && branch.anchored_end);
}

}  // namespace

std::variant<Branches, Refusal> exact_branches(const Sequences& sequences,
                                               std::string_view source) {
  std::vector<Draft> drafts;
  for (const Sequence& sequence : sequences) {
    std::variant<Draft, Refusal> draft = without_anchors(sequence);
    if (Refusal* refusal = std::get_if<Refusal>(&draft)) return std::move(*refusal);
    drafts.push_back(std::get<Draft>(std::move(draft)));
  }
  auto resolved = Resolver(std::move(drafts), source).resolve();
  if (auto* branches = std::get_if<Branches>(&resolved)) {
    const auto all = std::find_if(branches->begin(), branches->end(), matches_everything);
    if (all != branches->end()) *branches = {Pattern::Branch{}};
  }
  return resolved;
}

}  // namespace eventc::compiler::pattern_syntax
