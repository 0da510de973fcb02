// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "print.hpp"
#include "text.hpp"

namespace eventc::checker {
namespace {

/// A line that a runner of GitHub Actions makes an annotation of.
std::string annotation(const Source& source, const Error& error, std::string_view title,
                       std::string_view message) {
  std::string text = "::error ";
  if (!source.is_standard_input()) text += "file=" + github_property(source.path) + ",";
  return text + "line=" + std::to_string(error.line) + ",col=" + std::to_string(error.column) +
         ",title=" + github_property(title) + "::" + github_data(message) + "\n";
}

std::string title_of(const Error& error, const Verdict& verdict) {
  if (verdict.kind == Verdict::Kind::Unknown) return "Unknown event";
  if (error.kind == ErrorKind::NotJson) return "Not JSON";
  if (error.kind == ErrorKind::Limit) return "Over a limit";
  if (error.kind == ErrorKind::MatchLimit) return "Not decided";
  return "Not a valid " + std::string(verdict.event->name);
}

std::string message_of(const Error& error, const Verdict& verdict) {
  if (verdict.kind == Verdict::Kind::Unknown) return error.message;
  std::string message = error.message;
  if (!error.instance_location.empty()) message = error.instance_location + ": " + message;
  if (!error.keyword_location.empty()) message += " [" + error.keyword_location.absolute() + "]";
  return message;
}

}  // namespace

std::string print_github(const Source& source, const input::Document& document,
                         const Verdict& verdict, const Style& style) {
  const bool is_valid = verdict.kind == Verdict::Kind::Valid;
  const Error whole{.line = document.line, .column = document.column};
  if (style.expect_invalid && verdict.kind != Verdict::Kind::Undecided) {
    if (!is_valid) return {};
    return annotation(source, whole, "Should be refused",
                      "a valid " + std::string(verdict.event->name) + ", and should be refused");
  }
  std::string text;
  if (is_valid) return text;
  for (const Error& error : verdict.errors)
    text += annotation(source, error, title_of(error, verdict), message_of(error, verdict));
  if (!verdict.is_complete)
    text += annotation(source, whole, "More violations", "there are more violations than these");
  return text;
}

}  // namespace eventc::checker
