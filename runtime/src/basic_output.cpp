// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "eventc/error.hpp"
#include "eventc/json_text.hpp"

namespace eventc {
namespace {

void add_unit(JsonText& out, const Error& error) {
  std::string absolute = error.keyword_location.uri();
  if (absolute.empty()) absolute = error.keyword_location.absolute();
  out.open_object().key("valid").boolean(false);
  out.key("keywordLocation").string(error.keyword_location.path());
  if (!absolute.empty()) out.key("absoluteKeywordLocation").string(absolute);
  out.key("instanceLocation").string(error.instance_location);
  out.key("error").string(error.message);
  out.close_object();
}

}  // namespace

std::string to_basic_output(const Report& report) {
  JsonText out;
  out.open_object().key("valid").boolean(report.ok());
  if (!report.ok()) {
    out.key("errors").open_array();
    for (const Error& error : report.errors()) add_unit(out, error);
    out.close_array();
  }
  out.close_object();
  return std::move(out).finish();
}

}  // namespace eventc
