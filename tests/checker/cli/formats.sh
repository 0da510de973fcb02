#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# What the checker prints in each format, and the exit codes 0 and 1.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

echo "$valid" >valid.json
write_pretty 1000 >invalid.json
echo "$unknown" >unknown.json
echo '{"eventType":' >broken.json

expect_exit 0 "$shop" check valid.json
expect_text stdout.txt 'valid.json: OrderCreated, valid
1 document: 1 valid, 0 invalid, 0 unknown'
expect_text stderr.txt ""

expect_exit 1 "$shop" check valid.json invalid.json unknown.json broken.json
expect_text stdout.txt 'valid.json: OrderCreated, valid
invalid.json: OrderCreated, 1 violation
invalid.json:4:18: /lines/0/quantity: expected at most 999, found 1000
    |     {"quantity": 1000}
    |                  ^
    order-created.schema.json#/$defs/Line/properties/quantity/maximum
unknown.json: no event of this bundle; closest is OrderCreated, but /lines is missing
broken.json: not JSON
broken.json:2:1: /eventType: the text ends where a value is expected
    | 
    | ^
4 documents: 1 valid, 2 invalid, 1 unknown'
expect_text stderr.txt ""

expect_exit 1 "$shop" check --quiet valid.json unknown.json
expect_text stdout.txt 'unknown.json: no event of this bundle; closest is OrderCreated, but /lines is missing
2 documents: 1 valid, 0 invalid, 1 unknown'

expect_exit 1 "$shop" check --format github valid.json invalid.json unknown.json broken.json
expect_text stdout.txt '::error file=invalid.json,line=4,col=18,title=Not a valid OrderCreated::/lines/0/quantity: expected at most 999, found 1000 [order-created.schema.json#/$defs/Line/properties/quantity/maximum]
::error file=unknown.json,line=1,col=1,title=Unknown event::no event of this bundle; closest is OrderCreated, but /lines is missing
::error file=broken.json,line=2,col=1,title=Not JSON::/eventType: the text ends where a value is expected
4 documents: 1 valid, 2 invalid, 1 unknown'

expect_exit 1 "$shop" check --format json valid.json invalid.json unknown.json broken.json
expect_text stdout.txt '{"file":"valid.json","line":1,"event":"OrderCreated","valid":true,"errors":[]}
{"file":"invalid.json","line":1,"event":"OrderCreated","valid":false,"errors":[{"instanceLocation":"/lines/0/quantity","keywordLocation":"/properties/lines/items/$ref/properties/quantity/maximum","absoluteKeywordLocation":"order-created.schema.json#/$defs/Line/properties/quantity/maximum","message":"expected at most 999, found 1000","line":4,"column":18}]}
{"file":"unknown.json","line":1,"event":null,"valid":false,"errors":[{"instanceLocation":"/lines","keywordLocation":"","absoluteKeywordLocation":"","message":"no event of this bundle; closest is OrderCreated, but /lines is missing","line":1,"column":1}]}
{"file":"broken.json","line":1,"event":null,"valid":false,"errors":[{"instanceLocation":"/eventType","keywordLocation":"","absoluteKeywordLocation":"","message":"the text ends where a value is expected","line":2,"column":1}]}'

expect_exit 1 "$shop" classify valid.json invalid.json unknown.json
expect_text stdout.txt 'valid.json: OrderCreated
invalid.json: OrderCreated
unknown.json: no event of this bundle; closest is OrderCreated, but /lines is missing'
expect_exit 0 "$shop" classify --format json valid.json invalid.json
expect_text stdout.txt '{"file":"valid.json","line":1,"event":"OrderCreated"}
{"file":"invalid.json","line":1,"event":"OrderCreated"}'

# Every document is to be refused: one that is not is the fault.
expect_exit 0 "$shop" check --expect-invalid invalid.json unknown.json broken.json
expect_line stdout.txt '3 documents: 0 valid, 2 invalid, 1 unknown'
expect_exit 1 "$shop" check --expect-invalid invalid.json valid.json
expect_line stdout.txt 'valid.json: OrderCreated, valid, and should be refused'
: >nothing.jsonl

# A recording that came out empty is no proof of anything.
expect_exit 2 "$shop" check --expect-invalid nothing.jsonl
expect_exit 2 "$shop" check nothing.jsonl
expect_text stdout.txt ''
expect_text stderr.txt 'shop: there is no document in what was given'
