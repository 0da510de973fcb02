#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Colour, and outputs that do not take what is written.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

for _ in {1..3000}; do echo "$invalid"; done >many.jsonl
echo "$valid" >valid.json

# Who reads no further is not bothered.
"$shop" check many.jsonl 2>stderr.txt | head -n 1 >stdout.txt
codes=("${PIPESTATUS[@]}")
[[ ${codes[0]} != 0 ]] || fail "exit code 0 for a report that was cut off"
expect_text stderr.txt ""
expect_text stdout.txt 'many.jsonl:1: OrderCreated, 1 violation'

found=0
"$shop" check valid.json >&- 2>stderr.txt || found=$?
((found == 2)) || fail "exit code $found with a closed output"
expect_text stderr.txt 'shop: cannot write: Bad file descriptor'
if [[ -w /dev/full ]]; then
  found=0
  "$shop" check many.jsonl >/dev/full 2>stderr.txt || found=$?
  ((found == 2)) || fail "exit code $found with a full disk"
  expect_text stderr.txt 'shop: cannot write: No space left on device'
  found=0
  "$shop" --help >/dev/full 2>stderr.txt || found=$?
  ((found == 2)) || fail "exit code $found for help on a full disk"
fi

# Colour is for people at a terminal.
coloured() { grep -q $'\e\[' "$1"; }
expect_exit 0 "$shop" check valid.json
! coloured stdout.txt || fail "colour in a file"
has_terminals || exit 0
run="'$shop' check valid.json"
export TERM=xterm
script -qec "$run" terminal.txt >/dev/null </dev/null
coloured terminal.txt || fail "no colour at a terminal: $(<terminal.txt)"
NO_COLOR=1 script -qec "$run" no_colour.txt >/dev/null </dev/null
! coloured no_colour.txt || fail "colour in spite of NO_COLOR"
NO_COLOR= script -qec "$run" empty.txt >/dev/null </dev/null
coloured empty.txt || fail "an empty NO_COLOR says nothing"
TERM=dumb script -qec "$run" dumb.txt >/dev/null </dev/null
! coloured dumb.txt || fail "colour on a terminal without it"
for format in github json; do
  script -qec "$run --format $format" "$format.txt" >/dev/null </dev/null
  ! coloured "$format.txt" || fail "colour in a format for programs"
done
