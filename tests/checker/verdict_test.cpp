// SPDX-License-Identifier: Apache-2.0
#include "verdict.hpp"

#include <gtest/gtest.h>

#include "checker/small_bundle.hpp"

namespace eventc::checker {
namespace {

input::Document document_of(std::string text) {
  const std::size_t size = text.size();
  return {std::move(text), size, 7, 3};
}

class CheckTest : public ::testing::Test {
 protected:
  Verdict check_order(const input::Document& document, const Options& options = {}) const {
    return check(document, bundle_, bundle_.types.data(), options);
  }

  CheckedBundle bundle_ = small_bundle();
};

TEST_F(CheckTest, AcceptsWhatIsValid) {
  const Verdict verdict = check_order(document_of(R"({"quantity":1})"));
  EXPECT_EQ(verdict.kind, Verdict::Kind::Valid);
  EXPECT_EQ(verdict.event->name, "Order");
  EXPECT_TRUE(verdict.errors.empty());
}

TEST_F(CheckTest, GivesPlacesInTheInput) {
  const Verdict verdict = check_order(document_of("{\"quantity\":1000}"));
  EXPECT_EQ(verdict.kind, Verdict::Kind::Invalid);
  EXPECT_EQ(verdict.errors,
            std::vector<Error>{(Error{
                .kind = ErrorKind::Invalid,
                .message = "expected at most 999, found 1000",
                .instance_location = "/quantity",
                .keyword_location = {"/properties/quantity/maximum", "order.schema.json#", 28},
                .offset = 12,
                .line = 7,
                .column = 15})});
  const Verdict second_line = check_order(document_of("{\n\"quantity\":1000}"));
  EXPECT_EQ(second_line.errors.front().line, 8U);
  EXPECT_EQ(second_line.errors.front().column, 12U);
}

TEST_F(CheckTest, SaysWhenThereAreMore) {
  Options options;
  options.max_errors = 0;
  const Verdict verdict = check_order(document_of("[]"), options);
  EXPECT_EQ(verdict.kind, Verdict::Kind::Invalid);
  EXPECT_FALSE(verdict.is_complete);
}

TEST_F(CheckTest, TellsTheSizeOfWhatIsTooLarge) {
  Options options;
  options.max_size = 10;
  const Verdict verdict = check_order({.text = "", .size = 11, .line = 2, .column = 1}, options);
  EXPECT_EQ(verdict.kind, Verdict::Kind::Invalid);
  EXPECT_EQ(verdict.event->name, "Order");
  EXPECT_EQ(verdict.errors,
            std::vector<Error>{(Error{.kind = ErrorKind::Limit,
                                      .message = "the text has 11 bytes, and the limit is 10",
                                      .line = 2})});
}

TEST_F(CheckTest, TellsWhatIsNoJsonFromWhatIsNoEvent) {
  const Verdict broken = check(document_of("[1,"), bundle_, nullptr, {});
  EXPECT_EQ(broken.kind, Verdict::Kind::Invalid);
  EXPECT_EQ(broken.event, nullptr);
  EXPECT_EQ(broken.errors.front().kind, ErrorKind::NotJson);
  EXPECT_EQ(broken.errors.front().column, 6U);
  const Verdict unknown = check(document_of("{}"), bundle_, nullptr, {});
  EXPECT_EQ(unknown.kind, Verdict::Kind::Unknown);
  EXPECT_EQ(unknown.event, nullptr);
  EXPECT_EQ(unknown.errors.front().message, "no event of this bundle");
}

TEST_F(CheckTest, DoesNotClassifyWhatIsTooLarge) {
  const Verdict verdict = classify({.text = "", .size = 11}, bundle_, {.max_size = 10});
  EXPECT_EQ(verdict.kind, Verdict::Kind::Invalid);
  EXPECT_EQ(verdict.errors.front().kind, ErrorKind::Limit);
}

}  // namespace
}  // namespace eventc::checker
