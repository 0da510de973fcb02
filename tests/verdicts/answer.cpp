// SPDX-License-Identifier: Apache-2.0
#include "runner.hpp"

namespace verdicts {
namespace {

char verdict_character(const eventc::Error& error) {
  if (error.kind == eventc::ErrorKind::Invalid) return 'I';
  if (error.kind == eventc::ErrorKind::NotRepresentable) return 'R';
  return 'N';
}

/// Errors of another kind than Invalid leave a payload undecided.
char verdict_character(const eventc::Report& report) {
  if (report.ok()) return 'V';
  for (const eventc::Error& error : report.errors()) {
    if (error.kind != eventc::ErrorKind::Invalid) return 'N';
  }
  return 'I';
}

}  // namespace

Answer answer(const eventc::Report& report, const eventc::Error* refusal) {
  Answer result;
  result.validate = verdict_character(report);
  result.parse = refusal == nullptr ? 'V' : verdict_character(*refusal);
  result.basic_output = eventc::to_basic_output(report);
  if (!report.errors().empty()) result.validate_message = report.errors().front().to_string();
  if (refusal != nullptr) result.parse_message = refusal->to_string();
  return result;
}

}  // namespace verdicts
