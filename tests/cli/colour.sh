#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Colour is for people at a terminal.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

echo '{"type": "objekt"}' >bad.schema.json
run="'$eventc' generate --no-routes -o out bad.schema.json"
coloured() { grep -q $'\033\[1;31merror' "$1"; }

expect_exit 1 bash -c "$run"
! coloured stderr.txt || fail "colour in a file"

has_terminals || exit 0
script -qec "$run" terminal.txt >/dev/null </dev/null
coloured terminal.txt || fail "no colour at a terminal: $(<terminal.txt)"
NO_COLOR=1 script -qec "$run" no_colour.txt >/dev/null </dev/null
! coloured no_colour.txt || fail "colour in spite of NO_COLOR"
NO_COLOR= script -qec "$run" empty.txt >/dev/null </dev/null
coloured empty.txt || fail "an empty NO_COLOR says nothing"
script -qec "$run 2>redirected.txt" /dev/null >/dev/null </dev/null
! coloured redirected.txt || fail "colour in a file beside a terminal"
script -qec "${run/-o/--error-format gcc -o}" gcc.txt >/dev/null </dev/null
! grep -q $'\033\[1' gcc.txt || fail "colour in a format for tools"
