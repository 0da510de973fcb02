// SPDX-License-Identifier: Apache-2.0
#include "template_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace eventc::compiler {
namespace {

constexpr std::string_view kBlank = " \t";
constexpr std::string_view kSpace = " \t\n";
constexpr std::string_view kSetDelimiters = "{{=\x01 \x02=}}";
constexpr std::string_view kLineFeed = "\x01&\x02";

// A tag as written, and the range of the text that it takes.
struct RawTag {
  // '#', '^', '/', '>', '!', or '&' for a variable.
  char sigil = '&';
  std::string name;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool alone = false;
};

// Where an error is.
struct Spot {
  std::string in_template;
  std::size_t line = 1;
};

TemplateError error_at(const Spot& spot, std::string_view tag, std::string_view what) {
  return TemplateError(
      fmt::format("template \"{}\", line {}: {}: {}", spot.in_template, spot.line, tag, what));
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_name(std::string_view name) {
  constexpr std::string_view kRoot = "root.";
  if (name == ".") return true;
  if (name.starts_with(kRoot)) name.remove_prefix(kRoot.size());
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string written(const RawTag& tag) {
  const std::string sigil = tag.sigil == '&' ? "" : std::string(1, tag.sigil);
  return "{{" + sigil + tag.name + "}}";
}

// A tag alone on its line takes the line's blanks and its line feed (or the text's end) with it.
void widen_if_alone(std::string_view text, RawTag& tag) {
  std::size_t begin = tag.begin;
  while (begin != 0 && kBlank.find(text[begin - 1]) != std::string_view::npos) --begin;
  if (begin != 0 && text[begin - 1] != '\n') return;
  std::size_t end = std::min(text.find_first_not_of(kBlank, tag.end), text.size());
  if (end != text.size() && text[end++] != '\n') return;
  tag.begin = begin;
  tag.end = end;
  tag.alone = true;
}

RawTag read_tag(std::string_view text, std::size_t begin, const Spot& spot) {
  const std::size_t close = text.find("}}", begin + 2);
  if (close == std::string_view::npos) {
    const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    throw error_at(spot, line.substr(0, 40), "the tag is not closed");
  }
  std::string_view content = trim(text.substr(begin + 2, close - begin - 2));
  RawTag tag;
  tag.begin = begin;
  tag.end = close + 2;
  if (!content.empty() && std::string_view("#^/>!").find(content[0]) != std::string_view::npos) {
    tag.sigil = content[0];
    content = trim(content.substr(1));
  }
  tag.name = content;
  const bool has_name =
      tag.sigil == '!' || (tag.sigil == '>' ? !content.empty() : is_name(content));
  if (!has_name) throw error_at(spot, written(tag), "templates have no such tag");
  if (tag.sigil != '&') widen_if_alone(text, tag);
  return tag;
}

std::string indent_lines(std::string_view text, std::string_view indent) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (text[at] != '\n') out += indent;
    out += text.substr(at, end - at);
    at = end;
  }
  return out;
}

// Line ends as line feeds. The delimiters of flat text are control characters: a template has none.
std::string clean(std::string_view text, const std::string& name) {
  Spot spot{name};
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && text.substr(i, 2) == "\r\n") continue;
    if (c == '\n') ++spot.line;
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
      throw error_at(spot, fmt::format("U+{:04X}", static_cast<unsigned>(c)),
                     "a template has no control characters");
    }
    out += c;
  }
  return out;
}

class Flattener {
 public:
  explicit Flattener(const std::map<std::string, std::string>& texts) : texts_(texts) {
    flat_.text = kSetDelimiters;
  }

  void append(const std::string& name) {
    including_.push_back(name);
    append_parts(name, clean(texts_.at(name), name));
    including_.pop_back();
  }

  FlatTemplate take() { return std::move(flat_); }

 private:
  void append_parts(const std::string& name, std::string_view text) {
    const std::size_t outer = open_.size();
    Spot spot{name};
    std::size_t at = 0;
    std::size_t counted = 0;
    for (std::size_t begin = 0; (begin = text.find("{{", at)) != std::string_view::npos;) {
      spot.line += static_cast<std::size_t>(
          std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                     text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
      counted = begin;
      const RawTag tag = read_tag(text, begin, spot);
      append_text(text.substr(at, tag.begin - at));
      append_tag(tag, spot, outer, text.substr(tag.begin, begin - tag.begin));
      at = tag.end;
    }
    append_text(text.substr(at));
    if (open_.size() != outer)
      throw template_error(flat_.tags[open_.back()], "the section is not closed");
  }

  void append_text(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        flat_.text += kLineFeed;
      } else {
        flat_.text += c;
      }
    }
  }

  void append_tag(const RawTag& tag, const Spot& spot, std::size_t outer, std::string_view blanks) {
    if (tag.sigil == '!') return;
    if (tag.sigil == '>') return append_partial(tag, spot, blanks);
    if (tag.sigil == '/') return close_section(tag, spot, outer);
    using Kind = TemplateTag::Kind;
    const Kind kind = tag.sigil == '#'   ? Kind::Section
                      : tag.sigil == '^' ? Kind::Inverted
                                         : Kind::Variable;
    const std::size_t index = flat_.tags.size();
    flat_.tags.push_back({kind, tag.name, spot.in_template, spot.line});
    if (kind != Kind::Variable) open_.push_back(index);
    append_flat(tag.sigil, index);
  }

  void close_section(const RawTag& tag, const Spot& spot, std::size_t outer) {
    if (open_.size() == outer) throw error_at(spot, written(tag), "no section is open here");
    const TemplateTag& open = flat_.tags[open_.back()];
    if (open.name != tag.name) {
      throw error_at(spot, written(tag),
                     fmt::format("the open section is \"{}\", of line {}", open.name, open.line));
    }
    append_flat('/', open_.back());
    open_.pop_back();
  }

  // In a line of other text a partial stands without its last line feed, which every text file ends
  // with.
  void append_partial(const RawTag& tag, const Spot& spot, std::string_view indent) {
    const auto partial = texts_.find(tag.name);
    if (partial == texts_.end()) throw error_at(spot, written(tag), "there is no such partial");
    if (std::find(including_.begin(), including_.end(), tag.name) != including_.end()) {
      throw error_at(
          spot, written(tag),
          fmt::format("partials in a circle: {} > {}", fmt::join(including_, " > "), tag.name));
    }
    std::string text = clean(partial->second, tag.name);
    if (tag.alone) {
      if (!text.empty() && !text.ends_with('\n')) text += '\n';
      text = indent_lines(text, indent);
    } else if (text.ends_with('\n')) {
      text.pop_back();
    }
    including_.push_back(tag.name);
    append_parts(tag.name, text);
    including_.pop_back();
  }

  void append_flat(char sigil, std::size_t index) {
    flat_.text += fmt::format("\x01{}{}\x02", sigil, index);
  }

  const std::map<std::string, std::string>& texts_;
  FlatTemplate flat_;
  // The sections that are open, by their tags' indices.
  std::vector<std::size_t> open_;
  std::vector<std::string> including_;
};

}  // namespace

TemplateError template_error(const TemplateTag& tag, std::string_view what) {
  using Kind = TemplateTag::Kind;
  const char sigil = tag.kind == Kind::Section ? '#' : tag.kind == Kind::Inverted ? '^' : '&';
  return error_at({tag.in_template, tag.line}, written({.sigil = sigil, .name = tag.name}), what);
}

FlatTemplate flatten(const std::map<std::string, std::string>& texts, const std::string& name) {
  Flattener flattener(texts);
  flattener.append(name);
  return flattener.take();
}

}  // namespace eventc::compiler
