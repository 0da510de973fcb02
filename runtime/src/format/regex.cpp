// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/format.hpp"
#include "eventc/utf8.hpp"
#include "identifiers.hpp"
#include "regex_escape.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

/// "GroupName", as UTF-8 without escapes.
std::optional<std::string> take_group_name(Scanner& in) {
  if (!in.take('<')) return std::nullopt;
  std::string name;
  while (!in.take('>')) {
    if (in.at_end()) return std::nullopt;
    const bool escaped = in.take("\\u");
    const auto c = escaped ? take_unicode_escape(in) : take_code_point(in);
    if (!c) return std::nullopt;
    if (!(name.empty() ? starts_identifier(*c) : continues_identifier(*c))) return std::nullopt;
    append_utf8(*c, name);
  }
  if (name.empty()) return std::nullopt;
  return name;
}

/// Flags that a group changes, up to its ":". No flag twice, and where there is a "-" one at least.
bool take_modifiers(Scanner& in) {
  std::string seen;
  bool removes = false;
  while (!in.take(':')) {
    if (in.at_end()) return false;
    const char c = in.rest().front();
    in.skip(1);
    if (c == '-' && !removes) {
      removes = true;
    } else if (std::string_view("ims").find(c) != std::string_view::npos &&
               seen.find(c) == std::string::npos) {
      seen += c;
    } else {
      return false;
    }
  }
  return !removes || !seen.empty();
}

/// Whether one number is greater than another, of any length.
bool greater(std::string_view left, std::string_view right) {
  left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
  right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
  return left.size() != right.size() ? left.size() > right.size() : left > right;
}

/// {n}, {n,} or {n,m}, behind the brace.
bool take_counts(Scanner& in) {
  const std::string_view text = in.rest();
  const std::size_t least = in.take_digits();
  if (least == 0) return false;
  if (!in.take(',')) return in.take('}');
  const std::string_view upper = in.rest();
  const std::size_t most = in.take_digits();
  if (!in.take('}')) return false;
  return most == 0 || !greater(text.substr(0, least), upper.substr(0, most));
}

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : in_(pattern), length_(pattern.size()) {}

  [[nodiscard]] bool read() {
    while (!in_.at_end()) {
      if (!read_part()) return false;
    }
    return groups_.size() == 1 && references_resolve();
  }

 private:
  /// An open group, or the pattern itself. Offsets are those of what is within it.
  struct Group {
    std::size_t begin = 0;
    std::size_t alternative = 0;  ///< where the one that is being read begins
    bool quantifiable = false;    ///< as a whole: an assertion is not
  };

  [[nodiscard]] std::size_t offset() const { return length_ - in_.rest().size(); }

  /// A term, a part of one, or what separates them.
  [[nodiscard]] bool read_part() {
    const char c = in_.rest().front();
    switch (c) {
      case '(':
        return open_group();
      case ')':
        return close_group();
      case '|':
        in_.skip(1);
        groups_.back().alternative = offset();
        quantifiable_ = false;
        return true;
      case '^':
      case '$':
        in_.skip(1);
        quantifiable_ = false;
        return true;
      case '*':
      case '+':
      case '?':
      case '{':
        return read_quantifier();
      case ']':
      case '}':
        return false;
      case '[':
        in_.skip(1);
        quantifiable_ = true;
        return take_class(in_);
      case '\\':
        in_.skip(1);
        return read_escape();
      default:
        static_cast<void>(take_code_point(in_));
        quantifiable_ = true;
        return true;
    }
  }

  [[nodiscard]] bool open_group() {
    const std::size_t begin = offset();
    in_.skip(1);
    bool quantifiable = true;
    if (!in_.take('?')) {
      ++captures_;
    } else if (in_.take('=') || in_.take('!') || in_.take("<=") || in_.take("<!")) {
      quantifiable = false;
    } else if (in_.is_at('<')) {
      ++captures_;
      const auto name = take_group_name(in_);
      if (!name || !add_name(*name, begin)) return false;
    } else if (!take_modifiers(in_)) {
      return false;
    }
    groups_.push_back({.begin = offset(), .alternative = offset(), .quantifiable = quantifiable});
    quantifiable_ = false;
    return true;
  }

  [[nodiscard]] bool close_group() {
    if (groups_.size() == 1) return false;
    in_.skip(1);
    quantifiable_ = groups_.back().quantifiable;
    groups_.pop_back();
    return true;
  }

  [[nodiscard]] bool read_quantifier() {
    if (!quantifiable_) return false;
    const bool counts = in_.take('{');
    if (!counts) in_.skip(1);
    if (counts && !take_counts(in_)) return false;
    static_cast<void>(in_.take('?'));
    quantifiable_ = false;
    return true;
  }

  /// "AtomEscape" or the assertions \b and \B, behind the backslash.
  [[nodiscard]] bool read_escape() {
    quantifiable_ = !in_.is_at('b') && !in_.is_at('B');
    if (!quantifiable_) {
      in_.skip(1);
      return true;
    }
    if (in_.take('k')) {
      auto name = take_group_name(in_);
      if (!name) return false;
      references_.push_back(*std::move(name));
      return true;
    }
    if (!in_.is_at('0') && !in_.at_end() && is_digit(in_.rest().front())) {
      read_back_reference();
      return true;
    }
    return take_escape(in_).has_value();
  }

  /// A number past all groups there can be is as good as one just past them.
  void read_back_reference() {
    std::size_t number = 0;
    for (; !in_.at_end() && is_digit(in_.rest().front()); in_.skip(1)) {
      number = std::min(number * 10 + static_cast<std::size_t>(in_.rest().front() - '0'), length_);
    }
    highest_reference_ = std::max(highest_reference_, number);
  }

  /// Two groups may share a name when they are in different alternatives of one disjunction, so
  /// that no more than one takes part in a match. Of the groups that have a name only the last need
  /// be compared: whatever disjunction tells it from the new one tells those before it as well.
  [[nodiscard]] bool add_name(const std::string& name, std::size_t begin) {
    const auto [entry, added] = names_.try_emplace(name, begin);
    if (added) return true;
    const std::size_t earlier = entry->second;
    entry->second = begin;
    const auto behind = std::partition_point(
        groups_.begin(), groups_.end(), [earlier](const Group& g) { return g.begin <= earlier; });
    return earlier < std::prev(behind)->alternative;
  }

  [[nodiscard]] bool references_resolve() const {
    const auto known = [this](const std::string& name) { return names_.count(name) > 0; };
    return highest_reference_ <= captures_ &&
           std::all_of(references_.begin(), references_.end(), known);
  }

  Scanner in_;
  std::size_t length_;
  bool quantifiable_ = false;  ///< whether what has just been read may be repeated
  std::size_t captures_ = 0;
  std::size_t highest_reference_ = 0;
  std::vector<Group> groups_{Group{}};
  std::map<std::string, std::size_t> names_;  ///< and where the last group of that name begins
  std::vector<std::string> references_;
};

}  // namespace

bool is_regex(std::string_view text) { return is_utf8(text) && PatternReader(text).read(); }

}  // namespace eventc::format
