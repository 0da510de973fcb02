// SPDX-License-Identifier: Apache-2.0

// What a function's environment says: credentials, and where services are.
#include <gtest/gtest.h>

#include "votes/aws/credentials.hpp"
#include "votes/aws/endpoint.hpp"

namespace aws {
namespace {

Environment variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> std::optional<std::string> {
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
  };
}

std::string url_of(std::map<std::string, std::string> values, std::string_view service) {
  const auto endpoint = endpoint_from(variables(std::move(values)), service);
  return endpoint ? endpoint->url : endpoint.error().to_string();
}

TEST(Credentials, AreThoseOfTheEnvironment) {
  const auto credentials = credentials_from(variables({{"AWS_ACCESS_KEY_ID", "AKID"},
                                                       {"AWS_SECRET_ACCESS_KEY", "a/b+c="},
                                                       {"AWS_SESSION_TOKEN", "token"}}));
  ASSERT_TRUE(credentials) << credentials.error().to_string();
  EXPECT_EQ(credentials->access_key_id, "AKID");
  EXPECT_EQ(credentials->secret_access_key, "a/b+c=");
  EXPECT_EQ(credentials->session_token, "token");
}

TEST(Credentials, NeedNoSessionToken) {
  const auto credentials = credentials_from(
      variables({{"AWS_ACCESS_KEY_ID", "AKID"}, {"AWS_SECRET_ACCESS_KEY", "secret"}}));
  ASSERT_TRUE(credentials) << credentials.error().to_string();
  EXPECT_EQ(credentials->session_token, "");
}

TEST(Credentials, SayWhichVariableIsMissing) {
  const auto credentials = credentials_from(variables({{"AWS_ACCESS_KEY_ID", "AKID"}}));
  ASSERT_FALSE(credentials);
  EXPECT_EQ(credentials.error().to_string(), "AWS_SECRET_ACCESS_KEY is not set");
}

TEST(Credentials, CarryNoLineBreakIntoAHeader) {
  const auto credentials = credentials_from(variables({{"AWS_ACCESS_KEY_ID", "AKID"},
                                                       {"AWS_SECRET_ACCESS_KEY", "secret"},
                                                       {"AWS_SESSION_TOKEN", "a\r\nX-Evil: b"}}));
  ASSERT_FALSE(credentials);
  EXPECT_EQ(credentials.error().to_string(), "AWS_SESSION_TOKEN has a character that no key has");
}

TEST(Endpoint, IsTheServicesOwnInTheRegion) {
  EXPECT_EQ(url_of({{"AWS_REGION", "eu-central-1"}}, "kinesis"),
            "https://kinesis.eu-central-1.amazonaws.com");
  EXPECT_EQ(url_of({{"AWS_DEFAULT_REGION", "cn-north-1"}}, "dynamodb"),
            "https://dynamodb.cn-north-1.amazonaws.com.cn");
}

TEST(Endpoint, PrefersTheVariableOfTheService) {
  const std::map<std::string, std::string> both = {
      {"AWS_REGION", "eu-central-1"},
      {"AWS_ENDPOINT_URL", "http://127.0.0.1:4566"},
      {"AWS_ENDPOINT_URL_KINESIS", "http://127.0.0.1:4567"}};
  EXPECT_EQ(url_of(both, "kinesis"), "http://127.0.0.1:4567");
  EXPECT_EQ(url_of(both, "dynamodb"), "http://127.0.0.1:4566");
}

TEST(Endpoint, RefusesWhatIsNoRegionOrUrl) {
  EXPECT_EQ(url_of({}, "kinesis"), "neither AWS_REGION nor AWS_DEFAULT_REGION is set");
  EXPECT_EQ(url_of({{"AWS_REGION", "evil.example/"}}, "kinesis"),
            "AWS_REGION is not the name of a region: evil.example/");
  EXPECT_EQ(url_of({{"AWS_REGION", "eu-west-1"}, {"AWS_ENDPOINT_URL", "file:///etc/passwd"}}, "s3"),
            "AWS_ENDPOINT_URL is not an http or https URL: file:///etc/passwd");
}

}  // namespace
}  // namespace aws
