#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# eventc explain: what it prints and where, its exit codes, and that it writes nothing.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

write_schema order.schema.json
expected='order.schema.json                         events::Order (struct)
    title       annotation: the name of the type
    type        in the type
    required    checked inline
    properties  in the type: 1 member
  /properties/id                          std::string id
    type  in the type

5 keywords: 3 in the type, 1 checked inline, 1 annotation
Nothing is read a second time.'
expect_exit 0 "$eventc" explain order.schema.json
expect_text stdout.txt "$expected"
expect_text stderr.txt ""
expect_exit 0 "$eventc" explain --format human --namespace shop order.schema.json
expect_text stdout.txt "${expected/events::/shop::}"

expect_exit 0 "$eventc" explain --format json order.schema.json
(($(wc -l <stdout.txt) == 2)) || fail "not an object a line: $(<stdout.txt)"
expect_line stdout.txt '{"schema":"order.schema.json","location":"/properties/id","types":["std::string id"],"keywords":[{"keyword":"type","fates":[{"fate":"in the type","why":null}]}],"read_again":[],"read_again_with":null}'

# Warnings go to the standard error, and what the schema is explained as all the same.
echo '{"type": "object", "typ": 1}' >odd.schema.json
expect_exit 0 "$eventc" explain --error-format gcc odd.schema.json
grep -q '^odd.schema.json:1:20: warning: "typ" is no keyword' stderr.txt || fail "no warning: $(<stderr.txt)"
grep -qx '    typ   no effect: unknown' stdout.txt || fail "not explained: $(<stdout.txt)"
expect_exit 1 "$eventc" explain --strict odd.schema.json
expect_text stdout.txt ""

# References to files, dialects and formats are as `generate` takes them.
mkdir common
echo '{"type": "string", "format": "ipv4"}' >common/ip.json
echo '{"type": "object", "properties": {"ip": {"$ref": "ip.json", "minLength": 1}}}' >host.schema.json
expect_exit 1 "$eventc" explain host.schema.json
expect_exit 0 "$eventc" explain -I common host.schema.json
grep -qx '    minLength  checked on the span' stdout.txt || fail "$(<stdout.txt)"
expect_exit 0 "$eventc" explain -I common --dialect 07 host.schema.json
grep -qx '    minLength  no effect: draft-07 ignores what stands beside "$ref"' stdout.txt || fail "$(<stdout.txt)"
expect_exit 0 "$eventc" explain --format-assertion common/ip.json
grep -qx '    format  checked inline' stdout.txt || fail "$(<stdout.txt)"

# Two events that nothing tells apart are explained: nothing is routed here.
write_schema again.schema.json Again
expect_exit 0 "$eventc" explain order.schema.json again.schema.json

echo '{"type": "objekt"}' >bad.schema.json
expect_exit 1 "$eventc" explain order.schema.json bad.schema.json
expect_text stdout.txt ""
expect_exit 2 "$eventc" explain
expect_exit 2 "$eventc" explain gone.json
expect_text stderr.txt "eventc: gone.json: No such file or directory"
expect_exit 2 "$eventc" explain --format yaml order.schema.json
expect_text stderr.txt 'eventc: --format: there is no "yaml"; use human or json'
expect_exit 2 "$eventc" explain -o out order.schema.json
grep -qx 'Run eventc explain --help.' stderr.txt || fail "no way out: $(<stderr.txt)"
expect_none out
expect_none events
