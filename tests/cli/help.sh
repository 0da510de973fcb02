#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# What --help and --version say. EVENTC_UPDATE_HELP=1 writes the texts beside this file.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

for topic in eventc generate explain; do
  words=()
  [[ $topic == eventc ]] || words=("$topic")
  expect_exit 0 "$eventc" "${words[@]}" --help
  expect_text stderr.txt ""
  [[ ${EVENTC_UPDATE_HELP:-} != 1 ]] || cp stdout.txt "$here/help_$topic.txt"
  diff -u "$here/help_$topic.txt" stdout.txt || fail "the help of $topic changed"
done
expect_exit 0 "$eventc" generate -h -o out no.json
diff -u "$here/help_generate.txt" stdout.txt || fail "-h is not --help"
expect_none out

expect_exit 0 "$eventc" --version
grep -qxE 'eventc [0-9]+\.[0-9]+\.[0-9]+' stdout.txt || fail "no version: $(<stdout.txt)"
