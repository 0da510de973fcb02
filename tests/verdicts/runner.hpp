// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "eventc/event.hpp"

/// The program that emitted code is linked into. It answers on its standard output what is asked on
/// its standard input:
///     ID SIZE LF, and SIZE bytes of a payload
///     VALIDATE PARSE SIZE SIZE LF, and the messages of validate() and parse()
/// VALIDATE and PARSE are one character each, see verdict_character(). It answers "? ? 0 0" about
/// an id that it does not know.
namespace verdicts {

/// What the two functions make of a payload.
struct Answer {
  char validate = '?';
  char parse = '?';
  std::string validate_message;
  std::string parse_message;
  /// The report in the specification's form.
  std::string basic_output;
};

/// Functions that have compiled code judge a payload, by the name that asks for them.
struct Judge {
  std::string_view id;
  Answer (*judge)(std::string_view payload);
  /// validate() alone, up to the first violation: what benchmarks measure.
  bool (*accepts)(std::string_view payload);
};

/// Each emitted source file, or pack of them, hands in its functions while the program starts.
class Registration {
 public:
  Registration(std::initializer_list<Judge> judges);
};

/// V: valid; I: it violates the schema; R: it is valid, but its C++ type cannot hold it; N: neither
/// of them, because the text is refused for another reason (it is not JSON, it is over a limit).
/// `refusal` is null where parse() has a value.
[[nodiscard]] Answer answer(const eventc::Report& report, const eventc::Error* refusal);

template <class T>
Answer judge(std::string_view payload) {
  const eventc::Report report = eventc::validate<T>(payload);
  const eventc::Result<T> value = eventc::parse<T>(payload);
  return answer(report, value ? nullptr : &value.error());
}

template <class T>
bool accepts(std::string_view payload) {
  eventc::Options options;
  options.max_errors = 1;
  return eventc::validate<T>(payload, options).ok();
}

template <class T>
constexpr Judge judge_of(std::string_view id) {
  return {id, &judge<T>, &accepts<T>};
}

}  // namespace verdicts
