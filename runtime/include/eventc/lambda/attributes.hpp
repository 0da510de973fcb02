// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The names in Context::attributes that eventc::lambda fills in: Lambda's own. An attribute that
/// Lambda does not tell is absent.
///
///     const auto arn = context.attributes.find(eventc::lambda::kFunctionArn);
namespace eventc::lambda {

/// Of the invocation (AWS Lambda developer guide, "Using the Lambda runtime API for custom
/// runtimes", section "Next invocation").

/// The ARN of the function, version or alias that was invoked.
inline constexpr std::string_view kFunctionArn = "Lambda-Runtime-Invoked-Function-Arn";
/// The tracing header of AWS X-Ray.
inline constexpr std::string_view kTraceId = "Lambda-Runtime-Trace-Id";
/// JSON: the client application and device; of invocations by the AWS Mobile SDK.
inline constexpr std::string_view kClientContext = "Lambda-Runtime-Client-Context";
/// JSON: the identity provider; of invocations by the AWS Mobile SDK.
inline constexpr std::string_view kCognitoIdentity = "Lambda-Runtime-Cognito-Identity";

/// Of the function (AWS Lambda developer guide, "Working with Lambda environment variables",
/// section "Defined runtime environment variables").

inline constexpr std::string_view kFunctionName = "AWS_LAMBDA_FUNCTION_NAME";
inline constexpr std::string_view kFunctionVersion = "AWS_LAMBDA_FUNCTION_VERSION";
/// In MB, as decimal digits.
inline constexpr std::string_view kMemorySize = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";
inline constexpr std::string_view kLogGroup = "AWS_LAMBDA_LOG_GROUP_NAME";
inline constexpr std::string_view kLogStream = "AWS_LAMBDA_LOG_STREAM_NAME";

}  // namespace eventc::lambda
