// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "events/event_kinds.hpp"

namespace eventc::test {
namespace {

class EveryKind : public testing::TestWithParam<EventKind> {};

INSTANTIATE_TEST_SUITE_P(Events, EveryKind, testing::ValuesIn(event_kinds()),
                         [](const auto& kind) { return kind.param.name; });

TEST_P(EveryKind, IsRecognisedParsedAndWrittenBack) {
  const EventKind& kind = GetParam();
  const std::vector<Fixture> valid = fixtures(kind.folder + "/valid");
  ASSERT_FALSE(valid.empty());
  for (const Fixture& fixture : valid) {
    EXPECT_EQ(event_name(classify<events::Bundle>(fixture.text)), event_name(kind.event))
        << fixture.path;
    EXPECT_EQ(kind.validate(fixture.text).to_string(), "") << fixture.path;
    EXPECT_EQ(kind.round_trip(fixture.text), "") << fixture.path;
  }
}

/// NAME.txt beside NAME.json holds what validate() says. EVENTC_UPDATE_EVENTS=1 writes it anew:
/// review the difference.
TEST_P(EveryKind, SaysWhatIsWrongWithAnInvalidPayload) {
  const EventKind& kind = GetParam();
  const std::vector<Fixture> invalid = fixtures(kind.folder + "/invalid");
  ASSERT_FALSE(invalid.empty());
  for (const Fixture& fixture : invalid) {
    const std::optional<Error> error = kind.parse(fixture.text);
    ASSERT_TRUE(error) << fixture.path << " was parsed";
    const Report report = kind.validate(fixture.text);
    std::string said = report.to_string();
    if (report.ok()) {  // only its C++ type has something against it
      EXPECT_EQ(error->kind, ErrorKind::NotRepresentable) << fixture.path;
      said = error->to_string() + "\n";
    }
    const std::string expected_path =
        std::filesystem::path(fixture.path).replace_extension(".txt").string();
    if (std::getenv("EVENTC_UPDATE_EVENTS") != nullptr) std::ofstream(expected_path) << said;
    std::ostringstream expected;
    expected << std::ifstream(expected_path).rdbuf();
    EXPECT_EQ(said, expected.str()) << fixture.path;
  }
}

TEST(OtherPayloads, AreNoEventOfTheBundle) {
  const std::vector<Fixture> others = fixtures("other");
  ASSERT_FALSE(others.empty());
  for (const Fixture& fixture : others) {
    EXPECT_EQ(event_name(classify<events::Bundle>(fixture.text)), "none") << fixture.path;
  }
}

}  // namespace
}  // namespace eventc::test
