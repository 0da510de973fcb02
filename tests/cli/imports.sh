#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# "$ref" finds files beside the one that refers, then in each -I folder in its order.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

echo '{"type": "object", "properties": {"total": {"$ref": "money.json"}}}' >order.schema.json
mkdir first second
echo '{"type": "integer"}' >first/money.json
echo '{"type": "string"}' >second/money.json

expect_exit 1 "$eventc" generate --no-routes -o out order.schema.json
expect_exit 0 "$eventc" generate --no-routes -o out -I none -I first -I second order.schema.json
expect_line out/events/order.hpp '  std::optional<std::int64_t> total;'
expect_exit 0 "$eventc" generate --no-routes -o out -I second -I first order.schema.json
expect_line out/events/order.hpp '  std::optional<std::string> total;'
echo '{"type": "boolean"}' >money.json
expect_exit 0 "$eventc" generate --no-routes -o out -I second order.schema.json
expect_line out/events/order.hpp '  std::optional<bool> total;'
