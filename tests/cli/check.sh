#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# --check compares, shows a unified diff, and writes nothing.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

write_schema order.schema.json
run=("$eventc" generate --no-routes -o out --depfile out.d)

expect_exit 1 "${run[@]}" --check order.schema.json
expect_line stdout.txt '--- out/events/order.hpp'
expect_line stdout.txt '+++ out/events/order.cpp (as the schemas have it)'
expect_text stderr.txt ""
expect_none out
expect_none out.d

expect_exit 0 "${run[@]}" order.schema.json
expect_exit 0 "${run[@]}" --check order.schema.json
expect_text stdout.txt ""

cp -r out before
sed -i 's/"id"/"number"/g' order.schema.json
expect_exit 1 "${run[@]}" --check order.schema.json
expect_line stdout.txt '-  std::string id;'
expect_line stdout.txt '+  std::string number;'
expect_same before out

# The diff is one that patch takes.
if command -v patch >/dev/null; then
  sed 's/ (as the schemas have it)//' stdout.txt | patch -s -p0 || fail "patch does not take the diff"
  expect_exit 0 "${run[@]}" --check order.schema.json
fi
