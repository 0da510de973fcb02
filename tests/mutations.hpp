// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/cursor.hpp"

/// Ways to spoil a payload, for tests that compare what two readings of it say.
namespace eventc::test {

/// Values of every type, and a few that schemas of tests/golden tell apart.
inline constexpr std::string_view kTellingValues[] = {
    "null",
    "true",
    "0",
    "-1",
    "1.0",
    "1.5",
    "10",
    "100",
    "1e400",
    "18446744073709551616",
    R"("")",
    R"("a")",
    R"("\u0061\u00e4")",
    R"("2024-02-29")",
    R"("QQ==")",
    R"("[1,2]")",
    R"("{}")",
    "[]",
    "[1]",
    "[1,1.0]",
    R"(["a",1])",
    R"(["a","a","b"])",
    R"([{"sku":"a"}])",
    "[[]]",
    "{}",
    R"({"a":1})",
    R"({"":null})",
    R"({"a":{"a":1},"b":[]})",
    R"({"x":1,"y":2})",
    R"({"data":1,"children":[{"data":2,"more":3}]})",
    R"({"kind":"a","type":"b","id":"c"})",
    R"({"a":1,"\u0061":2})",
};

/// Where a value stands in a payload; for a member, where its name does.
struct Span {
  std::size_t key = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_member = false;
};

inline void collect_spans(Cursor& in, std::vector<Span>& spans, Span span) {
  const char first = in.peek();
  span.begin = in.offset();
  if (first == '{' || first == '[') {
    const char close = first == '{' ? '}' : ']';
    in.open(first);
    for (bool at_first = true; in.step(close, at_first);) {
      in.peek();
      const Span inner{.key = in.offset(), .is_member = first == '{'};
      if (inner.is_member) in.read_key();
      collect_spans(in, spans, inner);
    }
  } else {
    in.skip();
  }
  if (!in.ok()) return;
  span.end = in.offset();
  spans.push_back(span);
}

/// Of every value in a payload, the innermost first; of one that is not JSON, those before the
/// fault.
inline std::vector<Span> spans_of(std::string_view text) {
  Cursor in(text, 64);
  std::vector<Span> spans;
  collect_spans(in, spans, {});
  return spans;
}

inline std::string replaced(std::string_view text, std::size_t begin, std::size_t end,
                            std::string_view by) {
  return std::string(text.substr(0, begin)) + std::string(by) + std::string(text.substr(end));
}

/// Calls `visit` with the payload, each of its values being another in turn.
template <class Values, class Visit>
void with_other_values(std::string_view text, const Values& values, Visit visit) {
  for (const Span& span : spans_of(text)) {
    for (const std::string_view value : values) visit(replaced(text, span.begin, span.end, value));
  }
}

/// The same, each of its values standing in the place of each other one.
template <class Visit>
void with_values_changing_places(std::string_view text, Visit visit) {
  const std::vector<Span> spans = spans_of(text);
  for (const Span& to : spans) {
    for (const Span& from : spans)
      visit(replaced(text, to.begin, to.end, text.substr(from.begin, from.end - from.begin)));
  }
}

/// The same, each of its members being there twice or left out.
template <class Visit>
void with_members_twice_or_left_out(std::string_view text, Visit visit) {
  for (const Span& span : spans_of(text)) {
    if (!span.is_member) continue;
    const std::string member(text.substr(span.key, span.end - span.key));
    visit(replaced(text, span.key, span.key, member + ","));
    visit(replaced(text, span.end, span.end, "," + member));
    const std::size_t next = text.find_first_not_of(" \t\n\r", span.end);
    const std::size_t before = text.find_last_not_of(" \t\n\r", span.key - 1);
    const bool is_cut_off = next == std::string_view::npos;
    if (!is_cut_off && text[next] == ',') {
      visit(replaced(text, span.key, next + 1, ""));
    } else if (text[before] == ',') {
      visit(replaced(text, before, span.end, ""));
    } else {
      visit(replaced(text, span.key, span.end, ""));
    }
  }
}

/// The same, each of its lists having one item more or less.
template <class Visit>
void with_lists_longer_or_shorter(std::string_view text, Visit visit) {
  for (const Span& span : spans_of(text)) {
    if (text[span.begin] != '[') continue;
    const std::string_view inside = text.substr(span.begin + 1, span.end - span.begin - 2);
    const bool is_empty = inside.find_first_not_of(" \t\n\r") == std::string_view::npos;
    for (const std::string_view item : {"null", "0", "\"x\"", "{}"}) {
      const std::string more = is_empty ? std::string(item) : "," + std::string(item);
      visit(replaced(text, span.end - 1, span.end - 1, more));
    }
    if (!is_empty)
      visit(replaced(text, span.begin, span.end,
                     "[" + std::string(inside) + "," + std::string(inside) + "]"));
    visit(replaced(text, span.begin, span.end, "[]"));
  }
}

}  // namespace eventc::test
