#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# --templates replaces built-in ones; broken ones are named, and nothing is written.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

write_schema order.schema.json
run=("$eventc" generate --no-routes -o out --templates mine order.schema.json)

expect_exit 2 "${run[@]}"
expect_text stderr.txt 'eventc: --templates: no *.mustache file is at or below mine'
mkdir mine
touch mine/header.txt
expect_exit 2 "${run[@]}"

echo '// mine' >mine/header.mustache
expect_exit 0 "${run[@]}"
expect_text out/events/order.hpp '// mine'

rm -r out
printf '// one\n// {{colour}}\n' >mine/header.mustache
expect_exit 2 "${run[@]}"
expect_text stderr.txt 'eventc: template "header", line 2: {{colour}}: the data has no such name here'
expect_none out

printf '{{#open}}\n' >mine/header.mustache
expect_exit 2 "${run[@]}"
grep -q '^eventc: template "header", line 1: ' stderr.txt || fail "$(<stderr.txt)"

printf '{{>none}}\n' >mine/header.mustache
expect_exit 2 "${run[@]}"
grep -q '^eventc: template "header", line 1: .*none' stderr.txt || fail "$(<stderr.txt)"
expect_none out
