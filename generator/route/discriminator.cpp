// SPDX-License-Identifier: Apache-2.0
#include "route/discriminator.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace eventc::compiler {
namespace {

/// "0" is the first item where an array may be above it.
Path path_of(const NormalForm& form, const Pack& root, std::string_view pointer) {
  Path path;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    if (token == "0" && outcome_at(form, root, path).types.has(kArray)) {
      path.push_back({.first_item = true});
    } else {
      const std::string escaped(token);
      path.push_back(
          {.first_item = false, .member = unescape_pointer_token(escaped).value_or(escaped)});
    }
  }
  return path;
}

}  // namespace

EventForm form_by_discriminators(const NormalForm& form, const RoutedEvent& event,
                                 Diagnostics& diagnostics) {
  EventForm found;
  for (const std::string& pointer : event.discriminators) {
    const Path path = path_of(form, event.root, pointer);
    Outcome outcome = outcome_at(form, event.root, path);
    outcome.absent = false;
    if (outcome.types.empty()) {
      const Location at = event.root_location.child("x-eventc").child("discriminator");
      diagnostics
          .error(at, fmt::format("\"discriminator\": {} declares nothing at \"{}\"", event.name,
                                 pointer))
          .notes.push_back(
              {"a discriminator is a JSON Pointer into payloads, not into the schema"});
    }
    found.required.push_back({path, std::move(outcome)});
  }
  found.routing = found.required;
  return found;
}

}  // namespace eventc::compiler
