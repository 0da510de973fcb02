// SPDX-License-Identifier: Apache-2.0
#include "pattern/captures.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

/// A term in the alternative that holds it.
struct Step {
  const Alternative* in = nullptr;
  std::size_t index = 0;

  [[nodiscard]] const Term& term() const { return (*in)[index]; }
};

/// From the pattern down to a term.
using Path = std::vector<Step>;

bool is_on(const Path& path, const Term& term) {
  return std::any_of(path.begin(), path.end(),
                     [&](const Step& step) { return &step.term() == &term; });
}

const Disjunction* body_of(const Term& term) {
  if (const auto* group = std::get_if<Group>(&term.what)) return &group->body;
  const auto* around = std::get_if<Lookaround>(&term.what);
  return around == nullptr ? nullptr : &around->body;
}

bool has_turns(const Quantifier& quantifier) { return !quantifier.max || *quantifier.max > 1; }

bool has_optional_turns(const Quantifier& quantifier) {
  return !quantifier.max || quantifier.min < *quantifier.max;
}

bool may_be_empty(const Disjunction& disjunction);

bool may_be_empty(const Term& term) {
  if (term.quantifier.min == 0) return true;
  if (std::holds_alternative<CharacterClass>(term.what)) return false;
  const auto* group = std::get_if<Group>(&term.what);
  return group == nullptr || may_be_empty(group->body);
}

bool may_be_empty(const Disjunction& disjunction) {
  return std::any_of(disjunction.begin(), disjunction.end(), [](const Alternative& alternative) {
    return std::all_of(alternative.begin(), alternative.end(),
                       [](const Term& term) { return may_be_empty(term); });
  });
}

bool may_turn_without_taking(const Term& term) {
  const auto* group = std::get_if<Group>(&term.what);
  return group != nullptr && has_optional_turns(term.quantifier) && may_be_empty(group->body);
}

/// Whether a term or anything below it may.
bool may_turn_without_taking(const Disjunction& disjunction) {
  const auto any_in = [](const Term& term) {
    const Disjunction* const body = body_of(term);
    return may_turn_without_taking(term) || (body != nullptr && may_turn_without_taking(*body));
  };
  return std::any_of(disjunction.begin(), disjunction.end(), [&](const Alternative& alternative) {
    return std::any_of(alternative.begin(), alternative.end(), any_in);
  });
}

bool surely_sets(const Disjunction& disjunction, std::size_t group);

/// Whether a group is set whenever the term has matched.
bool surely_sets(const Term& term, std::size_t group) {
  const auto* own = std::get_if<Group>(&term.what);
  const auto* around = std::get_if<Lookaround>(&term.what);
  const Disjunction* const body = body_of(term);
  if (body == nullptr || term.quantifier.min == 0 || (around != nullptr && around->negated))
    return false;
  return (own != nullptr && own->number == group) || surely_sets(*body, group);
}

bool surely_sets(const Disjunction& disjunction, std::size_t group) {
  return std::all_of(disjunction.begin(), disjunction.end(), [&](const Alternative& alternative) {
    return std::any_of(alternative.begin(), alternative.end(),
                       [&](const Term& term) { return surely_sets(term, group); });
  });
}

/// Whether what stands before the path's end, and below its first `above` steps, surely sets it.
bool is_set_before(const Path& path, std::size_t above, std::size_t group) {
  return std::any_of(
      path.begin() + static_cast<std::ptrdiff_t>(above), path.end(), [&](const Step& step) {
        const auto end = step.in->begin() + static_cast<std::ptrdiff_t>(step.index);
        return std::any_of(step.in->begin(), end,
                           [&](const Term& term) { return surely_sets(term, group); });
      });
}

class Planner {
 public:
  [[nodiscard]] std::variant<CapturePlan, Refusal> run(const Regex& regex) {
    collect(regex.body);
    for (const Path& reference : references_) {
      for (const std::size_t group : groups_of(reference)) {
        plan_.captures[group] = 0;
        check(reference, group);
      }
    }
    for (const Term* const term : forgetful_) check_subroutine(*term);
    if (refusal_) return *std::move(refusal_);
    if (!references_.empty()) number(regex.body);
    return std::move(plan_);
  }

 private:
  static const std::vector<std::size_t>& groups_of(const Path& reference) {
    return std::get<BackReference>(reference.back().term().what).groups;
  }

  void collect(const Disjunction& disjunction) {
    for (const Alternative& alternative : disjunction) {
      for (std::size_t i = 0; i != alternative.size(); ++i) {
        path_.push_back({&alternative, i});
        const Term& term = alternative[i];
        const auto* group = std::get_if<Group>(&term.what);
        if (group != nullptr && group->number != 0) groups_[group->number] = path_;
        if (std::holds_alternative<BackReference>(term.what)) references_.push_back(path_);
        if (const Disjunction* const body = body_of(term)) collect(*body);
        path_.pop_back();
      }
    }
  }

  /// Everything around the group, from the outside.
  void check(const Path& reference, std::size_t group) {
    const Path& path = groups_.at(group);
    const bool is_never_seen = std::any_of(path.begin(), path.end(), [&](const Step& step) {
      const auto* around = std::get_if<Lookaround>(&step.term().what);
      return around != nullptr && around->negated && !is_on(reference, step.term());
    });
    if (is_never_seen) return;
    for (std::size_t i = 0; i != path.size(); ++i) {
      const Term& term = path[i].term();
      if (is_on(reference, term)) {
        const bool forgets = has_turns(term.quantifier) && !is_set_before(reference, i + 1, group);
        if (forgets) add_forgetful(term);
        continue;
      }
      const bool forgets = has_turns(term.quantifier) && !surely_sets(*body_of(term), group);
      if (forgets && !is_capture(term, group)) add_forgetful(term);
      const bool is_group = std::holds_alternative<Group>(term.what);
      const bool has_empty_turns =
          is_group ? may_turn_without_taking(term) : may_turn_without_taking(*body_of(term));
      if (has_empty_turns) {
        refuse(reference,
               "it refers to a group in a repeat that may take nothing, which PCRE2 counts as a "
               "turn and ECMA-262 does not");
      }
    }
  }

  static bool is_capture(const Term& term, std::size_t group) {
    const auto* own = std::get_if<Group>(&term.what);
    return own != nullptr && own->number == group;
  }

  void add_forgetful(const Term& term) {
    if (std::find(forgetful_.begin(), forgetful_.end(), &term) == forgetful_.end())
      forgetful_.push_back(&term);
  }

  /// A subroutine forgets for the whole pattern: nobody outside may ask.
  void check_subroutine(const Term& term) {
    plan_.subroutines[term.begin] = 0;
    for (const Path& reference : references_) {
      if (is_on(reference, term)) continue;
      for (const std::size_t group : groups_of(reference)) {
        if (!is_on(groups_.at(group), term)) continue;
        refuse(reference,
               "it refers to a group that a turn of a repeat need not set, and PCRE2 can not "
               "forget what an earlier turn set");
      }
    }
  }

  void number(const Disjunction& disjunction) {
    for (const Alternative& alternative : disjunction) {
      for (const Term& term : alternative) {
        const auto subroutine = plan_.subroutines.find(term.begin);
        const auto* group = std::get_if<Group>(&term.what);
        if (group != nullptr && subroutine != plan_.subroutines.end()) subroutine->second = ++last_;
        const auto capture =
            group == nullptr ? plan_.captures.end() : plan_.captures.find(group->number);
        if (capture != plan_.captures.end()) capture->second = ++last_;
        if (const Disjunction* const body = body_of(term)) number(*body);
      }
    }
  }

  void refuse(const Path& reference, std::string reason) {
    if (!refusal_) refusal_ = Refusal{reference.back().term().begin, std::move(reason)};
  }

  Path path_;  // of where collect() is
  std::map<std::size_t, Path> groups_;
  std::vector<Path> references_;
  /// Repeated groups whose turns must not see what earlier turns captured.
  std::vector<const Term*> forgetful_;
  std::size_t last_ = 0;
  CapturePlan plan_;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::variant<CapturePlan, Refusal> plan_captures(const Regex& regex) {
  return Planner().run(regex);
}

}  // namespace eventc::compiler::pattern_syntax
