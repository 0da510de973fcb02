// SPDX-License-Identifier: Apache-2.0
#include "formats.hpp"

#include <algorithm>
#include <array>

namespace eventc::compiler {
namespace {

struct Row {
  FormatCheck check;
  Draft first = Draft::Draft04;
  Draft last = Draft::Draft202012;
};

constexpr auto kFormats = std::to_array<Row>({
    {{"date-time", "date_time"}},
    {{"date", "date"}},
    {{"time", "time"}},
    {{"duration", "duration"}},
    {{"email", "email"}},
    {{"idn-email", "idn_email", true}},
    {{"hostname", "hostname_draft_04"}, Draft::Draft04, Draft::Draft06},
    {{"hostname", "hostname", true}, Draft::Draft07, Draft::Draft202012},
    {{"idn-hostname", "idn_hostname", true}},
    {{"ipv4", "ipv4"}},
    {{"ipv6", "ipv6"}},
    {{"uri", "uri"}},
    {{"uri-reference", "uri_reference"}},
    {{"iri", "iri"}},
    {{"iri-reference", "iri_reference"}},
    {{"uuid", "uuid"}},
    {{"uri-template", "uri_template"}},
    {{"json-pointer", "json_pointer"}},
    {{"relative-json-pointer", "relative_json_pointer_draft_07"},
     Draft::Draft04,
     Draft::Draft201909},
    {{"relative-json-pointer", "relative_json_pointer"}, Draft::Draft202012, Draft::Draft202012},
    {{"regex", "regex"}},
});

}  // namespace

const FormatCheck* find_format(Draft draft, std::string_view name) {
  const auto* const found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Row& row) {
    return row.check.format == name && row.first <= draft && draft <= row.last;
  });
  return found == kFormats.end() ? nullptr : &found->check;
}

}  // namespace eventc::compiler
