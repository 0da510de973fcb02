// SPDX-License-Identifier: Apache-2.0
#include "print.hpp"

#include <gtest/gtest.h>

#include <string>

#include "checker/small_bundle.hpp"

namespace eventc::checker {
namespace {

class PrintTest : public ::testing::Test {
 protected:
  /// What is said of a document that is to be an Order.
  std::string say(const std::string& text) const {
    const input::Document document{text, text.size(), line_, 1};
    return print(source_, document, check(document, bundle_, as_, options_), style_);
  }

  CheckedBundle bundle_ = small_bundle();
  const EventType* as_ = bundle_.types.data();
  Source source_{"p.json", input::Form::Whole, 0};
  std::size_t line_ = 1;
  Style style_;
  Options options_;
};

TEST_F(PrintTest, SaysThatADocumentIsValid) {
  EXPECT_EQ(say(R"({"quantity":1})"), "p.json: Order, valid\n");
  style_.format = Format::Json;
  EXPECT_EQ(say(R"({"quantity":1})"),
            R"({"file":"p.json","line":1,"event":"Order","valid":true,"errors":[]})"
            "\n");
  style_.format = Format::Github;
  EXPECT_EQ(say(R"({"quantity":1})"), "");
}

TEST_F(PrintTest, LeavesValidDocumentsOutWhereAsked) {
  style_.quiet = true;
  EXPECT_EQ(say(R"({"quantity":1})"), "");
  EXPECT_NE(say("{}"), "");
  style_.format = Format::Json;
  EXPECT_EQ(say(R"({"quantity":1})"), "");
  EXPECT_NE(say("{}"), "");
}

TEST_F(PrintTest, ShowsViolations) {
  const std::string payload = "{\n  \"quantity\": 1000\n}";
  EXPECT_EQ(say(payload),
            "p.json: Order, 1 violation\n"
            "p.json:2:15: /quantity: expected at most 999, found 1000\n"
            "    |   \"quantity\": 1000\n"
            "    |               ^\n"
            "    order.schema.json#/properties/quantity/maximum\n");
  style_.format = Format::Github;
  EXPECT_EQ(say(payload),
            "::error file=p.json,line=2,col=15,title=Not a valid Order::/quantity: expected at "
            "most 999, found 1000 [order.schema.json#/properties/quantity/maximum]\n");
  style_.format = Format::Json;
  EXPECT_EQ(say(payload),
            R"({"file":"p.json","line":1,"event":"Order","valid":false,"errors":[)"
            R"({"instanceLocation":"/quantity","keywordLocation":"/properties/quantity/maximum",)"
            R"("absoluteKeywordLocation":"order.schema.json#/properties/quantity/maximum",)"
            R"("message":"expected at most 999, found 1000","line":2,"column":15}]})"
            "\n");
}

TEST_F(PrintTest, TellsDocumentsOfOneFileByTheirLines) {
  source_.form = input::Form::Lines;
  line_ = 1234;
  EXPECT_EQ(say(R"({"quantity":1})"), "p.json:1234: Order, valid\n");
  EXPECT_EQ(say("[]"),
            "p.json:1234: Order, 1 violation\n"
            "p.json:1234:1: expected an object, found an array\n"
            "    | []\n"
            "    | ^\n"
            "    order.schema.json#/type\n");
}

TEST_F(PrintTest, NamesTheStandardInput) {
  source_ = {"-", input::Form::Values, 0};
  EXPECT_EQ(say(R"({"quantity":1})"), "<stdin>:1: Order, valid\n");
  style_.format = Format::Github;
  EXPECT_EQ(say("[]"),
            "::error line=1,col=1,title=Not a valid Order::expected an object, found an array "
            "[order.schema.json#/type]\n");
  style_.format = Format::Json;
  EXPECT_EQ(say(R"({"quantity":1})"),
            R"({"file":"-","line":1,"event":"Order","valid":true,"errors":[]})"
            "\n");
}

TEST_F(PrintTest, SaysWhatIsNotJson) {
  EXPECT_EQ(say("[1,"),
            "p.json: Order, not JSON\n"
            "p.json:1:4: /1: the text ends where a value is expected\n"
            "    | [1,\n"
            "    |    ^\n");
  as_ = nullptr;
  EXPECT_EQ(say("[1,").substr(0, 17), "p.json: not JSON\n");
  style_.format = Format::Github;
  EXPECT_EQ(say("[1,"),
            "::error file=p.json,line=1,col=4,title=Not JSON::/1: the text ends where a value is "
            "expected\n");
  style_.format = Format::Json;
  EXPECT_EQ(say("[1,"),
            R"({"file":"p.json","line":1,"event":null,"valid":false,"errors":[)"
            R"({"instanceLocation":"/1","keywordLocation":"","absoluteKeywordLocation":"",)"
            R"("message":"the text ends where a value is expected","line":1,"column":4}]})"
            "\n");
}

TEST_F(PrintTest, SaysWhatIsUnknown) {
  as_ = nullptr;
  EXPECT_EQ(say("{}"), "p.json: no event of this bundle\n");
  style_.format = Format::Github;
  EXPECT_EQ(say("{}"),
            "::error file=p.json,line=1,col=1,title=Unknown event::no event of this bundle\n");
  style_.format = Format::Json;
  EXPECT_EQ(say("{}"),
            R"({"file":"p.json","line":1,"event":null,"valid":false,"errors":[)"
            R"({"instanceLocation":"","keywordLocation":"","absoluteKeywordLocation":"",)"
            R"("message":"no event of this bundle","line":1,"column":1}]})"
            "\n");
}

TEST_F(PrintTest, SaysWhenThereIsMore) {
  options_.max_errors = 0;
  EXPECT_EQ(say("[]"), "p.json: Order, 0 violations and more\n    there are more\n");
  style_.format = Format::Github;
  EXPECT_EQ(say("[]"),
            "::error file=p.json,line=1,col=1,title=More violations::there are more violations "
            "than these\n");
  style_.format = Format::Json;
  EXPECT_EQ(say("[]"),
            R"({"file":"p.json","line":1,"event":"Order","valid":false,"errors":[)"
            R"({"instanceLocation":"","keywordLocation":"","absoluteKeywordLocation":"",)"
            R"("message":"there are more violations than these","line":1,"column":1}]})"
            "\n");
}

TEST_F(PrintTest, ShowsNoExcerptOfWhatIsTooLarge) {
  const input::Document document{"", 99, 3, 1};
  source_.form = input::Form::Lines;
  EXPECT_EQ(print(source_, document, check(document, bundle_, as_, {.max_size = 9}), style_),
            "p.json:3: Order, over a limit\n"
            "p.json:3:1: the text has 99 bytes, and the limit is 9\n");
}

TEST_F(PrintTest, SaysThatAPatternGaveUp) {
  const std::string payload = R"({"code":"hard","quantity":1})";
  EXPECT_EQ(
      say(payload),
      "p.json: Order, not decided\n"
      "p.json:1:9: /code: not decided: this text takes too many steps to match with ^(a|b)+$\n"
      "    | {\"code\":\"hard\",\"quantity\":1}\n"
      "    |         ^\n");
  style_.format = Format::Github;
  style_.expect_invalid = true;
  EXPECT_EQ(say(payload),
            "::error file=p.json,line=1,col=9,title=Not decided::/code: not decided: this text "
            "takes too many steps to match with ^(a|b)+$\n");
  style_.format = Format::Json;
  EXPECT_EQ(say(payload),
            R"({"file":"p.json","line":1,"event":"Order","valid":null,"errors":[)"
            R"({"instanceLocation":"/code","keywordLocation":"","absoluteKeywordLocation":"",)"
            R"("message":"not decided: this text takes too many steps to match with ^(a|b)+$",)"
            R"("line":1,"column":9}]})"
            "\n");
}

TEST_F(PrintTest, DecidesWhereAnotherViolationIsKnown) {
  EXPECT_EQ(check({R"({"quantity":1000,"code":"hard"})", 31, 1, 1}, bundle_, as_, options_).kind,
            Verdict::Kind::Invalid);
  EXPECT_EQ(check({R"({"quantity":100,"code":"hard"})", 30, 1, 1}, bundle_, as_, options_).kind,
            Verdict::Kind::Undecided);
}

TEST_F(PrintTest, TurnsRoundWhereDocumentsAreToBeRefused) {
  style_.expect_invalid = true;
  EXPECT_EQ(say(R"({"quantity":1})"), "p.json: Order, valid, and should be refused\n");
  style_.quiet = true;
  EXPECT_EQ(say(R"({"quantity":1})"), "p.json: Order, valid, and should be refused\n");
  style_.format = Format::Github;
  EXPECT_EQ(say(R"({"quantity":1})"),
            "::error file=p.json,line=1,col=1,title=Should be refused::a valid Order, and should "
            "be refused\n");
  EXPECT_EQ(say("[]"), "");
}

TEST_F(PrintTest, ColoursForPeople) {
  style_.colour = true;
  EXPECT_EQ(say(R"({"quantity":1})"), "\x1b[1mp.json:\x1b[0m Order, \x1b[32mvalid\x1b[0m\n");
  EXPECT_EQ(say("[]"),
            "\x1b[1mp.json:\x1b[0m Order, \x1b[1;31m1 violation\x1b[0m\n"
            "\x1b[1mp.json:1:1:\x1b[0m expected an object, found an array\n"
            "    | []\n"
            "    | \x1b[1;32m^\x1b[0m\n"
            "    order.schema.json#/type\n");
  as_ = nullptr;
  EXPECT_EQ(say("{}"), "\x1b[1mp.json:\x1b[0m \x1b[1;35mno event of this bundle\x1b[0m\n");
}

TEST_F(PrintTest, EscapesWhatIsHostile) {
  source_.path = "::error::\n\x1B[2J.json";
  const std::string payload =
      "::error::forged ##[error]\x1B]0;x\x07\xE2\x80\xAE\xFF\xC2\x9B[2J\r\n::x";
  EXPECT_EQ(
      say(payload),
      "\x3A\\x3A"
      "error:\\x3A\\x0A\\x1B[2J.json: Order, not JSON\n"
      "\x3A\\x3A"
      "error:\\x3A\\x0A\\x1B[2J.json:1:1: expected a value\n"
      "    | ::error::forged #\\x23[error]\\x1B]0;x\\x07\\xE2\\x80\\xAE\\xFF\\xC2\\x9B[2J\\x0D\n"
      "    | ^\n");
  style_.format = Format::Github;
  EXPECT_EQ(say(payload),
            "::error file=%3A%3Aerror%3A%3A\\x0A\\x1B[2J.json,line=1,col=1,title=Not JSON::"
            "expected a value\n");
  style_.format = Format::Json;
  EXPECT_EQ(say(payload).substr(0, 46), R"({"file":"::error::\u000a\u001b[2J.json","line")");
}

TEST_F(PrintTest, PointsBehindACommandThatItBroke) {
  EXPECT_EQ(say(R"({"##[error]": 1, x)"),
            "p.json: Order, not JSON\n"
            "p.json:1:18: expected a member's name in quotes\n"
            "    | {\"#\\x23[error]\": 1, x\n"
            "    |                     ^\n");
}

TEST_F(PrintTest, ClassifiesOnALineEach) {
  style_.command = Command::Classify;
  const input::Document document{"[1,", 3, 4, 1};
  source_.form = input::Form::Lines;
  const auto classified = [&] {
    return print(source_, document, classify(document, bundle_, options_), style_);
  };
  EXPECT_EQ(classified(),
            "p.json:4: not JSON: /1 (4:4): the text ends where a value is expected\n");
  EXPECT_EQ(print(source_, document, {.event = as_}, style_), "p.json:4: Order\n");
  style_.format = Format::Json;
  EXPECT_EQ(classified(), "{\"file\":\"p.json\",\"line\":4,\"event\":null}\n");
  EXPECT_EQ(print(source_, document, {.event = as_}, style_),
            "{\"file\":\"p.json\",\"line\":4,\"event\":\"Order\"}\n");
}

TEST(Summary, CountsDocuments) {
  Tally tally;
  tally.add(Verdict::Kind::Valid);
  Tally more;
  more.add(Verdict::Kind::Unknown);
  more.add(Verdict::Kind::Invalid);
  tally.add(more);
  EXPECT_EQ(print_summary(tally, {}), "3 documents: 1 valid, 1 invalid, 1 unknown\n");
  EXPECT_EQ(print_summary(tally, {.format = Format::Github}),
            "3 documents: 1 valid, 1 invalid, 1 unknown\n");
  EXPECT_EQ(print_summary(tally, {.format = Format::Json}), "");
  tally.add(Verdict::Kind::Undecided);
  EXPECT_EQ(print_summary(tally, {}), "4 documents: 1 valid, 1 invalid, 1 unknown, 1 undecided\n");
  EXPECT_EQ(print_summary(tally, {.command = Command::Classify}), "");
}

}  // namespace
}  // namespace eventc::checker
