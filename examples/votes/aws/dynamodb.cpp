// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/dynamodb.hpp"

#include <iterator>
#include <utility>

namespace aws {

Result<UpdateItemResponse> DynamoDb::update_item(const UpdateItemRequest& request) {
  return client_.call<UpdateItemResponse>("UpdateItem", request);
}

Result<std::vector<DynamoDb::Item>> DynamoDb::scan(ScanRequest request) {
  std::vector<Item> items;
  for (;;) {
    Result<ScanResponse> page = client_.call<ScanResponse>("Scan", request);
    if (!page) return page.error();
    std::vector<Item> found = (*page).items.value_or(std::vector<Item>());
    std::move(found.begin(), found.end(), std::back_inserter(items));
    if (!page->last_evaluated_key || page->last_evaluated_key->empty()) return items;
    request.exclusive_start_key = page->last_evaluated_key;
  }
}

}  // namespace aws
