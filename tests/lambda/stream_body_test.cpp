// SPDX-License-Identifier: Apache-2.0
#include "stream_body.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/base64.hpp"
#include "running_function.hpp"
#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Resource = RuntimeApiStub::Resource;

Dispatch streaming(ResponseStream stream) {
  return [stream = std::make_shared<const ResponseStream>(std::move(stream))](
             std::string_view, Arena&, const Context&) { return Outcome{.stream = stream}; };
}

std::string decoded(const std::string& base64) {
  std::string out;
  std::size_t bad = 0;
  EXPECT_TRUE(decode_base64(base64, out, bad)) << base64;
  return out;
}

TEST(StreamBody, ArrivesInTheChunksThatAreWritten) {
  RuntimeApiStub api;
  RunningFunction function(api,
                           streaming({.content_type = "text/plain", .body = [](const Write& write) {
                                        write("one ");
                                        write("");
                                        write("two");
                                      }}));
  const Request request = api.wait_for_answer(api.offer("{}")).request;
  EXPECT_THAT(request.chunks, ElementsAre("one ", "two"));
  EXPECT_EQ(request.headers.at("content-type"), "text/plain");
  EXPECT_EQ(request.headers.at("lambda-runtime-function-response-mode"), "streaming");
  EXPECT_EQ(request.headers.at("transfer-encoding"), "chunked");
  EXPECT_EQ(request.headers.at("trailer"),
            "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");
  EXPECT_THAT(request.trailers, IsEmpty());
  EXPECT_EQ(api.wait_for_answer(api.offer("{}")).request.body, "one two") << "it goes on";
  EXPECT_TRUE(function.stop());
}

TEST(StreamBody, IsSentWhileItIsMade) {
  RuntimeApiStub api;
  std::promise<void> go_on;
  RunningFunction function(api, streaming({.body = [&go_on](const Write& write) {
                             write("first");
                             go_on.get_future().wait();
                             write(", last");
                           }}));
  const std::string id = api.offer("{}");
  api.wait_for_streamed("first");
  go_on.set_value();
  EXPECT_EQ(api.wait_for_answer(id).request.body, "first, last");
}

TEST(StreamBody, StandsBehindThePreludeAndEightNuls) {
  RuntimeApiStub api;
  RunningFunction function(api, streaming({.content_type = "text/html",
                                           .prelude = R"({"statusCode":200})",
                                           .body = [](const Write& write) { write("<p>"); }}));
  const Request request = api.wait_for_answer(api.offer("{}")).request;
  EXPECT_EQ(request.body, std::string(R"({"statusCode":200})") + std::string(8, '\0') + "<p>");
  EXPECT_EQ(request.headers.at("content-type"),
            "application/vnd.awslambda.http-integration-response");
}

TEST(StreamBody, HasItsPreludeSentByAnEmptyWrite) {
  RuntimeApiStub api;
  std::promise<void> go_on;
  RunningFunction function(api, streaming({.prelude = "{}", .body = [&go_on](const Write& write) {
                                             write("");
                                             go_on.get_future().wait();
                                           }}));
  const std::string id = api.offer("{}");
  api.wait_for_streamed("{}" + std::string(8, '\0'));
  go_on.set_value();
  EXPECT_EQ(api.wait_for_answer(id).request.body, "{}" + std::string(8, '\0'));
}

TEST(StreamBody, MayBeEmpty) {
  RuntimeApiStub api;
  RunningFunction function(api, streaming({}));
  const Request request = api.wait_for_answer(api.offer("{}")).request;
  EXPECT_EQ(request.body, "");
  EXPECT_EQ(request.headers.at("content-type"), "application/octet-stream");
}

TEST(StreamBody, MayBeLargerThanAResponseAtOnce) {
  RuntimeApiStub api;
  const std::string piece(std::size_t{1} << 20, 'x');
  RunningFunction function(api, streaming({.body = [&piece](const Write& write) {
                             for (int i = 0; i < 8; ++i) write(piece);
                           }}));
  EXPECT_EQ(api.wait_for_answer(api.offer("{}")).request.body.size(), 8 * piece.size());
}

TEST(StreamBody, TellsByTrailersWhatBrokeIt) {
  RuntimeApiStub api;
  RunningFunction function(api, streaming({.body = [](const Write& write) {
                             write("half");
                             throw std::runtime_error("the disk is gone");
                           }}));
  const Request request = api.wait_for_answer(api.offer("{}")).request;
  EXPECT_EQ(request.body, "half");
  EXPECT_EQ(request.trailers.at("lambda-runtime-function-error-type"), "Eventc.StreamFailed");
  EXPECT_EQ(decoded(request.trailers.at("lambda-runtime-function-error-body")),
            R"({"errorMessage":"the disk is gone","errorType":"std::runtime_error",)"
            R"("stackTrace":[]})");
}

TEST(StreamBody, IsAPlainErrorWhereNothingWasSent) {
  RuntimeApiStub api;
  RunningFunction function(api, streaming({.prelude = "{}", .body = [](const Write&) {
                                             throw std::runtime_error("no such page");
                                           }}));
  const auto answer = api.wait_for_answer(api.offer("{}"));
  EXPECT_EQ(answer.resource, Resource::Error);
  EXPECT_EQ(answer.request.headers.at("lambda-runtime-function-error-type"), "Eventc.StreamFailed");
}

TEST(StreamBody, IsAnErrorWhereItsTypeWouldBreakTheRequest) {
  RuntimeApiStub api;
  RunningFunction function(api, streaming({.content_type = "text/plain\r\nx-forged: yes",
                                           .body = [](const Write& write) { write("sent"); }}));
  const auto answer = api.wait_for_answer(api.offer("{}"));
  EXPECT_EQ(answer.resource, Resource::Error);
  EXPECT_EQ(answer.request.headers.count("x-forged"), 0u);
  EXPECT_TRUE(function.stop());
}

TEST(StreamBody, EndsItsWorkWhereNobodyReceivesIt) {
  RuntimeApiStub api;
  api.fail(Resource::Response, RuntimeApiStub::Fault::DropMidBody);
  std::promise<std::string> thrown;
  const auto stream = std::make_shared<ResponseStream>();
  stream->body = [&thrown](const Write& write) {
    try {
      for (;;) write("and so on, ");
    } catch (const std::exception& exception) {
      thrown.set_value(exception.what());
      throw;
    }
  };
  RunningFunction function(api, [stream](std::string_view, Arena&, const Context&) {
    return Outcome{.stream = stream};
  });
  (void)api.offer("{}");
  EXPECT_EQ(thrown.get_future().get(), "nobody receives this response any more");
  EXPECT_TRUE(function.stop());
}

TEST(StreamBody, EndsWhereItIsRefusedOnItsWay) {
  RuntimeApiStub api;
  api.fail(Resource::Response, RuntimeApiStub::Fault::Status413MidBody);
  RunningFunction function(api, streaming({.body = [](const Write& write) {
                             for (;;) write(std::string(std::size_t{1} << 20, 'x'));
                           }}));
  const auto answer = api.wait_for_answer(api.offer("{}"));
  EXPECT_EQ(answer.resource, Resource::Error);
  EXPECT_EQ(answer.request.headers.at("lambda-runtime-function-error-type"),
            "Eventc.ResponseTooLarge");
}

TEST(StreamBody, MayReadThePayloadAndTheArena) {
  RuntimeApiStub api;
  RunningFunction function(api, [](std::string_view payload, Arena& arena, const Context&) {
    arena.reset();
    char* const room = arena.room(payload.size());
    payload.copy(room, payload.size());
    arena.take(room + payload.size());
    const auto stream = std::make_shared<ResponseStream>();
    stream->body = [payload, kept = std::string_view(room, payload.size())](const Write& write) {
      write(payload);
      write(kept);
    };
    return Outcome{.stream = stream};
  });
  EXPECT_EQ(api.wait_for_answer(api.offer("[1]")).request.body, "[1][1]");
  EXPECT_EQ(api.wait_for_answer(api.offer("[2]")).request.body, "[2][2]");
}

}  // namespace
}  // namespace eventc::lambda::testing
