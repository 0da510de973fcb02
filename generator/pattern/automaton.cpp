// SPDX-License-Identifier: Apache-2.0
#include "pattern/automaton.hpp"

#include <cstdint>
#include <deque>
#include <set>
#include <unordered_set>
#include <utility>

#include "pattern/code_points.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kMostStates = 4096;
constexpr std::size_t kMostCombinations = 200'000;

const CodePointSet& any_character() {
  static const CodePointSet kAny = CodePointSet().complement();
  return kAny;
}

struct Transition {
  CodePointSet set;
  std::size_t target = 0;
};

struct State {
  std::vector<Transition> transitions = {};
  /// Reached without a character. None once the automaton is made.
  std::vector<std::size_t> empty = {};
  bool accepts = false;
};

/// A nondeterministic automaton. The first state is the start.
class Automaton {
 public:
  static constexpr std::size_t kStart = 0;

  explicit Automaton(const Pattern& pattern) : states_(2), is_known_(!pattern.pcre2) {
    states_[kEnd].accepts = true;
    for (const Pattern::Branch& branch : pattern.branches) add(branch);
    if (is_complete()) drop_empty_moves();
  }

  [[nodiscard]] bool is_complete() const { return is_known_ && !is_too_large_; }
  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] const State& operator[](std::size_t state) const { return states_[state]; }

 private:
  void add(const Pattern::Branch& branch) {
    std::size_t at = add_state();
    states_[kStart].empty.push_back(at);
    if (!branch.anchored_begin) loop(at, any_character());
    for (const Pattern::Step& step : branch.steps) {
      if (is_too_large_) return;
      at = std::visit([&](const auto& one) { return add(one, at); }, step);
    }
    if (!branch.anchored_end) loop(at, any_character());
    states_[at].empty.push_back(kEnd);
  }

  /// Each adds a step behind a state and gives the state behind the step.
  std::size_t add(const Pattern::Literal& literal, std::size_t at) {
    return add_text(literal.text, at);
  }

  std::size_t add(const Pattern::Alternatives& alternatives, std::size_t at) {
    const std::size_t end = add_state();
    for (const std::string& text : alternatives.texts)
      states_[add_text(text, at)].empty.push_back(end);
    return end;
  }

  std::size_t add(const Pattern::Repeat& repeat, std::size_t at) {
    for (std::size_t i = 0; i < repeat.min && !is_too_large_; ++i) at = add_step(repeat.set, at);
    if (!repeat.max) {
      const std::size_t own = add_state();  // no other way may use the loop
      states_[at].empty.push_back(own);
      loop(own, repeat.set);
      return own;
    }
    const std::size_t end = add_state();
    for (std::size_t i = repeat.min; i < *repeat.max && !is_too_large_; ++i) {
      states_[at].empty.push_back(end);
      at = add_step(repeat.set, at);
    }
    states_[at].empty.push_back(end);
    return end;
  }

  std::size_t add_text(std::string_view text, std::size_t at) {
    for (std::size_t offset = 0; offset < text.size();) {
      const auto character = decode_utf8(text, offset);
      if (!character) return add_state();  // no text is this: nothing leads there
      const CodePointRange one{character->code_point, character->code_point};
      at = add_step(CodePointSet({one}), at);
      offset += character->size;
    }
    return at;
  }

  std::size_t add_step(const CodePointSet& set, std::size_t from) {
    const std::size_t to = add_state();
    states_[from].transitions.push_back({set, to});
    return to;
  }

  void loop(std::size_t state, const CodePointSet& set) {
    states_[state].transitions.push_back({set, state});
  }

  /// Each state takes over what those can do that it reaches without a character.
  void drop_empty_moves() {
    std::vector<State> without(states_.size());
    for (std::size_t state = 0; state < states_.size(); ++state) {
      for (const std::size_t reached : closure(state)) {
        const State& one = states_[reached];
        without[state].accepts = without[state].accepts || one.accepts;
        without[state].transitions.insert(without[state].transitions.end(), one.transitions.begin(),
                                          one.transitions.end());
      }
    }
    states_ = std::move(without);
  }

  /// The state and those that are reached from it without a character.
  [[nodiscard]] std::set<std::size_t> closure(std::size_t state) const {
    std::set<std::size_t> reached{state};
    std::vector<std::size_t> todo{state};
    while (!todo.empty()) {
      const std::size_t from = todo.back();
      todo.pop_back();
      for (const std::size_t to : states_[from].empty) {
        if (reached.insert(to).second) todo.push_back(to);
      }
    }
    return reached;
  }

  std::size_t add_state() {
    is_too_large_ = is_too_large_ || states_.size() >= kMostStates;
    states_.emplace_back();
    return states_.size() - 1;
  }

  static constexpr std::size_t kEnd = 1;

  std::vector<State> states_;
  bool is_known_;
  bool is_too_large_ = false;
};

/// Of a set that is not empty, the character that reads best.
char32_t typical(const CodePointSet& set) {
  for (const CodePointRange& liked : {CodePointRange{U'a', U'z'}, CodePointRange{U'0', U'9'},
                                      CodePointRange{U'A', U'Z'}, CodePointRange{U'!', U'~'}}) {
    const CodePointSet shared = common(set, CodePointSet({liked}));
    if (!shared.empty()) return shared.ranges().front().first;
  }
  return set.ranges().front().first;
}

/// Walks several automata at once. A combination has a state of each.
class Product {
 public:
  explicit Product(const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns) automata_.emplace_back(pattern);
  }

  CommonText run() {
    for (const Automaton& automaton : automata_) {
      if (!automaton.is_complete()) return {CommonText::Verdict::Undecided};
    }
    reach(Combination(automata_.size(), Automaton::kStart), kNone, U'\0');
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_.size() > kMostCombinations) return {CommonText::Verdict::Undecided};
      if (is_end(found_[i].states)) return {CommonText::Verdict::Found, text_to(i)};
      const Combination from = found_[i].states;
      step(i, from, any_character(), {});
    }
    return {CommonText::Verdict::None};
  }

 private:
  using Combination = std::vector<std::size_t>;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Found {
    Combination states;
    std::size_t before = kNone;
    char32_t character = U'\0';
  };

  [[nodiscard]] bool is_end(const Combination& states) const {
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (!automata_[i][states[i]].accepts) return false;
    }
    return true;
  }

  void reach(const Combination& states, std::size_t before, char32_t character) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < states.size(); ++i)
      number = number * automata_[i].size() + states[i];
    if (known_.insert(number).second) found_.push_back({states, before, character});
  }

  /// Every way for all automata to take the same character; `to` has those that have taken it.
  void step(std::size_t index, const Combination& from, const CodePointSet& set, Combination to) {
    const std::size_t automaton = to.size();
    if (automaton == automata_.size()) return reach(to, index, typical(set));
    for (const Transition& transition : automata_[automaton][from[automaton]].transitions) {
      if (!set.intersects(transition.set)) continue;
      to.push_back(transition.target);
      step(index, from, common(set, transition.set), to);
      to.pop_back();
    }
  }

  [[nodiscard]] std::string text_to(std::size_t index) const {
    std::vector<char32_t> characters;
    for (; found_[index].before != kNone; index = found_[index].before)
      characters.push_back(found_[index].character);
    std::string text;
    for (auto c = characters.rbegin(); c != characters.rend(); ++c) text += encode_utf8(*c);
    return text;
  }

  std::vector<Automaton> automata_;
  std::deque<Found> found_;
  /// Combinations, numbered: at most five automata of 4,096 states.
  std::unordered_set<std::uint64_t> known_;
};

}  // namespace

CommonText find_common_text(const std::vector<Pattern>& patterns) {
  constexpr std::size_t kMostPatterns = 5;  // so that combinations have numbers
  if (patterns.empty()) return {CommonText::Verdict::Found};
  if (patterns.size() > kMostPatterns) return {CommonText::Verdict::Undecided};
  return Product(patterns).run();
}

std::optional<bool> matches(const Pattern& pattern, std::string_view text) {
  const CommonText common = find_common_text({pattern, text_pattern(text)});
  if (common.verdict == CommonText::Verdict::Undecided) return std::nullopt;
  return common.verdict == CommonText::Verdict::Found;
}

Pattern length_pattern(std::size_t min, std::optional<std::size_t> max) {
  Pattern::Branch branch{.anchored_begin = true, .anchored_end = true, .steps = {}};
  if (max != 0U) branch.steps.emplace_back(Pattern::Repeat{any_character(), min, max});
  return {.source = "", .branches = {std::move(branch)}};
}

Pattern text_pattern(std::string_view text) {
  Pattern::Branch branch{.anchored_begin = true, .anchored_end = true, .steps = {}};
  if (!text.empty()) branch.steps.emplace_back(Pattern::Literal{std::string(text)});
  return {.source = "", .branches = {std::move(branch)}};
}

}  // namespace eventc::compiler
