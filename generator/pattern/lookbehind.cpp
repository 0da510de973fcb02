// SPDX-License-Identifier: Apache-2.0
#include "pattern/lookbehind.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr std::size_t kMaxWays = 256;
constexpr std::uint64_t kMaxLength = 65535;

/// Terms of fixed length, one after the other.
struct Way {
  std::uint64_t length = 0;
  Alternative terms = {};
};
using Ways = std::vector<Way>;

Ways nothing_taken() { return {Way{}}; }

/// After a refusal there are no ways, and loops stop.
class Splitter {
 public:
  explicit Splitter(std::string_view source) : source_(source) {}

  [[nodiscard]] std::variant<Disjunction, Refusal> run(const Disjunction& lookbehind) {
    Disjunction alternatives;
    for (Way& way : ways_of(lookbehind)) alternatives.push_back(std::move(way.terms));
    if (refusal_) return *std::move(refusal_);
    return alternatives;
  }

 private:
  Ways ways_of(const Disjunction& disjunction) {
    Ways ways;
    for (const Alternative& alternative : disjunction) {
      Ways more = ways_of(alternative);
      std::move(more.begin(), more.end(), std::back_inserter(ways));
    }
    return ways;
  }

  Ways ways_of(const Alternative& alternative) {
    Ways ways = nothing_taken();
    for (const Term& term : alternative) {
      const Ways next = ways_of(term);
      ways = joined(ways, next, term);
    }
    return ways;
  }

  Ways ways_of(const Term& term) {
    if (!term.quantifier.max)
      return refuse(
          term, fmt::format("PCRE2 can not look behind without a limit: \"{}\"", text_of(term)));
    if (std::holds_alternative<BackReference>(term.what))
      return refuse(term, fmt::format("PCRE2 can not look behind for \"{}\", whose length varies",
                                      text_of(term)));
    if (std::max(term.quantifier.min, *term.quantifier.max) > kMaxLength) return too_long(term);
    if (const auto* group = std::get_if<Group>(&term.what))
      return repeated(grouped(*group, term), term);
    if (std::holds_alternative<CharacterClass>(term.what)) return repeated({{1, {term}}}, term);
    return {{0, {term}}};
  }

  /// The group with the alternatives of one length, for each length that there is.
  Ways grouped(const Group& group, const Term& term) {
    std::map<std::uint64_t, Disjunction> by_length;
    for (Way& way : ways_of(group.body)) by_length[way.length].push_back(std::move(way.terms));
    Ways ways;
    for (auto& [length, alternatives] : by_length) {
      Term one = term;
      one.what = Group{std::move(alternatives), group.number};
      ways.push_back({length, {std::move(one)}});
    }
    return ways;
  }

  /// What a term takes once, as often as it is to be taken.
  Ways repeated(Ways once, const Term& term) {
    Ways ways;
    Ways so_far = nothing_taken();
    const bool is_fixed = once.size() == 1;
    for (std::uint64_t count = 0; count <= *term.quantifier.max && !refusal_; ++count) {
      if (count >= term.quantifier.min) {
        if (is_fixed) so_far = times(once.front(), count);
        ways.insert(ways.end(), so_far.begin(), so_far.end());
        check(ways, term);
      }
      if (!is_fixed && count != *term.quantifier.max)
        so_far = joined(so_far, unquantified(once), term);
    }
    return ways;
  }

  static Ways times(Way way, std::uint64_t count) {
    if (count == 0) return nothing_taken();
    way.terms.front().quantifier = {count, count};
    way.length *= count;
    return {std::move(way)};
  }

  static Ways unquantified(Ways ways) {
    for (Way& way : ways) way.terms.front().quantifier = {};
    return ways;
  }

  Ways joined(const Ways& left, const Ways& right, const Term& term) {
    Ways ways;
    for (const Way& head : left) {
      for (const Way& tail : right) {
        Way way{head.length + tail.length, head.terms};
        way.terms.insert(way.terms.end(), tail.terms.begin(), tail.terms.end());
        ways.push_back(std::move(way));
        check(ways, term);
        if (refusal_) return {};
      }
    }
    return ways;
  }

  void check(const Ways& ways, const Term& term) {
    if (ways.empty()) return;
    if (ways.back().length > kMaxLength) too_long(term);
    if (ways.size() > kMaxWays) {
      refuse(term, fmt::format("it looks behind for more than {} combinations of lengths, each of "
                               "which PCRE2 needs apart",
                               kMaxWays));
    }
  }

  Ways too_long(const Term& term) {
    return refuse(term,
                  fmt::format("PCRE2 can not look behind for more than {} characters", kMaxLength));
  }

  Ways refuse(const Term& term, std::string reason) {
    if (!refusal_) refusal_ = Refusal{term.begin, std::move(reason)};
    return {};
  }

  [[nodiscard]] std::string_view text_of(const Term& term) const {
    return source_.substr(term.begin, term.end - term.begin);
  }

  std::string_view source_;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::variant<Disjunction, Refusal> with_fixed_lengths(const Disjunction& lookbehind,
                                                      std::string_view source) {
  return Splitter(source).run(lookbehind);
}

}  // namespace eventc::compiler::pattern_syntax
