#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Files, JSON lines, the standard input and folders; what cannot be read.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

printf '%s\n\n%s\r\n%s' "$valid" "$invalid" "$valid" >lines.jsonl
expect_exit 1 "$shop" check lines.jsonl
expect_text stdout.txt 'lines.jsonl:1: OrderCreated, valid
lines.jsonl:3: OrderCreated, 1 violation
lines.jsonl:3:51: /lines/0/quantity: expected at most 999, found 1000
    | e":"ORDER_CREATED","lines":[{"quantity":1000}]}
    |                                         ^
    order-created.schema.json#/$defs/Line/properties/quantity/maximum
lines.jsonl:4: OrderCreated, valid
3 documents: 2 valid, 1 invalid, 0 unknown'
cp lines.jsonl lines.ndjson
expect_exit 1 "$shop" check --format json lines.ndjson
[[ $(grep -o '"line":[0-9]*,"event"' stdout.txt | tr -dc '0-9\n' | paste -sd' ') == "1 3 4" ]] || fail "$(<stdout.txt)"

# A broken line does not take the next one along, in a file or a pipe.
printf '%s\n{"eventType": "ORDER\n%s\n' "$valid" "$valid" >broken.jsonl
expect_exit 1 "$shop" check broken.jsonl
expect_line stdout.txt '3 documents: 2 valid, 1 invalid, 0 unknown'
expect_exit 1 "$shop" check - <broken.jsonl
expect_line stdout.txt '3 documents: 2 valid, 1 invalid, 0 unknown'

# The standard input: one document, lines, values behind one another.
write_pretty 1 >pretty.json
expect_exit 0 "$shop" check - <pretty.json
expect_text stdout.txt '<stdin>:1: OrderCreated, valid
1 document: 1 valid, 0 invalid, 0 unknown'
expect_exit 0 "$shop" classify - < <(cat pretty.json pretty.json; printf '%s%s\n' "$valid" "$valid")
expect_text stdout.txt '<stdin>:1: OrderCreated
<stdin>:7: OrderCreated
<stdin>:13: OrderCreated
<stdin>:13: OrderCreated'
expect_exit 0 "$shop" check --format json <(cat pretty.json pretty.json)
[[ $(wc -l <stdout.txt) == 2 ]] || fail "$(<stdout.txt)"
expect_exit 1 "$shop" check - </dev/null
expect_line stdout.txt '<stdin>:1: not JSON'
# A file is one document.
cat pretty.json pretty.json >two.json
expect_exit 1 "$shop" check two.json
expect_line stdout.txt '1 document: 0 valid, 1 invalid, 0 unknown'

# Folders.
mkdir -p payloads/{a,b}
cp pretty.json payloads/b/z.json
cp pretty.json payloads/b/a.json
cp lines.jsonl payloads/a/x.jsonl
cp broken.jsonl payloads/a/x.txt
ln -s .. payloads/b/loop
expect_exit 2 "$shop" classify payloads nope.json
expect_text stdout.txt 'payloads/a/x.jsonl:1: OrderCreated
payloads/a/x.jsonl:3: OrderCreated
payloads/a/x.jsonl:4: OrderCreated
payloads/b/a.json: OrderCreated
payloads/b/z.json: OrderCreated'
expect_text stderr.txt 'shop: nope.json: No such file or directory'
mkdir empty
expect_exit 2 "$shop" check empty
expect_text stderr.txt 'shop: empty: there is no *.json, *.jsonl or *.ndjson file in this folder'
expect_text stdout.txt ""
ln -s nowhere payloads/dangling.json
expect_exit 2 "$shop" classify payloads
expect_text stderr.txt 'shop: payloads/dangling.json: No such file or directory'

expect_exit 2 "$shop" check - <&-
expect_text stderr.txt 'shop: -: Bad file descriptor'

# One document too large is said to be, and reading goes on behind it.
{ echo "$valid"; printf '{"eventType":"ORDER_CREATED","lines":[],"note":"'; head -c 67108864 /dev/zero | tr '\0' x; printf '"}\n%s\n' "$valid"; } >large.jsonl
expect_exit 1 "$shop" check large.jsonl
expect_text stdout.txt 'large.jsonl:1: OrderCreated, valid
large.jsonl:2: over a limit
large.jsonl:2:1: the text has 67108914 bytes, and the limit is 67108864
large.jsonl:3: OrderCreated, valid
3 documents: 2 valid, 1 invalid, 0 unknown'
cp stdout.txt expected.txt
expect_exit 1 "$shop" check - <large.jsonl
expect_same <(sed 's/large.jsonl/<stdin>/' expected.txt) stdout.txt
rm large.jsonl
