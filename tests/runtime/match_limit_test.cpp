// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "eventc/router.hpp"

/// A pattern that gives up leaves neither "valid" nor "invalid", wherever it stands.
namespace eventc {
namespace {

using schema::Child;
using schema::kArray;
using schema::kObject;
using schema::kString;
using schema::Match;
using schema::PatternProperty;
using schema::Property;
using schema::Schema;

/// Matches "yes", gives up on "hard", and matches nothing else.
constexpr Match judge(std::string_view text) {
  if (text == "hard") return Match::GaveUp;
  return text == "yes" ? Match::Yes : Match::No;
}
constexpr schema::Pattern kPattern{"^(y|yes)+$", judge};
constexpr Schema kText{.types = kString, .pattern = &kPattern};

constexpr std::string_view kWords =
    "not decided: this text takes too many steps to match with ^(y|yes)+$";

/// The error that parsing and validating both give.
template <const Schema* S, class T>
Error limit_of(std::string_view text) {
  const Result<T> result = parse_document<S, T>(text, {S, "s.json#"}, {});
  const Report found = report(text, {S, "s.json#"}, {});
  EXPECT_FALSE(result) << text;
  EXPECT_FALSE(found.ok()) << text;
  if (result || found.errors().empty()) return {};
  EXPECT_EQ(found.errors().back(), result.error()) << text;
  EXPECT_EQ(result.error().kind, ErrorKind::MatchLimit) << result.error().to_string();
  return result.error();
}

template <const Schema* S, class T>
std::string place_of_limit(std::string_view text) {
  const Error error = limit_of<S, T>(text);
  EXPECT_EQ(error.message, kWords);
  return error.instance_location + "@" + std::to_string(error.offset);
}

TEST(MatchLimit, IsAnErrorOfItsOwn) {
  EXPECT_EQ((limit_of<&kText, std::string>(R"( "hard")")), (Error{.kind = ErrorKind::MatchLimit,
                                                                  .message = std::string(kWords),
                                                                  .offset = 1,
                                                                  .column = 2}));
  EXPECT_TRUE((parse_document<&kText, std::string>(R"("yes")", {&kText, "s.json#"}, {})));
  EXPECT_EQ((parse_document<&kText, std::string>(R"("no")", {&kText, "s.json#"}, {})).error().kind,
            ErrorKind::Invalid);
}

constexpr Schema kTexts{.types = kArray, .items = &kText};

TEST(MatchLimit, EndsAReport) {
  EXPECT_EQ(
      report(R"(["no","hard","no"])", {&kTexts, "s.json#"}, {}).to_string(),
      "/0 (1:2): expected text that matches ^(y|yes)+$, found \"no\" [s.json#/items/pattern]\n"
      "/1 (1:7): " +
          std::string(kWords) + "\n");
  EXPECT_EQ((place_of_limit<&kTexts, std::vector<std::string>>(R"(["yes","hard","no"])")), "/1@7");
}

constexpr PatternProperty kByName[] = {{&kPattern, &schema::integer}};
constexpr Schema kMap{.types = kObject, .pattern_properties = kByName};

TEST(MatchLimit, IsReachedByAMembersName) {
  EXPECT_EQ((place_of_limit<&kMap, Map<std::int64_t>>(R"({"yes":1,"hard":true})")), "/hard@16");
  EXPECT_EQ((place_of_limit<&kMap, Json>(R"({"hard":true})")), "/hard@8");
}

constexpr Child kBranches[] = {&schema::null, &kText, &schema::array, &schema::string};
constexpr Schema kOneOf{.one_of = kBranches};
constexpr Schema kAnyOf{.any_of = kBranches};
constexpr Child kTextAlone[] = {&kText};
constexpr Schema kAllOf{.types = kString, .all_of = kTextAlone};
constexpr Schema kRef{.types = kString, .ref = {&kText, "s.json#/$defs/text"}};

TEST(MatchLimit, IsNoVerdictOnABranch) {
  EXPECT_EQ((place_of_limit<&kOneOf, Json>(R"("hard")")), "@0");
  EXPECT_EQ((place_of_limit<&kAnyOf, Json>(R"("hard")")), "@0");
  EXPECT_EQ((place_of_limit<&kAllOf, std::string>(R"("hard")")), "@0");
  EXPECT_EQ((place_of_limit<&kRef, std::string>(R"("hard")")), "@0");
  EXPECT_TRUE((parse_document<&kOneOf, Json>(R"("no")", {&kOneOf, "s.json#"}, {})))
      << "the last one fits";
}

TEST(MatchLimit, DoesNotMatterOnceABranchOfAnyOfFits) {
  static constexpr Child kStringFirst[] = {&schema::string, &kText};
  static constexpr Schema kFits{.any_of = kStringFirst};
  EXPECT_TRUE((parse_document<&kFits, Json>(R"("hard")", {&kFits, "s.json#"}, {})));
  EXPECT_TRUE(report(R"("hard")", {&kFits, "s.json#"}, {}).ok());
}

constexpr Schema kOneOfTexts{.types = kArray, .items = &kOneOf};
constexpr Child kDeepBranches[] = {&kOneOfTexts, &schema::array};
constexpr Schema kDeep{.one_of = kDeepBranches};

TEST(MatchLimit, IsToldFromWithinBranchesOfBranches) {
  EXPECT_EQ((place_of_limit<&kDeep, Json>(R"([["no"],"hard"])")), "/1@8");
}

constexpr Property kOneMember[] = {{"a", &kText}};
constexpr Property kOtherMember[] = {{"a", &schema::string}};
constexpr Schema kOneObject{.types = kObject, .properties = kOneMember};
constexpr Schema kOtherObject{.types = kObject, .properties = kOtherMember};
constexpr Child kObjects[] = {&kOneObject, &kOtherObject};
constexpr Schema kOneOfObjects{.types = kObject, .one_of = kObjects};
struct Whole {
  bool operator==(const Whole&) const = default;
};
const char* read(Reader& in, const char* at, Whole&) {
  ObjectReader<&kOneOfObjects> object(in, at);
  while (object.next()) object.skip();
  return object.end();
}

TEST(MatchLimit, IsReachedByWhatIsCheckedOnAnObjectAsAWhole) {
  EXPECT_EQ((place_of_limit<&kOneOfObjects, Whole>(R"({"a":"hard"})")), "/a@5");
}

struct One {
  std::string a;
  bool operator==(const One&) const = default;
};
const char* read(Reader& in, const char* at, One& out) {
  ObjectReader<decided(&kOneObject)> object(in, at);
  while (object.next()) {
    if (object.member() == 0) {
      object.read<0>(out.a);
    } else {
      object.skip();
    }
  }
  return object.end();
}
struct Other {
  std::string a;
  bool operator==(const Other&) const = default;
};
const char* read(Reader& in, const char* at, Other& out) {
  ObjectReader<decided(&kOtherObject)> object(in, at);
  while (object.next()) {
    if (object.member() == 0) {
      object.read<0>(out.a);
    } else {
      object.skip();
    }
  }
  return object.end();
}

TEST(MatchLimit, IsReachedWhileABranchIsChosen) {
  using Either = std::variant<One, Other>;
  EXPECT_EQ((place_of_limit<&kOneOfObjects, Either>(R"({"a":"hard"})")), "/a@5");
  EXPECT_TRUE(
      (parse_document<&kOneOfObjects, Either>(R"({"a":"no"})", {&kOneOfObjects, "s.json#"}, {})));
}

constexpr Schema kContent{.types = kString, .content_schema = &kText, .content_assertion = true};
constexpr Child kContents[] = {&kContent, &schema::string};
constexpr Schema kOneOfContents{.one_of = kContents};

TEST(MatchLimit, IsReachedWithinAText) {
  EXPECT_EQ((place_of_limit<&kContent, std::string>(R"("\"hard\"")")), "@0");
  EXPECT_EQ((place_of_limit<&kOneOfContents, Json>(R"("\"hard\"")")), "@0");
}

constexpr Child kAdditional[] = {&kTexts};
constexpr Schema kPrefix{.types = kArray, .prefix_items = kAdditional, .min_items = 1};

TEST(MatchLimit, IsReachedByAnItemOfATuple) {
  EXPECT_EQ((place_of_limit<&kPrefix, std::tuple<std::vector<std::string>>>(R"([["hard"]])")),
            "/0/0@2");
}

TEST(Reader, SharesALimitAndNothingElse) {
  const std::string_view text = "[1]";
  const auto after = [&](Failure failure) {
    Reader other(text, 2);
    other.fail(failure, text.data() + 1, "why");
    Reader in(text, 2);
    in.share_limit(other);
    return in.failure();
  };
  EXPECT_EQ(after(Failure::MatchLimit), Failure::MatchLimit);
  EXPECT_EQ(after(Failure::TooDeep), Failure::TooDeep);
  EXPECT_EQ(after(Failure::NotJson), Failure::None);
  EXPECT_EQ(after(Failure::Refused), Failure::None);
  EXPECT_EQ(after(Failure::NotRepresentable), Failure::None);
}

TEST(Malformed, SaysThatAPatternGaveUp) {
  const Error error{.kind = ErrorKind::MatchLimit, .message = std::string(kWords)};
  EXPECT_EQ((Malformed{"{}", error}.reason()), "over a limit: (1:1): " + std::string(kWords));
  EXPECT_EQ(detail::refused("Order", error).kind, Outcome::Kind::Malformed);
}

}  // namespace
}  // namespace eventc
