// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include "print.hpp"
#include "text.hpp"

namespace eventc::checker {
namespace {

/// The escape sequences of a colour terminal (ECMA-48, "select graphic rendition"), or nothing.
struct Palette {
  std::string_view place, good, bad, unknown, mark, reset;
};

Palette palette_of(bool colour) {
  if (!colour) return {};
  return {"\x1b[1m", "\x1b[32m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;32m", "\x1b[0m"};
}

std::string painted(std::string_view colour, std::string_view text, const Palette& palette) {
  return std::string(colour) + std::string(text) + std::string(palette.reset);
}

std::string name_of(const Source& source) {
  return source.is_standard_input() ? "<stdin>" : printable_name(source.path);
}

/// A document that is not alone in its input is told by its line.
std::string place_of(const Source& source, const input::Document& document) {
  std::string place = name_of(source);
  if (source.form != input::Form::Whole) place += ":" + std::to_string(document.line);
  return place;
}

std::string state_of(const Verdict& verdict, const Style& style) {
  if (verdict.kind == Verdict::Kind::Valid)
    return style.expect_invalid ? "valid, and should be refused" : "valid";
  for (const Error& error : verdict.errors) {
    if (error.kind == ErrorKind::NotJson) return "not JSON";
    if (error.kind == ErrorKind::Limit) return "over a limit";
  }
  if (verdict.kind == Verdict::Kind::Undecided) return "not decided";
  return counted(verdict.errors.size(), "violation") + (verdict.is_complete ? "" : " and more");
}

/// "KinesisEvent, valid": what is said of a document as a whole.
std::string sentence(const Verdict& verdict, const Style& style, const Palette& palette) {
  if (verdict.kind == Verdict::Kind::Unknown)
    return painted(palette.unknown, verdict.errors.front().message, palette);
  const bool is_well = verdict.kind != Verdict::Kind::Undecided &&
                       (verdict.kind == Verdict::Kind::Valid) != style.expect_invalid;
  const std::string state =
      painted(is_well ? palette.good : palette.bad, state_of(verdict, style), palette);
  return verdict.event == nullptr ? state : std::string(verdict.event->name) + ", " + state;
}

/// Cuts the first line off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The payload's line and the caret's, as Error::to_string() has them, behind a bar: a line of a
/// payload begins no workflow command.
std::string excerpt(std::string_view shown, std::string_view caret, const Palette& palette) {
  constexpr std::size_t kIndent = 6;
  shown.remove_prefix(std::min(kIndent, shown.size()));
  caret.remove_prefix(std::min(kIndent, caret.size()));
  const std::size_t column = std::min(caret.find('^'), shown.size());
  const std::string before = without_commands(shown.substr(0, column));
  const std::string whole = without_commands(shown);
  const std::string indent(before.size(), ' ');
  return "    | " + whole + "\n    | " + indent + painted(palette.mark, "^", palette) + "\n";
}

/// As Error::to_string() tells it.
std::string violation(const Error& error, const Source& source, const input::Document& document,
                      const Palette& palette) {
  const std::string name = name_of(source);
  const std::string told = error.to_string(document.text, name);
  std::string_view rest = told;
  const std::string head = without_commands(take_line(rest));
  const std::string place =
      name + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ":";
  std::string text = painted(palette.place, place, palette) + head.substr(place.size()) + "\n";
  const std::string_view shown = take_line(rest);
  const std::string_view caret = take_line(rest);
  if (!document.text.empty()) text += excerpt(shown, caret, palette);
  while (!rest.empty()) text += without_commands(take_line(rest)) + "\n";
  return text;
}

std::string print_classified(const Source& source, const input::Document& document,
                             const Verdict& verdict, const Palette& palette) {
  std::string text = painted(palette.place, place_of(source, document) + ":", palette) + " ";
  if (verdict.event != nullptr) return text + std::string(verdict.event->name) + "\n";
  const Error& error = verdict.errors.front();
  const bool is_unknown = verdict.kind == Verdict::Kind::Unknown;
  return text +
         without_commands(is_unknown ? error.message
                                     : state_of(verdict, {}) + ": " + error.to_string()) +
         "\n";
}

}  // namespace

std::string print_human(const Source& source, const input::Document& document,
                        const Verdict& verdict, const Style& style) {
  const Palette palette = palette_of(style.colour);
  if (style.command == Command::Classify)
    return print_classified(source, document, verdict, palette);
  const bool is_valid = verdict.kind == Verdict::Kind::Valid;
  if (is_valid && style.quiet && !style.expect_invalid) return {};
  std::string text = painted(palette.place, place_of(source, document) + ":", palette) + " " +
                     without_commands(sentence(verdict, style, palette)) + "\n";
  if (is_valid || verdict.kind == Verdict::Kind::Unknown) return text;
  for (const Error& error : verdict.errors) text += violation(error, source, document, palette);
  if (!verdict.is_complete) text += "    there are more\n";
  return text;
}

}  // namespace eventc::checker
