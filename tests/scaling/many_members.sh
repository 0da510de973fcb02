#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# many_members.sh EVENTC WORK INCLUDE COMPILER...: emitted code of an object with 2,000 members compiles with each compiler that is
# installed. What is worked out at compile time takes few steps for each member: compilers limit their number, Clang at 2^20.
set -euo pipefail
eventc=$1
work=$2
include=$3
shift 3
rm -rf "$work"
mkdir -p "$work"
{
  printf '{"type": "object", "additionalProperties": false, "properties": {"first": {}'
  for i in {1..2000}; do printf ', "member_%d": {"type": "integer"}' "$i"; done
  printf '}, "required": ["first"'
  for i in {1..2000..2}; do printf ', "member_%d"' "$i"; done
  printf ']}\n'
} >"$work/many.schema.json"
"$eventc" generate --no-routes -o "$work/out" "$work/many.schema.json"
for compiler in "$@"; do
  command -v "$compiler" >/dev/null || continue
  echo "$compiler"
  "$compiler" -std=c++20 -O0 -I "$include" -I "$work/out" -c "$work/out/events/many.cpp" -o "$work/many.o"
done
