// SPDX-License-Identifier: Apache-2.0
#include "eventc/input/splitter.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace eventc::input {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// A byte of the byte order mark, which says nothing of what the document is.
constexpr bool is_mark(char c) { return c == '\xEF' || c == '\xBB' || c == '\xBF'; }

/// The first line feed, or the end.
const char* find_line_end(const char* begin, const char* end) {
  const void* const found = std::memchr(begin, '\n', static_cast<std::size_t>(end - begin));
  return found == nullptr ? end : static_cast<const char*>(found);
}

/// And its memory.
void drop_text(Document& document) { std::string().swap(document.text); }

}  // namespace

const char* ValueScanner::advance(const char* begin, const char* end) {
  const char* p = begin;
  while (p != end) {
    const char c = *p;
    if (is_plain_) {
      p = find_line_end(p, end);
      done_ = p != end;
      return p;
    }
    if (in_string_) {
      p = pass_string(p, end);
      continue;
    }
    const bool opens = c == '{' || c == '[';
    if (opens && depth_ != 0 && at_line_start_ && !may_open()) {
      done_ = true;
      return p;
    }
    ++p;
    at_line_start_ = c == '\n';
    if (is_blank(c)) continue;
    last_ = c;
    if (opens) {
      ++depth_;
    } else if (depth_ == 0) {
      is_plain_ = !is_mark(c);
    } else if (c == '"') {
      in_string_ = true;
    } else if ((c == '}' || c == ']') && --depth_ == 0) {
      done_ = true;
      return p;
    }
  }
  return end;
}

const char* ValueScanner::pass_string(const char* p, const char* end) {
  for (; p != end; ++p) {
    if (*p == '\n' || (*p == '"' && !is_escaped_)) {
      in_string_ = is_escaped_ = false;
      at_line_start_ = *p == '\n';
      return p + 1;
    }
    is_escaped_ = *p == '\\' && !is_escaped_;
  }
  return end;
}

Splitter::Splitter(Form form, ReadBytes read, std::size_t max_size)
    : form_(form), read_(std::move(read)), max_size_(max_size), block_(kBlock) {
  position_ = end_ = block_.data();
}

bool Splitter::next(Document& document) {
  bool is_found = false;
  switch (form_) {
    case Form::Whole:
      is_found = !is_any_found_ && next_whole(document);
      break;
    case Form::Lines:
      is_found = next_line(document);
      break;
    case Form::Values:
      is_found = next_value(document);
      break;
  }
  is_any_found_ = is_any_found_ || is_found;
  return is_found;
}

bool Splitter::next_whole(Document& document) {
  begin(document);
  while (fill()) take(end_, document, max_size_);
  return true;
}

bool Splitter::next_line(Document& document) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  const std::size_t with_return = max_size_ == kMost ? kMost : max_size_ + 1;
  while (fill()) {
    begin(document);
    bool is_any = false;
    bool ends_in_return = false;
    while (fill()) {
      const char* const stop = find_line_end(position_, end_);
      is_any = is_any || !std::all_of(position_, stop, is_blank);
      const bool is_whole = stop != end_;
      if (stop != position_) ends_in_return = stop[-1] == '\r';
      take(stop, document, with_return);
      if (!is_whole) continue;
      pass(stop + 1);
      break;
    }
    if (ends_in_return) {
      --document.size;
      document.text.resize(std::min<std::size_t>(document.text.size(), document.size));
    }
    if (document.size > max_size_) drop_text(document);
    if (is_any) return true;
  }
  return false;
}

bool Splitter::next_value(Document& document) {
  skip_blanks();
  if (!fill() && is_any_found_) return false;
  begin(document);
  ValueScanner scanner;
  while (!scanner.done() && fill()) take(scanner.advance(position_, end_), document, max_size_);
  return true;
}

void Splitter::skip_blanks() {
  while (fill()) {
    pass(std::find_if_not(position_, end_, is_blank));
    if (position_ != end_) return;
  }
}

bool Splitter::fill() {
  if (position_ != end_) return true;
  position_ = block_.data();
  end_ = position_ + read_(block_.data(), block_.size());
  return position_ != end_;
}

void Splitter::begin(Document& document) const {
  document.text.clear();
  document.size = 0;
  document.line = line_;
  document.column = column_;
}

void Splitter::take(const char* end, Document& document, std::size_t max_size) {
  const auto size = static_cast<std::size_t>(end - position_);
  document.size += size;
  if (document.size <= max_size) {
    document.text.append(position_, size);
  } else {
    drop_text(document);
  }
  pass(end);
}

void Splitter::pass(const char* end) {
  const std::string_view passed(position_, static_cast<std::size_t>(end - position_));
  const auto lines = static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  line_ += lines;
  if (lines != 0) column_ = 1;
  const std::string_view last_line = passed.substr(passed.rfind('\n') + 1);  // npos + 1 is 0
  column_ += static_cast<std::size_t>(std::count_if(last_line.begin(), last_line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  }));
  position_ = end;
}

}  // namespace eventc::input
