// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "print.hpp"
#include "text.hpp"

namespace eventc::checker {
namespace {

std::string json_of(const Error& error) {
  return "{\"instanceLocation\":" + json_string(error.instance_location) +
         ",\"keywordLocation\":" + json_string(error.keyword_location.path()) +
         ",\"absoluteKeywordLocation\":" + json_string(error.keyword_location.absolute()) +
         ",\"message\":" + json_string(error.message) + ",\"line\":" + std::to_string(error.line) +
         ",\"column\":" + std::to_string(error.column) + "}";
}

}  // namespace

std::string print_json(const Source& source, const input::Document& document,
                       const Verdict& verdict, const Style& style) {
  const bool is_valid = verdict.kind == Verdict::Kind::Valid;
  if (is_valid && style.quiet && !style.expect_invalid) return {};
  std::string text =
      "{\"file\":" + json_string(source.path) + ",\"line\":" + std::to_string(document.line) +
      ",\"event\":" + (verdict.event == nullptr ? "null" : json_string(verdict.event->name));
  if (style.command == Command::Classify) return text + "}\n";
  const bool is_decided = verdict.kind != Verdict::Kind::Undecided;
  const std::string_view valid = !is_decided ? "null" : is_valid ? "true" : "false";
  text += ",\"valid\":" + std::string(valid) + ",\"errors\":[";
  for (const Error& error : verdict.errors) {
    if (&error != &verdict.errors.front()) text += ',';
    text += json_of(error);
  }
  if (!verdict.is_complete) {
    text += verdict.errors.empty() ? "" : ",";
    text += json_of({.message = "there are more violations than these",
                     .line = document.line,
                     .column = document.column});
  }
  return text + "]}\n";
}

}  // namespace eventc::checker
