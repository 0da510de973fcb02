// SPDX-License-Identifier: Apache-2.0
#include "load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/locate.hpp"
#include "base/text.hpp"
#include "json_hint.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kMaxDepth = 256;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\r\n";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Walks the grammar of RFC 8259 itself and leaves only the meaning of a string or a number to
// nlohmann: that library's own parser tells no handler where in the text it is, which a name given
// twice must be shown with, and stops at a number past a double's range. Each function stands at
// its construct's first byte and returns false after the error that ends the reading.
class Reader {
 public:
  Reader(const std::string& file, std::string_view text, Diagnostics& diagnostics)
      : file_(file), text_(text), diagnostics_(diagnostics) {}

  bool document(Json& root);

 private:
  bool value(Json& out, std::string_view expected);
  bool object(Json& out);
  bool member(Json::object_t& members, std::unordered_map<std::string, std::size_t>& names);
  static Json& append(Json::object_t::Container& members, const std::string& name);
  bool array(Json& out);
  bool literal(Json& out, std::string_view expected);
  bool number(Json& out);
  bool digits();
  bool string(std::string& out);
  bool escape();
  bool hex(char32_t& unit);
  bool enter();

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool accept(char c);
  void skip_space() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }

  void report_twice(const std::string& name, std::size_t offset, std::size_t first);
  [[nodiscard]] Location here(std::size_t offset) const;
  bool unexpected(std::string_view expected);
  bool fail(std::size_t offset, const std::string& message);
  [[nodiscard]] std::string found() const;
  [[nodiscard]] std::string_view word() const;

  const std::string& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  // Of the value being read.
  std::string pointer_;
};

bool Reader::document(Json& root) {
  if (text_.starts_with(kByteOrderMark)) {
    return fail(0, "not JSON: it begins with a byte order mark; save it as UTF-8 without one");
  }
  if (is_utf16(text_)) return fail(0, "not JSON: it is UTF-16; save it as UTF-8");
  skip_space();
  if (at_ == text_.size()) return fail(0, "not JSON: the file is empty");
  if (!value(root, "a value")) return false;
  skip_space();
  return at_ == text_.size() || unexpected("the end of the text");
}

bool Reader::value(Json& out, std::string_view expected) {
  const char c = peek();
  if (c == '{') return object(out);
  if (c == '[') return array(out);
  if (c == '-' || is_digit(c)) return number(out);
  if (c != '"') return literal(out, expected);
  std::string text;
  if (!string(text)) return false;
  out = std::move(text);
  return true;
}

bool Reader::object(Json& out) {
  if (!enter()) return false;
  out = Json::object();
  auto& members = out.get_ref<Json::object_t&>();
  std::unordered_map<std::string, std::size_t> names;
  ++at_;
  skip_space();
  if (!accept('}')) {
    do {
      skip_space();
      if (peek() != '"')
        return unexpected(names.empty() ? "a member name or '}'" : "a member name");
      if (!member(members, names)) return false;
      skip_space();
    } while (accept(','));
    if (!accept('}')) return unexpected("',' or '}'");
  }
  --depth_;
  return true;
}

/// A new member. The map's own way would search all members for its name, and copy all values each
/// time there is no room for another: keys that are constant let no member be moved.
Json& Reader::append(Json::object_t::Container& members, const std::string& name) {
  if (members.size() == members.capacity()) {
    constexpr std::size_t kFew = 4;
    Json::object_t::Container larger;
    larger.reserve(std::max(kFew, 2 * members.size()));
    for (auto& [key, value] : members) larger.emplace_back(key, std::move(value));
    members = std::move(larger);
  }
  return members.emplace_back(name, Json()).second;
}

bool Reader::member(Json::object_t& members, std::unordered_map<std::string, std::size_t>& names) {
  const std::size_t offset = at_;
  std::string name;
  if (!string(name)) return false;
  skip_space();
  if (!accept(':')) return unexpected("':'");
  skip_space();

  const std::size_t parent = pointer_.size();
  pointer_ += '/';
  pointer_ += escape_pointer_token(name);
  const auto [first, is_new] = names.emplace(name, offset);
  if (!is_new) report_twice(name, offset, first->second);
  Json dropped;
  Json& value_out = is_new ? append(members, name) : dropped;
  if (!value(value_out, "a value")) return false;
  pointer_.resize(parent);
  return true;
}

bool Reader::array(Json& out) {
  if (!enter()) return false;
  out = Json::array();
  auto& items = out.get_ref<Json::array_t&>();
  ++at_;
  skip_space();
  if (!accept(']')) {
    const std::size_t parent = pointer_.size();
    do {
      skip_space();
      pointer_ += '/';
      pointer_ += std::to_string(items.size());
      const std::string_view expected = items.empty() ? "a value or ']'" : "a value";
      if (!value(items.emplace_back(), expected)) return false;
      pointer_.resize(parent);
      skip_space();
    } while (accept(','));
    if (!accept(']')) return unexpected("',' or ']'");
  }
  --depth_;
  return true;
}

bool Reader::literal(Json& out, std::string_view expected) {
  const std::string_view found_word = word();
  if (found_word == "true") {
    out = true;
  } else if (found_word == "false") {
    out = false;
  } else if (found_word == "null") {
    out = nullptr;
  } else {
    return unexpected(expected);
  }
  at_ += found_word.size();
  return true;
}

bool Reader::number(Json& out) {
  const std::size_t begin = at_;
  const bool negative = accept('-');
  if (accept('0')) {
    if (is_digit(peek())) return fail(begin, "not JSON: a number with a leading zero");
  } else if (!digits()) {
    return false;
  }
  if (accept('.') && !digits()) return false;
  if (accept('e') || accept('E')) {
    if (!accept('+')) accept('-');
    if (!digits()) return false;
  }
  out = Json::parse(text_.substr(begin, at_ - begin), nullptr, false);
  if (out.is_discarded()) {  // past the range
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    out = negative ? -kInfinity : kInfinity;
  }
  return true;
}

bool Reader::digits() {
  if (!is_digit(peek())) return unexpected("a digit");
  while (is_digit(peek())) ++at_;
  return true;
}

bool Reader::string(std::string& out) {
  const std::size_t begin = at_++;
  bool escaped = false;
  while (at_ < text_.size() && text_[at_] != '"') {
    const Character character = character_at(text_, at_);
    if (!character.valid) {
      return fail(at_, fmt::format("not JSON: byte 0x{:02X} is not UTF-8",
                                   static_cast<unsigned>(character.code)));
    }
    if (character.code < 0x20) {
      return fail(at_, fmt::format("not JSON: control character U+{:04X} inside a string; write "
                                   "it as an escape",
                                   static_cast<unsigned>(character.code)));
    }
    if (character.code != '\\') {
      at_ += character.length;
      continue;
    }
    escaped = true;
    if (!escape()) return false;
  }
  if (!accept('"')) return fail(begin, "not JSON: a string without its closing quote");
  const std::string_view spelled = text_.substr(begin, at_ - begin);
  out = escaped ? Json::parse(spelled).get<std::string>()
                : std::string(spelled.substr(1, spelled.size() - 2));
  return true;
}

bool Reader::escape() {
  const std::size_t begin = at_++;
  if (!accept('u')) {
    if (at_ == text_.size() ||
        std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos) {
      return fail(begin, "not JSON: an escape that JSON does not have");
    }
    ++at_;
    return true;
  }
  char32_t unit = 0;
  char32_t low = 0;
  const std::string four = "not JSON: \\u without four hexadecimal digits";
  if (!hex(unit)) return fail(begin, four);
  if (unit < 0xD800 || unit > 0xDFFF) return true;
  const std::size_t second = at_;
  const bool has_second = unit < 0xDC00 && accept('\\') && accept('u');
  if (has_second && !hex(low)) return fail(second, four);
  if (!has_second || low < 0xDC00 || low > 0xDFFF) {
    return fail(begin, "not JSON: half of a surrogate pair without its other half");
  }
  return true;
}

bool Reader::hex(char32_t& unit) {
  for (int i = 0; i < 4; ++i, ++at_) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const char c = peek();
    const std::size_t digit = kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (digit == std::string_view::npos) return false;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  return true;
}

bool Reader::enter() {
  if (depth_ == kMaxDepth) {
    return fail(at_, fmt::format("nested deeper than {} levels", kMaxDepth));
  }
  ++depth_;
  return true;
}

bool Reader::accept(char c) {
  if (at_ == text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void Reader::report_twice(const std::string& name, std::size_t offset, std::size_t first) {
  diagnostics_.error(here(offset), fmt::format("an object has two members \"{}\"", name))
      .notes.push_back({"the first is here", here(first)});
}

Location Reader::here(std::size_t offset) const {
  return {file_, pointer_, Location::Part::Key, offset};
}

bool Reader::unexpected(std::string_view expected) {
  const bool at_end = at_ == text_.size();
  const std::size_t before = text_.substr(0, at_).find_last_not_of(kSpace);
  // At the end the mark goes behind the last thing written, not to an empty line far below it.
  const std::size_t behind = before == std::string_view::npos ? 0 : before + 1;
  Diagnostic& diagnostic =
      diagnostics_.error({file_, "", Location::Part::Value, at_end ? behind : at_},
                         fmt::format("not JSON: expected {}, found {}", expected, found()));
  if (const std::string_view hint = json_hint(text_, at_); !hint.empty())
    diagnostic.notes.push_back({std::string(hint)});
  return false;
}

bool Reader::fail(std::size_t offset, const std::string& message) {
  diagnostics_.error({file_, "", Location::Part::Value, offset}, message);
  return false;
}

std::string Reader::found() const {
  if (at_ == text_.size()) return "the end of the text";
  if (const std::string_view letters = word(); !letters.empty()) {
    return fmt::format("\"{}\"", letters.substr(0, 40));
  }
  if (peek() == '"') return "a string";
  if (is_digit(peek())) return "a number";
  const Character character = character_at(text_, at_);
  const auto code = static_cast<unsigned>(character.code);
  if (!character.valid) return fmt::format("byte 0x{:02X}", code);
  if (code < 0x20) return fmt::format("control character U+{:04X}", code);
  return fmt::format("'{}'", text_.substr(at_, character.length));
}

std::string_view Reader::word() const {
  std::size_t end = at_;
  while (end < text_.size() && is_letter(text_[end])) ++end;
  return text_.substr(at_, end - at_);
}

}  // namespace

std::optional<Document> load(std::string file, std::string text, Diagnostics& diagnostics) {
  Document document{std::move(file), std::move(text), Json()};
  if (!Reader(document.file, document.text, diagnostics).document(document.root)) {
    return std::nullopt;
  }
  return document;
}

std::string exact_number(const Document& document, const std::string& pointer) {
  const auto span = locate(document.text, pointer, Location::Part::Value);
  assert(span && document.root.at(Json::json_pointer(pointer)).is_number());
  return span ? document.text.substr(span->begin, span->end - span->begin) : std::string();
}

}  // namespace eventc::compiler
