// SPDX-License-Identifier: Apache-2.0
#include "base/print.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "base/locate.hpp"
#include "base/snippet.hpp"
#include "base/text.hpp"

namespace eventc::compiler {
namespace {

// A location, worked out.
struct Place {
  const Location* location = nullptr;
  std::string_view text;
  // Without these two: the file's text is not at hand, or the pointer leads nowhere in it.
  std::optional<Span> span;
  std::optional<LineColumn> at;
};

// The sources, each of them read once for all that is to be shown of it.
class Places {
 public:
  explicit Places(const Sources& sources) : sources_(sources) {}

  Place find(const Location& location);

 private:
  const Sources& sources_;
  std::map<std::string, Locator> locators_;
};

// A pointer that leads nowhere (a member that ought to be there) is shown at the nearest thing
// around it.
std::optional<Span> nearest(std::string_view text, Locator& locator, const Location& location) {
  if (location.offset) return token_at(text, *location.offset);
  if (auto span = locator.locate(location.pointer, location.part)) return span;
  std::string_view pointer = location.pointer;
  while (true) {
    if (auto span = locator.locate(pointer, Location::Part::Value)) return span;
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    pointer = pointer.substr(0, slash);
  }
}

Place Places::find(const Location& location) {
  Place place{&location, {}, {}, {}};
  const auto source = sources_.find(location.file);
  if (location.file.empty() || source == sources_.end()) return place;
  place.text = source->second;
  Locator& locator = locators_.try_emplace(location.file, place.text).first->second;
  place.span = nearest(place.text, locator, location);
  if (place.span) place.at = locator.line_column(place.span->begin);
  return place;
}

// "FILE:LINE:COLUMN:", as far as it is known, or nothing.
std::string prefix(const Place& place) {
  const std::string file = printable(place.location->file);
  if (file.empty()) return {};
  return place.at ? fmt::format("{}:{}:{}:", file, place.at->line, place.at->column) : file + ":";
}

// A syntax error is at no JSON Pointer.
bool has_pointer(const Location& location) {
  return !location.file.empty() && (!location.offset || !location.pointer.empty());
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      break;
  }
  return "note";
}

// The escape sequences of a colour terminal (ECMA-48, "select graphic rendition"), or nothing.
struct Palette {
  std::string_view bold, error, warning, note, mark, reset;

  [[nodiscard]] std::string_view of(Severity severity) const {
    if (severity == Severity::Error) return error;
    return severity == Severity::Warning ? warning : note;
  }
};

Palette palette_of(bool colour) {
  if (!colour) return {};
  return {"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};
}

class HumanPrinter {
 public:
  HumanPrinter(Places& places, bool colour) : places_(places), palette_(palette_of(colour)) {}

  void print(const Diagnostic& diagnostic) {
    const Location& location = diagnostic.location;
    head(location, word(diagnostic.severity), palette_.of(diagnostic.severity), diagnostic.message);
    if (has_pointer(location) && !location.pointer.empty()) {
      out_ += fmt::format("  at {}\n", printable(location.pointer));
    }
    for (const Note& note : diagnostic.notes) print(note);
  }

  std::string take() { return std::move(out_); }

 private:
  void print(const Note& note) {
    if (note.location.file.empty()) out_ += "  ";
    head(note.location, "note", palette_.note, note.message);
  }

  void head(const Location& location, std::string_view kind, std::string_view colour,
            const std::string& message) {
    const Place place = places_.find(location);
    if (const std::string where = prefix(place); !where.empty()) {
      out_ += fmt::format("{}{}{} ", palette_.bold, where, palette_.reset);
    }
    out_ += fmt::format("{}{}:{} {}\n", colour, kind, palette_.reset, printable(message));
    if (!place.span) return;
    if (const auto shown = snippet(place.text, *place.span)) {
      out_ += fmt::format("    {}\n", shown->line);
      const std::size_t indent = shown->marks.find('^');
      out_ += fmt::format("    {}{}{}{}\n", shown->marks.substr(0, indent), palette_.mark,
                          shown->marks.substr(indent), palette_.reset);
    }
  }

  Places& places_;
  Palette palette_;
  std::string out_;
};

std::string gcc_line(const Location& location, std::string_view kind, const std::string& message,
                     Places& places) {
  std::string line = prefix(places.find(location));
  if (!line.empty()) line += ' ';
  line += fmt::format("{}: {}", kind, printable(message));
  if (has_pointer(location) && !location.pointer.empty()) {
    line += fmt::format(" [{}]", printable(location.pointer));
  }
  return line + "\n";
}

std::string print_gcc(const Diagnostic& diagnostic, Places& places) {
  std::string out =
      gcc_line(diagnostic.location, word(diagnostic.severity), diagnostic.message, places);
  for (const Note& note : diagnostic.notes) {
    // An editor lists the note only when it leads somewhere.
    const Location& location = note.location.file.empty() ? diagnostic.location : note.location;
    out += gcc_line(location, "note", note.message, places);
  }
  return out;
}

using OrderedJson = nlohmann::ordered_json;

void add_place(OrderedJson& object, const Location& location, Places& places) {
  const Place place = places.find(location);
  object["file"] = location.file.empty() ? OrderedJson() : OrderedJson(location.file);
  object["line"] = place.at ? OrderedJson(place.at->line) : OrderedJson();
  object["column"] = place.at ? OrderedJson(place.at->column) : OrderedJson();
  object["pointer"] = has_pointer(location) ? OrderedJson(location.pointer) : OrderedJson();
}

std::string print_json(const Diagnostic& diagnostic, Places& places) {
  OrderedJson object;
  object["severity"] = word(diagnostic.severity);
  object["message"] = diagnostic.message;
  add_place(object, diagnostic.location, places);
  object["notes"] = OrderedJson::array();
  for (const Note& note : diagnostic.notes) {
    OrderedJson& added = object["notes"].emplace_back();
    added["message"] = note.message;
    add_place(added, note.location, places);
  }
  // All of it in ASCII: escapes keep every control character out, whatever reads the line.
  return object.dump(-1, ' ', true, OrderedJson::error_handler_t::replace) + "\n";
}

// As the documentation of GitHub's workflow commands asks: "%" and line ends in data, ":" and ","
// in a property too. printable() has left no line ends.
std::string github_data(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) out += c == '%' ? "%25" : std::string(1, c);
  return out;
}

std::string github_property(std::string_view text) {
  std::string out;
  for (const char c : github_data(text)) {
    out += c == ':' ? "%3A" : c == ',' ? "%2C" : std::string(1, c);
  }
  return out;
}

std::string print_github(const Diagnostic& diagnostic, Places& places) {
  constexpr std::string_view kLineFeed = "%0A";
  const Location& location = diagnostic.location;
  const Place place = places.find(location);
  const bool is_note = diagnostic.severity == Severity::Note;
  std::string out = fmt::format("::{} ", is_note ? "notice" : word(diagnostic.severity));
  if (!location.file.empty()) out += fmt::format("file={},", github_property(location.file));
  if (place.at) out += fmt::format("line={},col={},", place.at->line, place.at->column);
  out += fmt::format("title=eventc::{}", github_data(diagnostic.message));
  if (has_pointer(location) && !location.pointer.empty()) {
    out += fmt::format("{}at {}", kLineFeed, github_data(location.pointer));
  }
  for (const Note& note : diagnostic.notes) {
    const std::string where = prefix(places.find(note.location));
    out += fmt::format("{}{}{}note: {}", kLineFeed, github_data(where), where.empty() ? "" : " ",
                       github_data(note.message));
  }
  return out + "\n";
}

}  // namespace

std::string print(const Diagnostics& diagnostics, const Sources& sources, ErrorFormat format,
                  bool colour) {
  Places places(sources);
  if (format == ErrorFormat::Human) {
    HumanPrinter printer(places, colour);
    for (const Diagnostic& diagnostic : diagnostics.all()) printer.print(diagnostic);
    return printer.take();
  }
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (format == ErrorFormat::Gcc) {
      out += print_gcc(diagnostic, places);
    } else if (format == ErrorFormat::Json) {
      out += print_json(diagnostic, places);
    } else {
      out += print_github(diagnostic, places);
    }
  }
  return out;
}

}  // namespace eventc::compiler
