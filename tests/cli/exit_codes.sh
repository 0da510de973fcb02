#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Exit codes: 0 done, 1 diagnostics, 2 wrong usage or a file that cannot be read or written.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

write_schema order.schema.json
echo '{"type": "objekt"}' >bad.schema.json
echo '{"type": "object", "typ": 1}' >odd.schema.json

expect_exit 0 "$eventc" generate --no-routes -o out order.schema.json
expect_text stdout.txt ""
expect_text stderr.txt ""
[[ -s out/events/order.hpp && -s out/events/order.schema.hpp && -s out/events/order.cpp ]] || fail "no output"

expect_exit 0 "$eventc" generate --no-routes -o warned odd.schema.json
expect_exit 1 "$eventc" generate --no-routes -o strict --strict odd.schema.json
expect_none strict

# One bad file is enough: nothing is written, the good ones included.
expect_exit 1 "$eventc" generate --no-routes -o bad order.schema.json bad.schema.json
expect_none bad

expect_exit 2 "$eventc"
expect_exit 2 "$eventc" generate
expect_exit 2 "$eventc" generate -o out
expect_exit 2 "$eventc" generate order.schema.json
expect_exit 2 "$eventc" compile -o out order.schema.json
expect_exit 2 "$eventc" generate -o out --colour order.schema.json
expect_exit 2 "$eventc" generate -o out --namespace 2 order.schema.json

# Unreadable files come before what the readable ones say, and all of them are named.
expect_exit 2 "$eventc" generate --no-routes -o none gone.json order.schema.json . "$(printf 'a\033[2J\nb.json')"
expect_text stderr.txt 'eventc: gone.json: No such file or directory
eventc: .: Is a directory
eventc: a\u{1B}[2J\nb.json: No such file or directory'
expect_none none

expect_exit 2 "$eventc" generate --no-routes -o order.schema.json/out order.schema.json
grep -q '^eventc: order.schema.json/out/events/order.hpp: ' stderr.txt || fail "$(<stderr.txt)"
mkdir -p taken/events/order.hpp
expect_exit 2 "$eventc" generate --no-routes -o taken order.schema.json
grep -q '^eventc: taken/events/order.hpp: ' stderr.txt || fail "$(<stderr.txt)"
[[ -z $(find taken -name '*.new*') ]] || fail "left something behind: $(find taken)"
expect_exit 2 "$eventc" generate --no-routes -o out --depfile order.schema.json/d order.schema.json
