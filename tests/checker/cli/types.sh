#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Payloads checked as a type that is named; a bundle that routes nothing.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

echo '{"statusCode":200}' >reply.json
echo '{"statusCode":20}' >bad-reply.json
echo "$valid" >order.json

expect_exit 1 "$shop" check reply.json
for name in Reply reply reply.schema.json; do
  expect_exit 0 "$shop" check --as "$name" reply.json
  expect_line stdout.txt 'reply.json: Reply, valid'
done
expect_exit 1 "$shop" check --as reply bad-reply.json order.json
expect_line stdout.txt 'bad-reply.json:1:15: /statusCode: expected at least 100, found 20'
expect_line stdout.txt 'order.json:1:1: a member is missing: "statusCode"'

listed='Its types are: OrderCreated (order-created), ParcelLost (parcel-lost), Reply (reply)'
expect_exit 2 "$shop" check --as Repli reply.json
expect_text stderr.txt "shop: --as: this bundle has no type \"Repli\"; did you mean \"Reply\"?
$listed"
expect_text stdout.txt ""

expect_exit 2 "$types" check reply.json
expect_text stderr.txt "shop-types: nothing is routed to a type of this bundle: name one by --as
$listed"
expect_exit 2 "$types" classify reply.json
expect_exit 0 "$types" check --as ParcelLost - <<<'{"parcel":{"number":1,"state":"lost"}}'
expect_exit 0 "$types" check --as reply reply.json
