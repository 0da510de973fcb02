// SPDX-License-Identifier: Apache-2.0
#include "route/event_forms.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace eventc::compiler {
namespace {

/// Schemas may require themselves; nobody looks deeper.
constexpr std::size_t kDeepest = 8;
/// Of unions below one another.
constexpr std::size_t kMostBodies = 16;
/// Objects and arrays that are looked into: what requires itself in several places multiplies at
/// every level.
constexpr std::size_t kMostEntered = 1000;

/// What is known of a value that is there.
struct Body {
  PathFacts facts;
  /// The first items of lists that may be empty.
  std::vector<PathFacts> first_items;
};

Path below(const Path& path, PathStep step) {
  Path longer = path;
  longer.push_back(std::move(step));
  return longer;
}

bool is_within(const Path& inner, const Path& outer) {
  return inner.size() >= outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

bool is_in_list(const PathFact& fact) {
  return std::any_of(fact.path.begin(), fact.path.end(),
                     [](const PathStep& step) { return step.first_item; });
}

bool has_values(const PathFact& fact) { return fact.outcome.values.has_value(); }

bool begins_fixed(const PathFact& fact) {
  return fact.outcome.types == kString && fact.outcome.pattern &&
         has_fixed_begin(*fact.outcome.pattern);
}

bool is_object(const PathFact& fact) { return fact.outcome.types == kObject && !fact.path.empty(); }

bool is_mark(const PathFact& fact) {
  return has_values(fact) || begins_fixed(fact) || is_object(fact);
}

bool any_mark(const PathFacts& facts) { return std::any_of(facts.begin(), facts.end(), is_mark); }

PathFact presence(const PathFact& fact) { return {fact.path, Outcome{}}; }

void append(PathFacts& facts, const PathFacts& more) {
  facts.insert(facts.end(), more.begin(), more.end());
}

/// Walks what a schema requires.
class BodyFinder {
 public:
  explicit BodyFinder(const NormalForm& form) : form_(form) {}

  /// Of a value to which all schemas of the pack apply: one for each way that it can be. None where
  /// no value can be it.
  [[nodiscard]] std::vector<Body> find(const Pack& pack, const Path& path) {
    const Outcome outcome = closed_outcome(form_, pack);
    if (outcome.types.empty()) return {};
    Body own;
    // That a payload is an object, or can be one, tells nothing.
    if (!path.empty() || !outcome.types.has(kObject)) own.facts.push_back({path, outcome});
    if (outcome.types != kObject && outcome.types != kArray) return {own};
    if (path.size() == kDeepest || entered_ == kMostEntered) return {own};
    ++entered_;
    if (outcome.types == kObject) return with_members(own, pack, path);
    return with_first_item(std::move(own), pack, path);
  }

 private:
  [[nodiscard]] std::vector<Body> with_members(const Body& own, const Pack& pack,
                                               const Path& path) {
    const auto packs = possible_packs(form_, pack);
    std::vector<Body> all;
    for (const Pack& possible : packs.value_or(std::vector<Pack>{pack})) {
      for (Body& body : with_required(own, possible, path)) {
        const bool is_known = std::any_of(all.begin(), all.end(), [&](const Body& other) {
          return other.facts == body.facts && other.first_items == body.first_items;
        });
        if (!is_known) all.push_back(std::move(body));
      }
    }
    return all.size() <= kMostBodies ? all : with_required(own, pack, path);
  }

  [[nodiscard]] std::vector<Body> with_required(const Body& own, const Pack& pack,
                                                const Path& path) {
    std::vector<Body> bodies{own};
    for (const std::string& name : required_members(form_, pack)) {
      const PathStep step{.first_item = false, .member = name};
      const Child child = child_of(form_, pack, step);
      if (!child.possible) return {};
      bodies = each_with_each(bodies, find(child.pack, below(path, step)));
    }
    return bodies;
  }

  [[nodiscard]] std::vector<Body> with_first_item(Body own, const Pack& pack, const Path& path) {
    const PathStep step{.first_item = true};
    const Child child = child_of(form_, pack, step);
    if (!child.possible) return {own};
    const std::vector<Body> items = find(child.pack, below(path, step));
    if (!child.may_be_absent) return each_with_each({own}, items);
    for (const Body& item : items) own.first_items.push_back(item.facts);
    return {own};
  }

  /// Where these are too many, the second ones keep only what they have in common: their first
  /// fact, which says that they are there.
  [[nodiscard]] static std::vector<Body> each_with_each(const std::vector<Body>& first,
                                                        std::vector<Body> second) {
    if (second.size() > 1 && first.size() * second.size() > kMostBodies) {
      second = {Body{{second.front().facts.front()}, {}}};
    }
    std::vector<Body> all;
    for (const Body& left : first) {
      for (const Body& right : second) {
        Body both = left;
        append(both.facts, right.facts);
        both.first_items.insert(both.first_items.end(), right.first_items.begin(),
                                right.first_items.end());
        all.push_back(std::move(both));
      }
    }
    return all;
  }

  const NormalForm& form_;
  std::size_t entered_ = 0;
};

/// The optional members of a root that tell of themselves whose they are.
PathFacts find_evidence(const NormalForm& form, const Pack& root) {
  PathFacts evidence;
  for (const auto& [name, child] : properties_of(form, root)) {
    if (!child.possible || !child.may_be_absent) continue;
    const PathFact fact{{{.first_item = false, .member = name}}, closed_outcome(form, child.pack)};
    if (!has_values(fact) && !begins_fixed(fact)) continue;
    const bool is_new = std::find(evidence.begin(), evidence.end(), fact) == evidence.end();
    if (is_new) evidence.push_back(fact);
  }
  return evidence;
}

/// The facts of each form of a body. What tells an event even where its lists are empty needs no
/// items.
std::vector<PathFacts> split(const NormalForm& form, const Pack& root, const Body& body) {
  std::vector<PathFacts> with_items;
  std::vector<Path> lists;
  for (const PathFacts& item : body.first_items) {
    if (!any_mark(item)) continue;
    PathFacts facts = body.facts;
    append(facts, item);
    with_items.push_back(std::move(facts));
    Path list = item.front().path;
    list.pop_back();
    lists.push_back(std::move(list));
  }
  const bool says_more_than_lists =
      std::any_of(body.facts.begin(), body.facts.end(), [&](const PathFact& fact) {
        return std::none_of(lists.begin(), lists.end(),
                            [&](const Path& list) { return is_within(list, fact.path); });
      });
  if (says_more_than_lists) return {body.facts};
  for (const PathFact& evidence : find_evidence(form, root)) {
    with_items.push_back(body.facts);
    with_items.back().push_back(evidence);
  }
  return with_items;
}

/// Whether the value of a fact is above another's, which so says that it is there and what it is.
bool follows_from(const PathFact& fact, const PathFact& deeper) {
  if (fact.outcome.values || fact.outcome.pattern) return false;
  if (deeper.path.size() <= fact.path.size() || !is_within(deeper.path, fact.path)) return false;
  return fact.outcome.types.has(deeper.path[fact.path.size()].first_item ? kArray : kObject);
}

bool is_narrower(const Outcome& one, const Outcome& than) {
  if (than.values) {
    return one.values && std::all_of(one.values->begin(), one.values->end(), [&](const Json& v) {
             return std::find(than.values->begin(), than.values->end(), v) != than.values->end();
           });
  }
  if (than.pattern && (!one.pattern || one.pattern->source != than.pattern->source)) return false;
  if (!one.values) return visible(one.types).without(visible(than.types)).empty();
  return std::all_of(one.values->begin(), one.values->end(),
                     [&](const Json& v) { return visible(than.types).has(type_of_value(v)); });
}

bool follows_from_any(const PathFact& fact, const PathFacts& facts) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const PathFact& other) { return follows_from(fact, other); });
}

void drop_what_follows(PathFacts& facts) {
  const PathFacts all = facts;
  std::erase_if(facts, [&](const PathFact& fact) { return follows_from_any(fact, all); });
}

/// What a payload of either form has, among the facts of the one.
PathFacts common_facts(const PathFacts& one, const PathFacts& other) {
  PathFacts common = one;
  std::erase_if(common, [&](const PathFact& fact) { return !includes(other, {fact}); });
  return common;
}

/// Of forms of one event, those whose facts include another's are no forms of their own: the other
/// stands for both, and requires what both do.
void merge_included(std::vector<EventForm>& forms) {
  std::vector<EventForm> kept;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    bool is_needed = true;
    EventForm merged = forms[i];
    for (std::size_t j = 0; j < forms.size(); ++j) {
      if (i == j) continue;
      const bool is_in = includes(forms[i].routing, forms[j].routing);
      const bool holds = includes(forms[j].routing, forms[i].routing);
      if (is_in && !(holds && i < j)) is_needed = false;
      if (holds) merged.required = common_facts(merged.required, forms[j].required);
    }
    if (is_needed) kept.push_back(std::move(merged));
  }
  forms = std::move(kept);
}

}  // namespace

EventForms find_forms(const NormalForm& form, const Pack& root) {
  EventForms found;
  for (const Body& body : BodyFinder(form).find(root, {})) {
    const std::vector<PathFacts> ways = split(form, root, body);
    if (ways.empty() && body.facts.empty()) found.lacks_branch = true;
    for (const PathFacts& facts : ways) found.forms.push_back({facts, choose_routing_facts(facts)});
  }
  merge_included(found.forms);
  return found;
}

PathFacts choose_routing_facts(const PathFacts& required) {
  if (!any_mark(required)) {
    PathFacts all = required;
    drop_what_follows(all);
    return all;
  }
  const bool has_value = std::any_of(required.begin(), required.end(), has_values);
  const bool is_told = has_value || std::any_of(required.begin(), required.end(), begins_fixed);
  PathFacts routing;
  for (const PathFact& fact : required) {
    const bool tells = has_value ? has_values(fact) : begins_fixed(fact);
    const bool is_part = is_object(fact) && !(is_told && is_in_list(fact));
    if (tells || (is_part && !is_told)) {
      routing.push_back(fact);
    } else if (is_part || fact.path.size() == 1) {
      routing.push_back(presence(fact));
    }
  }
  drop_what_follows(routing);
  return routing;
}

void add_routing_fact(PathFacts& routing, PathFact fact) {
  const auto same_path = std::find_if(routing.begin(), routing.end(), [&](const PathFact& other) {
    return other.path == fact.path;
  });
  if (same_path != routing.end()) {
    same_path->outcome = std::move(fact.outcome);
  } else {
    routing.push_back(std::move(fact));
  }
  drop_what_follows(routing);
}

bool includes(const PathFacts& more, const PathFacts& less) {
  return std::all_of(less.begin(), less.end(), [&](const PathFact& fact) {
    return follows_from_any(fact, more) ||
           std::any_of(more.begin(), more.end(), [&](const PathFact& other) {
             return other.path == fact.path && is_narrower(other.outcome, fact.outcome);
           });
  });
}

}  // namespace eventc::compiler
