// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>

#include "events/event_kinds.hpp"

/// Payloads that were cut short or have a byte changed: a value or an error with a place, and
/// parse() and validate() agree.
namespace eventc::test {
namespace {

constexpr std::array kBytes{'\0', '"', '\\', '{', '}',    '[',   ']',
                            ',',  ':', '0',  '-', '\x80', '\xff'};

/// Empty when all is well.
std::string fault_of(const EventKind& kind, const std::string& text) {
  static_cast<void>(classify<events::Bundle>(text));
  const std::optional<Error> error = kind.parse(text);
  const Report report = kind.validate(text);
  if (!error) return report.ok() ? "" : "parsed, but validate() says " + report.to_string();
  if (error->message.empty()) return "an error without words";
  if (error->offset > text.size() || error->line == 0 || error->column == 0)
    return "an error without a place";
  if (report.ok() != (error->kind == ErrorKind::NotRepresentable)) {
    return "parse() says " + error->to_string() + ", and validate() \"" + report.to_string() + "\"";
  }
  const bool names_keyword = !error->keyword_location.empty();
  return names_keyword == (error->kind == ErrorKind::Invalid)
             ? ""
             : "no keyword is named: " + error->to_string();
}

class HostileBytes : public testing::TestWithParam<EventKind> {};

INSTANTIATE_TEST_SUITE_P(Events, HostileBytes, testing::ValuesIn(event_kinds()),
                         [](const auto& kind) { return kind.param.name; });

TEST_P(HostileBytes, EveryPrefixIsAnErrorWithAPlace) {
  for (const Fixture& fixture : fixtures(GetParam().folder + "/valid")) {
    for (std::size_t size = 0; size < fixture.text.size(); ++size) {
      ASSERT_EQ(fault_of(GetParam(), fixture.text.substr(0, size)), "")
          << fixture.path << ", " << size << " bytes of it";
    }
  }
}

TEST_P(HostileBytes, EveryByteMayBeAnyOfTheDangerousOnes) {
  for (const Fixture& fixture : fixtures(GetParam().folder + "/valid")) {
    for (std::size_t at = 0; at < fixture.text.size(); ++at) {
      std::string text = fixture.text;
      for (const char byte : kBytes) {
        text[at] = byte;
        ASSERT_EQ(fault_of(GetParam(), text), "")
            << fixture.path << ", byte " << at << " set to " << static_cast<int>(byte);
      }
    }
  }
}

}  // namespace
}  // namespace eventc::test
