// SPDX-License-Identifier: Apache-2.0
#include "pattern/to_pcre2.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pattern/captures.hpp"
#include "pattern/class_text.hpp"
#include "pattern/lookbehind.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr std::uint64_t kMaxRepeat = 65535;

/// PCRE2 compiles to 65536 bytes at the most, as Debian builds it. What the estimate below leaves
/// out is small.
constexpr std::uint64_t kMaxSize = 60000;

std::size_t utf8_size(const CharacterClass& one) {
  return encode_utf8(one.set.ranges().front().first).size();
}

std::string quantifier_text(const Quantifier& quantifier) {
  const std::string_view lazy = quantifier.lazy ? "?" : "";
  const std::uint64_t min = quantifier.min;
  if (!quantifier.max) {
    if (min <= 1) return fmt::format("{}{}", min == 0 ? '*' : '+', lazy);
    return fmt::format("{{{},}}{}", min, lazy);
  }
  if (min == *quantifier.max) return min == 1 ? "" : fmt::format("{{{}}}", min);
  if (min == 0 && *quantifier.max == 1) return fmt::format("?{}", lazy);
  return fmt::format("{{{},{}}}{}", min, *quantifier.max, lazy);
}

/// After a refusal nothing more is written.
class Translator {
 public:
  Translator(CapturePlan plan, std::string_view source) : plan_(std::move(plan)), source_(source) {}

  [[nodiscard]] std::variant<std::string, Refusal> run(const Regex& regex) {
    write(regex.body);
    if (size_ > kMaxSize) refuse(0, "PCRE2 can not compile it: it is too large");
    if (refusal_) return *std::move(refusal_);
    return std::move(text_);
  }

 private:
  void write(const Disjunction& disjunction) {
    for (const Alternative& alternative : disjunction) {
      if (&alternative != &disjunction.front()) text_ += '|';
      size_ += 3;
      for (const Term& term : alternative) write(term);
    }
  }

  void write(const Term& term) {
    if (refusal_) return;
    const Quantifier& quantifier = term.quantifier;
    if (std::max(quantifier.min, quantifier.max.value_or(0)) > kMaxRepeat)
      return refuse(term.begin, fmt::format("PCRE2 counts to {} at the most", kMaxRepeat));
    std::visit([&](const auto& what) { write(what, term); }, term.what);
  }

  void write(const CharacterClass& characters, const Term& term) {
    constexpr std::uint64_t kBitmap = 44;
    constexpr std::uint64_t kRange = 9;
    text_ += pcre2_class(characters) + quantifier_text(term.quantifier);
    const Quantifier& quantifier = term.quantifier;
    const bool is_once = quantifier.min == 1 && quantifier.max == 1;
    const bool is_one = characters.properties.empty() && characters.set.single();
    const std::size_t ranges = characters.set.ranges().size() + characters.properties.size();
    size_ += !is_one ? kBitmap + kRange * ranges : is_once ? 1 + utf8_size(characters) : 14;
  }

  void write(Anchor anchor, const Term&) {
    text_ += anchor == Anchor::Begin ? "^" : "\\z";
    ++size_;
  }

  void write(const WordBoundary& boundary, const Term&) {
    text_ += boundary.negated ? "\\B" : "\\b";
    ++size_;
  }

  /// Of several groups one at the most is set, and the others match the empty text. (Without a
  /// group around it, PCRE2 10.42 lets a reference with a count fail where its group is not set.)
  void write(const BackReference& reference, const Term& term) {
    std::string all;
    for (const std::size_t group : reference.groups)
      all += fmt::format("\\g{{{}}}", plan_.captures.at(group));
    const std::string quantifier = quantifier_text(term.quantifier);
    text_ += quantifier.empty() ? all : fmt::format("(?:{}){}", all, quantifier);
    add_size(size_, copies(term.quantifier), 10 * reference.groups.size());
  }

  void write(const Group& group, const Term& term) {
    if (is_idle(group, term)) return write(group.body);
    const auto subroutine = plan_.subroutines.find(term.begin);
    const std::uint64_t size_before = std::exchange(size_, 0);
    if (subroutine != plan_.subroutines.end()) text_ += '(';
    text_ += plan_.captures.contains(group.number) ? "(" : "(?:";
    write(group.body);
    text_ += ')';
    if (subroutine != plan_.subroutines.end()) {
      text_ += fmt::format("){{0}}(?{})", subroutine->second);
      add_size(size_before, 1, size_);
      add_size(size_, copies(term.quantifier), 0);
    } else {
      add_size(size_before, copies(term.quantifier), size_);
    }
    text_ += quantifier_text(term.quantifier);
  }

  /// It neither captures, repeats nor chooses.
  [[nodiscard]] bool is_idle(const Group& group, const Term& term) const {
    const Quantifier& quantifier = term.quantifier;
    return quantifier.min == 1 && quantifier.max == 1 && group.body.size() == 1 &&
           !plan_.captures.contains(group.number);
  }

  void write(const Lookaround& around, const Term& term) {
    text_ += fmt::format("(?{}{}", around.behind ? "<" : "", around.negated ? "!" : "=");
    size_ += 8;
    if (around.behind) {
      write_lookbehind(around, term);
    } else {
      write(around.body);
    }
    text_ += ')';
  }

  void write_lookbehind(const Lookaround& around, const Term& term) {
    auto split = with_fixed_lengths(around.body, source_);
    if (auto* refusal = std::get_if<Refusal>(&split)) {
      refuse(refusal->offset, std::move(refusal->reason));
      return;
    }
    const Disjunction& alternatives = std::get<Disjunction>(split);
    const std::size_t captures = count_captures(around.body);
    const bool is_split = alternatives.size() != around.body.size();
    if (count_captures(alternatives) != captures || (is_split && captures != 0)) {
      refuse(term.begin, "it refers to a group in a lookbehind whose length varies");
      return;
    }
    size_ += 3 * alternatives.size();
    write(alternatives);
  }

  [[nodiscard]] std::size_t count_captures(const Disjunction& disjunction) const {
    std::size_t count = 0;
    for (const Alternative& alternative : disjunction) {
      for (const Term& term : alternative) {
        const auto* group = std::get_if<Group>(&term.what);
        const auto* around = std::get_if<Lookaround>(&term.what);
        if (group != nullptr && plan_.captures.contains(group->number)) ++count;
        if (group != nullptr) count += count_captures(group->body);
        if (around != nullptr) count += count_captures(around->body);
      }
    }
    return count;
  }

  /// PCRE2 writes a group, or the call of one, once for each time that it counts.
  static std::uint64_t copies(const Quantifier& quantifier) {
    return std::max<std::uint64_t>(quantifier.max.value_or(quantifier.min), 1);
  }

  /// Stops growing past the limit.
  void add_size(std::uint64_t before, std::uint64_t count, std::uint64_t each) {
    constexpr std::uint64_t kBrackets = 16;
    const std::uint64_t room = kMaxSize + 1;
    const std::uint64_t all = std::min(count, room) * std::min(each + kBrackets, room);
    size_ = std::min(before + all, room);
  }

  void refuse(std::size_t offset, std::string reason) {
    if (!refusal_) refusal_ = Refusal{offset, std::move(reason)};
  }

  CapturePlan plan_;
  std::string_view source_;
  std::string text_;
  /// What PCRE2 will make of the text, in bytes; estimated.
  std::uint64_t size_ = 0;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::variant<std::string, Refusal> to_pcre2(const Regex& regex, std::string_view source) {
  auto plan = plan_captures(regex);
  if (auto* refusal = std::get_if<Refusal>(&plan)) return std::move(*refusal);
  return Translator(std::get<CapturePlan>(std::move(plan)), source).run(regex);
}

}  // namespace eventc::compiler::pattern_syntax
