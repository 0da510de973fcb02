// SPDX-License-Identifier: Apache-2.0
#include "error_report.hpp"

#include <cstddef>

#include "eventc/json_text.hpp"
#include "eventc/thrown.hpp"

namespace eventc::lambda {
namespace {

constexpr std::size_t kLongestText = 8192;

std::string shortened(const std::string& text) {
  return text.size() <= kLongestText ? text : text.substr(0, kLongestText) + "…";
}

std::string_view reason_of(Outcome::Kind kind) {
  switch (kind) {
    case Outcome::Kind::Handled:
      break;
    case Outcome::Kind::Unhandled:
      return "Eventc.Unhandled";
    case Outcome::Kind::Malformed:
      return "Eventc.Malformed";
    case Outcome::Kind::Invalid:
      return "Eventc.Invalid";
    case Outcome::Kind::ResponseFailed:
      return "Eventc.ResponseFailed";
  }
  return "Eventc.Unknown";
}

}  // namespace

std::string ErrorReport::to_json() const {
  JsonText text;
  text.open_object().key("errorMessage").string(shortened(message));
  text.key("errorType").string(shortened(type)).key("stackTrace").open_array();
  for (const std::string& cause : causes) text.string(shortened(cause));
  text.close_array().close_object();
  return std::move(text).finish();
}

std::string ErrorReport::to_string() const {
  std::string text = type + ": " + message;
  for (const std::string& cause : causes) text += ", because of " + cause;
  return text;
}

ErrorReport report_thrown(std::string_view reason, const std::exception_ptr& thrown) {
  const std::vector<Thrown> chain = chain_of(thrown);
  ErrorReport report{std::string(reason), chain.front().type, chain.front().message};
  for (std::size_t i = 1; i < chain.size(); ++i)
    report.causes.push_back(chain[i].type + ": " + chain[i].message);
  return report;
}

ErrorReport report_outcome(const Outcome& outcome) {
  const std::string reason(reason_of(outcome.kind));
  return {reason, reason, outcome.reason};
}

}  // namespace eventc::lambda
