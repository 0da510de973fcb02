// SPDX-License-Identifier: Apache-2.0
#include "view/format_view.hpp"

#include <algorithm>
#include <array>

namespace eventc::compiler {
namespace {

constexpr std::array<std::string_view, 19> kFormats{
    "date-time", "date",          "time", "duration",     "email",        "idn-email",
    "hostname",  "idn-hostname",  "ipv4", "ipv6",         "uri",          "uri-reference",
    "iri",       "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer",
    "regex",
};

}  // namespace

std::string format_expression(std::string_view format) {
  if (std::find(kFormats.begin(), kFormats.end(), format) == kFormats.end()) return {};
  std::string name(format);
  std::replace(name.begin(), name.end(), '-', '_');
  return "&eventc::format::" + name;
}

bool needs_idn(std::string_view format) { return format == "hostname" || format == "idn-hostname"; }

}  // namespace eventc::compiler
