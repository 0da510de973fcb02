// SPDX-License-Identifier: Apache-2.0
#include "view/docs.hpp"

#include <fmt/format.h>

#include <optional>

#include "cpp_literal.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kLongestValue = 60;

/// Words of a text on lines of at most `width` bytes; paragraphs stay apart.
void wrap(const std::string& text, std::size_t width, std::vector<std::string>& lines) {
  std::string line;
  const auto flush = [&] {
    if (!line.empty()) lines.push_back(cpp_comment_text(line));
    line.clear();
  };
  std::string word;
  const auto take_word = [&] {
    if (word.empty()) return;
    if (!line.empty() && line.size() + 1 + word.size() > width) flush();
    line += (line.empty() ? "" : " ") + word;
    word.clear();
  };
  for (const char c : text) {
    if (c == '\n') {
      take_word();
      flush();
    } else if (c == ' ' || c == '\t' || c == '\r') {
      take_word();
    } else {
      word += c;
    }
  }
  take_word();
  flush();
}

std::string value_text(const Json& value) {
  const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.size() <= kLongestValue ? text : text.substr(0, kLongestValue) + "…";
}

std::string range(const std::optional<std::string>& least, const std::optional<std::string>& most,
                  const std::string& unit) {
  if (least && most)
    return *least == *most ? *least + unit : fmt::format("{} to {}{}", *least, *most, unit);
  if (least) return fmt::format("{} or more{}", *least, unit);
  return most ? fmt::format("at most {}{}", *most, unit) : "";
}

std::string count_range(std::uint64_t least, const std::optional<std::uint64_t>& most,
                        const std::string& unit) {
  const auto text = [](std::uint64_t count) { return std::optional(std::to_string(count)); };
  return range(least == 0 ? std::nullopt : text(least), most ? text(*most) : std::nullopt,
               " " + unit);
}

}  // namespace

std::vector<std::string> doc_lines(const Annotations& annotations, std::size_t width) {
  std::vector<std::string> lines;
  wrap(annotations.description.empty() ? annotations.title : annotations.description, width, lines);
  if (annotations.deprecated) wrap("Deprecated.", width, lines);
  if (!annotations.format.empty())
    wrap(fmt::format("Format: {}.", annotations.format), width, lines);
  if (annotations.default_value)
    wrap(fmt::format("Default: {}", value_text(*annotations.default_value)), width, lines);
  if (!annotations.examples.empty()) {
    std::string text = "For example:";
    for (std::size_t i = 0; i < std::min(annotations.examples.size(), kExamples); ++i) {
      text += (i == 0 ? " " : ", ") + value_text(annotations.examples[i]);
    }
    wrap(text, width, lines);
  }
  return lines;
}

std::string limits_note(const Node& node, bool is_unsigned) {
  std::vector<std::string> notes;
  const auto add = [&notes](const std::string& note) {
    if (!note.empty()) notes.push_back(note);
  };
  const bool type_says_it = is_unsigned && node.minimum == "0";
  add(range(type_says_it ? std::nullopt : node.minimum, node.maximum, ""));
  if (node.exclusive_minimum) add("more than " + *node.exclusive_minimum);
  if (node.exclusive_maximum) add("less than " + *node.exclusive_maximum);
  if (node.multiple_of) add("a multiple of " + *node.multiple_of);
  add(count_range(node.min_length, node.max_length, "characters"));
  add(count_range(node.min_items, node.max_items, "items"));
  add(count_range(node.min_properties, node.max_properties, "members"));
  return fmt::format("{}", fmt::join(notes, ", "));
}

}  // namespace eventc::compiler
