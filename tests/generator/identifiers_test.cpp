// SPDX-License-Identifier: Apache-2.0
#include "identifiers.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

TEST(SnakeCase, PartsWordsWhereTheCaseDoes) {
  EXPECT_EQ(snake_case("eventSourceARN"), "event_source_arn");
  EXPECT_EQ(snake_case("HTTPRequest"), "http_request");
  EXPECT_EQ(snake_case("event-source.arn"), "event_source_arn");
  EXPECT_EQ(snake_case("already_snake"), "already_snake");
  EXPECT_EQ(snake_case("v2Http2URL"), "v2_http2_url");
}

TEST(PascalCase, PartsWordsWhereTheCaseDoes) {
  EXPECT_EQ(pascal_case("eventSourceARN"), "EventSourceArn");
  EXPECT_EQ(pascal_case("ORDER_CREATED"), "OrderCreated");
  EXPECT_EQ(pascal_case("order created"), "OrderCreated");
  EXPECT_EQ(pascal_case("KinesisEvent"), "KinesisEvent");
}

TEST(PascalCase, KeepsNumbersApart) {
  EXPECT_EQ(pascal_case("1.10"), "V1_10");
  EXPECT_EQ(pascal_case("11.0"), "V11_0");
}

TEST(Identifiers, AreNeverEmpty) {
  for (const char* const text : {"", " ", "-/*\n\"\\", "__"}) {
    EXPECT_EQ(snake_case(text), "empty") << text;
    EXPECT_EQ(pascal_case(text), "Empty") << text;
  }
}

TEST(Identifiers, BeginWithNoDigit) {
  EXPECT_EQ(snake_case("2fa"), "_2fa");
  EXPECT_EQ(pascal_case("2fa"), "V2fa");
}

TEST(Identifiers, SpellCharactersBeyondAscii) {
  EXPECT_EQ(snake_case("größe"), "gr_u00f6_u00df_e");
  EXPECT_EQ(pascal_case("事件"), "U4e8bU4ef6");
  EXPECT_EQ(snake_case("📦"), "u1f4e6");
}

TEST(Identifiers, TakeAByteThatIsNotUtf8ForACharacter) {
  EXPECT_EQ(snake_case("a\xFF"), "a_u00ff");
}

TEST(Identifiers, AreNoKeywordAndNoMacro) {
  EXPECT_EQ(snake_case("class"), "class_");
  EXPECT_EQ(snake_case("co_await"), "co_await_");
  EXPECT_EQ(snake_case("errno"), "errno_");
  EXPECT_EQ(snake_case("major"), "major_");
  EXPECT_EQ(snake_case("linux"), "linux_");
  EXPECT_EQ(snake_case("EOF"), "eof");
  EXPECT_EQ(pascal_case("EOF"), "Eof");
  EXPECT_EQ(pascal_case("i"), "I_") << "<complex.h> defines I";
}

// No emitted identifier is one that C++ keeps for itself ([lex.name]).
TEST(Identifiers, HaveNoTwoUnderscoresInARow) {
  EXPECT_EQ(snake_case("a__b"), "a_b");
  EXPECT_EQ(snake_case("_A"), "a");
  EXPECT_EQ(pascal_case("_a_"), "A");
}

// The same cases as in tests/cmake/file_stems.cmake: CMake names the outputs before eventc has run.
TEST(FileStem, FollowsFromTheFilesName) {
  EXPECT_EQ(file_stem("order-created.schema.json"), "order_created");
  EXPECT_EQ(file_stem("order-created.json"), "order_created");
  EXPECT_EQ(file_stem("order.created.v2.json"), "order_created_v2");
  EXPECT_EQ(file_stem("apiGatewayV2HttpRequest.json"), "api_gateway_v2_http_request");
  EXPECT_EQ(file_stem("HTTPRequest.json"), "http_request");
  EXPECT_EQ(file_stem("S3Event.json"), "s3_event");
  EXPECT_EQ(file_stem("HTTP2URL.json"), "http2_url");
  EXPECT_EQ(file_stem("__a  b--.json"), "a_b");
  EXPECT_EQ(file_stem("café au lait.json"), "caf_au_lait");
  EXPECT_EQ(file_stem("2fa.json"), "2fa");
  EXPECT_EQ(file_stem("class.json"), "class");
  EXPECT_EQ(file_stem("事件.json"), "schema");
  EXPECT_EQ(file_stem(".json"), "schema");
  EXPECT_EQ(file_stem("MyBundle"), "my_bundle");
}

TEST(FileStem, LeavesFoldersOut) {
  EXPECT_EQ(file_stem("/srv/schemas/order.schema.json"), "order");
  EXPECT_EQ(file_stem("../a.b/order"), "order");
}

TEST(IsNamespace, TakesIdentifiersJoinedByColons) {
  for (const char* const text : {"events", "my::events", "a::b::c", "_a", "v2", "A_b"}) {
    EXPECT_TRUE(is_namespace(text)) << text;
  }
}

TEST(IsNamespace, RefusesAllElse) {
  for (const char* const text :
       {"", "::", "a::", "::a", "a:b", "a::::b", "2a", "a-b", "a b", "class", "a::int", "a__b",
        "_A", "größe", "a;", "a{", "linux", "a\n"}) {
    EXPECT_FALSE(is_namespace(text)) << text;
  }
}

TEST(Scope, HandsOutEachNameOnce) {
  Scope scope;
  EXPECT_EQ(scope.take("line"), "line");
  EXPECT_EQ(scope.take("line"), "line_2");
  EXPECT_EQ(scope.take("line"), "line_3");
  EXPECT_EQ(scope.take("line_2"), "line_2_2");
}

TEST(Scope, PrefersTheFirstCandidate) {
  const std::vector<std::string> candidates{"Line", "OrderLine"};
  Scope scope;
  EXPECT_EQ(scope.take(candidates), "Line");
  EXPECT_EQ(scope.take(candidates), "OrderLine");
  EXPECT_EQ(scope.take(candidates), "OrderLine_2");
}

TEST(Scope, KeepsReservedNames) {
  Scope scope({"string"});
  EXPECT_EQ(scope.take("string"), "string_2");
}

}  // namespace
}  // namespace eventc::compiler
