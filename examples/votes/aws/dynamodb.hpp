// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <aws/scan_request.hpp>
#include <aws/scan_response.hpp>
#include <aws/update_item_request.hpp>
#include <aws/update_item_response.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "votes/aws/client.hpp"

namespace aws {

/// Changes and reads items of a DynamoDB table. (Amazon DynamoDB API Reference, UpdateItem and
/// Scan.)
class DynamoDb {
 public:
  static constexpr Service kService{"dynamodb", "DynamoDB_20120810", "application/x-amz-json-1.0"};
  /// The error type of a change whose condition does not hold.
  static constexpr std::string_view kConditionFailed = "ConditionalCheckFailedException";
  using Item = eventc::Map<AttributeValue>;

  explicit DynamoDb(Client client) : client_(std::move(client)) {}

  /// Where an answer is lost, the change is made again: a condition has to tell whether it was
  /// made, unless making it twice does not matter.
  Result<UpdateItemResponse> update_item(const UpdateItemRequest& request);

  /// The items of all pages.
  Result<std::vector<Item>> scan(ScanRequest request);

 private:
  Client client_;
};

}  // namespace aws
