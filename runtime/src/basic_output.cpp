// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "eventc/emitted/writer.hpp"
#include "eventc/error.hpp"

namespace eventc {
namespace {

void write_member(Writer& out, std::string_view name, std::string_view value) {
  out.punctuate(',');
  out.write_string(name);
  out.punctuate(':');
  out.write_string(value);
}

void write_unit(Writer& out, const Error& error) {
  out.write_raw("{\"valid\":false");
  write_member(out, "keywordLocation", error.keyword_location);
  const std::string& absolute =
      error.keyword_uri.empty() ? error.absolute_keyword_location : error.keyword_uri;
  if (!absolute.empty()) write_member(out, "absoluteKeywordLocation", absolute);
  write_member(out, "instanceLocation", error.instance_location);
  write_member(out, "error", error.message);
  out.punctuate('}');
}

}  // namespace

std::string to_basic_output(const Report& report) {
  if (report.ok()) return "{\"valid\":true}";
  std::string json;
  Writer out(json);
  out.write_raw("{\"valid\":false,\"errors\":[");
  for (const Error& error : report.errors()) {
    if (&error != &report.errors().front()) out.punctuate(',');
    write_unit(out, error);
  }
  out.write_raw("]}");
  out.finish();
  return json;
}

}  // namespace eventc
