// SPDX-License-Identifier: Apache-2.0
#include "base/snippet.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kMaxWidth = 160;
// How much of a cut line is kept in front of the caret: enough to see whose value it is.
constexpr std::size_t kLead = 60;
constexpr std::string_view kLeftOut = "…";

// A character as printed. An escaped one takes several columns.
struct Cell {
  std::string text;
  std::size_t width;
};

// Cells of a line, and those of the marked span among them.
struct Row {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Cell cell_of(std::string_view character) {
  if (character == "\t") return {" ", 1};
  std::string text = printable(character);
  const std::size_t width = text == character ? 1 : text.size();
  return {std::move(text), width};
}

// The part of a very long line that cut() will want, and more: what is far from `at` is not looked
// at.
std::string_view near(std::string_view line, std::size_t at) {
  constexpr std::size_t kBytes = kMaxWidth * 8;
  at = std::min(at, line.size());
  std::size_t from = at - std::min(at, kBytes);
  // Not into the middle of a character.
  while (from != 0 && from < at && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) ++from;
  return line.substr(from, at - from + kBytes);
}

// `line` is a part of `text`.
Row row_of(std::string_view text, std::string_view line, Span span) {
  const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
  Row row;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = character_at(line, at).length;
    row.cells.push_back(cell_of(line.substr(at, length)));
    at += length;
    if (line_begin + at <= span.begin) row.begin = row.cells.size();
    if (line_begin + at <= span.end) row.end = row.cells.size();
  }
  return row;
}

// Cuts a row to the kMaxWidth cells around its caret.
Row cut(Row row) {
  const std::size_t count = row.cells.size();
  if (count <= kMaxWidth) return row;
  const std::size_t from = std::min(row.begin - std::min(row.begin, kLead), count - kMaxWidth);
  const std::size_t to = from + kMaxWidth;
  Row out;
  out.cells.assign(row.cells.begin() + static_cast<std::ptrdiff_t>(from),
                   row.cells.begin() + static_cast<std::ptrdiff_t>(to));
  out.begin = row.begin - from;
  out.end = std::min(row.end, to) - from;
  const Cell left_out{std::string(kLeftOut), 1};
  if (from != 0) out.cells.front() = left_out;
  if (to != count) {
    out.cells.back() = left_out;
    out.end = std::min(out.end, kMaxWidth - 1);
  }
  return out;
}

std::size_t width(const Row& row, std::size_t from, std::size_t to) {
  std::size_t sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += row.cells[i].width;
  return sum;
}

}  // namespace

std::optional<Snippet> snippet(std::string_view text, Span span) {
  std::string_view line = line_at(text, span.begin);
  const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t last = line.find_last_not_of(" \t\r");
  if (last == std::string_view::npos) return std::nullopt;
  line = line.substr(0, last + 1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), span.begin - line_begin));

  const auto begin = static_cast<std::size_t>(line.data() - text.data());
  const Row row = cut(row_of(text, near(line, span.begin - begin), span));
  Snippet out;
  for (const Cell& cell : row.cells) out.line += cell.text;
  const std::size_t marked = width(row, row.begin, std::max(row.begin, row.end));
  out.marks.append(width(row, 0, row.begin), ' ');
  out.marks += '^';
  if (marked > 1) out.marks.append(marked - 1, '~');
  return out;
}

}  // namespace eventc::compiler
