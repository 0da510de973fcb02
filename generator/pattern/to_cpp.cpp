// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "cpp_literal.hpp"
#include "pattern/atom.hpp"
#include "pattern/pattern.hpp"
#include "pattern/pcre2_lines.hpp"

namespace eventc::compiler {

namespace {

constexpr std::size_t kColumns = 98;  // 100 without the body's own indentation
constexpr std::size_t kChunk = 64;    // columns that a long literal is cut at

/// An expression in the fragments between which it may be cut; put together they are one line of
/// it.
using Expression = std::vector<std::string>;

std::string in_one_line(const Expression& expression) {
  return std::accumulate(expression.begin(), expression.end(), std::string());
}

bool fits(const std::string& line, std::size_t indent) { return indent + line.size() <= kColumns; }

/// The text in pieces whose literals are not much longer than kChunk, cut between characters.
std::vector<std::string> chunks(std::string_view text) {
  std::vector<std::string> all(1);
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t size = decode_utf8(text, offset).value_or(DecodedCodePoint{0, 1}).size;
    if (cpp_string_literal(all.back()).size() > kChunk) all.emplace_back();
    all.back() += text.substr(offset, size);
    offset += size;
  }
  return all;
}

std::string range_spec(const CodePointRange& range) {
  const std::string first = encode_utf8(range.first);
  if (range.first == range.last) return first;
  const bool is_pair = range.first + 1 == range.last && range.first != '-' && range.last != '-';
  return first + (is_pair ? "" : "-") + encode_utf8(range.last);
}

/// The lines of one function.
class Body {
 public:
  explicit Body(std::string_view runtime) : runtime_(runtime) {}

  [[nodiscard]] std::vector<std::string> of(const Pattern& pattern) {
    if (pattern.pcre2) {
      add_pcre2(pattern.pcre2->text);
    } else if (pattern.branches.size() == 1) {
      add_only_branch(pattern.branches[0]);
    } else if (pattern.branches.empty()) {
      add_constant("false");
    } else {
      add_branches(pattern.branches);
    }
    const bool is_too_wide = std::any_of(lines_.begin(), lines_.end(), [](const std::string& line) {
      return line.size() > kColumns;
    });
    if (is_too_wide || was_cut_) {
      lines_.emplace(lines_.begin(), "// clang-format off");
      lines_.emplace_back("// clang-format on");
    }
    return std::move(lines_);
  }

 private:
  void add_pcre2(std::string_view text);
  void add_constant(std::string_view value);
  void add_only_branch(const Pattern::Branch& branch);
  void add_branches(const std::vector<Pattern::Branch>& branches);
  void add_search(const Pattern::Branch& branch);
  void add_lambda(std::string_view before, const Pattern::Branch& branch, std::string_view behind);
  void add_return(const std::vector<Expression>& operands, std::string_view operation,
                  std::size_t indent);
  void add_cut(const Expression& expression, std::size_t indent, std::string_view behind);

  [[nodiscard]] std::optional<std::string> plain(const Pattern::Branch& branch) const;
  [[nodiscard]] std::vector<Expression> operands(const Pattern::Branch& branch) const;
  void add_operands(std::vector<Expression>& out, const Pattern::Literal& literal) const;
  void add_operands(std::vector<Expression>& out, const Pattern::Repeat& repeat) const;
  void add_operands(std::vector<Expression>& out, const Pattern::Alternatives& choice) const;
  [[nodiscard]] Expression char_set(const CodePointSet& set) const;

  std::string runtime_;
  std::vector<std::string> lines_;
  bool was_cut_ = false;
};

/// The text has no `"`, which could end a raw literal.
void Body::add_pcre2(std::string_view text) {
  const std::string head = fmt::format("static const {}Pcre2Pattern pattern(", runtime_);
  const std::string line = fmt::format("{}R\"({})\");", head, text);
  if (fits(line, 0)) {
    lines_.push_back(line);
  } else {
    lines_.push_back(head);
    const std::size_t width = kColumns - std::string_view("    R\"()\");").size();
    for (const std::string_view piece : pattern_syntax::pcre2_lines(text, width))
      lines_.push_back(fmt::format("    R\"({})\"", piece));
    lines_.back() += ");";
  }
  lines_.emplace_back("return pattern.match(text);");
}

void Body::add_constant(std::string_view value) {
  lines_.emplace_back("static_cast<void>(text);");
  lines_.push_back(fmt::format("return {};", value));
}

void Body::add_only_branch(const Pattern::Branch& branch) {
  if (const std::optional<std::string> expression = plain(branch)) {
    add_return({{*expression}}, "&&", 0);
  } else if (branch.steps.empty()) {
    add_constant("true");
  } else if (branch.anchored_begin) {
    lines_.push_back(fmt::format("{}Matcher match(text);", runtime_));
    add_return(operands(branch), "&&", 0);
  } else {
    add_search(branch);
  }
}

void Body::add_search(const Pattern::Branch& branch) {
  add_lambda(fmt::format("return {}search(text, ", runtime_), branch, ");");
  if (lines_.size() == 1) return;
  lines_.clear();
  add_lambda("const auto steps = ", branch, ";");
  lines_.push_back(fmt::format("return {}search(text, steps);", runtime_));
}

void Body::add_branches(const std::vector<Pattern::Branch>& branches) {
  std::vector<Expression> calls;
  int number = 0;
  for (const Pattern::Branch& branch : branches) {
    if (const std::optional<std::string> expression = plain(branch)) {
      calls.push_back({*expression});
      continue;
    }
    const std::string name = fmt::format("branch_{}", ++number);
    add_lambda(fmt::format("const auto {} = ", name), branch, ";");
    const std::string_view call = branch.anchored_begin ? "starts" : "search";
    calls.push_back({fmt::format("{}{}(text, {})", runtime_, call, name)});
  }
  add_return(calls, "||", 0);
}

void Body::add_lambda(std::string_view before, const Pattern::Branch& branch,
                      std::string_view behind) {
  const std::size_t begin = lines_.size();
  const std::string head = fmt::format("{}[]({}Matcher& match) {{", before, runtime_);
  lines_.push_back(head);
  add_return(operands(branch), "&&", 2);
  lines_.push_back(fmt::format("}}{}", behind));
  if (lines_.size() != begin + 3) return;
  const std::string line =
      fmt::format("{} {} {}", head, lines_[begin + 1].substr(2), lines_.back());
  if (!fits(line, 0)) return;
  lines_.resize(begin);
  lines_.push_back(line);
}

/// As many operands to a line as it holds, the later lines below the first operand.
void Body::add_return(const std::vector<Expression>& operands, std::string_view operation,
                      std::size_t indent) {
  constexpr std::string_view kReturn = "return ";
  std::string line = std::string(indent, ' ') + std::string(kReturn);
  bool is_line_begun = false;
  for (std::size_t i = 0; i != operands.size(); ++i) {
    const bool is_last = i + 1 == operands.size();
    const std::string behind = is_last ? ";" : fmt::format(" {}", operation);
    const std::string operand = in_one_line(operands[i]) + behind;
    if (is_line_begun && !fits(operand, line.size() + 1)) {
      lines_.push_back(line);
      line = std::string(indent + kReturn.size(), ' ');
      is_line_begun = false;
    }
    if (is_line_begun) line += ' ';
    is_line_begun = true;
    if (fits(operand, line.size())) {
      line += operand;
      continue;
    }
    Expression cut = operands[i];
    cut.front() = line + cut.front();
    add_cut(cut, indent + kReturn.size(), behind);
    line = lines_.back();
    lines_.pop_back();
  }
  lines_.push_back(line);
}

/// An expression that no line holds, cut where it may be.
void Body::add_cut(const Expression& expression, std::size_t indent, std::string_view behind) {
  was_cut_ = true;
  std::string line;
  for (const std::string& fragment : expression) {
    if (!line.empty() && !fits(fragment, line.size() + behind.size())) {
      while (line.ends_with(' ')) line.pop_back();
      lines_.push_back(line);
      line = std::string(indent + 4, ' ');
    }
    line += fragment;
  }
  lines_.push_back(line + std::string(behind));
}

/// A branch of one text, as std::string_view has it.
std::optional<std::string> Body::plain(const Pattern::Branch& branch) const {
  if (branch.steps.empty() && branch.anchored_begin && branch.anchored_end) return "text.empty()";
  if (branch.steps.size() != 1) return std::nullopt;
  const auto* only = std::get_if<Pattern::Literal>(&branch.steps[0]);
  if (only == nullptr || only->text.find('\0') != std::string::npos) return std::nullopt;
  const std::string literal = cpp_string_literal(only->text);
  if (literal.size() > kChunk) return std::nullopt;
  if (branch.anchored_begin && branch.anchored_end) return fmt::format("text == {}", literal);
  if (branch.anchored_begin) return fmt::format("text.starts_with({})", literal);
  if (branch.anchored_end) return fmt::format("text.ends_with({})", literal);
  return fmt::format("text.find({}) != text.npos", literal);
}

std::vector<Expression> Body::operands(const Pattern::Branch& branch) const {
  std::vector<Expression> all;
  for (const Pattern::Step& step : branch.steps) {
    std::visit([&](const auto& s) { add_operands(all, s); }, step);
  }
  if (branch.anchored_end) all.push_back({"match.end()"});
  return all;
}

void Body::add_operands(std::vector<Expression>& out, const Pattern::Literal& literal) const {
  for (const std::string& chunk : chunks(literal.text)) {
    out.push_back({fmt::format("match.literal({})", cpp_string_view(chunk))});
  }
}

void Body::add_operands(std::vector<Expression>& out, const Pattern::Repeat& repeat) const {
  const Expression set = char_set(repeat.set);
  std::string before;
  std::string behind;
  if (repeat.tail) {
    before = fmt::format("match.all_but_last({}, ", *repeat.tail);
    behind = repeat.max ? fmt::format(", {}, {})", repeat.min, *repeat.max)
                        : fmt::format(", {})", repeat.min);
  } else if (!repeat.max) {
    before = fmt::format("match.at_least({}, ", repeat.min);
    behind = ")";
  } else if (repeat.min != *repeat.max) {
    before = "match.repeat(";
    behind = fmt::format(", {}, {})", repeat.min, *repeat.max);
  } else {
    before = repeat.min == 1 ? "match.one(" : "match.repeat(";
    behind = repeat.min == 1 ? ")" : fmt::format(", {})", repeat.min);
  }
  Expression expression{before + set.front()};
  expression.insert(expression.end(), set.begin() + 1, set.end());
  expression.back() += behind;
  out.push_back(std::move(expression));
}

void Body::add_operands(std::vector<Expression>& out, const Pattern::Alternatives& choice) const {
  Expression expression{"match.any_of({"};
  for (const std::string& text : choice.texts) {
    const bool is_last = &text == &choice.texts.back();
    expression.push_back(cpp_string_view(text) + (is_last ? "})" : ", "));
  }
  out.push_back(std::move(expression));
}

Expression Body::char_set(const CodePointSet& set) const {
  namespace syntax = pattern_syntax;
  if (set == syntax::dot()) return {runtime_ + "kNotLineBreak"};
  if (set == syntax::space()) return {runtime_ + "kSpace"};
  if (set == syntax::space().complement()) return {runtime_ + "kNotSpace"};
  if (set == CodePointSet().complement()) return {runtime_ + "kAnyCharacter"};
  // What goes on to the last code point was most likely written as an exception.
  const bool is_exception = set.contains(0x10FFFF);
  const std::string spec = char_set_spec(is_exception ? set.complement() : set);
  Expression expression{runtime_ + (is_exception ? "CharSet::except(" : "CharSet(")};
  const std::vector<std::string> literals = chunks(spec);
  for (const std::string& literal : literals) {
    const bool is_last = &literal == &literals.back();
    expression.push_back(cpp_string_literal(literal) + (is_last ? ")" : " "));
  }
  return expression;
}

}  // namespace

std::string char_set_spec(const CodePointSet& set) {
  std::string first;
  std::string middle;
  std::string last;
  for (const CodePointRange& range : set.ranges()) {
    if (range.first != '-') {
      middle += range_spec(range);
    } else if (range.last != '-') {
      first = range_spec(range);  // elsewhere, what stands before would begin a range
    } else {
      last = "-";
    }
  }
  return first + middle + last;
}

std::vector<std::string> cpp_expression_lines(const Pattern& pattern, std::string_view runtime) {
  return Body(runtime).of(pattern);
}

}  // namespace eventc::compiler
