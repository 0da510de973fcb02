// SPDX-License-Identifier: Apache-2.0
#include "base/locate.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace eventc::compiler {
namespace {

// Finds its way through text that has been read as JSON before. On other text it stops early, at
// any place.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool accept(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void skip_space() { skip_while(" \t\r\n"); }

  std::optional<Span> string() {
    const std::size_t begin = at_;
    if (!accept('"')) return std::nullopt;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    return Span{begin, at_};
  }

  // Counts brackets instead of calling itself: the text may nest as deep as it likes.
  std::optional<Span> value() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    do {
      skip_space();
      if (peek() == '"') {
        if (!string()) return std::nullopt;
      } else if (accept('{') || accept('[')) {
        ++depth;
      } else if (depth != 0 && (accept('}') || accept(']'))) {
        --depth;
      } else if (!(depth != 0 && (accept(',') || accept(':'))) && !word()) {
        return std::nullopt;
      }
    } while (depth != 0);
    return Span{begin, at_};
  }

 private:
  bool word() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(" \t\r\n,:\"{}[]", at_), text_.size());
    return at_ != begin;
  }

  void skip_while(std::string_view set) {
    at_ = std::min(text_.find_first_not_of(set, at_), text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool spells(std::string_view literal, std::string_view name) {
  if (literal.find('\\') == std::string_view::npos) {
    return literal.substr(1, literal.size() - 2) == name;
  }
  const auto decoded = nlohmann::json::parse(literal, nullptr, false);
  return decoded.is_string() && decoded.get_ref<const std::string&>() == name;
}

// Array indices have no leading zeros (RFC 6901, section 4).
std::optional<std::size_t> array_index(std::string_view token) {
  if (token.empty() || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  if (error != std::errc() || end != token.data() + token.size()) return std::nullopt;
  return index;
}

// From an object's begin to the value of a member; gives the member's key.
std::optional<Span> enter_member(std::string_view text, Scanner& scanner, std::string_view name) {
  if (!scanner.accept('{')) return std::nullopt;
  do {
    scanner.skip_space();
    const auto key = scanner.string();
    scanner.skip_space();
    if (!key || !scanner.accept(':')) return std::nullopt;
    scanner.skip_space();
    if (spells(text.substr(key->begin, key->end - key->begin), name)) return key;
    if (!scanner.value()) return std::nullopt;
    scanner.skip_space();
  } while (scanner.accept(','));
  return std::nullopt;
}

// From an array's begin to one of its items.
bool enter_item(Scanner& scanner, std::size_t index) {
  if (!scanner.accept('[')) return false;
  scanner.skip_space();
  for (; index != 0; --index) {
    if (!scanner.value()) return false;
    scanner.skip_space();
    if (!scanner.accept(',')) return false;
    scanner.skip_space();
  }
  return scanner.peek() != ']';
}

// The text of a string, without its quotes.
std::string decode(std::string_view literal) {
  if (literal.find('\\') == std::string_view::npos) {
    return std::string(literal.substr(1, literal.size() - 2));
  }
  const auto decoded = nlohmann::json::parse(literal, nullptr, false);
  return decoded.is_string() ? decoded.get<std::string>() : std::string();
}

// Line and column go on to the first character at or behind `offset`.
void advance(std::string_view text, std::size_t& at, std::size_t offset, LineColumn& place) {
  while (at < offset) {
    if (text[at] == '\n') {
      ++place.line;
      place.column = 1;
    } else {
      ++place.column;
    }
    at += character_at(text, at).length;
  }
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '+' || c == '-' || c == '.';
}

}  // namespace

std::optional<Span> locate(std::string_view text, std::string_view pointer, Location::Part part) {
  Scanner scanner(text);
  scanner.skip_space();
  std::optional<Span> key;
  while (!pointer.empty()) {
    if (pointer[0] != '/') return std::nullopt;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const auto token = unescape_pointer_token(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (!token) return std::nullopt;
    key.reset();
    if (scanner.peek() == '{') {
      key = enter_member(text, scanner, *token);
      if (!key) return std::nullopt;
    } else {
      const auto index = array_index(*token);
      if (!index || !enter_item(scanner, *index)) return std::nullopt;
    }
  }
  return part == Location::Part::Key ? key : scanner.value();
}

Span token_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {text.size(), text.size()};
  if (text[offset] == '"') {
    const auto string = Scanner(text.substr(offset)).string();
    return {offset, offset + (string ? string->end : 1)};
  }
  std::size_t end = offset;
  while (end < text.size() && is_word(text[end])) ++end;
  return {offset, end == offset ? offset + character_at(text, offset).length : end};
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  LineColumn place;
  std::size_t at = 0;
  advance(text, at, std::min(offset, text.size()), place);
  return place;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
}

std::optional<Span> Locator::locate(std::string_view pointer, Location::Part part) {
  Scanner scanner(text_);
  scanner.skip_space();
  Child child;
  if (pointer.empty()) {
    const auto whole = scanner.value();
    return part == Location::Part::Value ? whole : std::nullopt;
  }
  child.value.begin = std::min(text_.find_first_not_of(" \t\r\n"), text_.size());
  while (!pointer.empty()) {
    if (pointer[0] != '/') return std::nullopt;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const auto token = unescape_pointer_token(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (!token) return std::nullopt;
    const Children& children = children_at(child.value.begin);
    const auto found = children.find(*token);
    if (found == children.end()) return std::nullopt;
    child = found->second;
  }
  return part == Location::Part::Key ? child.key : child.value;
}

const Locator::Children& Locator::children_at(std::size_t offset) {
  const auto [known, is_new] = children_.try_emplace(offset);
  Children& children = known->second;
  if (!is_new) return children;
  Scanner scanner(text_.substr(offset));
  const auto in_text = [offset](Span span) { return Span{span.begin + offset, span.end + offset}; };
  const bool is_object = scanner.peek() == '{';
  if (!scanner.accept('{') && !scanner.accept('[')) return children;
  do {
    Child child;
    std::string name = std::to_string(children.size());
    scanner.skip_space();
    if (is_object) {
      const auto key = scanner.string();
      scanner.skip_space();
      if (!key || !scanner.accept(':')) break;
      child.key = in_text(*key);
      name = decode(text_.substr(child.key->begin, child.key->end - child.key->begin));
      scanner.skip_space();
    }
    const auto value = scanner.value();
    if (!value) break;
    child.value = in_text(*value);
    children.emplace(std::move(name), child);
    scanner.skip_space();
  } while (scanner.accept(','));
  return children;
}

LineColumn Locator::line_column(std::size_t offset) {
  constexpr std::size_t kStride = 1024;
  offset = std::min(offset, text_.size());
  while (offset - std::min(offset, marks_.back().offset) >= kStride) {
    Mark next = marks_.back();
    advance(text_, next.offset, next.offset + kStride, next.at);
    marks_.push_back(next);
  }
  const auto behind =
      std::upper_bound(marks_.begin(), marks_.end(), offset,
                       [](std::size_t at, const Mark& mark) { return at < mark.offset; });
  Mark mark = *std::prev(behind);
  advance(text_, mark.offset, offset, mark.at);
  return mark.at;
}

}  // namespace eventc::compiler
